import type { Mapping } from '../../../web/types/transaction-import.ts';
import { type Day, daysBetween } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import type { SheetDescription } from './describe-sheet.ts';
import { parseCountCell, parseDayCell } from './parse-cell.ts';
import { type Row, textOf } from './sheet.ts';

/** Total in a title or note, such as "Tổng số: 15 hồ sơ". */
const STATED =
  /\btong(?: so| cong)?(?: co| la)?\W*(?:(\d[\d.]*) (?:ho so|hs|luot)\b|(?:ho so|hs|luot)(?: la)?\W*(\d[\d.]*))/;

/** Running sums of the counted rows, to recognise and check rows of totals. */
export function createRunningSums(
  { sheet, place, rows, data }: SheetDescription,
  { kind, counts, date, dayOrder }: Mapping,
) {
  const numbersOf = ({ cells, shared }: Row) =>
    counts.map((column) => {
      const count = parseCountCell(cells[column]);
      return 'n' in count && !shared.has(column) ? count.n : 0;
    });
  const plus = (a: readonly number[], b: readonly number[]) => a.map((n, index) => n + (b[index] ?? 0));
  const none = counts.map(() => 0);
  const overall = data
    .filter(({ mark }) => mark === null)
    .map(numbersOf)
    .reduce(plus, none);
  /** Two sums: of all rows so far, and of the rows since the last row of totals. */
  const sums = [0, 1].map(() => ({ numbers: none, filledRows: 0 }));
  const restart = () => sums.splice(1, 1, { numbers: none, filledRows: 0 });
  const different = new Set<string>();
  let previousDay: Day | null = null;
  return {
    /** Adds a row. Returns false if it is a sum or mean of other rows, although no text says so. */
    add(row: Row): boolean {
      const numbers = numbersOf(row);
      const cell = parseDayCell(row.cells[date], dayOrder);
      const gap = 'day' in cell && previousDay ? daysBetween(previousDay, cell.day) : 1;
      if ('day' in cell) previousDay = cell.day;
      const isTimes = (factor: number, others: readonly number[]) =>
        numbers.every((n, index) => n * factor === others[index]);
      const isSum = sums.some((sum) => sum.filledRows > 1 && isTimes(1, sum.numbers)) || isTimes(2, overall);
      // A mean needs four different rows before it: a quiet counter may have the same number every day.
      // A rounded mean is recognised only on a day apart from the others.
      const isRounded = (sum: number, rows: number, n: number) =>
        Math.abs(n * rows - sum) < (gap < 0 || gap > 4 ? rows : 1);
      const { filledRows = 0, numbers: total = none } = sums[0] ?? {};
      const areMeans = numbers.every((n, index) => isRounded(total[index] ?? 0, filledRows, n));
      const isMean = different.size > 3 && row === data.at(-1) && areMeans;
      const isFilled = numbers.some((n) => n > 0);
      if ((isFilled && (isSum || isMean)) || counts.some((column) => row.sums.has(column))) return !restart();
      different.add(numbers.join());
      for (const sum of sums) {
        sum.numbers = plus(sum.numbers, numbers);
        sum.filledRows += isFilled ? 1 : 0;
      }
      return true;
    },

    /** Columns in which a row of totals differs from the rows above. */
    compare({ cells }: Row): number[] {
      // Totals since the start of the year include numbers of earlier files.
      if (cells.some((cell) => /^luy ke\b/.test(foldText(textOf(cell))))) return [];
      const differing = counts.filter((column, index) => {
        const stated = parseCountCell(cells[column]);
        return 'n' in stated && !sums.some(({ numbers }) => numbers[index] === stated.n);
      });
      restart();
      return differing;
    },

    /** Cells above and below the table with a total in a text that differs from the rows. */
    listWrongTotals(): { readonly row: Row; readonly column: number }[] {
      const notes = rows.filter((row) => row.kind === 'note' || row.kind === 'total').map(({ row }) => row);
      const found = kind === 'dossiers' ? data.length : overall.reduce((sum, n) => sum + n, 0);
      return [...sheet.rows.slice(0, place.at), ...notes].flatMap((row) =>
        row.cells.flatMap((cell, column) => {
          const [, before, after] = (typeof cell === 'string' && STATED.exec(foldText(cell))) || [];
          const stated = (before ?? after)?.replace(/\D/g, '');
          return stated === undefined || Number(stated) === found ? [] : [{ row, column }];
        }),
      );
    },
  };
}
