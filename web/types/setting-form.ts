import type { AskedChange, Limits, SettingValue } from './settings.ts';

/** A field of a setting's form; a choice if it has `options`. */
export interface FieldWords {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isDecimal?: boolean;
  readonly rows?: number;
  readonly options?: readonly { readonly value: string; readonly text: string }[];
}

/** Confirmation before a change, in sentences. */
export interface Question {
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly button: string;
}

/** Texts and form of a setting. */
export interface SettingWords {
  /** Absent where the page has only this setting. */
  readonly heading?: string;
  readonly changeHeading?: string;
  readonly notes: readonly string[];
  /** Description of the value in force; null: none. */
  sayNow(value: SettingValue): string | null;
  say(value: SettingValue): string;
  fields(limits: Limits | null): readonly FieldWords[];
  /** Whether the form asks for the first day of the change. */
  readonly asksDay?: boolean;
  readonly button: string;
  /** Initial field values. */
  fill(value: SettingValue): Readonly<Record<string, string>>;
  /** Overrides of the common fault sentences. */
  readonly faults: Readonly<Record<string, string>>;
  ask(asked: AskedChange): Question;
}
