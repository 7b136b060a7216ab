import { type Day, yearOf } from '../lib/day.ts';
import { normaliseText } from '../lib/text.ts';
import { DATED_SETTINGS, type ExternalFigure } from './dated-setting.ts';
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

const FIELDS = ['period', 'percent', 'source'] as const;
const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** `Quý 3/2026` gives `quý III/2026`, `11/2026` gives `tháng 11/2026`, `năm 2025` gives `2025`. */
const normalisePeriod = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/^năm /, '')
    .replace(/^(?:tháng )?0?(?=\d{1,2} ?\/)/, 'tháng ')
    .replace(
      /^quý ([1-4iv]+)/,
      (_, quarter: string) => `quý ${ROMAN[Number(quarter) - 1] ?? quarter.toUpperCase()}`,
    )
    .replace(/ ?\/ ?/, '/');

/**
 * Parses the form; returns all faults at once. A figure of a future year is a fault. If all fields are empty,
 * the value is null, which removes the figure.
 */
export function parseExternalFigure(typed: TypedSetting, today: Day): ParsedValue<ExternalFigure | null> {
  const [period = '', percent = '', source = ''] = FIELDS.map((field) => normaliseText(typed[field] ?? ''));
  if (period === '' && percent === '' && source === '') return { value: null };
  const given = {
    period: normalisePeriod(period),
    percent: parseTypedNumber(percent.replace(/ ?%$/, ''), true),
    source,
  };
  const parsed = DATED_SETTINGS.sipas.safeParse(given);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  if (Number(given.period.slice(-4)) > yearOf(today)) wrong.add('period');
  const faults = FIELDS.filter((field) => wrong.has(field)).map((field) => ({
    field,
    code: `${field}-${normaliseText(typed[field] ?? '') === '' ? 'missing' : 'form'}`,
  }));
  return faults.length > 0 || !parsed.success ? { faults } : { value: parsed.data };
}
