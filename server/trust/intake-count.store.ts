import type { Day } from '../lib/day.ts';
import { betweenDays } from '../storage/between-days.ts';
import { mergeIntoRows } from '../storage/merge-rows.ts';
import { rewriteRows } from '../storage/rewrite-rows.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { HOUR_MEASURES } from './hour-counts.ts';
import { type IntakeCount, mergeCounts } from './intake-measures.ts';

/** `counts`: increments by measure. */
export async function addToIntakeCounts(
  trx: Trx,
  unitCode: string,
  day: Day,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  await mergeIntoRows(trx, {
    table: 'intake_counts',
    unitCode,
    day,
    keys: ['measure'],
    values: ['n'],
    additions: [...counts].map(([measure, n]) => ({ measure, n })),
    merge: ({ measure, n }, known) => [known === undefined ? n : mergeCounts(measure, Number(known.n), n)],
  });
}

/** Days before `before`, in order; without the counts of hours. */
export const listIntakeCounts = (db: Db | Trx, unitCode: string, before: Day): Promise<IntakeCount[]> =>
  db
    .selectFrom('intake_counts')
    .select(['day', 'measure', 'n'])
    .where('unit_code', '=', unitCode)
    .where('day', '<', before)
    .where('measure', 'not in', [...HOUR_MEASURES])
    .orderBy('day')
    .execute();

/** Counts of hours on the days from `from` to `to`, both included. */
export const listHourCounts = (db: Db | Trx, unitCode: string, from: Day, to: Day): Promise<IntakeCount[]> =>
  db
    .selectFrom('intake_counts')
    .select(['day', 'measure', 'n'])
    .where(betweenDays(unitCode, from, to))
    .where('measure', 'in', [...HOUR_MEASURES])
    .orderBy('day')
    .execute();

/** Rewrites the counts of a day in key order, so that neither engine reveals which row was changed last. */
export const reorderIntakeCounts = (trx: Trx, day: Day): Promise<void> =>
  rewriteRows(trx, 'intake_counts', 'day', day, ['unit_code', 'measure']);

/**
 * Deletes counts of days before `before`; counts of hours are kept longer and deleted before `hoursBefore`.
 */
export async function deleteIntakeCounts(trx: Trx, before: Day, hoursBefore: Day): Promise<void> {
  await trx
    .deleteFrom('intake_counts')
    .where('day', '<', before)
    .where('measure', 'not in', [...HOUR_MEASURES])
    .execute();
  await trx.deleteFrom('intake_counts').where('day', '<', hoursBefore).execute();
}
