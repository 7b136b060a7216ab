import { z } from 'zod';
import { type Day, isDay } from '../../lib/day.ts';
import { CODE_ALPHABET } from '../../unit/counter.ts';
import { MAX_TRANSACTIONS } from '../entry.ts';
import type { ImportFault } from './import-fault.ts';

/** Whose number it is: the whole unit's, a counter's by code, or that of a name that the file alone knows. */
export type ImportedCounter = { readonly code: string } | { readonly name: number } | null;

/** A number out of a file. */
export interface ImportedEntry {
  readonly from: Day;
  readonly to: Day;
  readonly counter: ImportedCounter;
  readonly n: number;
  /** The first row that it comes from; 0 where that is not known any more. */
  readonly row: number;
}

/** How the rows of a file were understood. */
export type ImportShape = 'dossiers' | 'totals' | 'columns';

/** What was read out of a file. Of people nothing is in it: days, counters and numbers. */
export interface ParsedImport {
  readonly shape: ImportShape | null;
  readonly entries: readonly ImportedEntry[];
  /** Names of counters that are none of the unit's, by number. */
  readonly names: readonly string[];
  /** Rows of dossiers without a date of return: not finished, so not counted. */
  readonly unfinished: number;
  /** Rows of totals that were compared and left out. */
  readonly totalRows: number;
  readonly faults: readonly ImportFault[];
}

/** The most numbers of one file: ten counters, every day of a year. */
export const MAX_IMPORTED = 4_000;
/** More different names than a commune has counters: a wrong column. */
export const MAX_NAMES = 30;
const MAX_NAME_LENGTH = 120;

/**
 * The numbers as one text that a form can carry from the preview to the confirmation: `from_to_counter_n`,
 * joined by `*`; the counter is a code, `all`, or `.` and the number of a name.
 */
export const encodeEntries = (entries: readonly ImportedEntry[]): string =>
  entries
    .map(({ from, to, counter, n }) => {
      const who = counter === null ? 'all' : 'code' in counter ? counter.code : `.${counter.name}`;
      return `${from}_${to}_${who}_${n}`;
    })
    .join('*');

const ENTRY = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\d)_(\\d{4}-\\d\\d-\\d\\d)_(all|[${CODE_ALPHABET}]{5}|\\.\\d{1,2})_(\\d{1,6})$`,
);
const namesSchema = z.array(z.string().min(1).max(MAX_NAME_LENGTH)).max(MAX_NAMES);

/** Reads that text back; null where it is not whole, or names what is not there. Nothing in it is trusted. */
export function decodeEntries(
  text: string,
  names: readonly string[],
): { readonly entries: readonly ImportedEntry[]; readonly names: readonly string[] } | null {
  if (!namesSchema.safeParse(names).success) return null;
  const parts = text.split('*');
  if (parts.length > MAX_IMPORTED) return null;
  const entries: ImportedEntry[] = [];
  for (const part of parts) {
    const [, from, to, who, digits] = ENTRY.exec(part) ?? [];
    if (from === undefined || to === undefined || who === undefined) return null;
    const n = Number(digits);
    if (!isDay(from) || !isDay(to) || to < from || n > MAX_TRANSACTIONS) return null;
    const counter = readCounter(who);
    if (counter !== null && 'name' in counter && counter.name >= names.length) return null;
    entries.push({ from, to, counter, n, row: 0 });
  }
  return { entries, names };
}

function readCounter(who: string): ImportedCounter {
  if (who === 'all') return null;
  return who.startsWith('.') ? { name: Number(who.slice(1)) } : { code: who };
}
