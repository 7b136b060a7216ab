import type { DayOrder } from '../../../web/types/transaction-import.ts';
import { addDays, type Day, dayOf, isDay } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import { MAX_TRANSACTIONS } from '../entry.ts';
import { type Cell, isBlank } from './sheet.ts';

/** `none`: a placeholder for "no day yet". */
type DayCell = { readonly day: Day } | { readonly none: true } | { readonly fault: DayFault };
export type DayFault = 'not-a-date' | 'no-such-day';

/** Range of serial days that are taken as dates. */
const SERIAL_DAYS = { least: 32_874, most: 73_050 } as const;
/** Earlier years are placeholders for "no date" (0001, 1900, 1970). */
const FIRST_YEAR = 1990;

const NUMERIC = /(?<![\d/.-])(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?![\d/.-])/g;
const YEAR_FIRST = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g;
const IN_WORDS = /\b(\d{1,2}) thang (\d{1,2}) nam (\d{4})\b/g;
const COMPACT = /^(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}(:?\d{2})?)$/;
/**
 * Quick test before the slower parsing: a text without any of these patterns is no date, as most cells are.
 */
const LIKE_A_DATE = /\d\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d|\d{8}|\d\s*th\u00e1ng/iu;
const TIME = /\b\d{1,2}\s*([:h]|gi\u1edd)\s*\d{2}(\s*(:|ph\u00fat)\s*\d{2}(\.\d+)?)?(\s*(sa|ch|am|pm)\b)?/giu;
const AROUND =
  /\b(thu (hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7]|ngay|luc|vao|sa|ch|am|pm|gio|phut|giay)\b/g;

/** Numeric dates: two parts in unknown order, and a year. */
interface NumericDate {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  /** Zero-padded with a four-digit year, as Vietnamese programs write days; Excel's US format does not. */
  readonly isPadded: boolean;
}

/** `plainSerials`: offset that turns plain numbers into serial days; null: plain numbers are no days. */
export function parseDayCell(
  cell: Cell | undefined,
  order: DayOrder,
  plainSerials: number | null = null,
): DayCell {
  if (isBlank(cell) || cell === null || cell === undefined) return { none: true };
  if (typeof cell === 'number') return parsePlain(cell, plainSerials);
  if (cell instanceof Date) return parseDate(cell);
  if (typeof cell === 'object') return { fault: 'not-a-date' };
  const text = cell.trim();
  if (/^\d{5}([.,]\d+)?$/.test(text)) return parsePlain(Number(text.replace(',', '.')), plainSerials);
  if (!/\d/.test(text)) return isPlaceholder(text) ? { none: true } : { fault: 'not-a-date' };
  if (!LIKE_A_DATE.test(text)) return { fault: 'not-a-date' };
  const found = findDates(text, order);
  const [only, ...others] = found;
  if (only === undefined || others.length > 0 || hasOtherWords(text)) return { fault: 'not-a-date' };
  return only;
}

const PLACEHOLDER =
  /^(null|nil|none|n a|na|nan|x|khong|khong co|trong|chua|chua (co|tra|xong|giai quyet|hoan thanh|den|cap nhat|ket thuc)\b.*|dang\b.*|cho\b.*)$/;

const isPlaceholder = (text: string): boolean => {
  const folded = foldText(text);
  return folded === '' || PLACEHOLDER.test(folded);
};

function hasOtherWords(text: string): boolean {
  const rest = text
    .replace(INSTANT, ' ')
    .replace(YEAR_FIRST, ' ')
    .replace(NUMERIC, ' ')
    .replace(COMPACT, ' ');
  const words = foldText(
    rest
      .replace(/(?<=\s)T(?=\d)/, ' ')
      .replace(TIME, ' ')
      .normalize('NFC'),
  );
  return words.replace(IN_WORDS, ' ').replace(AROUND, ' ').trim() !== '';
}

function findDates(text: string, order: DayOrder): DayCell[] {
  const instant = INSTANT.exec(text);
  if (instant !== null) {
    const isLocal = /^\+07(:?00)?$/.test(instant[4] ?? '');
    return [{ day: isLocal ? (instant[1] ?? '') : dayOf(new Date(text.replace(' ', 'T'))) }];
  }
  const compact = COMPACT.exec(text);
  if (compact !== null) return [makeDay(Number(compact[1]), Number(compact[2]), Number(compact[3]))];
  const found: { readonly at: number; readonly day: DayCell }[] = [];
  for (const match of text.matchAll(YEAR_FIRST)) {
    found.push({ at: match.index, day: makeDay(Number(match[1]), Number(match[3]), Number(match[4])) });
  }
  const rest = text.replace(YEAR_FIRST, (date) => ' '.repeat(date.length));
  for (const { date, at } of matchNumeric(rest)) {
    const { first, second, year } = date;
    const day = order === 'day-first' ? makeDay(year, second, first) : makeDay(year, first, second);
    found.push({ at, day });
  }
  if (found.length === 0) {
    for (const match of foldText(text).matchAll(IN_WORDS)) {
      found.push({ at: match.index, day: makeDay(Number(match[3]), Number(match[2]), Number(match[1])) });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ day }) => day);
}

const matchNumeric = (text: string): { readonly date: NumericDate; readonly at: number }[] =>
  [...text.matchAll(NUMERIC)].map((match) => {
    const [, first = '', , second = '', year = ''] = match;
    return {
      at: match.index,
      date: {
        first: Number(first),
        second: Number(second),
        year: year.length === 2 ? 2000 + Number(year) : Number(year),
        isPadded: first.length === 2 && second.length === 2 && year.length === 4,
      },
    };
  });

function makeDay(year: number, month: number, day: number): DayCell {
  if (year < FIRST_YEAR) return { none: true };
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? { day: text } : { fault: 'no-such-day' };
}

