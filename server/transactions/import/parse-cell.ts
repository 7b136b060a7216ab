import type { DayOrder } from '../../../web/types/transaction-import.ts';
import { addDays, type Day, dayOf, isDay } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import { MAX_TRANSACTIONS } from '../entry.ts';
import { type Cell, isBlank } from './sheet.ts';

/** `none`: a placeholder for "no day yet". */
type DayCell = { readonly day: Day } | { readonly none: true } | { readonly fault: string };

/** Years of dates that programs write for "no day yet". */
const NO_DAY_YEARS = [1, 1753, 1899, 1900, 1970];
const FIRST_YEAR = 1990;

const NUMERIC = /(?<![\d/.-])(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?![\d/.-])/g;
const YEAR_FIRST = /(?<!\d)(?=\d{4}[-/.]|20\d{6}$)(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)/g;
const IN_WORDS = /\b(\d{1,2}) th[a\u00e1]ng (\d{1,2}) n[a\u0103]m (\d{4})\b/giu;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2})?(?::?(\d{2}))?$/;
/** Fast test before the slower parsing: most cells match none of these patterns, so they are no dates. */
const LIKE_A_DATE = /\d\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d|\d{8}|\d\s*th\u00e1ng/iu;
const TIME = /\b\d{1,2}\s*([:h]|gi\u1edd)\s*\d{2}(\s*(:|ph\u00fat)\s*\d{2}(\.\d+)?)?(\s*(sa|ch|am|pm)\b)?/giu;
const AROUND =
  /\b(thu (hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7]|t|ngay|luc|vao|sa|ch|am|pm|gio|phut|giay)\b/g;
const PLACEHOLDER =
  /^(|null|nil|none|n a|na|nan|x|khong|khong co|trong|chua|chua (co|tra|xong|giai quyet|hoan thanh|den|cap nhat|ket thuc)\b.*|dang\b.*|cho\b.*)$/;

