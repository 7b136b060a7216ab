import { addDays, type Day } from '../lib/day.ts';

interface DatedRow {
  readonly since: Day;
}

/** Days. Catches a mistyped year. */
export const PLAN_AHEAD_DAYS = 731;

/** Why a change cannot hold from a day on. `planned`: the day of the last change that stands in the way. */
type PlanFault =
  | { readonly code: 'day-past' | 'day-far' | 'day-taken' }
  | { readonly code: 'planned-later'; readonly planned: Day };

/** The last row, in force or planned: what a new change puts an end to. `rows` of one kind, in any order. */
export const latestRow = <Row extends DatedRow>(rows: readonly Row[]): Row | undefined =>
  rows.reduce<Row | undefined>((last, row) => (last && last.since > row.since ? last : row), undefined);

/** Whether anything may change from a day on. Not from a past day: what has been judged since would change. */
export function findDayFault(since: Day, today: Day): PlanFault | null {
  if (since < today) return { code: 'day-past' };
  return since > addDays(today, PLAN_AHEAD_DAYS) ? { code: 'day-far' } : null;
}

/**
 * Whether a change may hold from a day on, given the rows of its kind: only behind all rows that are there.
 * Each change says in public what it changes from, which stays true only as long as nothing comes between.
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
 * Whether a row may be taken back: only before its day, only the last one, and never so that nothing would be
 * in force. `since` is the day of one of the rows.
 */
export function findWithdrawFault(rows: readonly DatedRow[], since: Day, today: Day): WithdrawFault | null {
  if (since <= today) return 'in-force';
  if (rows.some((row) => row.since > since)) return 'not-last';
  return rows.some((row) => row.since < since) ? null : 'nothing-before';
}