const parseDate = (date: Date): DayCell =>
  Number.isNaN(date.getTime())
    ? { fault: 'not-a-date' }
    : makeDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());

const parsePlain = (value: number, offset: number | null): DayCell =>
  offset === null ? { fault: 'not-a-date' } : parseSerial(value + offset);

function parseSerial(serial: number): DayCell {
  if (serial >= 0 && serial < SERIAL_DAYS.least) return { none: true };
  if (!(serial >= 0 && serial <= SERIAL_DAYS.most)) return { fault: 'not-a-date' };
  return { day: addDays('1899-12-30', Math.floor(serial)) };
}

/** Day order of a file's texts; null: ambiguous, a person must decide. */
export function findDayOrder(texts: Iterable<string>, today: Day): DayOrder | null {
  const dates: NumericDate[] = [];
  for (const text of texts) for (const { date } of matchNumeric(text)) dates.push(date);
  const isDayFirst = dates.some(({ first, second }) => first > 12 && second <= 12);
  const isMonthFirst = dates.some(({ first, second }) => second > 12 && first <= 12);
  if (isDayFirst !== isMonthFirst) return isDayFirst ? 'day-first' : 'month-first';
  if (isDayFirst && isMonthFirst) return null;
  const open = dates.filter(({ first, second }) => first !== second);
  if (open.length === 0) return 'day-first';
  const asDays = (pick: (date: NumericDate) => DayCell) =>
    open.map(pick).flatMap((d) => ('day' in d ? [d.day] : []));
  const dayFirst = asDays(({ first, second, year }) => makeDay(year, second, first));
  const monthFirst = asDays(({ first, second, year }) => makeDay(year, first, second));
  const isLate = dayFirst.some((day) => day > today) && monthFirst.every((day) => day <= today);
  // Days of one export are close together; in the wrong order they would be months apart.
  const isSpread = new Set(dayFirst).size > 1 && widthOf(monthFirst) < widthOf(dayFirst);
  return isLate || isSpread || open.some(({ isPadded }) => !isPadded) ? null : 'day-first';
}

const widthOf = (days: readonly Day[]): number =>
  days.length === 0 ? 0 : Date.parse(days.toSorted().at(-1) ?? '') - Date.parse(days.toSorted()[0] ?? '');

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Two dates, one date, or a month of a year; null: none of these. */
export function parseSpanCell(cell: Cell | undefined, order: DayOrder): Span | null {
  const single = parseDayCell(cell, order);
  if ('day' in single) return { from: single.day, to: single.day };
  if (typeof cell !== 'string' || !/\d{4}/.test(cell)) return null;
  // In `29/01–04/02/2024` the first date has no year.
  const text = cell.replace(
    /(\d{1,2})\/(\d{1,2})\s*(?:[\u2013\u2014-]|\u0111\u1ebfn)\s*(\d{1,2}\/\d{1,2}\/)(\d{4})/iu,
    (_, day, month, rest, year) => {
      const later = Number(rest.split('/')[1]);
      return `${day}/${month}/${Number(month) > later ? Number(year) - 1 : year} : ${rest}${year}`;
    },
  );
  const days = findDates(text, order).flatMap((found) => ('day' in found ? [found.day] : []));
  const [from, to, ...others] = days;
  if (from !== undefined && to !== undefined) return others.length === 0 && from <= to ? { from, to } : null;
  const [, month, year] = /^(?:thang )?(\d{1,2}) (?:nam )?(\d{4})$/.exec(foldText(cell)) ?? [];
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return null;
  const first = `${year}-${month.padStart(2, '0')}-01`;
  if (!isDay(first) || Number(year) < FIRST_YEAR) return null;
  return { from: first, to: addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1) };
}

export type CountFault =
  | 'count-missing'
  | 'formula-failed'
  | 'not-a-count'
  | 'negative-count'
  | 'not-whole'
  | 'count-too-large';

/** `-`, used by accountants, is 0; an empty cell is not. */
export function parseCountCell(
  cell: Cell | undefined,
): { readonly n: number } | { readonly fault: CountFault } {
  if (isBlank(cell) || cell === null || cell === undefined) return { fault: 'count-missing' };
  if (typeof cell === 'object') return { fault: cell instanceof Date ? 'not-a-count' : 'formula-failed' };
  if (typeof cell === 'number') return checkCount(cell);
  const text = cell.trim().replace(/[\u00a0\u202f]/g, ' ');
  if (/^[-\u2013\u2014]$/.test(text)) return { n: 0 };
  const [, digits, unit = ''] = /^([+\-\u2212]?[\d., ]*\d)\s*(\p{L}[\p{L} ]*)?$/u.exec(text) ?? [];
  if (digits === undefined || !/^(ho so|hs|luot|giao dich)?$/.test(foldText(unit)))
    return { fault: 'not-a-count' };
  const plain = digits.replace('\u2212', '-');
  if (/^[+-]?[1-9]\d{0,2}([., ]\d{3})+$/.test(plain)) return checkCount(Number(plain.replace(/[., ]/g, '')));
  if (/^[+-]?\d+([.,]\d+)?$/.test(plain) && !/^0[.,]/.test(plain))
    return checkCount(Number(plain.replace(',', '.')));
  return { fault: 'not-a-count' };
}

function checkCount(n: number): { readonly n: number } | { readonly fault: CountFault } {
  if (!Number.isFinite(n)) return { fault: 'not-a-count' };
  if (n < 0) return { fault: 'negative-count' };
  if (!Number.isInteger(n)) return { fault: 'not-whole' };
  return n > MAX_TRANSACTIONS ? { fault: 'count-too-large' } : { n };
}
