import { setTimeout } from 'node:timers/promises';
import { median } from '../server/statistics/quantile.ts';
import { parseOptions } from './figures/options.ts';
import { logLine, record, spreadOf } from './figures/record.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import { listMixedJobs } from './load/mixed-jobs.ts';
import { type FilledOffice, OFFICE_NOW } from './office/fill-office.ts';
import { inOffice } from './office/filled-office.ts';
import { makeHostileFiles } from './office/hostile-files.ts';
import { childrenBytes, residentBytes } from './office/process-use.ts';
import { startProgram } from './office/server-process.ts';

const BALLOTS = 10_000;
/** Must equal the limit for one account in `held-uploads.ts`. */
const FILES_AN_HOUR = 20;
/** More than a queue of citizens sends, but too few to saturate a shared machine. */
const BALLOTS_A_SECOND = 50;

/**
 * Latency of ballots while hostile files are uploaded, compared with the same ballots without files. One
 * account uploads within a minute all the files that it may upload in an hour. With BENCH_IMPORT=back-to-back
 * the files follow one another without a pause.
 */
export async function run(args: string[]): Promise<void> {
  const options = parseOptions(args, { seconds: 20, repeats: 3 });
  logLine(`import: hostile files beside ${BALLOTS_A_SECOND} ballots a second, ${options.repeats} turns`);
  await inOffice(options, BALLOTS, (office) => measure(office, options.seconds, options.repeats));
}

async function measure(office: FilledOffice, seconds: number, repeats: number): Promise<void> {
  const server = await startProgram('office', {
    DATA_DIR: office.dataDir,
    BENCH_NOW: OFFICE_NOW.toISOString(),
  });
  const load = startLoadGenerator();
  const files = Object.entries(makeHostileFiles()).map(([name, bytes]) => [name, encodeBody(bytes)] as const);
  const quiet: number[] = [];
  const busy: number[] = [];
  const memory: number[] = [];
  const slowest = new Map<string, number>();
  let sent = 0;
  const isBackToBack = process.env.BENCH_IMPORT === 'back-to-back';
  try {
    const ballots = async (length: number) => {
      const [job] = await listMixedJobs(office, server.port, server.pid, length);
      if (job?.plan.kind !== 'ballot') throw new Error('the first job sends ballots');
      return {
        ...job,
        rate: BALLOTS_A_SECOND,
        plan: { ...job.plan, tokens: BALLOTS_A_SECOND * length + 32 },
      };
    };
    await load.run([await ballots(2)]);
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      for (const result of await load.run([await ballots(seconds)])) quiet.push(result.p99);
      const before = residentBytes(server.pid) ?? 0;
      let most = before;
      const watch = setInterval(() => {
        most = Math.max(most, (residentBytes(server.pid) ?? 0) + childrenBytes(server.pid));
      }, 20);
      let isOver = false;
      const job = await ballots(seconds);
      const uploads = (async () => {
        for (; !isOver && sent < office.staffCookies.length * FILES_AN_HOUR; sent += 1) {
          const [name, body] = files[sent % files.length] as (typeof files)[number];
          const cookie = office.staffCookies[Math.floor(sent / FILES_AN_HOUR)] as string;
          const began = performance.now();
          await upload(server.port, cookie, body);
          slowest.set(name, Math.max(slowest.get(name) ?? 0, performance.now() - began));
          if (!isBackToBack)
            await setTimeout(Math.max(0, began + 60_000 / FILES_AN_HOUR - performance.now()));
        }
      })();
      for (const result of await load.run([job])) {
        if (result.errors > 0) throw new Error(`${result.name}: ${result.firstError}`);
        busy.push(result.p99);
      }
      isOver = true;
      await uploads;
      clearInterval(watch);
      memory.push(most - before);
    }
  } finally {
    await Promise.all([load.stop(), server.stop()]);
  }
  const ratios = busy.map((value, index) => value / (quiet[index] as number));
  record({
    name: 'import.ballots',
    value: median(busy),
    unit: 'ms',
    ceiling: median(quiet),
    ratio_to: median(ratios),
    detail: {
      is: 'p99 of ballots while hostile files are read',
      ceiling_is: 'the same in a quiet minute of the same run',
      aim: 'at most 2',
      is_met: median(ratios) <= 2,
      ratio: spreadOf(ratios),
    },
  });
  record({
    name: 'import.memory',
    value: Math.max(...memory) / 1e6,
    unit: 'MB',
    detail: { is: 'most that the server grew while it read them', aim: 'at most 300' },
  });
  record({
    name: 'import.refused',
    value: Math.max(...slowest.values()) / 1_000,
    unit: 's',
    detail: {
      is: 'longest until a file was refused',
      aim: 'at most 10',
      files: sent,
      by_file: Object.fromEntries(slowest),
    },
  });
}

const BOUNDARY = 'boundary-of-the-benchmark';

/** To be called before the measurement, because this process shares the processor with the server. */
const encodeBody = (bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="x.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);

async function upload(port: number, cookie: string, body: Buffer): Promise<void> {
  const origin = `http://localhost:${port}`;
  const response = await fetch(`http://127.0.0.1:${port}/can-bo/giao-dich/tep`, {
    method: 'POST',
    headers: {
      Cookie: cookie,
      Origin: origin,
      Host: `localhost:${port}`,
      'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
    body: new Uint8Array(body),
    redirect: 'manual',
  });
  await response.arrayBuffer();
  if (response.status !== 422) throw new Error(`${response.status} for a hostile file`);
}
