import { countByCounter, countReleased } from '../disclosure/disclose.ts';
import { spanToRead } from '../disclosure/released-cells.ts';
import { addDays, type Day, startOfDay } from '../lib/day.ts';
import { isClosed, type Period, parsePeriod } from '../period/period.ts';
import { findLastSettledDay } from '../response/settled-day.store.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { listHeadlineSteps } from '../tally/headline-step.store.ts';
import { listTallies } from '../tally/tally.store.ts';
import {
  type GroupKey,
  listGroupsToJudge,
  postponeGroup,
  showGroup,
  withholdGroup,
} from './comment-group.store.ts';
import { judgeGroup } from './comment-group.ts';

/**
 * Shows the comments that may be seen since a day ended, each counter's week for itself (`comment-group.ts`).
 * To be called when the box of the last settled day is empty, and never when emptying it failed: comments
 * that have left it are then of days that do not count as finished yet. Safe to repeat and to interrupt.
 */
export async function showComments(db: Db): Promise<void> {
  const settled = await findLastSettledDay(db);
  if (settled === null) return;
  let week: WeekBallots | null = null;
  for (const { taken, ...key } of await listGroupsToJudge(db, settled)) {
    if (week?.week !== key.week || week.unit_code !== key.unit_code) week = await loadWeek(db, key, settled);
    const { isClosed, finished, shown } = week;
    const ballots = {
      shown: shown.get(key.counter_code) ?? 0,
      finished: finished.get(key.counter_code) ?? 0,
    };
    const verdict = judgeGroup({ ...ballots, taken, isClosed });
    await inTransaction(db, async (trx) => {
      if (verdict === 'show') await showGroup(trx, key, ballots.finished);
      else if (verdict === 'withhold') await withholdGroup(trx, key);
      else await postponeGroup(trx, key, settled);
    });
  }
}

/** A unit's week as it stands when its last settled day has ended. */
interface WeekBallots extends Pick<GroupKey, 'week' | 'unit_code'> {
  readonly isClosed: boolean;
  /** By counter; without those that were set aside. */
  readonly shown: ReadonlyMap<string, number>;
  readonly finished: ReadonlyMap<string, number>;
}

async function loadWeek(db: Db, { week, unit_code }: GroupKey, settled: Day): Promise<WeekBallots> {
  const period = parsePeriod(week) as Period;
  // Not the clock's: what has left the box must be what the figures count as finished.
  const now = startOfDay(addDays(settled, 1));
  const { from, to } = spanToRead(period);
  const steps = await listHeadlineSteps(db, unit_code, from, to);
  const tallies = await listTallies(db, unit_code, from, to);
  return {
    week,
    unit_code,
    isClosed: isClosed(period, now),
    shown: countReleased({ period, now, tallies, steps }),
    finished: countByCounter(tallies.filter(({ day }) => day <= settled)),
  };
}
