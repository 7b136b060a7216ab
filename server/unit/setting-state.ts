import type { Day } from '../lib/day.ts';
import { latestRow } from './planned-change.ts';
import type { Limits, Setting, SettingRow } from './setting.ts';
import { findWithdrawalFault, valueOn } from './setting-change.ts';

/** A value with what can be said of it today. */
interface StatedRow<Value> extends SettingRow<Value> {
  readonly state: 'past' | 'in-force' | 'planned';
  readonly mayWithdraw: boolean;
}

/** All that was, is and will be in force of a setting. */
interface SettingState<Value> {
  /** Oldest first. */
  readonly rows: readonly StatedRow<Value>[];
  /** In force today, and after all that is planned; null: nothing is. */
  readonly now: Value | null;
  readonly latest: Value | null;
  readonly limits: Limits | null;
}

/** Says of a setting's rows, oldest first, how they stand today. */
export function stateSetting<Value>(
  setting: Setting<Value>,
  rows: readonly SettingRow<Value>[],
  today: Day,
): SettingState<Value> {
  const inForce = latestRow(rows.filter(({ since }) => since <= today));
  return {
    rows: rows.map(({ since, value }) => ({
      since,
      value,
      state: since > today ? 'planned' : since === inForce?.since ? 'in-force' : 'past',
      mayWithdraw: findWithdrawalFault(setting, rows, since, today) === null,
    })),
    now: valueOn(setting, rows, today),
    latest: latestRow(rows)?.value ?? setting.first ?? null,
    limits: setting.limits ?? null,
  };
}
