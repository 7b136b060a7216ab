import type { ImportFault } from './import-fault.ts';
import { parseCountCell } from './parse-cell.ts';
import { columnLetters, foldWords, type TableRow, textOf } from './table.ts';

const TOTAL =
  /^(tong|tong cong|tong so|cong|luy ke|cong don|tong toan .+|(tong )?cong (tuan|thang|ngay|quy|ky)\b.*|tong (tuan|thang|ngay|quy|ky)\b.*)$/;

/** Whether a row adds up others, by the first words in it. */
export function isTotalRow(row: TableRow): boolean {
  const first = row.cells.map((cell) => foldWords(textOf(cell))).find((text) => /[a-z]/.test(text));
  return first !== undefined && TOTAL.test(first.replace(/ \d+$/, ''));
}

/** Adds up columns, and compares with the rows that say what they add up to. */
export class RunningTotals {
  readonly #all = new Map<number, number>();
  readonly #sinceLast = new Map<number, number>();

  add(column: number, n: number): void {
    this.#all.set(column, (this.#all.get(column) ?? 0) + n);
    this.#sinceLast.set(column, (this.#sinceLast.get(column) ?? 0) + n);
  }

  /** The faults of a row of totals: a number that is neither the sum of all rows nor that of the last part. */
  compare(row: TableRow, columns: readonly number[]): ImportFault[] {
    const faults = columns.flatMap((column): ImportFault[] => {
      const stated = parseCountCell(row.cells[column]);
      if ('fault' in stated) return [];
      const all = this.#all.get(column) ?? 0;
      if (stated.value === all || stated.value === (this.#sinceLast.get(column) ?? 0)) return [];
      return [
        {
          code: 'total-differs',
          row: row.number,
          column: columnLetters(column),
          value: String(stated.value),
          other: all,
        },
      ];
    });
    this.#sinceLast.clear();
    return faults;
  }
}
