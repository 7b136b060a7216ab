import { type Disclosed, disclose, spanToRead, sumQuarters } from '../disclosure/disclose.ts';
import { findCarryStart } from '../disclosure/fill-atoms.ts';
import { addRunningDay, type RunningDay, readRunningDay } from '../disclosure/running-day.ts';
import { addDays, type Day, dayOf } from '../lib/day.ts';
import { quartersOf } from '../period/atoms.ts';
import { isClosed, isRunning, type Period } from '../period/period.ts';
import { findLastSettledDay } from '../response/settled-day.store.ts';
import { readSettledCells } from '../storage/recent-reads.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listHeadlineSteps } from '../tally/headline-step.store.ts';
import { listBallotCounts, listCountedByDay, listTallies } from '../tally/tally.store.ts';
import type { Unit } from '../unit/unit.ts';

/** A counter that has ballots of a day. */
export interface TalliedCounter {
  readonly day: Day;
  readonly counter_code: string;
}

/** What may be shown of a unit's period, and which counters had ballots on its days. */
export interface LoadedDisclosure {
  readonly disclosed: Disclosed;
  readonly tallied: readonly TalliedCounter[];
}

/**
 * What of a unit's period may be shown at an instant. Finished days change no more once they are settled, so what
 * they bring is put together once a day; only the running day is read each time, however many ballots there are.
 */
export async function loadDisclosed(
  db: Db | Trx,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<LoadedDisclosure> {
  const today = dayOf(now);
  if ((await findLastSettledDay(db)) !== addDays(today, -1)) return discloseAfresh(db, unit, period, now);
  const quarters = quartersOf(period);
  if (quarters.length === 0) return discloseSettled(db, unit, period, now, today);
  const parts: LoadedDisclosure[] = [];
  for (const quarter of quarters) parts.push(await discloseSettled(db, unit, quarter, now, today));
  return {
    disclosed: sumQuarters(
      parts.map(({ disclosed }) => disclosed),
      isClosed(period, now),
    ),
    tallied: parts.flatMap(({ tallied }) => tallied),
  };
}

/** The same without remembering anything: while a day that is over can still get ballots, or for what is asked once. */
export const discloseAfresh = (
  db: Db | Trx,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<LoadedDisclosure> => discloseDays(db, unit, period, now, () => true);

/** What a period that is no sum shows of its finished days, today left out. */
export async function discloseFinished(
  db: Db | Trx,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<LoadedDisclosure> {
  const today = dayOf(now);
  return discloseDays(db, unit, period, now, ({ day }) => day !== today);
}

async function discloseDays(
  db: Db | Trx,
  unit: Unit,
  period: Period,
  now: Date,
  isWanted: (row: { readonly day: Day }) => boolean,
): Promise<LoadedDisclosure> {
  const { from, to } = spanToRead(period);
  // In this order: ballots that arrive in between are then in the tallies and not yet in the headline.
  const steps = (await listHeadlineSteps(db, unit.code, from, to)).filter(isWanted);
  const read = await listTallies(db, unit.code, await findFirstDay(db, unit, from), to);
  const tallies = read.filter(isWanted);
  const tallied = tallies.map(({ day, counter_code }) => ({ day, counter_code }));
  return { disclosed: disclose({ period, now, tallies, steps }), tallied };
}

/** The finished days of a period that is no sum, as they were remembered, and its running day as it is. */
async function discloseSettled(
  db: Db | Trx,
  unit: Unit,
  period: Period,
  now: Date,
  today: Day,
): Promise<LoadedDisclosure> {
  const key = ['disclosed', unit.code, period.kind, period.from, period.to, today].join('\n');
  const finished = await readSettledCells(db, key, ['tallies', 'headline_steps'], () =>
    discloseFinished(db, unit, period, now),
  );
  if (!isRunning(period, today)) return finished;
  const running = await loadRunningDay(db, unit, today);
  return { disclosed: addRunningDay(finished.disclosed, running), tallied: finished.tallied };
}

/** What the running day brings to every open period in which it lies. */
export async function loadRunningDay(db: Db | Trx, unit: Unit, today: Day): Promise<RunningDay> {
  // In this order: ballots that arrive in between are then in the counts and not yet in the headline.
  const steps = await listHeadlineSteps(db, unit.code, today, today);
  return readRunningDay(today, await listBallotCounts(db, unit.code, today, today), steps);
}

/** How far back to look at first: an office that is open has had its five ballots in one of these weeks. */
const USUAL_CARRY_DAYS = 28;

/** The first day whose ballots may have been too few where they came, and count in what begins on `from`. */
async function findFirstDay(db: Db | Trx, unit: Unit, from: Day): Promise<Day> {
  const until = addDays(from, -1);
  const near = addDays(from, -USUAL_CARRY_DAYS);
  const usual = findCarryStart(await listCountedByDay(db, unit.code, near, until));
  if (usual !== null) return usual;
  const all = await listCountedByDay(db, unit.code, '', until);
  return findCarryStart(all) ?? all.map(({ day }) => day).sort()[0] ?? from;
}
