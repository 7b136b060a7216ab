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
const ROMAN = ['i', 'ii', 'iii', 'iv'];

/** `Quý III/2026` and `quý 3/2026` give `2026-Q3`, `tháng 5/2026` and `05/2026` give `2026-05`, `năm 2025` gives `2025`. */
function toPeriodId(typed: string): string {
  const [, kind = '', part = '', year = ''] =
    /^(tháng |quý |năm )?(?:(\d{1,2}|i{1,3}|iv) ?\/ ?)?(\d{4})$/.exec(typed.toLowerCase()) ?? [];
  if (part === '') return kind === '' || kind.startsWith('n') ? year : '';
  if (kind.startsWith('q')) return `${year}-Q${ROMAN.indexOf(part) + 1 || part}`;
  return kind.startsWith('n') ? '' : `${year}-${part.padStart(2, '0')}`;
}

/**
 * Parses the form; returns all faults at once. A figure of a future year is a fault. If all fields are empty,
 * the value is null, which removes the figure.
 */
export function parseExternalFigure(typed: TypedSetting, today: Day): ParsedValue<ExternalFigure | null> {
  const [period = '', percent = '', source = ''] = FIELDS.map((field) => normaliseText(typed[field] ?? ''));
  if (period === '' && percent === '' && source === '') return { value: null };
  const given = {
    period: toPeriodId(period),
    percent: parseTypedNumber(percent.replace(/ ?%$/, ''), true),
    source,
  };
  const parsed = DATED_SETTINGS.sipas.safeParse(given);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  if (Number(given.period.slice(0, 4)) > yearOf(today)) wrong.add('period');
  const faults = FIELDS.filter((field) => wrong.has(field)).map((field) => ({
    field,
    code: `${field}-${normaliseText(typed[field] ?? '') === '' ? 'missing' : 'form'}`,
  }));
  return faults.length > 0 || !parsed.success ? { faults } : { value: parsed.data };
}
