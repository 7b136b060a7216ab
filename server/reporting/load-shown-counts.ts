import { addRunningDay, type RunningDay } from '../disclosure/running-day.ts';
import { type ShownCounts, showCounts, sumShownCounts } from '../disclosure/shown-counts.ts';
import { dayOf } from '../lib/day.ts';
import { quartersOf } from '../period/atoms.ts';
import { isClosed, isRunning, type Period } from '../period/period.ts';
import { readSettled } from '../storage/recent-reads.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { Unit } from '../unit/unit.ts';
import { discloseAfresh, discloseFinished, type LoadedDisclosure } from './load-disclosed.ts';

/** The counts of a unit's period that a report shows, and the codes of the counters that had ballots on its days. */
export interface LoadedCounts {
  readonly shown: ShownCounts;
  readonly answered: ReadonlySet<string>;
}

/** What is known of the day on which somebody asks. */
export interface AskedDay {
  /** Whether the day before has been settled, so that no day that is over can get a ballot any more. */
  readonly isSettled: boolean;
  readonly loadRunning: () => Promise<RunningDay>;
}

/**
 * What a report shows of a unit's period at an instant. Finished days change no more once they are settled, so what
 * they bring is added up once a day; only the running day is read each time, however many ballots there are.
 */
export async function loadShownCounts(
  db: Db | Trx,
  unit: Unit,
  period: Period,
  now: Date,
  asked: AskedDay,
): Promise<LoadedCounts> {
  if (!asked.isSettled) return addUp(period, await discloseAfresh(db, unit, period, now));
  const quarters = quartersOf(period);
  if (quarters.length === 0) return recallCounts(db, unit, period, now, asked);
  const parts: LoadedCounts[] = [];
  for (const quarter of quarters) parts.push(await recallCounts(db, unit, quarter, now, asked));
  return {
    shown: sumShownCounts(
      parts.map(({ shown }) => shown),
      isClosed(period, now),
    ),
    answered: new Set(parts.flatMap(({ answered }) => [...answered])),
  };
}

/** The finished days of a period that is no sum, as they were remembered, and its running day as it is. */
async function recallCounts(
  db: Db | Trx,
  unit: Unit,
  period: Period,
  now: Date,
  { loadRunning }: AskedDay,
): Promise<LoadedCounts> {
  const today = dayOf(now);
  const key = ['shown', unit.code, period.kind, period.from, period.to, today].join('\n');
  const finished = await readSettled(db, key, ['tallies', 'headline_steps'], async () =>
    addUp(period, await discloseFinished(db, unit, period, now)),
  );
  if (!isRunning(period, today)) return finished;
  return { ...finished, shown: addRunningDay(finished.shown, await loadRunning()) };
}

function addUp({ from, to }: Period, { disclosed, tallied }: LoadedDisclosure): LoadedCounts {
  const own = tallied.filter(({ day }) => from <= day && day <= to);
  return { shown: showCounts(disclosed), answered: new Set(own.map(({ counter_code }) => counter_code)) };
}
