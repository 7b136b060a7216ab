import { median } from '../server/statistics/quantile.ts';
import { type BenchOptions, parseOptions } from './figures/options.ts';
import { logLine, record, spreadOf } from './figures/record.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import type { LoadResult } from './load/load-job.ts';
import { BALLOTS_A_SECOND, listMixedJobs } from './load/mixed-jobs.ts';
import { startExports } from './office/export-process.ts';
import { type FilledOffice, OFFICE_NOW } from './office/fill-office.ts';
import { inOffice } from './office/filled-office.ts';
import { startProgram } from './office/server-process.ts';

const BALLOTS = 1_000_000;
const AIM = 2;

/**
 * Ballots while leaders reload, programs fetch reports and an export runs; the latency of each kind of
 * request is compared with its latency alone.
 */
export async function run(args: string[]): Promise<void> {
  const options = parseOptions(args, { seconds: 6, repeats: 3 });
  logLine(
    `mixed: ${BALLOTS_A_SECOND} ballots a second with reads and an export, ${options.repeats} × ${options.seconds} s each`,
  );
  await inOffice(options, BALLOTS, (office) => measure(office, options));
}

async function measure(office: FilledOffice, options: BenchOptions): Promise<void> {
  const server = await startProgram('office', {
    DATA_DIR: office.dataDir,
    BENCH_NOW: OFFICE_NOW.toISOString(),
  });
  const load = startLoadGenerator();
  const alone = new Map<string, number[]>();
  const together = new Map<string, number[]>();
  const keep = (into: Map<string, number[]>, { name, p99, errors, firstError }: LoadResult) => {
    if (errors > 0) throw new Error(`${name}: ${firstError}`);
    into.set(name, [...(into.get(name) ?? []), p99]);
  };
  try {
    const jobsOf = (seconds: number) => listMixedJobs(office, server.port, server.pid, seconds);
    await load.run(await jobsOf(2));
    for (let repeat = 0; repeat < options.repeats; repeat += 1) {
      for (const job of await jobsOf(options.seconds / 2))
        for (const result of await load.run([job])) keep(alone, result);
      const jobs = await jobsOf(options.seconds);
      const exports = startExports(office);
      const results = await load.run(jobs).finally(() => exports.stop());
      for (const result of results) keep(together, result);
    }
  } finally {
    await Promise.all([load.stop(), server.stop()]);
  }
  for (const [name, values] of together) {
    const single = alone.get(name) ?? [];
    const ratios = values.map((value, index) => value / (single[index] as number));
    const ratio = median(ratios);
    record({
      name: `mixed.${name}`,
      value: median(values),
      unit: 'ms',
      ceiling: median(single),
      ratio_to: ratio,
      detail: {
        is: 'p99, while all others and an export of all days run',
        ceiling_is: 'the same alone',
        aim: `at most ${AIM}`,
        is_met: ratio <= AIM,
        ratio: spreadOf(ratios),
        value: spreadOf(values),
        ceiling: spreadOf(single),
        ballots_before: BALLOTS,
      },
    });
  }
}
