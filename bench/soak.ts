import { parseOptions } from './figures/options.ts';
import { logLine, record } from './figures/record.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import type { LoadResult } from './load/load-job.ts';
import { listMixedJobs } from './load/mixed-jobs.ts';
import { OFFICE_NOW } from './office/fill-office.ts';
import { inOffice } from './office/filled-office.ts';
import { residentBytes } from './office/process-use.ts';
import { startProgram } from './office/server-process.ts';

const BALLOTS = 10_000;
/** Load runs in phases of this length; between them forms are opened for the next phase. */
const PHASE_SECONDS = 20;
const MEGABYTE = 1_000_000;

/**
 * Mixed load for `--minutes` (default 10). There must be no errors, and memory must not grow: its peak in the
 * last third is compared with that in the second.
 */
export async function run(args: string[]): Promise<void> {
  const options = parseOptions(args);
  logLine(`soak: ${options.minutes} minutes of mixed load`);
  await inOffice(options, BALLOTS, async (office) => {
    const server = await startProgram('office', {
      DATA_DIR: office.dataDir,
      BENCH_NOW: OFFICE_NOW.toISOString(),
    });
    const load = startLoadGenerator();
    const samples: { minute: number; mb: number }[] = [];
    const began = performance.now();
    const minute = () => (performance.now() - began) / 60_000;
    const watch = setInterval(() => {
      samples.push({ minute: minute(), mb: (residentBytes(server.pid) ?? 0) / MEGABYTE });
    }, 1_000);
    const results: LoadResult[] = [];
    try {
      while (minute() < options.minutes) {
        const seconds = Math.min(PHASE_SECONDS, (options.minutes - minute()) * 60 + 1);
        const jobs = await listMixedJobs(office, server.port, server.pid, seconds, options.rate);
        results.push(...(await load.run(jobs)));
      }
    } finally {
      clearInterval(watch);
      await Promise.all([load.stop(), server.stop()]);
    }
    report(samples, results, options.minutes);
  });
}

function report(
  samples: readonly { minute: number; mb: number }[],
  results: readonly LoadResult[],
  minutes: number,
): void {
  const mostIn = (from: number, to: number): number =>
    Math.max(...samples.filter(({ minute }) => minute >= from && minute < to).map(({ mb }) => mb));
  const leastIn = (from: number, to: number): number =>
    Math.min(...samples.filter(({ minute }) => minute >= from && minute < to).map(({ mb }) => mb));
  const third = minutes / 3;
  const early = mostIn(third, 2 * third);
  const late = mostIn(minutes - third, minutes + 1);
  const failed = results.find(({ errors }) => errors > 0);
  record({
    name: 'soak.memory',
    value: late,
    unit: 'MB',
    ceiling: early,
    ratio_to: late / early,
    detail: {
      is: 'the most in the last third',
      ceiling_is: 'the most in the second third',
      aim: 'at most 1.05 after an hour',
      value: { low: Math.round(leastIn(minutes - third, minutes + 1)), high: Math.round(late) },
      ceiling: { low: Math.round(leastIn(third, 2 * third)), high: Math.round(early) },
      minutes,
      first_minute: Math.round(mostIn(0, 1)),
      requests: results.reduce((sum, { done }) => sum + done, 0),
    },
  });
  record({
    name: 'soak.errors',
    value: results.reduce((sum, { errors }) => sum + errors, 0),
    unit: 'errors',
    detail: { aim: 'none', first: failed?.firstError ?? null },
  });
  if (failed) throw new Error(`soak: ${failed.name}: ${failed.firstError}`);
}
