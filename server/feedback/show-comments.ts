import { addDays, type Day, startOfDay } from '../lib/day.ts';
import { isClosed, type Period, parsePeriod } from '../period/period.ts';
import { loadGathered } from '../reporting/report-reader.ts';
import { findLastSettledDay } from '../response/settled-day.store.ts';
import { scrubRemovedRows } from '../storage/dialect.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { CounterDay } from '../tally/tally.ts';
import { judgeGroup } from './comment-group.ts';
import {
  type GroupKey,
  listGroupsToJudge,
  postponeGroup,
  showGroup,
  withholdGroup,
} from './shown-comment.store.ts';

/**
 * Shows or withholds comments after a day is settled, per counter and week (`judgeGroup`). Call it only after
 * `emptyBallotBox` succeeded: if that failed halfway, comments of days that are not settled may be in their week
 * already. Idempotent; safe to interrupt.
 * @throws Error when another program keeps the WAL from being truncated; the comments are shown nevertheless.
 */
export async function showComments(db: Db): Promise<void> {
  const settled = await findLastSettledDay(db);
  if (settled === null) return;
  let week: WeekBallots | null = null;
  let isChanged = false;
  for (const { taken, ...key } of await listGroupsToJudge(db, settled)) {
    if (week?.week !== key.week || week.unit_code !== key.unit_code) week = await loadWeek(db, key, settled);
    const { isClosed, finished, shown } = week;
    const ballots = {
      shown: shown.get(key.counter_code) ?? 0,
      finished: finished.get(key.counter_code) ?? 0,
    };
    const verdict = judgeGroup({ ...ballots, taken, isClosed });
    isChanged ||= verdict !== 'wait';
    await inTransaction(db, async (trx) => {
      if (verdict === 'show') await showGroup(trx, key, ballots.finished);
      else if (verdict === 'withhold') await withholdGroup(trx, key);
      else await postponeGroup(trx, key, settled);
    });
  }
  // Otherwise SQLite's WAL would still contain the old version of each changed row.
  if (isChanged) await scrubRemovedRows(db, [], []);
}

interface WeekBallots extends Pick<GroupKey, 'week' | 'unit_code'> {
  readonly isClosed: boolean;
  /** Ballots in the week's figures, by counter; without ballots set aside. */
  readonly shown: ReadonlyMap<string, number>;
  readonly finished: ReadonlyMap<string, number>;
}

async function loadWeek(db: Db, { week, unit_code }: GroupKey, settled: Day): Promise<WeekBallots> {
  const period = parsePeriod(week) as Period;
  // Days count as finished only if their comments are in their week: up to the last settled day.
  const { days, releases } = await loadGathered(db, unit_code, addDays(settled, 1));
  const own = days.filter(({ day }) => period.from <= day && day <= period.to);
  const isReleased = ({ day, counter_code }: CounterDay) =>
    releases.some((release) => release.counter_code === counter_code && day <= release.day);
  return {
    week,
    unit_code,
    isClosed: isClosed(period, startOfDay(addDays(settled, 1))),
    shown: sumByCounter(own.filter(isReleased)),
    finished: sumByCounter(own),
  };
}

function sumByCounter(days: readonly CounterDay[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { counter_code, counted } of days)
    sums.set(counter_code, (sums.get(counter_code) ?? 0) + counted);
  return sums;
}
