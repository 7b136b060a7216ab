import type { Day } from '../lib/day.ts';
import { betweenDays, mergeIntoRows, rewriteRows } from '../storage/rows.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { RULE_IDS } from '../unit/rule-setting.ts';
import { type IntakeCount, mergeCounts, NETWORK_MEASURE, trialMeasure } from './intake-measures.ts';
import { HOUR_MEASURES } from './odd-hours.ts';

/** Measures for alerts, which are kept longer than those from which rules learn their thresholds. */
const OTHER_MEASURES = [...HOUR_MEASURES, NETWORK_MEASURE, ...RULE_IDS.map(trialMeasure)];

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

/** Measures from which rules learn their thresholds, on days before `before`, sorted by day. */
export const listIntakeCounts = (db: Db | Trx, unitCode: string, before: Day): Promise<IntakeCount[]> =>
  db
    .selectFrom('intake_counts')
    .select(['day', 'measure', 'n'])
    .where('unit_code', '=', unitCode)
    .where('day', '<', before)
    .where('measure', 'not in', OTHER_MEASURES)
    .orderBy('day')
    .execute();

/** Both days included. */
export const listCountsOf = (
  db: Db | Trx,
  unitCode: string,
  measures: readonly string[],
  from: Day,
  to: Day,
): Promise<IntakeCount[]> =>
  db
    .selectFrom('intake_counts')
    .select(['day', 'measure', 'n'])
    .where(betweenDays(unitCode, from, to))
    .where('measure', 'in', measures)
    .orderBy('day')
    .execute();

/**
 * Rewrites the counts of a day in key order, so that their physical order does not reveal which one changed last.
 */
export const reorderIntakeCounts = (trx: Trx, day: Day): Promise<void> =>
  rewriteRows(trx, 'intake_counts', 'day', day, ['unit_code', 'measure']);

/** Deletes counts that rules learn from before the day `before`, and those for alerts before `othersBefore`. */
export async function deleteIntakeCounts(trx: Trx, before: Day, othersBefore: Day): Promise<void> {
  await trx
    .deleteFrom('intake_counts')
    .where('day', '<', before)
    .where('measure', 'not in', OTHER_MEASURES)
    .execute();
  await trx.deleteFrom('intake_counts').where('day', '<', othersBefore).execute();
}