export function parseDayCell(cell: Cell | undefined, order: DayOrder): DayCell {
  if (isBlank(cell)) return { none: true };
  if (cell instanceof Date) {
    const [day, month] = [cell.getUTCDate(), cell.getUTCMonth() + 1];
    return makeDay(cell.getUTCFullYear(), ...orderOf(month, day, order === 'swapped' && day <= 12));
  }
  if (typeof cell !== 'string') return { fault: 'not-a-date' };
  const text = cell.trim();
  // A ditto mark repeats the cell above.
  const isNone = PLACEHOLDER.test(foldText(text)) && !/^["\u201c\u201d\u3003']+$/.test(text);
  if (!/\d/.test(text)) return isNone ? { none: true } : { fault: 'not-a-date' };
  if (!LIKE_A_DATE.test(text)) return { fault: 'not-a-date' };
  const { found, rest } = findDates(text, order);
  const around = foldText(rest.replace(TIME, ' ')).replace(AROUND, ' ').trim();
  return found.length === 1 && found[0] && around === '' ? found[0] : { fault: 'not-a-date' };
}

/** Returns all dates in a text from left to right, and the text without them. */
export function findDates(
  text: string,
  order: DayOrder,
): { readonly found: DayCell[]; readonly rest: string } {
  const found = new Map<number, DayCell>();
  const take = (rest: string, pattern: RegExp, read: (parts: readonly string[]) => DayCell): string =>
    rest.replace(pattern, (date: string, ...parts: unknown[]) => {
      found.set(parts.find((part) => typeof part === 'number') ?? 0, read(parts as string[]));
      return ' '.repeat(date.length);
    });
  let rest = take(text, INSTANT, ([day = '', time, zone = '+07', minutes = '00']) => {
    if (NO_DAY_YEARS.includes(Number(day.slice(0, 4)))) return { none: true };
    const moment = new Date(`${day}T${time}${zone === 'Z' ? zone : `${zone}:${minutes}`}`);
    // The text has a time zone; converted to Vietnam's day.
    return isDay(day) && moment.getTime() > 0 ? { day: dayOf(moment) } : { fault: 'no-such-day' };
  });
  rest = take(rest, YEAR_FIRST, ([year, , month, day]) => inOrder(year, month, day, order === 'swapped'));
  rest = take(rest, NUMERIC, ([day, , month, year]) => inOrder(year, month, day, order === 'month-first'));
  rest = take(rest.replace(/\s/g, ' '), IN_WORDS, ([day, month, year]) => inOrder(year, month, day));
  return { found: [...found].sort(([a], [b]) => a - b).map(([, day]) => day), rest };
}

const inOrder = (year = '', month = '', day = '', isSwapped = false): DayCell =>
  makeDay(Number(year) + (year.length === 2 ? 2000 : 0), ...orderOf(Number(month), Number(day), isSwapped));
const orderOf = (month: number, day: number, isSwapped: boolean): [number, number] =>
  isSwapped ? [day, month] : [month, day];

/** The first two numbers of each numeric date in a text, as written. */
export const listNumericDates = (text: string): { readonly first: number; readonly second: number }[] =>
  [...text.matchAll(NUMERIC)].map(([, first, , second]) => ({
    first: Number(first),
    second: Number(second),
  }));

function makeDay(year: number, month: number, day: number): DayCell {
  if (NO_DAY_YEARS.includes(year)) return { none: true };
  if (year < FIRST_YEAR) return { fault: 'no-such-day' };
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? { day: text } : { fault: Number.isNaN(year) ? 'not-a-date' : 'no-such-day' };
}

/** The date of a spreadsheet's serial day until 2099; other cells unchanged. */
export function dateOfSerial(cell: Cell, offset: number): Cell {
  const isNumber = typeof cell !== 'object' && /^\d{1,5}([.,]\d+)?$/.test(String(cell));
  const serial = isNumber ? Number(String(cell).replace(',', '.')) + offset : Number.POSITIVE_INFINITY;
  return serial > 73_050 ? cell : new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
}

/** Whether a moment has another zone than Vietnam, or an hour at which nobody works, as of a zone that is not written. */
export function isOddMoment(cell: Cell | undefined): boolean {
  const text =
    cell instanceof Date ? cell.toISOString().slice(0, 16) : typeof cell === 'string' ? cell.trim() : '';
  const [, hour = 0, minute = 0] = /(?<![\d/.-])(\d{1,2}):(\d{2})/.exec(text.replace('T', ' ')) ?? [];
  const isNight = Number(hour) >= 22 || (Number(hour) < 5 && Number(hour) + Number(minute) > 0);
  return isNight || (INSTANT.exec(text)?.[3] ?? '+07') !== '+07';
}

export type Span = { readonly from: Day; readonly to: Day };

/** Accepts two dates, one date, or a month with its year; null: anything else. */
export function parseSpanCell(cell: Cell | undefined, order: DayOrder): Span | null {
  const single = parseDayCell(cell, order);
  if ('day' in single) return { from: single.day, to: single.day };
  if (typeof cell !== 'string' || !/\d{4}/.test(cell)) return null;
  const text = cell
    // In `29/01–04/02/2024` the first date lacks the year.
    .replace(
      /(?<![\d/])(\d{1,2})\/(\d{1,2})\s*(?:[\u2013\u2014-]|\u0111\u1ebfn)\s*(\d{1,2}\/(\d{1,2})\/)(\d{4})/iu,
      (_, day, month, rest, later, year) =>
        `${day}/${month}/${Number(month) > Number(later) ? Number(year) - 1 : year} : ${rest}${year}`,
    )
    // In `05-11/10/2024` the first date lacks the month and the year.
    .replace(/^\D*(\d{1,2})\s*[\u2013-]\s*(\d{1,2}(\/\d{1,2}\/\d{4}))$/u, '$1$3 : $2')
    .replace(/(\d{4})\s*-\s*(?=\d{1,2}[/.-])/, '$1 : ');
  const [from, to, ...others] = findDates(text, order).found.map((date) => ('day' in date ? date.day : ''));
  if (from && to) return others.length === 0 && from <= to ? { from, to } : null;
  const [, month, year] = /^(?:thang )?(\d{1,2}) (?:nam )?(\d{4})$/.exec(foldText(cell)) ?? [];
  const first = `${year}-${month?.padStart(2, '0')}-01`;
  if (!isDay(first) || Number(year) < FIRST_YEAR) return null;
  return { from: first, to: addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1) };
}

type CountCell = { readonly n: number } | { readonly fault: string };

/** Ambiguous, such as `1.500`: either groups of digits or three decimals. */
export const GROUPED = /^[+-]?[1-9]\d{0,2}([., ]\d{3})+$/;

/** Accountants write `-` for 0. An empty cell is not 0. */
export function parseCountCell(cell: Cell | undefined): CountCell {
  if (isBlank(cell)) return { fault: 'count-missing' };
  if (typeof cell === 'object') return { fault: cell instanceof Date ? 'not-a-count' : 'formula-failed' };
  if (typeof cell === 'number') return checkCount(cell);
  const text = cell.trim().replace(/[\u00a0\u202f]/g, ' ');
  if (/^[-\u2013\u2014]$/.test(text)) return { n: 0 };
  const [, digits = '', unit = ''] = /^([+\-\u2212]?[\d., ]*\d)\s*(\p{L}[\p{L} ]*)?$/u.exec(text) ?? [];
  if (!/^(ho so|hs|luot|giao dich)?$/.test(foldText(unit))) return { fault: 'not-a-count' };
  const plain = digits.replace('\u2212', '-');
  if (GROUPED.test(plain)) return checkCount(Number(plain.replace(/[., ]/g, '')));
  if (!/^[+-]?\d+([.,]\d+)?$/.test(plain) || /^0[.,]/.test(plain)) return { fault: 'not-a-count' };
  return checkCount(Number(plain.replace(',', '.')));
}

function checkCount(n: number): CountCell {
  if (!Number.isFinite(n)) return { fault: 'not-a-count' };
  if (n < 0) return { fault: 'negative-count' };
  if (!Number.isInteger(n)) return { fault: 'not-whole' };
  return n > MAX_TRANSACTIONS ? { fault: 'count-too-large' } : { n };
}
