import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../server/statistics/quantile.ts';
import { type BenchOptions, inFolder, parseOptions } from './figures/options.ts';
import { logLine, record, spreadOf } from './figures/record.ts';
import { HttpConnection } from './load/http-connection.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import { OFFICE_NOW } from './office/fill-office.ts';
import { inOffice } from './office/filled-office.ts';
import { residentBytes } from './office/process-use.ts';
import { readForm } from './office/read-form.ts';
import { type ServerProcess, startProgram } from './office/server-process.ts';

const MEGABYTE = 1_000_000;
const SIZES = [10_000, 1_000_000];
const LARGE = 10_000_000;
const AIMS = { bytesPerBallot: 250, atRestMb: 110, underLoadMb: 180, startMs: 500 };
/** After this pause memory that only the start needed has been released. */
const REST_MS = 3_000;
/** In how many starts memory at rest is measured, and how many runs under load there are. */
const MEMORY_REPEATS = 3;

/** Disk space per ballot, memory at rest and under load, and how long a start takes. */
export async function run(args: string[]): Promise<void> {
  const options = parseOptions(args, { seconds: 8, repeats: 5 });
  const empty = await measureStarts('empty', {}, options.repeats);
  await inFolder(options, async (path) => {
    await report('0', { DATA_DIR: join(path, 'office') }, empty, options);
  });
  for (const ballots of options.isLarge ? [...SIZES, LARGE] : SIZES) {
    await inOffice(options, ballots, async ({ dataDir }) => {
      const bytes = bytesIn(dataDir);
      record({
        name: `size.disk.${ballots}`,
        value: bytes / ballots,
        unit: 'bytes a ballot',
        detail: {
          bytes,
          aim: `at most ${AIMS.bytesPerBallot}`,
          of: 'the whole database',
          value: spreadOf([bytes / ballots]),
        },
      });
      const settings = { DATA_DIR: dataDir, BENCH_NOW: OFFICE_NOW.toISOString() };
      await report(String(ballots), settings, empty, options);
    });
  }
}

/** Size of the database without its backups, in bytes. */
const bytesIn = (folder: string): number =>
  readdirSync(folder)
    .filter((name) => name.startsWith('hailong.sqlite'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

interface Starts {
  readonly ms: readonly number[];
  /** Memory at rest in megabytes, after some of the starts. */
  readonly restMb: readonly number[];
}

async function measureStarts(
  program: 'office' | 'empty',
  settings: Readonly<Record<string, string>>,
  repeats: number,
): Promise<Starts> {
  const ms: number[] = [];
  const restMb: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const server = await startProgram(program, settings);
    ms.push(await timeFirstResponse(program, server));
    if (repeat >= repeats - MEMORY_REPEATS) {
      await pause(REST_MS);
      restMb.push((residentBytes(server.pid) ?? 0) / MEGABYTE);
    }
    await server.stop();
  }
  return { ms, restMb };
}

/** Milliseconds from the start of the process to the first response. */
async function timeFirstResponse(program: 'office' | 'empty', server: ServerProcess): Promise<number> {
  const began = performance.now();
  if (program === 'office') await requestOnce(server);
  return server.startedMs + performance.now() - began;
}

async function measureFirstStart(settings: Readonly<Record<string, string>>): Promise<number> {
  const server = await startProgram('office', settings);
  const ms = await timeFirstResponse('office', server);
  await server.stop();
  return ms;
}

async function requestOnce(server: ServerProcess): Promise<void> {
  const connection = await HttpConnection.open(server.port);
  const { status } = await connection.exchange(
    `GET /k/${server.counterCodes[0]} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
  );
  connection.close();
  if (status !== 200) throw new Error(`the first response was ${status}`);
}

async function report(
  ballots: string,
  settings: Readonly<Record<string, string>>,
  empty: Starts,
  options: BenchOptions,
): Promise<void> {
  logLine(`size: ${ballots} ballots`);
  // Measured separately, because the first start of a day also makes the daily backup.
  const first = await measureFirstStart(settings);
  const starts = await measureStarts('office', settings, options.repeats);
  const detail = { ceiling_is: 'an empty Node process' };
  record({
    name: `size.start.${ballots}`,
    value: median(starts.ms),
    unit: 'ms',
    ceiling: median(empty.ms),
    ratio_to: median(starts.ms) / median(empty.ms),
    detail: {
      ...detail,
      is: 'from the start of the process to the first response',
      first_of_the_day: Math.round(first),
      aim: `at most ${AIMS.startMs}, whatever the number of ballots`,
      value: spreadOf(starts.ms),
      ceiling: spreadOf(empty.ms),
    },
  });
  const loaded: number[] = [];
  for (let repeat = 0; repeat < MEMORY_REPEATS; repeat += 1)
    loaded.push(await measureLoaded(settings, options.seconds));
  const recordMemory = (name: string, is: string, aim: number, megabytes: readonly number[]): void =>
    record({
      name: `size.${name}.${ballots}`,
      value: median(megabytes),
      unit: 'MB',
      ceiling: median(empty.restMb),
      ratio_to: median(megabytes) / median(empty.restMb),
      detail: {
        ...detail,
        is,
        aim: `at most ${aim}`,
        is_met: Math.max(...megabytes) <= aim,
        value: spreadOf(megabytes),
        ceiling: spreadOf(empty.restMb),
      },
    });
  recordMemory('memory_at_rest', 'resident, some seconds after a start', AIMS.atRestMb, starts.restMb);
  recordMemory(
    'memory_under_load',
    'peak resident memory, at 32 connections that visit',
    AIMS.underLoadMb,
    loaded,
  );
}

async function measureLoaded(settings: Readonly<Record<string, string>>, seconds: number): Promise<number> {
  const server = await startProgram('office', settings);
  const load = startLoadGenerator();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, residentBytes(server.pid) ?? 0);
  }, 100);
  try {
    const connection = await HttpConnection.open(server.port);
    const form = await readForm(
      connection,
      server.counterCodes.map((code) => `/k/${code}`),
    );
    connection.close();
    const [result] = await load.run([
      {
        name: 'size',
        port: server.port,
        serverPid: null,
        connections: 32,
        seconds,
        rate: null,
        plan: { kind: 'visit', form },
      },
    ]);
    if (!result || result.errors > 0) throw new Error(`size: ${result?.firstError}`);
  } finally {
    clearInterval(watch);
    await Promise.all([load.stop(), server.stop()]);
  }
  return most / MEGABYTE;
}
