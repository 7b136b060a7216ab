import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { createApp } from '../server/app.ts';
import { parseConfig } from '../server/config.ts';
import { type Context, createContext } from '../server/context.ts';
import { type Period, parsePeriod } from '../server/period/period.ts';
import { createReportReader } from '../server/reporting/report-reader.ts';
import { recount } from '../server/response/recount.ts';
import { loadLeaderView } from '../server/results/load-leader-view.ts';
import { loadPublicView } from '../server/results/load-public-view.ts';
import { median, quantile } from '../server/statistics/quantile.ts';
import { getMainUnit } from '../server/unit/main-unit.ts';
import { parseOptions } from './figures/options.ts';
import { record, spreadOf } from './figures/record.ts';
import { type FilledOffice, OFFICE_NOW } from './office/fill-office.ts';
import { inOffice } from './office/filled-office.ts';

const SMALL = 10_000;
const SIZES = [SMALL, 1_000_000];
const LARGE = 10_000_000;
/** Longest acceptable p99 in milliseconds: leaders do not notice such a delay. */
const AIM_MS = 10;
const AIM_RATIO = 1.5;
/** A year and a reporting year that are not over, the last closed week, and the week that is not over. */
const READINGS = { year: '2024', report_year: 'BC-2024', week: '2024-W47', running_week: '2024-W49' };

/**
 * Reads a leader's figures and pages in offices with ten thousand and a million ballots of one year, with
 * `--large` also ten million.
 */
export async function run(args: string[]): Promise<void> {
  const options = parseOptions(args, { repeats: 200 });
  const small = new Map<string, number>();
  for (const ballots of options.isLarge ? [...SIZES, LARGE] : SIZES) {
    await inOffice(options, ballots, async (office) => {
      const figures = await readOffice(office, options.repeats);
      for (const { name, p50, p99, ceiling } of figures) {
        const value = median(p99);
        if (ballots === SMALL) small.set(name, value);
        record({
          name: `read.${name}.${ballots}`,
          value,
          unit: 'ms',
          ceiling: median(ceiling),
          ratio_to: value / median(ceiling),
          detail: {
            is: 'p99',
            p50: Number(p50.toFixed(2)),
            repeats: `${ROUNDS} × ${options.repeats}`,
            ceiling_is: 'p99 of an index lookup of the same tally rows, as bytes',
            to_10_thousand: Number((value / (small.get(name) ?? value)).toFixed(2)),
            value: spreadOf(p99),
            ceiling: spreadOf(ceiling),
            aim: `at most ${AIM_MS} ms and ${AIM_RATIO} times the same at ${SMALL} ballots`,
          },
        });
      }
    });
  }
}

interface Reading {
  readonly name: string;
  readonly p50: number;
  /** p99 of each round, in milliseconds. */
  readonly p99: readonly number[];
  readonly ceiling: readonly number[];
}

async function readOffice(office: FilledOffice, repeats: number): Promise<Reading[]> {
  const clock = { now: () => OFFICE_NOW };
  const context = await createContext(parseConfig({ DATA_DIR: office.dataDir, LOG_LEVEL: 'error' }), {
    clock,
  });
  try {
    const unit = await getMainUnit(context.db);
    if (office.ballots <= SMALL) await checkTallies(context, unit.code, office.ballots);
    const { db, surveys } = context;
    const openReader = () => createReportReader(db, surveys, unit, OFFICE_NOW);
    const report = (id: string) => openReader().loadBody(parsePeriod(id) as Period);
    const app = createApp(context);
    const page = async (path: string) => {
      const answer = await app.request(`http://localhost${path}`, { headers: { cookie: office.cookie } });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      await answer.text();
    };
    const readings: [string, () => Promise<unknown>, string, string][] = [
      ['leader', () => loadLeaderView(db, surveys, unit, OFFICE_NOW, null), '2024-11-04', '2024-12-04'],
      ['leader_page', () => page('/lanh-dao'), '2024-11-04', '2024-12-04'],
      ['public', () => loadPublicView(db, surveys, unit, OFFICE_NOW, null), '2024-09-15', '2024-12-04'],
      ['public_page', () => page('/ket-qua'), '2024-09-15', '2024-12-04'],
      ['year', () => report(READINGS.year), '2023-12-04', '2024-12-04'],
      ['report_year', () => report(READINGS.report_year), '2023-12-04', '2024-12-04'],
      ['week', () => report(READINGS.week), '2024-11-18', '2024-11-24'],
      ['running_week', () => report(READINGS.running_week), '2024-11-25', '2024-12-04'],
      [
        'computed_year',
        () => openReader().compute(parsePeriod(READINGS.year) as Period),
        '2023-12-04',
        '2024-12-04',
      ],
    ];
    const figures: Reading[] = [];
    for (const [name, read, from, to] of readings) {
      const lookUp = prepareLookup(office.dataDir, unit.code, from, to);
      figures.push({ name, ...(await measureBeside(read, lookUp.read, repeats)) });
      lookUp.close();
    }
    return figures;
  } finally {
    await context.close();
  }
}

async function checkTallies(context: Context, unitCode: string, ballots: number): Promise<void> {
  const differences = await recount(context.db, context.surveys, unitCode);
  if (differences.length > 0)
    throw new Error(`the made-up tallies of ${ballots} ballots do not agree with them`);
}

/** For comparison: reads the rows of a range of days by their key, and does nothing with them. */
function prepareLookup(dataDir: string, unitCode: string, from: string, to: string) {
  const connection = new SqliteConnection(join(dataDir, 'hailong.sqlite'), { readonly: true });
  const statement = connection
    .prepare('select * from tallies where unit_code = ? and day between ? and ?')
    .raw();
  return { read: () => statement.all(unitCode, from, to).length, close: () => connection.close() };
}

/** Each round measures a p99 of its own: their spread shows how much it varies. */
const ROUNDS = 3;

async function measureBeside(
  read: () => Promise<unknown>,
  lookUp: () => unknown,
  repeats: number,
): Promise<Omit<Reading, 'name'>> {
  const all: number[] = [];
  const p99: number[] = [];
  const ceiling: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: number[] = [];
    const ceilings: number[] = [];
    for (let repeat = round === 0 ? -Math.ceil(repeats / 10) : 0; repeat < repeats; repeat += 1) {
      const began = performance.now();
      lookUp();
      const between = performance.now();
      await read();
      const end = performance.now();
      if (repeat < 0) continue;
      ceilings.push(between - began);
      times.push(end - between);
    }
    for (const list of [times, ceilings]) list.sort((a, b) => a - b);
    all.push(...times);
    p99.push(quantile(times, 0.99));
    ceiling.push(quantile(ceilings, 0.99));
  }
  return { p50: median(all), p99, ceiling };
}
