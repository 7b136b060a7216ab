import type { DayOrder } from '../../../web/types/transaction-import.ts';
import { type Day, earlierOf, laterOf } from '../../lib/day.ts';
import { listNumericDates, parseDayCell } from './parse-cell.ts';
import { type Cell, isBlank } from './sheet.ts';

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
 * leaves other dates as texts.
 */
export function judgeOrder(columns: readonly (readonly Cell[])[]): OrderJudgement {
  const texts = columns.map((cells) => cells.flatMap((cell) => listNumericDates(textIn(cell))));
  const dates = columns.map((cells) => cells.filter((cell) => cell instanceof Date).map(partsOf));
  const all = texts.flat();
  const isDayFirst = all.some(({ first }) => first > 12);
  const isMonthFirst = all.some(({ second }) => second > 12);
  const possible: DayOrder[] = ['day-first'];
  if (all.some(isOpen) || isMonthFirst) possible.push('month-first');
  const hasYearDayMonth = columns.flat().some((cell) => YEAR_DAY.test(textIn(cell)));
  if (dates.flat().some(isOpen) || hasYearDayMonth) possible.push('swapped');
  const areTextsProven = isDayFirst !== isMonthFirst || possible[1] !== 'month-first';
  const areDatesProven = dates.flat().some(({ first }) => first > 12);
  const areDatesDoubtful = columns.some((cells, index) => {
    const own = dates[index] ?? [];
    if (!own.some(isOpen)) return false;
    if ((texts[index] ?? []).length > 0) return true;
    return !areDatesProven && widthOf(cells, 'day-first') >= widthOf(cells, 'swapped');
  });
  const widths = possible.map((order) => columns.reduce((sum, cells) => sum + widthOf(cells, order), 0));
  const least = Math.min(...widths);
  const closest = possible.filter((_, index) => widths[index] === least);
  const differing = columns.flat().filter((cell) => new Set(possible.map(read(cell))).size > 1);
  const isProven = areTextsProven && !areDatesDoubtful && !hasYearDayMonth;
  const proven = isMonthFirst ? 'month-first' : 'day-first';
  return {
    order: isProven ? proven : null,
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
    const parsed = isBlank(cell) ? null : parseDayCell(cell, order);
    return parsed && 'day' in parsed ? parsed.day : '';
  };

function widthOf(cells: readonly Cell[], order: DayOrder): number {
  const days = cells.map((cell) => read(cell)(order)).filter((day) => day !== '');
  if (days.length === 0) return 0;
  return Date.parse(days.reduce(laterOf)) - Date.parse(days.reduce(earlierOf));
}
