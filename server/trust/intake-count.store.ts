import type { Day } from '../lib/day.ts';
import { lockRows } from '../storage/dialect.ts';
import { rewriteRows } from '../storage/rewrite-rows.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { HOUR_MEASURES } from './hour-counts.ts';
import { type IntakeCount, mergeCounts } from './intake-measures.ts';

/** Adds counts by measure of how a unit's ballots of a day came in. */
export async function addToIntakeCounts(
  trx: Trx,
  unitCode: string,
  day: Day,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  // One order for all processes, so that none waits for another in a ring.
  for (const [measure, n] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = { unit_code: unitCode, day, measure };
    // Inserting first takes the row's lock on PostgreSQL, so that two processes cannot both start at zero.
    const inserted = await trx
      .insertInto('intake_counts')
      .values({ ...key, n })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 1n) continue;
    const known = await lockRows(
      trx,
      trx
        .selectFrom('intake_counts')
        .select('n')
        .where((eb) => eb.and(key)),
    ).executeTakeFirstOrThrow();
    const merged = mergeCounts(measure, known.n, n);
    if (merged === known.n) continue;
    await trx
      .updateTable('intake_counts')
      .set({ n: merged })
      .where((eb) => eb.and(key))
      .execute();
  }
}

/** A unit's counts of the days before `before`, those of hours left out, in the order of days. */
export const listIntakeCounts = (db: Db | Trx, unitCode: string, before: Day): Promise<IntakeCount[]> =>
  db
    .selectFrom('intake_counts')
    .select(['day', 'measure', 'n'])
    .where('unit_code', '=', unitCode)
    .where('day', '<', before)
    .where('measure', 'not in', [...HOUR_MEASURES])
    .orderBy('day')
    .execute();

/** A unit's counts of hours of the days from `from` to `to`, both included. */
export const listHourCounts = (db: Db | Trx, unitCode: string, from: Day, to: Day): Promise<IntakeCount[]> =>
  db
    .selectFrom('intake_counts')
    .select(['day', 'measure', 'n'])
    .where('unit_code', '=', unitCode)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('measure', 'in', [...HOUR_MEASURES])
    .orderBy('day')
    .execute();

/** Writes a day's rows anew in the order of their keys, so that neither engine keeps which was changed last. */
export const reorderIntakeCounts = (trx: Trx, day: Day): Promise<void> =>
  rewriteRows(trx, 'intake_counts', 'day', day, ['unit_code', 'measure']);

/** Forgets the counts of the days before `before`, and those of hours of the days before `hoursBefore`. */
export async function deleteIntakeCounts(trx: Trx, before: Day, hoursBefore: Day): Promise<void> {
  await trx
    .deleteFrom('intake_counts')
    .where('day', '<', before)
    .where('measure', 'not in', [...HOUR_MEASURES])
    .execute();
  await trx.deleteFrom('intake_counts').where('day', '<', hoursBefore).execute();
}
