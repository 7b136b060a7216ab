import type { Fault } from '../../web/types/fault.ts';
import { normaliseText } from '../lib/text.ts';
import { DATED_SETTINGS, type SipasFigure } from './dated-setting.ts';

/** The province's figure as somebody typed it. All three empty: none is shown. */
export interface TypedSipas {
  readonly year: string;
  readonly percent: string;
  readonly source: string;
}

/** A year of four digits. */
const YEAR = /^\d{4}$/;
/** A figure with a comma or a point, at most two decimals, with or without `%`. */
const PERCENT = /^(\d{1,3}(?:[.,]\d{1,2})?) ?%?$/;

const FIELDS = ['year', 'percent', 'source'] as const;

/**
 * Reads what was typed, all faults at once. Without any field filled the value is null: the figure is taken away.
 * @param thisYear no figure is of a later year.
 */
export function parseSipasForm(
  typed: TypedSipas,
  thisYear: number,
): { readonly value: SipasFigure | null; readonly faults: readonly Fault[] } {
  const [year, percent, source] = FIELDS.map((field) => normaliseText(typed[field])) as [
    string,
    string,
    string,
  ];
  if (year === '' && percent === '' && source === '') return { value: null, faults: [] };
  const digits = PERCENT.exec(percent)?.[1]?.replace(',', '.');
  const given = {
    year: YEAR.test(year) ? Number(year) : Number.NaN,
    percent: digits === undefined ? Number.NaN : Number(digits),
    source,
  };
  const parsed = DATED_SETTINGS.sipas.safeParse(given);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  if (given.year > thisYear) wrong.add('year');
  const faults = FIELDS.filter((field) => wrong.has(field)).map((field) => ({
    field,
    code: normaliseText(typed[field]) === '' ? `sipas-${field}-missing` : `sipas-${field}-form`,
  }));
  return faults.length > 0 || !parsed.success ? { value: null, faults } : { value: parsed.data, faults };
}
