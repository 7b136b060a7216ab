import type { AskedChange, Limits, SettingValue } from './settings.ts';

/** A field with `options` is a choice, one with `rows` a text of several lines. */
export interface FieldWords {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isDecimal?: boolean;
  readonly rows?: number;
  readonly options?: readonly { readonly value: string; readonly text: string }[];
}

export interface Question {
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly button: string;
}

/** Texts of a setting's form, and functions that turn its values into sentences. */
export interface SettingWords {
  /** Absent if the page has only this setting. */
  readonly heading?: string;
  readonly changeHeading?: string;
  readonly notes: readonly string[];
  /** Describes the value that applies today; null: no description. */
  sayNow(value: SettingValue): string | null;
  say(value: SettingValue): string;
  fields(limits: Limits | null): readonly FieldWords[];
  /** Whether the form asks from which day the change applies. */
  readonly asksDay?: boolean;
  readonly button: string;
  fill(value: SettingValue): Readonly<Record<string, string>>;
  /** Sentences by fault code that replace the common ones. */
  readonly faults: Readonly<Record<string, string>>;
  ask(asked: AskedChange): Question;
}
