import type { Fault } from '../../web/types/fault.ts';
import type { ActKind, ActParams } from '../act/act.ts';
import type { Day } from '../lib/day.ts';
import type { PublicEvent, PublicEventKind } from './public-event.ts';

/** A form as it was sent, by field; fields that were not sent are left out. */
export type TypedSetting = Readonly<Record<string, string>>;

/** A typed value, or why it is none. */
export type ParsedValue<Value> = { readonly value: Value } | { readonly faults: readonly Fault[] };

/** A value with the day from which on it is in force. */
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

/** A planned change that is taken back; `stays` goes on in its place, null: nothing is set then. */
export interface SettingWithdrawal<Value> {
  readonly since: Day;
  readonly withdrawn: Value;
  readonly stays: Value | null;
}

/** A public line but for its day. */
type Line = {
  readonly [Kind in PublicEventKind]: Omit<Extract<PublicEvent, { kind: Kind }>, 'day'>;
}[PublicEventKind];

/** What the log of acts keeps of a change, and what is said in public; `line` left out: nothing is. */
export interface Announcement {
  readonly act: { readonly kind: ActKind; readonly params: ActParams };
  readonly line?: Line;
}

/** What a number may be: whole steps from the least to the most. */
export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** One setting that holds from a day on: all that differs between settings. */
export interface Setting<Value> {
  /** Where it is shown and changed; settings of one page are its sections. */
  readonly page: string;
  /** What holds until a row says otherwise; left out: nothing does. */
  readonly first?: Value;
  /** The field at which "the same as before" is said. */
  readonly field: string;
  /** What its number may be, for the form to say. */
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
  /** What the question before a change says besides the change itself. */
  effects?(change: SettingChange<Value>): Readonly<Record<string, string>>;
  announceChange(change: SettingChange<Value>): Announcement;
  /** Left out: a change holds at once, so none is ever planned. */
  announceWithdrawal?(withdrawal: SettingWithdrawal<Value>): Announcement;
}
