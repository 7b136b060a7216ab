import { type Day, laterOf } from '../lib/day.ts';
import {
  isClosed,
  listNamedPeriodsTouching,
  type Period,
  periodOf,
  previousPeriod,
} from '../period/period.ts';
import { isOver } from './check-entries.ts';

/** Kinds of periods with totals, and the number of recent ones that are offered. */
const OFFERED = { week: 13, month: 6, 'report-month': 6 } as const;

/** A week or month for which a total can be entered; begins at the unit's first day at the earliest. */
export interface TotalPeriod {
  readonly period: Period;
  readonly from: Day;
  readonly to: Day;
}

/** Periods whose last working day is today or in the past; sorted by kind, newest first. */
export function listTotalPeriods(
  today: Day,
  openedOn: Day,
  isWorkingDay: (day: Day) => boolean,
): TotalPeriod[] {
  return (['week', 'month', 'report-month'] as const).flatMap((kind) => {
    const found: TotalPeriod[] = [];
    let period = periodOf(kind, today);
    for (let count = 0; count <= OFFERED[kind] && period.to >= openedOn; count += 1) {
      const from = laterOf(period.from, openedOn);
      if (isOver({ from, to: period.to }, { today, isWorkingDay })) {
        found.push({ period, from, to: period.to });
      }
      period = previousPeriod(period);
    }
    return found.slice(0, OFFERED[kind]);
  });
}

/** The week or month with exactly these first and last days, or null. */
export function totalPeriodOf(from: Day, to: Day, openedOn: Day): Period | null {
  for (const kind of ['week', 'month', 'report-month'] as const) {
    const period = periodOf(kind, to);
    if (period.to === to && laterOf(period.from, openedOn) === from) return period;
  }
  return null;
}

/** Closed periods that overlap these days; their stored reports do not change. */
export const listClosedAround = (from: Day, to: Day, now: Date): Period[] =>
  listNamedPeriodsTouching(from, to).filter(
    (period) => ['week', 'month', 'report-month'].includes(period.kind) && isClosed(period, now),
  );
