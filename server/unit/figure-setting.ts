import type { Day } from '../lib/day.ts';
import { parseTypedDay } from '../lib/typed-day.ts';
import { DATED_SETTINGS, type DatedSetting } from './dated-setting.ts';
import { findPlanFault, latestRow } from './planned-change.ts';

/** The dated settings by which the headline is judged. */
export const FIGURE_SETTINGS = ['target_percent', 'minimum_n'] as const;
export type FigureSettingName = (typeof FIGURE_SETTINGS)[number];

/** The setting that a form names; null for any other text. */
export const parseFigureSetting = (text: string): FigureSettingName | null =>
  FIGURE_SETTINGS.find((name) => name === text) ?? null;

/** A figure with a comma or a point, at most two decimals, with or without `%`; thousands are not grouped. */
const PERCENT = /^(\d{1,3}(?:[.,]\d{1,2})?) ?%?$/;
/** A whole number; its thousands may be grouped by a point, as Vietnamese writes them. */
const WHOLE = /^(\d{1,5}|\d{1,2}\.\d{3})$/;

/** The value that a person typed for a setting; null when it is none, or out of the setting's range. */
export function parseFigureValue(name: FigureSettingName, text: string): number | null {
  const typed = text.trim();
  const digits =
    name === 'target_percent'
      ? PERCENT.exec(typed)?.[1]?.replace(',', '.')
      : WHOLE.exec(typed)?.[1]?.replace('.', '');
  const parsed = DATED_SETTINGS[name].safeParse(digits === undefined ? null : Number(digits));
  return parsed.success ? parsed.data : null;
}

/** A change of a setting, checked. `from` is null where nothing was set before. */
export interface SettingChange {
  readonly name: FigureSettingName;
  readonly since: Day;
  readonly from: number | null;
  readonly to: number;
}

/** One thing in a form that cannot be taken; `params` are what its sentence speaks of. */
export interface ChangeFault {
  readonly field: 'value' | 'since';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Reads a change as it was typed and judges it by the rows that are there, all faults at once. */
export function checkSettingChange(
  rows: readonly DatedSetting[],
  typed: { readonly name: FigureSettingName; readonly value: string; readonly since: string },
  today: Day,
): { readonly change: SettingChange | null; readonly faults: readonly ChangeFault[] } {
  const { name } = typed;
  const own = rows.filter((row): row is DatedSetting<FigureSettingName> => row.name === name);
  const before = latestRow(own);
  const to = parseFigureValue(name, typed.value);
  const since = parseTypedDay(typed.since);
  const faults: ChangeFault[] = [];
  if (to === null) {
    const code = typed.value.trim() === '' ? 'value-missing' : `${name.replace('_', '-')}-form`;
    faults.push({ field: 'value', code, params: {} });
  } else if (before?.value === to) faults.push({ field: 'value', code: 'value-same', params: {} });
  const code = typed.since.trim() === '' ? 'day-missing' : 'day-malformed';
  if (since === null) faults.push({ field: 'since', code, params: {} });
  const fault = since === null ? null : findPlanFault(own, since, today);
  if (fault !== null) {
    const params = fault.code === 'planned-later' ? { day: fault.planned } : {};
    faults.push({ field: 'since', code: fault.code, params });
  }
  if (faults.length > 0 || to === null || since === null) return { change: null, faults };
  return { change: { name, since, from: before?.value ?? null, to }, faults };
}
