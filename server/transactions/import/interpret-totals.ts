import { CounterNames, importedCounterId } from './counter-names.ts';
import type { Column } from './headings.ts';
import { harmlessValue, type ImportFault, type RowFaultCode } from './import-fault.ts';
import { type Parsed, parseCountCell, parseDateCell, parseSpanCell, type Span } from './parse-cell.ts';
import type { ImportedCounter, ImportedEntry, ParsedImport } from './parsed-import.ts';
import { columnLetters, isBlank, type TableRow, textOf } from './table.ts';
import { isTotalRow, RunningTotals } from './total-rows.ts';

/** Rows that say how many transactions there were in some days, and where to look in them. */
export interface TotalList {
  readonly rows: readonly TableRow[];
  readonly is1904: boolean;
  /** One column with a day or days, or two with the first and the last one. */
  readonly when: Column | { readonly from: Column; readonly to: Column };
  /** Whose numbers a row has; null: the whole unit's, or each column's. */
  readonly counter: Column | null;
  readonly counts: readonly Column[];
  /** Whether each column of counts is a counter's. */
  readonly isWide: boolean;
  /** What the columns of a row add up to, to compare. */
  readonly total: Column | null;
  readonly counters: readonly { readonly code: string; readonly name: string }[];
}

/** Reads the numbers of each row. Blank cells in columns of counters are not known, and no fault. */
export function interpretTotals(list: TotalList): ParsedImport {
  const { rows, counts, counter, isWide } = list;
  const names = new CounterNames(list.counters);
  const entries: ImportedEntry[] = [];
  const faults: ImportFault[] = [];
  const seen = new Map<string, number>();
  const totals = new RunningTotals();
  let totalRows = 0;
  const compared = [...counts, ...(list.total ? [list.total] : [])].map(({ index }) => index);
  const firstDate = 'from' in list.when ? list.when.from : list.when;

  for (const row of rows) {
    if (isTotalRow(row)) {
      totalRows += 1;
      // Rows that could not be read are missing from the sums; to say so twice would only confuse.
      const differing = totals.compare(row, compared);
      if (faults.every(({ code }) => code === 'total-differs')) faults.push(...differing);
      continue;
    }
    const addFault = (
      code: RowFaultCode,
      column: Column,
      value: string | null,
      other: number | null = null,
    ) => faults.push({ code, row: row.number, column: columnLetters(column.index), value, other });
    const cellsOf = (columns: readonly Column[]) => columns.map(({ index }) => row.cells[index] ?? null);
    const hasCounts = !cellsOf(counts).every(isBlank);
    const hasDate = !isBlank(row.cells[firstDate.index]);
    if ((!hasDate && !hasCounts) || isNote(row, list, firstDate, totalRows > 0)) continue;
    const span = readSpan(row, list);
    if ('fault' in span) {
      addFault(span.fault, firstDate, harmlessValue(textOf(row.cells[firstDate.index])));
      continue;
    }
    let sum = 0;
    let isWhole = true;
    for (const column of counts) {
      const cell = row.cells[column.index] ?? null;
      if (isWide && isBlank(cell)) continue;
      const count = parseCountCell(cell);
      if ('fault' in count) {
        addFault(count.fault, column, harmlessValue(textOf(cell)));
        isWhole = false;
        continue;
      }
      if (row.copied?.has(column.index)) {
        addFault('merged-count', column, String(count.value));
        isWhole = false;
        continue;
      }
      sum += count.value;
      totals.add(column.index, count.value);
      const who = whose(row, list, column, names);
      if (who === undefined) {
        if (counter) addFault('counter-missing', counter, null);
        continue;
      }
      const key = `${span.value.from} ${span.value.to} ${importedCounterId(who)}`;
      const before = seen.get(key);
      if (before !== undefined) {
        addFault('twice', firstDate, null, before);
        continue;
      }
      seen.set(key, row.number);
      entries.push({ ...span.value, counter: who, n: count.value, row: row.number });
    }
    if (list.total !== null && isWhole) {
      const stated = parseCountCell(row.cells[list.total.index] ?? null);
      if ('value' in stated) {
        totals.add(list.total.index, stated.value);
        if (stated.value !== sum) addFault('row-total', list.total, String(stated.value), sum);
      }
    }
  }
  return {
    shape: isWide ? 'columns' : 'totals',
    entries,
    names: names.unknown,
    unfinished: 0,
    totalRows,
    faults,
  };
}

/** The counter of a number; undefined where the row should name one and does not. */
function whose(
  row: TableRow,
  { isWide, counter }: TotalList,
  column: Column,
  names: CounterNames,
): ImportedCounter | undefined {
  if (isWide) return names.find(column.heading);
  if (counter === null) return null;
  const name = textOf(row.cells[counter.index]).trim();
  return name === '' ? undefined : names.find(name);
}

function readSpan(row: TableRow, { when, is1904 }: TotalList): Parsed<Span> {
  if (!('from' in when)) {
    const cell = row.cells[when.index] ?? null;
    return when.role === 'span' ? parseSpanCell(cell, is1904) : asSpan(parseDateCell(cell, is1904));
  }
  const from = parseDateCell(row.cells[when.from.index] ?? null, is1904);
  const to = parseDateCell(row.cells[when.to.index] ?? null, is1904);
  if ('fault' in from) return from;
  if ('fault' in to) return to;
  return to.value < from.value ? { fault: 'span-backwards' } : { value: { from: from.value, to: to.value } };
}

const asSpan = (day: Parsed<string>): Parsed<Span> =>
  'fault' in day ? day : { value: { from: day.value, to: day.value } };

/** Below the totals, and in lines that are one text, stand notes, places, days of signing and signatures. */
function isNote(row: TableRow, { counts }: TotalList, date: Column, isBelowTotals: boolean): boolean {
  const cell = row.cells[date.index] ?? null;
  const texts = new Set(row.cells.map((each) => textOf(each).trim()).filter((text) => text !== ''));
  if (texts.size === 1 && [...texts].some((text) => /\p{L}/u.test(text))) return true;
  if (typeof cell === 'number' || /\d/.test(textOf(cell))) return false;
  const hasNumber = counts.some((column) => 'value' in parseCountCell(row.cells[column.index] ?? null));
  return !hasNumber || isBelowTotals;
}
