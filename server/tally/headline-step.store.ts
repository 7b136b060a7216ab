import type { Day } from '../lib/day.ts';
import { betweenDays } from '../storage/between-days.ts';
import { groupByDay } from '../storage/group-by-day.ts';
import { mergeIntoRows } from '../storage/merge-rows.ts';
import { rewriteRows } from '../storage/rewrite-rows.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { Level } from '../survey/definition.ts';
import {
  addToStep,
  type HeadlineStep,
  type HeadlineStepKey,
  NO_STEP,
  type StoredHeadlineStep,
} from './headline-step.ts';
import type { LevelCounts } from './level-counts.ts';

/** The overall levels of a day's new ballots, in order of arrival. */
export interface HeadlineAddition extends HeadlineStepKey {
  readonly levels: readonly Level[];
}

/** Items of one call must differ in their key. */
export async function addToHeadlineSteps(trx: Trx, additions: readonly HeadlineAddition[]): Promise<void> {
  for (const { unitCode, day, rows } of groupByDay(additions)) {
    await mergeIntoRows(trx, {
      table: 'headline_steps',
      unitCode,
      day,
      keys: ['is_set_aside'],
      values: ['released', 'pending'],
      additions: rows,
      merge({ levels }, known) {
        const before =
          known === undefined
            ? NO_STEP
            : parseStep({ released: String(known.released), pending: String(known.pending) });
        const { released, pending } = levels.reduce(addToStep, before);
        return [JSON.stringify(released), JSON.stringify(pending)];
      },
    });
  }
}

/** For `recount` alone: the day's ballots then count as not yet shown. */
export async function deleteHeadlineSteps(trx: Trx, unitCode: string, day: Day): Promise<void> {
  await trx.deleteFrom('headline_steps').where('unit_code', '=', unitCode).where('day', '=', day).execute();
}

/** Rewrites a day's rows in key order, so that the physical order does not show which changed last. */
export const reorderHeadlineSteps = (trx: Trx, day: Day): Promise<void> =>
  rewriteRows(trx, 'headline_steps', 'day', day, ['unit_code', 'is_set_aside']);

/** Steps of the days from `from` to `to`, both included. */
export async function listHeadlineSteps(
  db: Db | Trx,
  unitCode: string,
  from: Day,
  to: Day,
): Promise<StoredHeadlineStep[]> {
  const rows = await db
    .selectFrom('headline_steps')
    .selectAll()
    .where(betweenDays(unitCode, from, to))
    .execute();
  return rows.map(({ released, pending, ...key }) => ({ ...key, ...parseStep({ released, pending }) }));
}

const parseStep = (row: { released: string; pending: string }): HeadlineStep => ({
  released: JSON.parse(row.released) as LevelCounts,
  pending: JSON.parse(row.pending) as LevelCounts,
});
