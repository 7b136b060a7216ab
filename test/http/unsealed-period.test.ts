import { describe, expect, it } from 'vitest';
import { loadLeaderView } from '../../server/results/load-leader-view.ts';
import { loadWeekView } from '../../server/results/load-week-view.ts';
import { parseChosenPeriod } from '../../server/results/page-query.ts';
import { getMainUnit } from '../../server/unit/main-unit.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { type BallotToStore, createTestApp } from '../helpers/test-app.ts';

const SLOW: BallotToStore = {
  overall: 2,
  question_ids: ['overall', 'i34'],
  answers: { levels: { overall: 2, i34: 2 }, why: { i34: ['late'] } },
};

const times = (count: number): BallotToStore[] => Array.from({ length: count }, () => SLOW);

describe('a period past its closing whose last day is not sealed', () => {
  it('shows the same ballots in the headline, in what to fix first and in the reasons', async () => {
    const testApp = await createTestApp();
    const { db, surveys, clock } = testApp.context;
    testApp.setTime('2024-02-02T10:00:00+07:00');
    await testApp.storeMany(times(15));
    testApp.setTime('2024-02-04T10:00:00+07:00');
    // Too few to be released into the figures: pending even when the week closes.
    await testApp.storeMany(times(2));
    await finishDays(testApp.context);
    testApp.setTime('2024-02-10T00:00:00+07:00');

    const unit = await getMainUnit(db);
    const week = parseChosenPeriod('2024-W05', ({ kind }) => kind === 'week');
    const readPages = async () => {
      const leader = await loadLeaderView(db, surveys, unit, clock.now(), week);
      const staff = await loadWeekView(db, surveys, unit, clock.now(), week, null);
      return {
        closed: leader.current.report.period.closed_at !== null,
        headline: leader.current.report.indicator.denominator,
        pending: leader.current.report.ballots.pending,
        fixFirst: leader.fixFirst,
        reasons: [leader.topReason, staff.topReason],
        isSameOnBothPages: JSON.stringify(leader.fixFirst) === JSON.stringify(staff.fixFirst),
        chips: staff.chips.map(({ item, n }) => [item, n]),
      };
    };
    expect(await readPages()).toEqual({
      closed: false,
      headline: 15,
      pending: 2,
      fixFirst: [{ item: 'i34', marked_low: 15, dissatisfied_total: 15 }],
      reasons: ['Trả chậm', 'Trả chậm'],
      isSameOnBothPages: true,
      chips: [['i34', 15]],
    });

    await finishDays(testApp.context);
    expect(await readPages()).toEqual({
      closed: true,
      headline: 15,
      pending: 2,
      fixFirst: [{ item: 'i34', marked_low: 15, dissatisfied_total: 15 }],
      reasons: ['Trả chậm', 'Trả chậm'],
      isSameOnBothPages: true,
      chips: [['i34', 15]],
    });
  });
});
