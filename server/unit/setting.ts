import type { Fault } from '../../web/types/fault.ts';
import type { Limits } from '../../web/types/settings.ts';
import type { ActKind, ActParams } from '../act/act.ts';
import type { Day } from '../lib/day.ts';
import type { PublicEvent, PublicEventKind } from './public-event.ts';

/** Form values by field; fields that were not sent are left out. */
export type TypedSetting = Readonly<Record<string, string>>;

export type ParsedValue<Value> = { readonly value: Value } | { readonly faults: readonly Fault[] };

export interface SettingRow<Value> {
  readonly since: Day;
  readonly value: Value;
}

export interface SettingChange<Value> {
  readonly since: Day;
  readonly from: Value | null;
  readonly to: Value;
}

export interface SettingWithdrawal<Value> {
  readonly since: Day;
  readonly withdrawn: Value;
  readonly stays: Value | null;
}

type Line = {
  readonly [Kind in PublicEventKind]: Omit<Extract<PublicEvent, { kind: Kind }>, 'day'>;
}[PublicEventKind];

/** An entry of the audit log and, unless left out, a public event. */
export interface Announcement {
  readonly act: { readonly kind: ActKind; readonly params: ActParams };
  readonly line?: Line;
}

export interface Setting<Value> {
  readonly page: string;
  /** Value in force before the first stored change; left out if there is none. */
  readonly first?: Value;
  /** The form field at which an unchanged value is reported. */
  readonly field: string;
  readonly limits?: Limits | null;
  /** Parses the form except its day; returns all faults at once. */
  parse(typed: TypedSetting, today: Day): ParsedValue<Value>;
  /** When a change takes effect: on the day typed in the form, today, or tomorrow. */
  readonly since: 'typed' | 'today' | 'tomorrow';
  /**
   * `last`: a change must come after all planned ones, because its public event states the previous value.
   * `replace`: a change may come between planned ones and replaces a change of the same day; a change to the value
   * in force is not stored.
   */
  readonly order: 'last' | 'replace';
  /** Whether a change needs confirmation; `inForce` is null when no value is in force. */
  needsConfirmation(inForce: Value | null, to: Value): boolean;
  /** Values for the consequences that the confirmation page states, such as the day from which comments are kept. */
  effects?(change: SettingChange<Value>): Readonly<Record<string, string>>;
  announceChange(change: SettingChange<Value>): Announcement;
  /** Left out for settings whose changes apply at once, so that none can be withdrawn. */
  announceWithdrawal?(withdrawal: SettingWithdrawal<Value>): Announcement;
}
