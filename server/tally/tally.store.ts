import type { Day } from '../lib/day.ts';
import { groupByDay } from '../storage/group-by-day.ts';
import { mergeIntoRows } from '../storage/merge-rows.ts';
import { rewriteRows } from '../storage/rewrite-rows.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { CellTally } from './cell.ts';
import { mergeTallies, type Tally } from './tally.ts';

/** The tallies of a unit's days from `from` to `to`, both included, in the order of days. */
export async function listTallies(db: Db | Trx, unitCode: string, from: Day, to: Day): Promise<CellTally[]> {
  const rows = await db
    .selectFrom('tallies')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
  return rows.map(({ counts, ballots: _, ...cell }) => ({ ...cell, tally: JSON.parse(counts) as Tally }));
}

/** How many ballots that count each day of a unit brought, from `from` to `to`, both included. */
export async function listCountedByDay(
  db: Db | Trx,
  unitCode: string,
  from: Day,
  to: Day,
): Promise<{ day: Day; ballots: number }[]> {
  const rows = await db
    .selectFrom('tallies')
    .select(['day', (eb) => eb.fn.sum('ballots').as('n')])
    .where('unit_code', '=', unitCode)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('set_aside', '=', '')
    .groupBy('day')
    .execute();
  return rows.map(({ day, n }) => ({ day, ballots: Number(n) }));
}

/** How many ballots a day, counter and channel has: those that count (`set_aside` ''), or set aside for a reason. */
export interface BallotCount extends Pick<CellTally, 'day' | 'counter_code' | 'channel' | 'set_aside'> {
  readonly ballots: number;
}

/** How many ballots a unit's days from `from` to `to` have, both included, without what they answer. */
export async function listBallotCounts(
  db: Db | Trx,
  unitCode: string,
  from: Day,
  to: Day,
): Promise<BallotCount[]> {
  const rows = await db
    .selectFrom('tallies')
    .select(['day', 'counter_code', 'channel', 'set_aside', (eb) => eb.fn.sum('ballots').as('n')])
    .where('unit_code', '=', unitCode)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['day', 'counter_code', 'channel', 'set_aside'])
    .orderBy('day')
    .execute();
  return rows.map(({ n, ...cell }) => ({ ...cell, ballots: Number(n) }));
}

/** Adds to what is counted already. Items of one call must lie in different cells or days. */
export async function addToTallies(trx: Trx, additions: readonly CellTally[]): Promise<void> {
  for (const { unitCode, day, rows } of groupByDay(additions)) {
    await mergeIntoRows(trx, {
      table: 'tallies',
      unitCode,
      day,
      keys: ['counter_code', 'channel', 'survey_id', 'survey_version', 'set_aside'],
      values: ['ballots', 'counts'],
      additions: rows,
      merge({ tally }, known) {
        const merged = known === undefined ? tally : mergeTallies(readTally(String(known.counts)), tally);
        return [merged.ballots, writeTally(merged)];
      },
    });
  }
}

/** Counts of a running day are read again by the next group that adds to them; more than these are not running. */
const MOST_WRITTEN = 200;
const written = new Map<string, Tally>();

/** The tally of a text, without reading it where it was just written. */
const readTally = (counts: string): Tally => written.get(counts) ?? (JSON.parse(counts) as Tally);

function writeTally(tally: Tally): string {
  const counts = encodeTally(tally);
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(counts, tally);
  return counts;
}

/** Reasons and low items are sorted: in the order in which they were first given they would tell who came first. */
const encodeTally = ({ ballots, questions, chips, all_equal, low, suggested }: Tally): string =>
  JSON.stringify({ ballots, questions, chips: sortKeys(chips), all_equal, low: sortKeys(low), suggested });

const sortKeys = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Puts tallies in the place of all that a unit has; for `recount` alone. */
export async function replaceTallies(
  trx: Trx,
  unitCode: string,
  tallies: readonly CellTally[],
): Promise<void> {
  await trx.deleteFrom('tallies').where('unit_code', '=', unitCode).execute();
  await addToTallies(trx, tallies);
}

/** Rewrites a day's rows, so that neither engine keeps which was changed last. */
export const reorderTallies = (trx: Trx, day: Day): Promise<void> =>
  rewriteRows(trx, 'tallies', 'day', day, [
    ...(['unit_code', 'counter_code', 'channel', 'survey_id', 'survey_version', 'set_aside'] as const),
  ]);

/** All ballots that a unit received, set aside or not; with days, between the two, both included. */
export async function countReceived(
  db: Db | Trx,
  unitCode: string,
  from: Day = '',
  to: Day = '9999-12-31',
): Promise<number> {
  const row = await db
    .selectFrom('tallies')
    .select((eb) => eb.fn.sum('ballots').as('n'))
    .where('unit_code', '=', unitCode)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** The first day for which a unit has a tally; null where it has none. */
export async function findFirstTalliedDay(db: Db | Trx, unitCode: string): Promise<Day | null> {
  const row = await db
    .selectFrom('tallies')
    .select('day')
    .where('unit_code', '=', unitCode)
    .orderBy('day')
    .limit(1)
    .executeTakeFirst();
  return row?.day ?? null;
}
