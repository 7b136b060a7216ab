import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherDays } from '../../server/disclosure/gather.ts';
import { judgeGroup } from '../../server/feedback/comment-group.ts';
import { addDays, type Day, startOfDay } from '../../server/lib/day.ts';
import { isClosed, type Period, periodOf } from '../../server/period/period.ts';
import {
  COUNTERS,
  FIRST_DAY,
  type HistoryBallot,
  LAST_DAY,
  mergeDays,
  someHistory,
  storeHistory,
} from '../helpers/ballot-history.ts';

describe('the hidden comments of a counter and week', () => {
  const open = { shown: 0, finished: 0, taken: 0, isClosed: false };

  it('are shown from five ballots on that the figures show, and not from four', () => {
    expect(judgeGroup({ ...open, shown: 4, finished: 4 })).toBe('wait');
    expect(judgeGroup({ ...open, shown: 5, finished: 5 })).toBe('show');
  });

  it('wait for the figures, however many ballots there are', () => {
    expect(judgeGroup({ ...open, shown: 0, finished: 40 })).toBe('wait');
  });

  it('wait for five ballots more than those whose comments were shown', () => {
    expect(judgeGroup({ ...open, shown: 11, finished: 11, taken: 7 })).toBe('wait');
    expect(judgeGroup({ ...open, shown: 12, finished: 12, taken: 7 })).toBe('show');
    // 8 ballots were used for earlier comments although the figures did not show them yet: the figures must first
    // exceed that number.
    expect(judgeGroup({ ...open, shown: 10, finished: 13, taken: 8 })).toBe('wait');
  });

  it('are all shown when the week has closed and its last ballots are released, or never', () => {
    const closed = { ...open, isClosed: true };
    expect(judgeGroup({ ...closed, shown: 8, finished: 8, taken: 7 })).toBe('show');
    expect(judgeGroup({ ...closed, shown: 5, finished: 5 })).toBe('show');
    expect(judgeGroup({ ...closed, shown: 8, finished: 10, taken: 7 })).toBe('wait');
    expect(judgeGroup({ ...closed, shown: 4, finished: 4 })).toBe('withhold');
  });
});

const FROM_THE_FIRST = { begins_on: '', first_release: '' };

/** Comments shown together, and the ballots that they can belong to. */
interface Batch {
  readonly week: string;
  readonly counter: string;
  readonly isClosed: boolean;
  /** Indexes, in the history, of the counter's ballots since the previous batch. */
  readonly ballots: readonly number[];
  /** How many ballots of the week the public figures include at that time. */
  readonly shown: number;
  readonly finished: number;
  readonly day: Day;
}

/** Batches if every ballot had a comment. */
function listBatches(history: readonly HistoryBallot[]): { batches: Batch[]; waiting: Set<number> } {
  const until = addDays(LAST_DAY, 14);
  const batches: Batch[] = [];
  const taken = new Map<string, number>();
  const waiting = new Set<number>();
  const ended = new Set<string>();
  const all = storeHistory(history).days;
  for (let today = FIRST_DAY; today <= until; today = addDays(today, 1)) {
    const finishedDays = all.filter(({ day }) => day < today);
    const { releases } = gatherDays(mergeDays(finishedDays), FROM_THE_FIRST);
    history.forEach((ballot, index) => {
      if (ballot.day === addDays(today, -1)) waiting.add(index);
    });
    for (let day = FIRST_DAY; day < today; day = addDays(day, 7)) {
      const week: Period = periodOf('week', day);
      const { from, to } = week;
      const now = startOfDay(today);
      for (const counter of COUNTERS) {
        const key = `${week.id} ${counter}`;
        const own = [...waiting].filter((index) => {
          const ballot = history[index]!;
          return from <= ballot.day && ballot.day <= to && ballot.counter === counter;
        });
        if (own.length === 0 || ended.has(key)) continue;
        const inside = finishedDays.filter(
          (one) => from <= one.day && one.day <= to && one.counter_code === counter && one.counted === 1,
        );
        const finished = inside.length;
        const shown = inside.filter((one) =>
          releases.some((release) => release.counter_code === counter && one.day <= release.day),
        ).length;
        const verdict = judgeGroup({
          shown,
          finished,
          taken: taken.get(key) ?? 0,
          isClosed: isClosed(week, now),
        });
        if (verdict === 'withhold') ended.add(key);
        if (verdict !== 'show') continue;
        taken.set(key, finished);
        for (const index of own) waiting.delete(index);
        batches.push({
          week: week.id,
          counter,
          isClosed: isClosed(week, now),
          ballots: own,
          shown,
          finished,
          day: today,
        });
      }
    }
  }
  return { batches, waiting };
}

describe('on any history, with a comment on every ballot', () => {
  const counted = (history: readonly HistoryBallot[], ballots: readonly number[]) =>
    ballots.filter((index) => history[index]!.set_aside === '').length;

  it('comments of an open week come with at least five ballots of the counter that count', () => {
    let seen = 0;
    fc.assert(
      fc.property(someHistory, (history) => {
        for (const batch of listBatches(history).batches) {
          if (batch.isClosed) continue;
          seen += 1;
          expect(counted(history, batch.ballots)).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 150 },
    );
    expect(seen).toBeGreaterThan(20);
  });

  it('a comment never comes before the day after, nor before the figures show five ballots', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        for (const { ballots, isClosed, shown, finished, day } of listBatches(history).batches) {
          expect(isClosed ? finished : shown).toBeGreaterThanOrEqual(5);
          if (isClosed) expect(shown).toBe(finished);
          for (const index of ballots) expect(history[index]!.day < day).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('each comes once, and in the end all have come but those of weeks with fewer than five ballots', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        const { batches, waiting } = listBatches(history);
        const come = batches.flatMap(({ ballots }) => ballots);
        expect(new Set(come).size).toBe(come.length);
        const groupOf = (index: number) => {
          const { day, counter } = history[index]!;
          return `${periodOf('week', day).id} ${counter}`;
        };
        for (const index of waiting) {
          const group = history.flatMap((_, other) => (groupOf(other) === groupOf(index) ? [other] : []));
          // The last ballots of a counter may stay pending for ever.
          const { releases } = gatherDays(mergeDays(storeHistory(history).days), FROM_THE_FIRST);
          const { day, counter } = history[group.at(-1)!]!;
          const isLast = !releases.some((one) => one.counter_code === counter && day <= one.day);
          expect(counted(history, group) < 5 || isLast).toBe(true);
        }
        expect(come.length + waiting.size).toBe(history.length);
      }),
      { numRuns: 100 },
    );
  });
});
