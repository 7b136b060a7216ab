import { addDays, type Day } from '../lib/day.ts';

interface DatedRow {
  readonly since: Day;
}

/** How many days ahead a change can be planned; catches a mistyped year. */
export const PLAN_AHEAD_DAYS = 731;

/**
 * Why a change cannot take effect on a day. `planned`: the day of the last planned change, which a new one
 * must follow.
 */
type PlanFault =
  | { readonly code: 'day-past' | 'day-far' | 'day-taken' }
  | { readonly code: 'planned-later'; readonly planned: Day };

/** The latest row, in force or planned, which a new change replaces. `rows` of one kind, in any order. */
export const latestRow = <Row extends DatedRow>(rows: readonly Row[]): Row | undefined =>
  rows.reduce<Row | undefined>((last, row) => (last && last.since > row.since ? last : row), undefined);

/** Checks the day of a change. A past day is a fault, because days since then have been judged already. */
export function findDayFault(since: Day, today: Day): PlanFault | null {
  if (since < today) return { code: 'day-past' };
  return since > addDays(today, PLAN_AHEAD_DAYS) ? { code: 'day-far' } : null;
}

/**
 * Checks the day of a change against the existing rows of its kind: it must come after all of them. The
 * public line of a change states the value before it, which would become wrong if another change came
 * between.
 */
export function findPlanFault(rows: readonly DatedRow[], since: Day, today: Day): PlanFault | null {
  const fault = findDayFault(since, today);
  if (fault !== null) return fault;
  const last = latestRow(rows);
  if (last === undefined || last.since < since) return null;
  return last.since > today ? { code: 'planned-later', planned: last.since } : { code: 'day-taken' };
}

export type WithdrawFault = 'in-force' | 'not-last' | 'nothing-before';

/**
 * Checks whether a row can be withdrawn: only before its day, only the last row, and only if another one
 * stays in force. `since` is the day of one of the rows.
 */
export function findWithdrawFault(rows: readonly DatedRow[], since: Day, today: Day): WithdrawFault | null {
  if (since <= today) return 'in-force';
  if (rows.some((row) => row.since > since)) return 'not-last';
  return rows.some((row) => row.since < since) ? null : 'nothing-before';
}
