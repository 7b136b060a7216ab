import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'pg';
import { recount } from '../server/response/recount.ts';
import { verifySeals } from '../server/seal/verify-seals.ts';
import { openDatabase } from '../server/storage/database.ts';
import type { Db } from '../server/storage/schema.ts';
import { loadSurveys } from '../server/survey/load-surveys.ts';
import { getMainUnit } from '../server/unit/main-unit.ts';
import { startDatabaseProxy } from '../test/helpers/database-proxy.ts';
import { inFolder, parseOptions } from './figures/options.ts';
import { logLine, record } from './figures/record.ts';
import { type ServerProcess, startProgram } from './office/server-process.ts';
import { markOf, sendCitizens } from './trouble/citizens.ts';
import {
  clockFaults,
  type Faults,
  makeTrouble,
  mountDisk,
  postgresFaults,
  sqliteFaults,
  unmountDisk,
} from './trouble/faults.ts';
import { watchHealth } from './trouble/watch-health.ts';

const CITIZENS_A_SECOND = 20;
/** A day after every day, because the machine's clock may be wrong. */
const NEVER = '9999-12-31';

/**
 * Kills, database failures and clock jumps for `--minutes` (default 15) on each database, while citizens vote
 * and retry. Every ballot must be stored exactly once, and the server must always respond. PostgreSQL only
 * with TEST_POSTGRES_URL.
 */
export async function run(args: string[]): Promise<void> {
  const options = parseOptions(args, { minutes: 15 });
  const faults: string[] = [];
  await inFolder(options, async (folder) => {
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    const isOwnDisk = mountDisk(dataDir);
    if (!isOwnDisk) logLine('trouble: no disk can be mounted here, so that none is filled');
    const url = `sqlite:${join(dataDir, 'hailong.sqlite')}`;
    try {
      faults.push(
        ...(await survive(
          'sqlite',
          folder,
          dataDir,
          url,
          url,
          sqliteFaults(dataDir, isOwnDisk),
          options.minutes,
        )),
      );
    } finally {
      if (isOwnDisk) unmountDisk(dataDir);
    }
  });
  const owner = process.env.TEST_POSTGRES_URL;
  if (owner) {
    await inFolder(options, (folder) =>
      inPostgresDatabase(owner, async (url) => {
        let close = async () => {};
        const proxy = await startDatabaseProxy(url, (end) => {
          close = end;
        });
        faults.push(
          ...(await survive(
            'postgres',
            folder,
            folder,
            proxy.url,
            url,
            postgresFaults(proxy, url),
            options.minutes,
          )),
        );
        await close();
      }),
    );
  } else logLine('trouble: not on PostgreSQL; set TEST_POSTGRES_URL');
  if (faults.length > 0) throw new Error(faults.join('; '));
}

async function inPostgresDatabase(ownerUrl: string, work: (url: string) => Promise<void>): Promise<void> {
  const name = `hailong_trouble_${process.pid}`;
  const owner = new postgres.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`create database ${name}`);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  try {
    await work(url.href);
  } finally {
    await owner.query(`drop database ${name} with (force)`);
    await owner.end();
  }
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Sentences about requirements that were not met; empty if all were. */
async function survive(
  name: string,
  folder: string,
  dataDir: string,
  servedUrl: string,
  url: string,
  databaseFaults: Faults,
  minutes: number,
): Promise<string[]> {
  logLine(`trouble: ${minutes} minutes on ${name}`);
  const machineFile = join(folder, 'machine.json');
  const clock = clockFaults(machineFile);
  const settings = {
    DATA_DIR: dataDir,
    DATABASE_URL: servedUrl,
    PORT: String(await findPort()),
    BENCH_MACHINE: machineFile,
    LOG_LEVEL: 'silent',
  };
  // Starts again after a failed start, as a service manager would.
  const start = async (): Promise<ServerProcess> => {
    for (;;) {
      try {
        return await startProgram('trouble', settings);
      } catch {
        failedStarts += 1;
        await wait(1_000);
      }
    }
  };
  let failedStarts = 0;
  let server = await start();
  const kill = async () => {
    health.tell('down');
    process.kill(server.pid, 'SIGKILL');
    await server.stop();
    server = await start();
    health.tell('up');
  };
  const origin = `http://127.0.0.1:${server.port}`;
  const end = performance.now() + minutes * 60_000;
  const health = watchHealth(origin);
  const [citizens, ...counts] = await Promise.all([
    sendCitizens(origin, server.counterCodes, CITIZENS_A_SECOND, end),
    makeTrouble(databaseFaults, 3, end),
    makeTrouble(clock, 12, end),
    makeTrouble({ kill }, 12, end),
  ]);
  const { longestMs: silenceMs, latestMs } = await health.stop();
  const stopping = performance.now();
  await server.stop();
  const stopMs = performance.now() - stopping;
  const stored = await checkStored(url, citizens.thanked);
  const faults = [
    ...new Set(citizens.wrong),
    ...stored.faults,
    ...(silenceMs > 1_000 ? [`${Math.round(silenceMs)} ms without /healthz`] : []),
    ...(stopMs > 10_000 ? ['the stop took too long'] : []),
  ].map((fault) => `${name}: ${fault}`);
  const { wrong, ...answers } = citizens;
  record({
    name: `trouble.${name}.silence`,
    value: silenceMs,
    unit: 'ms',
    detail: {
      aim: 'at most 1000; every ballot stored once; every refused one a 503 with its answers',
      is_met: faults.length === 0,
      minutes,
      faults: Object.assign({}, ...counts),
      ...answers,
      wrong: wrong.length,
      lost: stored.lost,
      doubled: stored.doubled,
      sealed_days: stored.sealedDays,
      failed_starts: failedStarts,
      watcher_delay_ms: Math.round(latestMs),
      stop_ms: Math.round(stopMs),
    },
  });
  return faults;
}

async function checkStored(url: string, thanked: number) {
  const db: Db = await openDatabase(url);
  try {
    const texts = await db
      .selectFrom('comment_box')
      .select('text')
      .unionAll(db.selectFrom('comments').select('text'))
      .execute();
    const count = async (table: 'ballots' | 'ballot_box') =>
      Number(
        (
          await db
            .selectFrom(table)
            .select((eb) => eb.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      );
    const ballots = (await count('ballots')) + (await count('ballot_box'));
    const kept = new Set(texts.map(({ text }) => text));
    const lost = Array.from({ length: thanked }, (_, serial) => markOf(serial)).filter(
      (mark) => !kept.has(mark),
    );
    const doubled = texts.length - kept.size;
    const surveys = loadSurveys('surveys');
    const { code } = await getMainUnit(db);
    const differences = (await recount(db, surveys, code)).length;
    const { days, fault } = await verifySeals(db, surveys, code, NEVER);
    const faults = [
      ...(lost.length > 0 ? [`${lost.length} ballots lost`] : []),
      ...(doubled > 0 || ballots !== thanked
        ? [`${ballots} ballots of ${thanked} citizens, ${doubled} doubled`]
        : []),
      ...(differences > 0 ? [`${differences} tallies differ`] : []),
      ...(fault === null ? [] : [`seals: ${fault.kind} on ${fault.day}`]),
    ];
    return { faults, lost: lost.length, doubled, sealedDays: days };
  } finally {
    await db.destroy();
  }
}
