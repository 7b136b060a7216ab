import type { Fault } from '../../web/types/fault.ts';
import type { Limits } from '../../web/types/settings.ts';
import type { ActKind, ActParams } from '../act/act.ts';
import type { Day } from '../lib/day.ts';
import type { PublicEvent, PublicEventKind } from './public-event.ts';

/** Submitted values by field; fields that were not sent are left out. */
export type TypedSetting = Readonly<Record<string, string>>;

export type ParsedValue<Value> = { readonly value: Value } | { readonly faults: readonly Fault[] };

export interface SettingRow<Value> {
  readonly since: Day;
  readonly value: Value;
}

/** A change of a setting, checked. `from` is null where nothing was set before. */
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

/** A public line without its day. */
type Line = {
  readonly [Kind in PublicEventKind]: Omit<Extract<PublicEvent, { kind: Kind }>, 'day'>;
}[PublicEventKind];

/** An entry of the log of acts and, unless left out, a public line. */
export interface Announcement {
  readonly act: { readonly kind: ActKind; readonly params: ActParams };
  readonly line?: Line;
}

export interface Setting<Value> {
  readonly page: string;
  /** What holds until a row says otherwise; left out: nothing does. */
  readonly first?: Value;
  /** The field that reports an unchanged value. */
  readonly field: string;
  readonly limits?: Limits | null;
  /** Reads the form but for its day, all faults at once. */
  parse(typed: TypedSetting, today: Day): ParsedValue<Value>;
  /** The day from which a change holds: the one that the form names, or the first one that is possible. */
  readonly since: 'typed' | 'today' | 'tomorrow';
  /**
   * `last`: a change comes behind all that are planned, because its public line says from what it changes.
   * `replace`: it may come between them and takes the place of one of the same day; one that changes nothing
   * leaves no trace.
   */
  readonly order: 'last' | 'replace';
  /** Whether a change is confirmed before it is made; `inForce` null: nothing is. */
  needsConfirmation(inForce: Value | null, to: Value): boolean;
  /** Further consequences that the confirmation names. */
  effects?(change: SettingChange<Value>): Readonly<Record<string, string>>;
  announceChange(change: SettingChange<Value>): Announcement;
  /** Left out: changes apply at once, so none can be withdrawn. */
  announceWithdrawal?(withdrawal: SettingWithdrawal<Value>): Announcement;
}
