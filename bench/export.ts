import { median } from '../server/statistics/quantile.ts';
import { type BenchOptions, parseOptions } from './figures/options.ts';
import { logLine, record, spreadOf } from './figures/record.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import { BALLOTS_A_SECOND, listMixedJobs } from './load/mixed-jobs.ts';
import { type ExportUse, exportBare, exportOffice, startExports } from './office/export-process.ts';
import { type FilledOffice, OFFICE_NOW } from './office/fill-office.ts';
import { inOffice } from './office/filled-office.ts';
import { startProgram } from './office/server-process.ts';

const SMALL = 10_000;
const SIZE = 1_000_000;
const LARGE = 10_000_000;
const AIMS = { memory: 1.5, ballots: 2 };

/**
 * Exports all ballots of an office on the command line: throughput, memory, and how much slower citizens'
 * ballots are meanwhile.
 */
export async function run(args: string[]): Promise<void> {
  const options = parseOptions(args, { seconds: 5, repeats: 3 });
  const small: ExportUse[] = [];
  await inOffice(options, SMALL, async (office) => {
    for (let repeat = 0; repeat < options.repeats; repeat += 1) small.push(await exportOffice(office));
  });
  for (const ballots of options.isLarge ? [SIZE, LARGE] : [SIZE]) {
    await inOffice(options, ballots, async (office) => {
      // One run suffices: an export of ten million ballots takes minutes, so its duration varies little.
      const repeats = ballots === LARGE ? 1 : options.repeats;
      logLine(`export: ${ballots} ballots, ${repeats} times, and a bare loop over the same rows`);
      await measureExport(office, small, repeats);
      logLine(`export: ${BALLOTS_A_SECOND} ballots a second, ${options.repeats} × ${options.seconds} s each`);
      await measureBallots(office, options);
    });
  }
}

async function measureExport(
  office: FilledOffice,
  small: readonly ExportUse[],
  repeats: number,
): Promise<void> {
  const exports: ExportUse[] = [];
  const bares: ExportUse[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    bares.push(await exportBare(office));
    exports.push(await exportOffice(office));
  }
  const { ballots } = office;
  const rates = exports.map(({ seconds }) => ballots / seconds);
  const ceilings = bares.map(({ seconds }) => ballots / seconds);
  const ratios = rates.map((rate, index) => rate / (ceilings[index] as number));
  record({
    name: `export.rate.${ballots}`,
    value: median(rates),
    unit: 'ballots/s',
    ceiling: median(ceilings),
    ratio_to: median(ratios),
    detail: {
      is: 'the console command from start to end, output discarded',
      ceiling_is: 'a bare loop over the same rows, their columns as JSON',
      ratio: spreadOf(ratios),
      value: spreadOf(rates),
      ceiling: spreadOf(ceilings),
    },
  });
  const peaksOf = (uses: readonly ExportUse[]) => uses.map(({ mostMb }) => mostMb);
  const ratio = median(peaksOf(exports)) / median(peaksOf(small));
  record({
    name: `export.memory.${ballots}`,
    value: median(peaksOf(exports)),
    unit: 'MB',
    ceiling: median(peaksOf(small)),
    ratio_to: ratio,
    detail: {
      is: 'peak resident memory',
      ceiling_is: `the same at ${SMALL} ballots`,
      aim: `flat: at most ${AIMS.memory}`,
      is_met: ratio <= AIMS.memory,
      value: spreadOf(peaksOf(exports)),
      ceiling: spreadOf(peaksOf(small)),
      bare: spreadOf(peaksOf(bares)),
    },
  });
}

/** Latency of ballots with and without an export at the same time, measured alternately. */
async function measureBallots(office: FilledOffice, options: BenchOptions): Promise<void> {
  const server = await startProgram('office', {
    DATA_DIR: office.dataDir,
    BENCH_NOW: OFFICE_NOW.toISOString(),
  });
  const load = startLoadGenerator();
  const measure = async (seconds: number): Promise<number> => {
    const [ballots] = await listMixedJobs(office, server.port, server.pid, seconds);
    const [result] = ballots ? await load.run([ballots]) : [];
    if (!result || result.errors > 0) throw new Error(`export: ${result?.firstError}`);
    return result.p99;
  };
  const alone: number[] = [];
  const during: number[] = [];
  try {
    await measure(1);
    for (let repeat = 0; repeat < options.repeats; repeat += 1) {
      alone.push(await measure(options.seconds));
      const exports = startExports(office);
      during.push(await measure(options.seconds).finally(() => exports.stop()));
    }
  } finally {
    await Promise.all([load.stop(), server.stop()]);
  }
  const ratios = during.map((p99, index) => p99 / (alone[index] as number));
  const ratio = median(ratios);
  record({
    name: `export.ballots.${office.ballots}`,
    value: median(during),
    unit: 'ms',
    ceiling: median(alone),
    ratio_to: ratio,
    detail: {
      is: `p99 of ${BALLOTS_A_SECOND} ballots a second while an export runs`,
      ceiling_is: 'the same without an export',
      aim: `at most ${AIMS.ballots}`,
      is_met: ratio <= AIMS.ballots,
      ratio: spreadOf(ratios),
      value: spreadOf(during),
      ceiling: spreadOf(alone),
    },
  });
}
