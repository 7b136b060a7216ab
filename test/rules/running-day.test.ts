import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclose } from '../../server/disclosure/disclose.ts';
import { addRunningDay, readRunningDay } from '../../server/disclosure/running-day.ts';
import { type ShownCounts, sumShownCounts } from '../../server/disclosure/shown-counts.ts';
import { addDays, dayOf } from '../../server/lib/day.ts';
import { quartersOf } from '../../server/period/atoms.ts';
import {
  isClosed,
  lastFourWeeks,
  listNamedPeriodsTouching,
  type Period,
} from '../../server/period/period.ts';
import { FIRST_DAY, type HistoryMoment, LAST_DAY, replay, someHistory } from '../helpers/ballot-history.ts';
import { disclosePeriod } from '../helpers/disclose-period.ts';

const NAMED = listNamedPeriodsTouching(FIRST_DAY, LAST_DAY);
const someFourWeeks = fc.nat(43).map((days) => lastFourWeeks(addDays(FIRST_DAY, days)));

/**
 * Counts of finished days, and the running day's addition; null when the period has no running day.
 * Not for sums of quarters.
 */
function splitDays(period: Period, { now, tallies, steps }: HistoryMoment) {
  const today = dayOf(now);
  const isFinished = ({ day }: { day: string }) => day !== today;
  const finished = disclose(
    { period, now, tallies: tallies.filter(isFinished), steps: steps.filter(isFinished) },
    null,
  );
  if (today < period.from || today > period.to) return { finished, running: null };
  const counts = tallies.map(({ day, set_aside, tally }) => ({ day, set_aside, ballots: tally.ballots }));
  return { finished, running: readRunningDay(today, counts, steps) };
}

/** Computed from finished days plus the running day, as reports are. */
function showInTwo(period: Period, moment: HistoryMoment): ShownCounts {
  const quarters = quartersOf(period);
  if (quarters.length > 0) {
    const parts = quarters.map((quarter) => showInTwo(quarter, moment));
    return sumShownCounts(parts, isClosed(period, moment.now));
  }
  const { finished, running } = splitDays(period, moment);
  return running === null ? finished : addRunningDay(finished, running);
}

describe('a running day', () => {
  it('adds to its finished days just what may be shown of both together', () => {
    fc.assert(
      fc.property(
        someHistory,
        fc.oneof(fc.constantFrom<Period[]>(...NAMED), someFourWeeks),
        (history, period) => {
          for (const moment of replay(history, addDays(LAST_DAY, 3))) {
            expect(showInTwo(period, moment)).toEqual(disclosePeriod({ period, ...moment }));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shows nothing of a side that has steps and no ballots', () => {
    const step = { unit_code: 'u', day: '2024-01-29', is_set_aside: 0, pending: [0, 0, 0, 0, 0] as const };
    const { counted } = readRunningDay('2024-01-29', [], [{ ...step, released: [0, 0, 0, 0, 5] }]);
    expect(counted).toEqual([0, 0, 0, 0, 0]);
  });
});
