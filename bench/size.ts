import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BenchOptions, inFolder, parseOptions } from './figures/options.ts';
import { median } from './figures/quantile.ts';
import { record, say, spreadOf } from './figures/record.ts';
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
/** After a start, till what was needed only for it is given back. */
const REST_MS = 3_000;

/** Disk for one ballot, memory at rest and at full load, and how long a start takes. */
export async function run(args: string[]): Promise<void> {
  const options = parseOptions(args, { seconds: 10, repeats: 5 });
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
        detail: { bytes, aim: `at most ${AIMS.bytesPerBallot}`, of: 'the database with all that is in it' },
      });
      const settings = { DATA_DIR: dataDir, BENCH_NOW: OFFICE_NOW.toISOString() };
      await report(String(ballots), settings, empty, options);
    });
  }
}

/** Bytes of the database's own files; copies beside it are the office's choice. */
const bytesIn = (folder: string): number =>
  readdirSync(folder)
    .filter((name) => name.startsWith('hailong.sqlite'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

interface Starts {
  readonly ms: readonly number[];
  readonly restMb: number;
}

async function measureStarts(
  program: 'office' | 'empty',
  settings: Readonly<Record<string, string>>,
  repeats: number,
): Promise<Starts> {
  const ms: number[] = [];
  let restMb = 0;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const server = await startProgram(program, settings);
    const began = performance.now();
    if (program === 'office') await askOnce(server);
    ms.push(server.startedMs + performance.now() - began);
    if (repeat === repeats - 1) {
      await pause(REST_MS);
      restMb = (residentBytes(server.pid) ?? 0) / MEGABYTE;
    }
    await server.stop();
  }
  return { ms, restMb };
}

async function askOnce(server: ServerProcess): Promise<void> {
  const connection = await HttpConnection.open(server.port);
  const { status } = await connection.exchange(
    `GET /k/${server.counterCodes[0]} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
  );
  connection.close();
  if (status !== 200) throw new Error(`the first answer was ${status}`);
}

async function report(
  ballots: string,
  settings: Readonly<Record<string, string>>,
  empty: Starts,
  options: BenchOptions,
): Promise<void> {
  say(`size: ${ballots} ballots`);
  // The first start of a day also makes the day's copy; it is told apart from the others.
  const [first] = (await measureStarts('office', settings, 1)).ms;
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
      is: 'from the start of the process to the first answered page',
      first_of_the_day: Math.round(first ?? 0),
      aim: `at most ${AIMS.startMs}, whatever the number of ballots`,
      value: spreadOf(starts.ms),
    },
  });
  record({
    name: `size.memory_at_rest.${ballots}`,
    value: starts.restMb,
    unit: 'MB',
    ceiling: empty.restMb,
    ratio_to: starts.restMb / empty.restMb,
    detail: { ...detail, aim: `at most ${AIMS.atRestMb}` },
  });
  const loaded = await measureLoaded(settings, options.seconds);
  record({
    name: `size.memory_under_load.${ballots}`,
    value: loaded,
    unit: 'MB',
    ceiling: empty.restMb,
    ratio_to: loaded / empty.restMb,
    detail: { ...detail, is: 'the most, at 32 connections that visit', aim: `at most ${AIMS.underLoadMb}` },
  });
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
