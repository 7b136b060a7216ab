import { median } from '../server/statistics/quantile.ts';
import { type BenchOptions, parseOptions } from './figures/options.ts';
import { logLine, record, spreadOf } from './figures/record.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import type { LoadJob } from './load/load-job.ts';
import { listMixedJobs } from './load/mixed-jobs.ts';
import { type FilledOffice, OFFICE_NOW } from './office/fill-office.ts';
import { inOffice } from './office/filled-office.ts';
import { startProgram } from './office/server-process.ts';

const BALLOTS = 10_000;
const CONNECTIONS = 64;
const AIM = 1.5;

/** Latency of ballots while 64 connections request the public results without a pause, compared with ballots alone. */
export async function run(args: string[]): Promise<void> {
  const options = parseOptions(args, { seconds: 10, repeats: 3 });
  logLine(`hammer: ${options.rate} ballots a second, alone and with ${CONNECTIONS} connections at /ket-qua`);
  await inOffice(options, BALLOTS, (office) => measure(office, options));
}

async function measure(office: FilledOffice, options: BenchOptions): Promise<void> {
  const server = await startProgram('office', {
    DATA_DIR: office.dataDir,
    BENCH_NOW: OFFICE_NOW.toISOString(),
  });
  const load = startLoadGenerator();
  const alone: number[] = [];
  const hammered: number[] = [];
  const requests: number[] = [];
  const runJobs = async (jobs: readonly LoadJob[]) => {
    const results = await load.run(jobs);
    for (const { name, errors, firstError } of results)
      if (errors > 0) throw new Error(`${name}: ${firstError}`);
    return results;
  };
  try {
    const ballotsFor = async (seconds: number) => {
      const jobs = await listMixedJobs(office, server.port, server.pid, seconds, options.rate);
      return jobs.find(({ name }) => name === 'ballots') as LoadJob;
    };
    await runJobs([await ballotsFor(2)]);
    for (let repeat = 0; repeat < options.repeats; repeat += 1) {
      const ballots = await ballotsFor(options.seconds);
      for (const { p99 } of await runJobs([ballots])) alone.push(p99);
      const plan = { kind: 'get', path: '/ket-qua', headers: { 'Accept-Encoding': 'gzip' } } as const;
      const hammer = {
        ...ballots,
        name: 'hammer',
        connections: CONNECTIONS,
        rate: null,
        plan,
        serverPid: null,
      };
      for (const { name, p99, done, seconds } of await runJobs([ballots, hammer]))
        name === 'hammer' ? requests.push(done / seconds) : hammered.push(p99);
    }
  } finally {
    await Promise.all([load.stop(), server.stop()]);
  }
  const ratios = hammered.map((value, index) => value / (alone[index] as number));
  const ratio = median(ratios);
  record({
    name: 'hammer.ballots',
    value: median(hammered),
    unit: 'ms',
    ceiling: median(alone),
    ratio_to: ratio,
    detail: {
      is: `p99 of ballots while ${CONNECTIONS} connections request /ket-qua one after the other`,
      ceiling_is: 'p99 of ballots alone, in the same run',
      aim: `at most ${AIM}`,
      is_met: ratio <= AIM,
      ratio: spreadOf(ratios),
      value: spreadOf(hammered),
      ceiling: spreadOf(alone),
      results_a_second: Math.round(median(requests)),
      ballots_a_second: options.rate,
    },
  });
}
