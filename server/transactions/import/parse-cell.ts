import { addDays, type Day, dayOf, isDay } from '../../lib/day.ts';
import { MAX_TRANSACTIONS } from '../entry.ts';
import type { RowFaultCode } from './import-fault.ts';
import { type Cell, foldWords } from './table.ts';

/** A value, or why there is none. */
export type Parsed<Value> = { readonly value: Value } | { readonly fault: RowFaultCode };

/** Whole days of spreadsheets that are taken for dates: 1990 to 2099. */
const SERIAL_DAYS = { least: 32_874, most: 73_050 } as const;
/** Two digits are years of this century. */
const CENTURY = 2000;

const DAY_FIRST = /(?<![\d/.-])(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?![\d/.-])/g;
const YEAR_FIRST = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g;
const IN_WORDS = /\b(\d{1,2}) thang (\d{1,2}) nam (\d{4})\b/g;
const UTC_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const TIME = /\b\d{1,2}([:h]\d{2}){1,2}(\.\d+)?\s*(sa|ch|am|pm)?\b/gi;
/** What may stand around a date: weekdays, "ngày", "lúc". */
const AROUND = /\b(thu|chu|nhat|hai|ba|tu|nam|sau|bay|t|cn|ngay|luc|sa|ch|am|pm|gio|phut|giay)\b|\b[2-7]\b/g;

/** The day that a cell names. Days come before months, as Vietnam writes them. */
export function parseDateCell(cell: Cell | undefined, is1904: boolean): Parsed<Day> {
  if (cell === null || cell === undefined || cell === '') return { fault: 'date-missing' };
  if (typeof cell === 'object') return { fault: 'formula-failed' };
  if (typeof cell === 'number') return parseSerial(cell, is1904);
  const text = cell.trim();
  if (/^\d{5}([.,]\d+)?$/.test(text)) return parseSerial(Number(text.replace(',', '.')), is1904);
  if (UTC_INSTANT.test(text)) {
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? { fault: 'no-such-day' } : { value: dayOf(instant) };
  }
  const dates = findDates(text);
  const [only, ...others] = dates;
  if (only === undefined || others.length > 0 || hasOtherWords(text)) return { fault: 'not-a-date' };
  return only;
}

/** Whether more than a date, a time and a weekday stands in a text. */
function hasOtherWords(text: string): boolean {
  const rest = text
    .replace(/(\d)T(?=\d)/, '$1 ')
    .replace(TIME, ' ')
    .replace(YEAR_FIRST, ' ')
    .replace(DAY_FIRST, ' ');
  return foldWords(rest).replace(IN_WORDS, ' ').replace(AROUND, ' ').trim() !== '';
}

/** Every date in a text, in the order in which they stand. */
function findDates(text: string): Parsed<Day>[] {
  const found: { readonly at: number; readonly parsed: Parsed<Day> }[] = [];
  const yearFirst = [...text.matchAll(YEAR_FIRST)];
  for (const match of yearFirst) {
    const [, year, month, day] = match;
    found.push({ at: match.index, parsed: makeDay(Number(year), Number(month), Number(day)) });
  }
  for (const match of text.replace(YEAR_FIRST, (date) => ' '.repeat(date.length)).matchAll(DAY_FIRST)) {
    const [, day, month, year = ''] = match;
    const full = year.length === 2 ? CENTURY + Number(year) : Number(year);
    found.push({ at: match.index, parsed: makeDay(full, Number(month), Number(day)) });
  }
  if (found.length === 0) {
    for (const match of foldWords(text).matchAll(IN_WORDS)) {
      const [, day, month, year] = match;
      found.push({ at: match.index, parsed: makeDay(Number(year), Number(month), Number(day)) });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ parsed }) => parsed);
}

function makeDay(year: number, month: number, day: number): Parsed<Day> {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (isDay(text)) return { value: text };
  // 01/29/2024: whoever writes so writes 01/02/2024 for 2 January, too, and no program can tell.
  return { fault: month > 12 && month <= 31 && day <= 12 ? 'month-first' : 'no-such-day' };
}

