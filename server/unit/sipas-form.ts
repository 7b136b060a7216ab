import { type Day, yearOf } from '../lib/day.ts';
import { normaliseText } from '../lib/text.ts';
import { DATED_SETTINGS, type SipasFigure } from './dated-setting.ts';
import type { ParsedValue, TypedSetting } from './setting.ts';

/** A figure with a comma or a point, at most two decimals; thousands are not grouped. */
const DECIMAL = /^\d{1,4}(?:[.,]\d{1,2})?$/;
/** A whole number; its thousands may be grouped by a point, as Vietnamese writes them. */
const WHOLE = /^(\d{1,5}|\d{1,2}\.\d{3})$/;

export function parseTypedNumber(text: string, isDecimal: boolean): number {
  const typed = text.trim();
  if (!(isDecimal ? DECIMAL : WHOLE).test(typed)) return Number.NaN;
  return Number(isDecimal ? typed.replace(',', '.') : typed.replace('.', ''));
}

const YEAR = /^\d{4}$/;

const FIELDS = ['year', 'percent', 'source'] as const;

/**
 * Parses the form; returns all faults at once. A figure of a future year is a fault. If all fields are empty,
 * the value is null, which removes the figure.
 */
export function parseSipasForm(typed: TypedSetting, today: Day): ParsedValue<SipasFigure | null> {
  const [year = '', percent = '', source = ''] = FIELDS.map((field) => normaliseText(typed[field] ?? ''));
  if (year === '' && percent === '' && source === '') return { value: null };
  const given = {
    year: YEAR.test(year) ? Number(year) : Number.NaN,
    percent: parseTypedNumber(percent.replace(/ ?%$/, ''), true),
    source,
  };
  const parsed = DATED_SETTINGS.sipas.safeParse(given);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  if (given.year > yearOf(today)) wrong.add('year');
  const faults = FIELDS.filter((field) => wrong.has(field)).map((field) => ({
    field,
    code: `${field}-${normaliseText(typed[field] ?? '') === '' ? 'missing' : 'form'}`,
  }));
  return faults.length > 0 || !parsed.success ? { faults } : { value: parsed.data };
}
