import type { Day } from '../lib/day.ts';
import { mergeIntoRows } from '../storage/merge-rows.ts';
import { rewriteRows } from '../storage/rewrite-rows.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { countMeasures, type IntakeCount, type IntakeMeasures, mergeCounts } from './intake-measures.ts';

/** Adds what a unit's ballots of a day say of how they came in. */
export async function addToIntakeCounts(
  trx: Trx,
  unitCode: string,
  day: Day,
  ballots: readonly IntakeMeasures[],
): Promise<void> {
  await mergeIntoRows(trx, {
    table: 'intake_counts',
    unitCode,
    day,
    keys: ['measure'],
    values: ['n'],
    additions: [...countMeasures(ballots)].map(([measure, n]) => ({ measure, n })),
    merge: (known, { measure, n }) => ({ measure, n: mergeCounts(measure, known.n, n) }),
  });
}

/** A unit's counts of the days before `before`, in the order of days. */
export const listIntakeCounts = (db: Db | Trx, unitCode: string, before: Day): Promise<IntakeCount[]> =>
  db
    .selectFrom('intake_counts')
    .select(['day', 'measure', 'n'])
    .where('unit_code', '=', unitCode)
    .where('day', '<', before)
    .orderBy('day')
    .execute();

/** Writes a day's rows anew in the order of their keys, so that neither engine keeps which was changed last. */
export const reorderIntakeCounts = (trx: Trx, day: Day): Promise<void> =>
  rewriteRows(trx, 'intake_counts', 'day', day, ['unit_code', 'measure']);

/** Forgets the counts of the days before `before`. */
export async function deleteIntakeCounts(trx: Trx, before: Day): Promise<void> {
  await trx.deleteFrom('intake_counts').where('day', '<', before).execute();
}
