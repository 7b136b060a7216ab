import type { Mapping } from '../../../web/types/transaction-import.ts';
import type { ClassifiedRow } from './describe-sheet.ts';
import { parseCountCell, parseDayCell } from './parse-cell.ts';
import { type Row, type RowMark, textOf } from './sheet.ts';

/** Why a row is left out until a person has looked at it, although its cells can be read. */
export type RowDoubt = RowMark | 'other-section' | 'looks-like-sum' | 'part-of-row-above' | 'swapped-day';

/** Rows that would be counted twice or on a wrong day, and those that a reader of the sheet does not see. */
export function findRowDoubts(rows: readonly ClassifiedRow[], mapping: Mapping): ReadonlyMap<Row, RowDoubt> {
  const doubts = new Map<Row, RowDoubt>();
  const data = rows.filter(({ kind }) => kind === 'data').map(({ row }) => row);
  const hasDash = (row: Row) => DASHED.test(textOf(row.cells.find((cell) => /\p{L}/u.test(textOf(cell)))));
  const isAnyUndashed = data.some((row) => !hasDash(row));
  const days = mapping.until === null ? [mapping.date] : [mapping.date, mapping.until];
  const swapped = days.map((column) => findSwappedDays(data, column));
  const sums = new RunningSums(mapping.counts);
  for (const { row, kind } of rows) {
    if (kind === 'total') sums.restart();
    if (kind === 'doubtful') doubts.set(row, 'other-section');
    if (kind !== 'data') continue;
    if (row.mark !== null) doubts.set(row, row.mark);
    else if (swapped.some((isSwapped) => isSwapped(row))) doubts.set(row, 'swapped-day');
    else if (mapping.kind !== 'dossiers' && isAnyUndashed && hasDash(row)) {
      doubts.set(row, 'part-of-row-above');
    } else if (mapping.kind !== 'dossiers' && sums.isSum(row)) {
      doubts.set(row, 'looks-like-sum');
      sums.restart();
    } else sums.add(row);
  }
  return doubts;
}

/** "- Khai sinh" below "Hộ tịch". */
const DASHED = /^[-+\u2013\u2014\u2022]\s*\p{L}/u;

/**
 * Excel with American settings turns the texts 01/12 to 12/12 into dates of other months and leaves 13/12 to 31/12
 * as texts. Such a column has dates whose day is the month of its texts.
 */
function findSwappedDays(data: readonly Row[], column: number): (row: Row) => boolean {
  const months = new Set<number>();
  for (const { cells } of data) {
    const cell = cells[column];
    const parsed = typeof cell === 'string' ? parseDayCell(cell, 'day-first') : { none: true };
    if ('day' in parsed) months.add(Number(parsed.day.slice(5, 7)));
  }
  return ({ cells }) => {
    const cell = cells[column];
    if (!(cell instanceof Date)) return false;
    return !months.has(cell.getUTCMonth() + 1) && months.has(cell.getUTCDate());
  };
}

/** A sum of fewer rows is likely by chance. */
const LEAST_ROWS = 3;

/** Sums by column since the beginning, and since the last row of totals. */
class RunningSums {
  readonly #all = new Map<number, number>();
  readonly #section = new Map<number, number>();
  #rows = 0;
  #sectionRows = 0;

  constructor(readonly columns: readonly number[]) {}

  add({ cells }: Row): void {
    const counts = this.columns.map((column) => numberOf(cells[column]));
    for (const [index, column] of this.columns.entries()) {
      for (const sums of [this.#all, this.#section]) {
        sums.set(column, (sums.get(column) ?? 0) + (counts[index] ?? 0));
      }
    }
    if (counts.every((n) => !n)) return;
    this.#rows += 1;
    this.#sectionRows += 1;
  }

  isSum({ cells }: Row): boolean {
    const isSumOf = (sums: ReadonlyMap<number, number>) =>
      // A row of sums may be empty where nothing was counted.
      this.columns.every((column) => (numberOf(cells[column]) ?? 0) === (sums.get(column) ?? 0)) &&
      [...sums.values()].some((n) => n > 0);
    return (
      (this.#rows >= LEAST_ROWS && isSumOf(this.#all)) ||
      (this.#sectionRows >= LEAST_ROWS && isSumOf(this.#section))
    );
  }

  restart(): void {
    this.#section.clear();
    this.#sectionRows = 0;
  }
}

function numberOf(cell: Row['cells'][number] | undefined): number | null {
  const count = parseCountCell(cell);
  return 'n' in count ? count.n : null;
}
