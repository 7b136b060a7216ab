import { disclose } from '../disclosure/disclose.ts';
import { findCarryStart } from '../disclosure/fill-atoms.ts';
import { spanToRead } from '../disclosure/released-cells.ts';
import { type RunningDay, readRunningDay } from '../disclosure/running-day.ts';
import type { ShownCounts } from '../disclosure/shown-counts.ts';
import { addDays, type Day, dayOf } from '../lib/day.ts';
import type { Period } from '../period/period.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listHeadlineSteps } from '../tally/headline-step.store.ts';
import { listBallotCounts, listCountedByDay, listTallies } from '../tally/tally.store.ts';
import type { Unit } from '../unit/unit.ts';

/** The counts of a period's days before today. `period` must not be a sum of quarters (`quartersOf`). */
export async function loadFinishedCounts(
  db: Db | Trx,
  unit: Unit,
  period: Period,
  now: Date,
  counterCode: string | null,
): Promise<ShownCounts> {
  const isFinished = ({ day }: { readonly day: Day }) => day !== dayOf(now);
  const { from, to } = spanToRead(period);
  // Headline steps are read first: a ballot that arrives between the two queries is then in the tallies but
  // not yet in the headline.
  const steps = await listHeadlineSteps(db, unit.code, from, to);
  const tallies = await listTallies(db, unit.code, await findFirstCarriedDay(db, unit, from), to);
  return disclose(
    { period, now, tallies: tallies.filter(isFinished), steps: steps.filter(isFinished) },
    counterCode,
  );
}

export async function loadRunningDay(db: Db | Trx, unit: Unit, today: Day): Promise<RunningDay> {
  // Headline steps are read first: a ballot that arrives between the two queries is then in the counts but
  // not yet in the headline.
  const steps = await listHeadlineSteps(db, unit.code, today, today);
  return readRunningDay(today, await listBallotCounts(db, unit.code, today, today), steps);
}

/**
 * Number of earlier days that are searched before all earlier days are: an office that is open has had five
 * ballots in one of these weeks.
 */
const USUAL_CARRY_DAYS = 28;

/**
 * Ballots of earlier days may be carried into a period that begins on `from`. Returns the first such day;
 * `from` when there is none.
 */
async function findFirstCarriedDay(db: Db | Trx, unit: Unit, from: Day): Promise<Day> {
  const until = addDays(from, -1);
  const near = addDays(from, -USUAL_CARRY_DAYS);
  const usual = findCarryStart(await listCountedByDay(db, unit.code, near, until));
  if (usual !== null) return usual;
  const all = await listCountedByDay(db, unit.code, '', until);
  return findCarryStart(all) ?? all.map(({ day }) => day).sort()[0] ?? from;
}
