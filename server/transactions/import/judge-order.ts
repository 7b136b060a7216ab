import type { DayOrder } from '../../../web/types/transaction-import.ts';
import { type Day, daysBetween } from '../../lib/day.ts';
import { listNumericDates, parseDayCell } from './parse-cell.ts';
import type { Cell } from './sheet.ts';

export interface OrderJudgement {
  /** null: the cells do not determine it. */
  readonly order: DayOrder | null;
  /** Possible orders, with the first days whose reading depends on the order. */
  readonly orders: readonly { readonly order: DayOrder; readonly days: readonly Day[] }[];
  /** The order that gives the shortest range of days; null: several do. */
  readonly closest: DayOrder | null;
}

/**
 * Determines the order of day and month in dates. In texts, only a number above 12 proves it. Date cells may be wrong,
 * too: a spreadsheet that opens a text file with American settings swaps day and month if the day is at most 12, and
 * leaves other dates as texts. Texts that begin with the year are doubted where swapping brings them closer together.
 */
export function judgeOrder(columns: readonly (readonly Cell[])[]): OrderJudgement {
  const texts = columns.map((cells) => cells.flatMap((cell) => listNumericDates(textIn(cell))));
  const dates = columns.map((cells) => cells.filter((cell) => cell instanceof Date).map(partsOf));
  const all = texts.flat();
  const isDayFirst = all.some(({ first }) => first > 12);
  const isMonthFirst = all.some(({ second }) => second > 12);
  const hasYearDayMonth = columns.some((cells) => {
    const yearFirst = cells.filter((cell) => /^\d{4}[-/.]\d/.test(textIn(cell)));
    const areSwappable = yearFirst.every((cell) => read(cell)('swapped') !== '');
    const isCloser = areSwappable && widthOf(yearFirst, 'swapped') < widthOf(yearFirst, 'day-first');
    return isCloser || cells.some((cell) => YEAR_DAY.test(textIn(cell)));
  });
  const possible: DayOrder[] = ['day-first'];
  if (all.some(isOpen) || isMonthFirst) possible.push('month-first');
  if (dates.flat().some(isOpen) || hasYearDayMonth) possible.push('swapped');
  const areTextsProven = isDayFirst !== isMonthFirst || possible[1] !== 'month-first';
  const areDatesProven = dates.flat().some(({ first }) => first > 12);
  const areDatesDoubtful = columns.some((cells, index) => {
    if (!(dates[index] ?? []).some(isOpen)) return false;
    const isWide = widthOf(cells, 'day-first') >= widthOf(cells, 'swapped');
    return (texts[index] ?? []).length > 0 || (!areDatesProven && isWide);
  });
  const widths = possible.map((order) => columns.reduce((sum, cells) => sum + widthOf(cells, order), 0));
  const closest = possible.filter((_, index) => widths[index] === Math.min(...widths));
  const differing = columns.flat().filter((cell) => new Set(possible.map(read(cell))).size > 1);
  const isProven = areTextsProven && !areDatesDoubtful && !hasYearDayMonth;
  return {
    order: isProven ? (isMonthFirst ? 'month-first' : 'day-first') : null,
    orders: possible.map((order) => ({
      order,
      days: differing.slice(0, 3).flatMap((cell) => read(cell)(order) || []),
    })),
    closest: closest.length === 1 ? (closest[0] ?? null) : null,
  };
}

/** In "2024-31-01" the day must follow the year, because no month is above 12. */
const YEAR_DAY = /(?<!\d)\d{4}([-/.])(1[3-9]|[23]\d)\1\d/;
const textIn = (cell: Cell): string => (typeof cell === 'string' ? cell : '');
const partsOf = (date: Date) => ({ first: date.getUTCDate(), second: date.getUTCMonth() + 1 });
const isOpen = ({ first, second }: { readonly first: number; readonly second: number }): boolean =>
  first <= 12 && second <= 12 && first !== second;

const read =
  (cell: Cell) =>
  (order: DayOrder): Day => {
    const parsed = parseDayCell(cell, order);
    return 'day' in parsed ? parsed.day : '';
  };

function widthOf(cells: readonly Cell[], order: DayOrder): number {
  const days = cells.flatMap((cell) => read(cell)(order) || []).sort();
  return daysBetween(days[0] ?? '', days.at(-1) ?? '') || 0;
}
