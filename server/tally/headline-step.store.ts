import type { Day } from '../lib/day.ts';
import { lockRows } from '../storage/dialect.ts';
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

/** Takes ballots into a running day's headline, in the order given. */
export async function addToHeadlineStep(
  trx: Trx,
  key: HeadlineStepKey,
  levels: readonly Level[],
): Promise<void> {
  const known = (await lockStep(trx, key)) ?? (await beginStep(trx, key));
  const step = levels.reduce(addToStep, parseStep(known));
  await trx
    .updateTable('headline_steps')
    .set({ released: JSON.stringify(step.released), pending: JSON.stringify(step.pending) })
    .where((eb) => eb.and({ ...key }))
    .execute();
}

const lockStep = (trx: Trx, key: HeadlineStepKey) =>
  lockRows(
    trx,
    trx
      .selectFrom('headline_steps')
      .select(['released', 'pending'])
      .where((eb) => eb.and({ ...key })),
  ).executeTakeFirst();

/** A day's first ballot; another process's may have come between. */
async function beginStep(trx: Trx, key: HeadlineStepKey) {
  const empty = JSON.stringify(NO_STEP.released);
  await trx
    .insertInto('headline_steps')
    .values({ ...key, released: empty, pending: empty })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const begun = await lockStep(trx, key);
  if (!begun) throw new Error('the headline of a day was not begun');
  return begun;
}

/** Forgets the headline's steps of a day, for `recount` alone: its ballots then count as not yet shown. */
export async function deleteHeadlineSteps(trx: Trx, unitCode: string, day: Day): Promise<void> {
  await trx.deleteFrom('headline_steps').where('unit_code', '=', unitCode).where('day', '=', day).execute();
}

/** Writes a day's rows anew, so that neither engine keeps which was changed last. */
export const reorderHeadlineSteps = (trx: Trx, day: Day): Promise<void> =>
  rewriteRows(trx, 'headline_steps', 'day', day, ['unit_code', 'is_set_aside']);

/** The headline's steps of a unit's days from `from` to `to`, both included. */
export async function listHeadlineSteps(
  db: Db | Trx,
  unitCode: string,
  from: Day,
  to: Day,
): Promise<StoredHeadlineStep[]> {
  const rows = await db
    .selectFrom('headline_steps')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  return rows.map(({ released, pending, ...key }) => ({ ...key, ...parseStep({ released, pending }) }));
}

const parseStep = (row: { released: string; pending: string }): HeadlineStep => ({
  released: JSON.parse(row.released) as LevelCounts,
  pending: JSON.parse(row.pending) as LevelCounts,
});
