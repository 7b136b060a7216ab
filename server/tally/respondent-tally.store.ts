import type { Day } from '../lib/day.ts';
import { betweenDays, groupByDay, mergeIntoRows, rewriteRows } from '../storage/rows.ts';
import type { Database, Db, Trx } from '../storage/schema.ts';
import { addLevels, type LevelCounts } from './level-counts.ts';

/** Answers to `overall` by the kind or field of respondents who stated it. */
export interface RespondentTally extends Omit<Database['respondent_tallies'], 'counts'> {
  readonly levels: LevelCounts;
}

/** Adds to existing rows. Items of one call must differ in their key. */
export async function addToRespondentTallies(trx: Trx, additions: readonly RespondentTally[]): Promise<void> {
  for (const { unitCode, day, rows } of groupByDay(additions)) {
    await mergeIntoRows(trx, {
      table: 'respondent_tallies',
      unitCode,
      day,
      keys: ['counter_code', 'dimension', 'option_id'],
      values: ['counts'],
      additions: rows,
      merge: ({ levels }, known) => [
        JSON.stringify(known === undefined ? levels : addLevels(parseLevels(String(known.counts)), levels)),
      ],
    });
  }
}

const parseLevels = (counts: string): LevelCounts => JSON.parse(counts) as LevelCounts;

/** Rewrites a day's rows in key order, so that their physical order does not reveal which one changed last. */
export const reorderRespondentTallies = (trx: Trx, day: Day): Promise<void> =>
  rewriteRows(trx, 'respondent_tallies', 'day', day, ['unit_code', 'counter_code', 'dimension', 'option_id']);

/** Both days included. */
export async function listRespondentTallies(
  db: Db | Trx,
  unitCode: string,
  from: Day,
  to: Day,
): Promise<RespondentTally[]> {
  const rows = await db
    .selectFrom('respondent_tallies')
    .selectAll()
    .where(betweenDays(unitCode, from, to))
    .execute();
  return rows.map(({ counts, ...key }) => ({ ...key, levels: parseLevels(counts) }));
}
