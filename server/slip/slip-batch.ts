import type { Fault } from '../../web/types/fault.ts';
import type { Day } from '../lib/day.ts';
import type { Database } from '../storage/schema.ts';

export type SlipBatch = Readonly<Database['slip_batches']>;

/** Slips on an A4 sheet, in two columns. */
export const SLIPS_ON_SHEET = 10;
export const MAX_SHEETS = 20;
/** Days, after the day of printing, for which slips can be made valid. */
export const VALID_DAYS: readonly number[] = [7, 30, 90, 180];

interface BatchWish {
  readonly counterCode: string | null;
  readonly sheets: number;
  readonly validDays: number;
}

export interface TypedBatch {
  readonly counter: string;
  readonly sheets: string;
  readonly days: string;
}

/**
 * Returns all faults at once. `counters`: codes of the open counters for which the user may print slips; null for a
 * supervisor, whose slips have no counter.
 */
export function checkBatchWish(
  typed: TypedBatch,
  counters: readonly string[] | null,
): { readonly wish: BatchWish | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const counterCode = counters === null ? null : (counters.find((code) => code === typed.counter) ?? null);
  if (counters !== null && counterCode === null) faults.push({ field: 'counter', code: 'counter-missing' });
  const digits = /^\d{1,3}$/.exec(typed.sheets.trim())?.[0];
  const sheets = Number(digits ?? '0');
  if (sheets < 1 || sheets > MAX_SHEETS) faults.push({ field: 'sheets', code: 'sheets-range' });
  const validDays = VALID_DAYS.find((days) => String(days) === typed.days);
  if (validDays === undefined) faults.push({ field: 'days', code: 'days-unknown' });
  if (faults.length > 0 || validDays === undefined) return { wish: null, faults };
  return { wish: { counterCode, sheets, validDays }, faults };
}

export const isExpired = ({ expires_on }: Pick<SlipBatch, 'expires_on'>, today: Day): boolean =>
  expires_on < today;

/** Minimum number of used slips that are disclosed at once. */
const MIN_USES_SHOWN = 5;

interface BatchUses {
  readonly used: number;
  /** The part of `used` that is already disclosed. */
  readonly shown: number;
  readonly isExpired: boolean;
}

/**
 * Number of used slips to disclose now: none or at least five, so that nobody can infer whether yesterday's citizen
 * used a slip. When the batch has expired, the remainder is disclosed, unless fewer than five of all its slips were
 * used.
 */
export function findUsesToShow({ used, shown, isExpired }: BatchUses): number {
  const waiting = used - shown;
  if (waiting >= MIN_USES_SHOWN) return waiting;
  return isExpired && shown > 0 ? waiting : 0;
}
