import type { Day } from '../lib/day.ts';
import type { FieldFault } from '../lib/field-fault.ts';
import { parseTypedDay } from '../lib/typed-day.ts';
import { type DatedSetting, type DatedSettingValue, settingInForce } from './dated-setting.ts';
import { findPlanFault, latestRow } from './planned-change.ts';

/** Settings with a few named values; the first one holds where nothing was ever chosen. */
export const CHOICES = {
  headline_figure: ['all', 'single-use'],
  suggestion_tick: ['off', 'on'],
} as const satisfies { readonly [Name in ChoiceName]: readonly DatedSettingValue<Name>[] };

export type ChoiceName = 'headline_figure' | 'suggestion_tick';
export type ChoiceValue<Name extends ChoiceName = ChoiceName> = DatedSettingValue<Name>;

/** A change of a choice, checked. */
export interface ChoiceChange {
  readonly since: Day;
  readonly from: ChoiceValue;
  readonly to: ChoiceValue;
}

/** One thing in the form that cannot be taken; `day`: one that the sentence names. */
export interface ChoiceFault extends FieldFault {
  readonly day: Day | null;
}

/** A choice with the day from which on it is in force. */
export interface ChoiceRow {
  readonly since: Day;
  readonly value: ChoiceValue;
}

/** All rows of one choice, oldest first. */
export const choiceRows = (rows: readonly DatedSetting[], name: ChoiceName): ChoiceRow[] =>
  rows.flatMap((row) =>
    (row.name === 'headline_figure' || row.name === 'suggestion_tick') && row.name === name
      ? [{ since: row.since, value: row.value }]
      : [],
  );

/** What is chosen on a day. */
export const choiceOn = <Name extends ChoiceName>(
  rows: readonly DatedSetting[],
  name: Name,
  day: Day,
): ChoiceValue<Name> => settingInForce(rows, name, day)?.value ?? (CHOICES[name][0] as ChoiceValue<Name>);

/** Reads a change as it was typed and judges it by the rows that are there, all faults at once. */
export function checkChoiceChange(
  rows: readonly DatedSetting[],
  name: ChoiceName,
  typed: { readonly value: string; readonly since: string },
  today: Day,
): { readonly change: ChoiceChange | null; readonly faults: readonly ChoiceFault[] } {
  const own = choiceRows(rows, name);
  const choices: readonly ChoiceValue[] = CHOICES[name];
  const from = latestRow(own)?.value ?? CHOICES[name][0];
  const to = choices.find((choice) => choice === typed.value);
  const since = parseTypedDay(typed.since);
  const faults: ChoiceFault[] = [];
  if (to === undefined) faults.push({ field: 'value', code: 'value-unknown', day: null });
  else if (to === from) faults.push({ field: 'value', code: 'value-same', day: null });
  if (since === null) {
    const code = typed.since.trim() === '' ? 'day-missing' : 'day-malformed';
    faults.push({ field: 'since', code, day: null });
  } else {
    const fault = findPlanFault(own, since, today);
    const day = fault?.code === 'planned-later' ? fault.planned : null;
    if (fault !== null) faults.push({ field: 'since', code: fault.code, day });
  }
  if (faults.length > 0 || to === undefined || since === null) return { change: null, faults };
  return { change: { since, from, to }, faults };
}
