import type { Day } from '../lib/day.ts';
import { lockRows } from '../storage/dialect.ts';
import { rewriteRows } from '../storage/rewrite-rows.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { addLevels, type LevelCounts } from './level-counts.ts';

/** Overall levels of those who said which kind of respondent they are, or in which field they came. */
export interface RespondentTally {
  readonly unit_code: string;
  readonly day: Day;
  readonly counter_code: string;
  readonly dimension: 'kind' | 'field';
  readonly option_id: string;
  readonly levels: LevelCounts;
}

const keyOf = (row: RespondentTally): string =>
  [row.unit_code, row.day, row.counter_code, row.dimension, row.option_id].join('\n');

/** Adds to what is counted already. Items of one call must differ in their key. */
export async function addToRespondentTallies(trx: Trx, additions: readonly RespondentTally[]): Promise<void> {
  const inOrder = [...additions].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const { levels, ...key } of inOrder) {
    const inserted = await trx
      .insertInto('respondent_tallies')
      .values({ ...key, counts: JSON.stringify(levels) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 1n) continue;
    const known = await lockRows(
      trx,
      trx
        .selectFrom('respondent_tallies')
        .select('counts')
        .where((eb) => eb.and(key)),
    ).executeTakeFirstOrThrow();
    const counts = JSON.stringify(addLevels(JSON.parse(known.counts) as LevelCounts, levels));
    await trx
      .updateTable('respondent_tallies')
      .set({ counts })
      .where((eb) => eb.and(key))
      .execute();
  }
}

/** Writes a day's rows anew, so that neither engine keeps which was changed last. */
export const reorderRespondentTallies = (trx: Trx, day: Day): Promise<void> =>
  rewriteRows(trx, 'respondent_tallies', 'day', day, ['unit_code', 'counter_code', 'dimension', 'option_id']);

/** A unit's respondent tallies of the days from `from` to `to`, both included. */
export async function listRespondentTallies(
  db: Db | Trx,
  unitCode: string,
  from: Day,
  to: Day,
): Promise<RespondentTally[]> {
  const rows = await db
    .selectFrom('respondent_tallies')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  return rows.map(({ counts, ...key }) => ({ ...key, levels: JSON.parse(counts) as LevelCounts }));
}
