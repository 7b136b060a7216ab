import type { Fault } from '../../web/types/fault.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { addDays, type Day } from '../lib/day.ts';
import { parseTypedDay } from '../lib/typed-day.ts';
import type { Setting, SettingChange, SettingRow, SettingWithdrawal, TypedSetting } from './setting.ts';

interface DatedRow {
  readonly since: Day;
}

/** How many days ahead a change can be planned; catches a mistyped year. */
export const PLAN_AHEAD_DAYS = 731;

type PlanFault = Omit<Fault, 'field'> & {
  readonly code: 'day-past' | 'day-far' | 'day-taken' | 'planned-later';
};

/** The latest row, in force or planned, which a new change replaces. `rows` in any order. */
export const latestRow = <Row extends DatedRow>(rows: readonly Row[]): Row | undefined =>
  rows.reduce<Row | undefined>((last, row) => (last && last.since > row.since ? last : row), undefined);

/** A past day is a fault, because figures of days since then used the old value. */
function findDayFault(since: Day, today: Day): PlanFault | null {
  if (since < today) return { code: 'day-past' };
  return since > addDays(today, PLAN_AHEAD_DAYS) ? { code: 'day-far' } : null;
}

/**
 * A change must come after all existing rows: its public event states the previous value, which would be wrong if
 * another change came between.
 */
export function findPlanFault(rows: readonly DatedRow[], since: Day, today: Day): PlanFault | null {
  const fault = findDayFault(since, today);
  if (fault !== null) return fault;
  const last = latestRow(rows);
  if (last === undefined || last.since < since) return null;
  // The day of the last planned change, which a new one must follow.
  const params = { day: last.since };
  return last.since > today ? { code: 'planned-later', params } : { code: 'day-taken' };
}

export type WithdrawFault = 'in-force' | 'not-last' | 'nothing-before';

/**
 * A row can be withdrawn only before its day, only if it is the last one, and only if another one stays in force.
 * `since` is the day of one of the rows.
 */
export function findWithdrawFault(rows: readonly DatedRow[], since: Day, today: Day): WithdrawFault | null {
  if (since <= today) return 'in-force';
  if (rows.some((row) => row.since > since)) return 'not-last';
  return rows.some((row) => row.since < since) ? null : 'nothing-before';
}

const isSame = (left: unknown, right: unknown): boolean => canonicalJson(left) === canonicalJson(right);

const lastUpTo = <Value>(rows: readonly SettingRow<Value>[], day: Day) =>
  latestRow(rows.filter(({ since }) => since <= day));

/** The value in force on a day; null: none. `rows` of one setting, in any order. */
export const valueOn = <Value>(
  { first }: Setting<Value>,
  rows: readonly SettingRow<Value>[],
  day: Day,
): Value | null => lastUpTo(rows, day)?.value ?? first ?? null;

type CheckedChange<Value> =
  | { readonly faults: readonly Fault[] }
  | { readonly change: SettingChange<Value>; readonly isUnchanged: boolean };

export function checkChange<Value>(
  setting: Setting<Value>,
  rows: readonly SettingRow<Value>[],
  typed: TypedSetting,
  today: Day,
): CheckedChange<Value> {
  const isLast = setting.order === 'last';
  const parsed = setting.parse(typed, today);
  const since = parseSince(setting, typed.since ?? '', today);
  const faults: Fault[] = 'faults' in parsed ? [...parsed.faults] : [];
  const before = isLast ? latestRow(rows) : since === null ? undefined : lastUpTo(rows, since);
  const from = before?.value ?? setting.first ?? null;
  const isUnchanged =
    'value' in parsed && (before !== undefined || setting.first !== undefined) && isSame(parsed.value, from);
  if (isUnchanged && isLast) faults.push({ field: setting.field, code: 'value-same' });
  const field = setting.since === 'typed' ? 'since' : setting.field;
  if (since === null) {
    const code = (typed.since ?? '').trim() === '' ? 'day-missing' : 'day-malformed';
    faults.push({ field, code });
  } else {
    const found = isLast ? findPlanFault(rows, since, today) : findDayFault(since, today);
    if (found !== null) faults.push({ field, ...found });
  }
  if (faults.length > 0 || since === null || !('value' in parsed)) return { faults };
  return { change: { since, from, to: parsed.value }, isUnchanged };
}

function parseSince<Value>({ since }: Setting<Value>, typed: string, today: Day): Day | null {
  if (since === 'typed') return parseTypedDay(typed);
  return since === 'today' ? today : addDays(today, 1);
}

/** Why a row cannot be withdrawn; null if it can. `since` is the day of one of the rows. */
function findWithdrawalFault<Value>(
  { order, first }: Setting<Value>,
  rows: readonly SettingRow<Value>[],
  since: Day,
  today: Day,
): WithdrawFault | null {
  const fault = findWithdrawFault(rows, since, today);
  if (fault === 'not-last' && order === 'replace') return null;
  if (fault === 'nothing-before' && (order === 'replace' || first !== undefined)) return null;
  return fault;
}

/** What withdrawing a planned row would do, or why it cannot be withdrawn; undefined: there is no such row. */
export function checkWithdrawal<Value>(
  setting: Setting<Value>,
  rows: readonly SettingRow<Value>[],
  since: Day,
  today: Day,
): { readonly fault: WithdrawFault } | { readonly withdrawal: SettingWithdrawal<Value> } | undefined {
  const row = rows.find((one) => one.since === since);
  if (!row || !setting.announceWithdrawal) return undefined;
  const fault = findWithdrawalFault(setting, rows, since, today);
  if (fault !== null) return { fault };
  const stays = valueOn(
    setting,
    rows.filter((one) => one !== row),
    since,
  );
  return { withdrawal: { since, withdrawn: row.value, stays } };
}

/** `rows` keep their order and get a state each. `now` and `latest` are null if nothing is set. */
export function stateSetting<Value>(setting: Setting<Value>, rows: readonly SettingRow<Value>[], today: Day) {
  const inForce = lastUpTo(rows, today);
  return {
    rows: rows.map(({ since, value }) => ({
      since,
      value,
      state:
        since > today
          ? ('planned' as const)
          : since === inForce?.since
            ? ('in-force' as const)
            : ('past' as const),
      mayWithdraw: findWithdrawalFault(setting, rows, since, today) === null,
    })),
    now: valueOn(setting, rows, today),
    latest: latestRow(rows)?.value ?? setting.first ?? null,
    limits: setting.limits ?? null,
  };
}
