import type { ExpressionBuilder } from 'kysely';
import type { Day } from '../lib/day.ts';
import { betweenDays, groupByDay, mergeIntoRows, rewriteRows } from '../storage/rows.ts';
import type { Channel, Database, Db, Trx } from '../storage/schema.ts';
import type { CellTally } from './cell.ts';
import { type CounterDay, mergeTallies, type Tally } from './tally.ts';

/** Both days included; sorted by day. */
export async function listTallies(db: Db | Trx, unitCode: string, from: Day, to: Day): Promise<CellTally[]> {
  const rows = await db
    .selectFrom('tallies')
    .selectAll()
    .where(betweenDays(unitCode, from, to))
    .orderBy('day')
    .execute();
  return rows.map(({ counts, ballots: _, ...cell }) => ({ ...cell, tally: JSON.parse(counts) as Tally }));
}

const sumCounted = (eb: ExpressionBuilder<Database, 'tallies'>) =>
  eb.fn.sum(eb.case().when('set_aside', '=', '').then(eb.ref('ballots')).else(0).end()).as('counted');

/** Both days included; sorted by day. */
export async function listCounterDays(
  db: Db | Trx,
  unitCode: string,
  from: Day,
  to: Day,
): Promise<CounterDay[]> {
  const rows = await db
    .selectFrom('tallies')
    .select((eb) => ['day', 'counter_code', sumCounted(eb), eb.fn.sum('ballots').as('received')])
    .where(betweenDays(unitCode, from, to))
    .groupBy(['day', 'counter_code'])
    .orderBy('day')
    .execute();
  return rows.map(({ day, counter_code, counted, received }) => ({
    day,
    counter_code,
    counted: Number(counted),
    set_aside: Number(received) - Number(counted),
  }));
}

/** Ballots of a day by counter and channel. */
export interface DayCount {
  readonly day: Day;
  readonly counter: string;
  readonly channel: Channel;
  /** Including ballots set aside. */
  readonly received: number;
  /** Excluding ballots set aside. */
  readonly counted: number;
}

/** Both days included; sorted by day. */
export async function listDayCounts(db: Db | Trx, unitCode: string, from: Day, to: Day): Promise<DayCount[]> {
  const rows = await db
    .selectFrom('tallies')
    .select((eb) => [
      'day',
      'counter_code as counter',
      'channel',
      sumCounted(eb),
      eb.fn.sum('ballots').as('received'),
    ])
    .where(betweenDays(unitCode, from, to))
    .groupBy(['day', 'counter_code', 'channel'])
    .orderBy('day')
    .execute();
  return rows.map((row) => ({ ...row, received: Number(row.received), counted: Number(row.counted) }));
}

/** Adds to existing rows. Items of one call must differ in cell or day. */
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

/**
 * Cache of parsed tallies by their JSON text: each batch of ballots updates the tally that the previous batch
 * wrote.
 */
const MAX_CACHED = 200;
const parsedByText = new Map<string, Tally>();

const readTally = (counts: string): Tally => parsedByText.get(counts) ?? (JSON.parse(counts) as Tally);

function writeTally(tally: Tally): string {
  const counts = encodeTally(tally);
  if (parsedByText.size >= MAX_CACHED) parsedByText.clear();
  parsedByText.set(counts, tally);
  return counts;
}

/** Chips and low items are sorted, because the order of insertion would show which came first. */
const encodeTally = ({ ballots, questions, chips, all_equal, low, suggested }: Tally): string =>
  JSON.stringify({ ballots, questions, chips: sortKeys(chips), all_equal, low: sortKeys(low), suggested });

const sortKeys = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Only the command `recount` may replace tallies. */
export async function replaceTallies(
  trx: Trx,
  unitCode: string,
  tallies: readonly CellTally[],
): Promise<void> {
  await trx.deleteFrom('tallies').where('unit_code', '=', unitCode).execute();
  await addToTallies(trx, tallies);
}

/** Rewrites a day's rows in key order, so that their physical order does not reveal which one changed last. */
export const reorderTallies = (trx: Trx, day: Day): Promise<void> =>
  rewriteRows(trx, 'tallies', 'day', day, [
    ...(['unit_code', 'counter_code', 'channel', 'survey_id', 'survey_version', 'set_aside'] as const),
  ]);

/** Both days included; ballots set aside are counted, too. */
export async function countReceived(
  db: Db | Trx,
  unitCode: string,
  from: Day = '',
  to: Day = '9999-12-31',
): Promise<number> {
  const row = await db
    .selectFrom('tallies')
    .select((eb) => eb.fn.sum('ballots').as('n'))
    .where(betweenDays(unitCode, from, to))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

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