function parseSerial(serial: number, is1904: boolean): Parsed<Day> {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0);
  if (!(days >= SERIAL_DAYS.least && days <= SERIAL_DAYS.most)) return { fault: 'not-a-date' };
  return { value: addDays('1899-12-30', days) };
}

/** A run of days, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The run of days that one cell names: two dates, one date, or a month of a year. */
export function parseSpanCell(cell: Cell | undefined, is1904: boolean): Parsed<Span> {
  if (typeof cell !== 'string') {
    const day = parseDateCell(cell, is1904);
    return 'fault' in day ? day : { value: { from: day.value, to: day.value } };
  }
  // `29/01–04/02/2024`: the first date has no year of its own.
  const text = cell.replace(
    /(\d{1,2})\/(\d{1,2})\s*(?:[\u2013\u2014-]|\u0111\u1ebfn)\s*(\d{1,2}\/\d{1,2}\/)(\d{4})/iu,
    (_, day, month, rest, year) => {
      const later = Number(rest.split('/')[1]);
      return `${day}/${month}/${Number(month) > later ? Number(year) - 1 : year} : ${rest}${year}`;
    },
  );
  const dates = findDates(text);
  const faulty = dates.find((date) => 'fault' in date);
  if (faulty && 'fault' in faulty) return faulty;
  const days = dates.flatMap((date) => ('value' in date ? [date.value] : []));
  const [from, to = from, ...others] = days;
  if (from !== undefined && to !== undefined && others.length === 0) {
    return to < from ? { fault: 'span-backwards' } : { value: { from, to } };
  }
  const folded = foldWords(cell);
  if (/^tuan\b/.test(folded) && days.length === 0) return { fault: 'week-number' };
  const [, month, year] = /^(?:thang )?(\d{1,2}) (?:nam )?(\d{4})$/.exec(folded) ?? [];
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return { fault: 'not-a-date' };
  const first = `${year}-${month.padStart(2, '0')}-01`;
  if (!isDay(first)) return { fault: 'not-a-date' };
  const next = addDays(first, 31);
  return { value: { from: first, to: addDays(`${next.slice(0, 7)}-01`, -1) } };
}

/** The number of transactions in a cell. `-`, as bookkeepers write it, is 0; nothing is not. */
export function parseCountCell(cell: Cell | undefined): Parsed<number> {
  if (cell === null || cell === undefined || cell === '') return { fault: 'count-missing' };
  if (typeof cell === 'object') return { fault: 'formula-failed' };
  if (typeof cell === 'number') return checkCount(cell);
  const text = cell.trim().replace(/[\u00a0\u202f]/g, ' ');
  if (/^[-\u2013\u2014]$/.test(text)) return { value: 0 };
  const [, digits, unit = ''] = /^([+\-\u2212]?[\d., ]*\d)\s*(\p{L}[\p{L} ]*)?$/u.exec(text) ?? [];
  if (digits === undefined || !/^(ho so|hs|luot|giao dich)?$/.test(foldWords(unit)))
    return { fault: 'not-a-count' };
  const plain = digits.replace('\u2212', '-');
  if (/^[+-]?\d{1,3}([., ]\d{3})+$/.test(plain)) return checkCount(Number(plain.replace(/[., ]/g, '')));
  if (/^[+-]?\d+([.,]\d+)?$/.test(plain)) return checkCount(Number(plain.replace(',', '.')));
  return { fault: 'not-a-count' };
}

function checkCount(n: number): Parsed<number> {
  if (!Number.isFinite(n)) return { fault: 'not-a-count' };
  if (n < 0) return { fault: 'negative-count' };
  if (!Number.isInteger(n)) return { fault: 'not-whole' };
  return n > MAX_TRANSACTIONS ? { fault: 'count-too-large' } : { value: n };
}
