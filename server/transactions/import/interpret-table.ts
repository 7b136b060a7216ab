import type { CounterName } from '../../../web/types/transactions.ts';
import { type Column, type ColumnRole, findHeadings, type Headings } from './headings.ts';
import { fileFault, type ImportFault } from './import-fault.ts';
import { interpretDossiers } from './interpret-dossiers.ts';
import { interpretTotals } from './interpret-totals.ts';
import { parseCountCell } from './parse-cell.ts';
import { MAX_IMPORTED, MAX_NAMES, type ParsedImport } from './parsed-import.ts';
import { foldWords, isBlank, type Table, type TableRow, textOf } from './table.ts';

const nothing = (fault: ImportFault): ParsedImport => ({
  shape: null,
  entries: [],
  names: [],
  unfinished: 0,
  totalRows: 0,
  faults: [fault],
});

/** Reads numbers of transactions out of the sheets of a file; only one of them may have any. */
export function interpretTables(tables: readonly Table[], counters: readonly CounterName[]): ParsedImport {
  if (tables.every(({ rows }) => rows.every(({ cells }) => cells.every(isBlank)))) {
    return nothing(fileFault('empty'));
  }
  const read = tables.flatMap((table) => {
    const headings = findHeadings(table);
    return headings === null ? [] : [{ table, headings }];
  });
  const [first, ...others] = read;
  if (first === undefined) return nothing(fileFault('no-heading'));
  if (others.length > 0) return nothing(fileFault('several-sheets'));
  const parsed = interpret(first.table, first.headings, counters);
  const { entries, faults, names } = parsed;
  if (names.length > MAX_NAMES) return nothing(fileFault('too-many-names'));
  if (entries.length > MAX_IMPORTED) return nothing(fileFault('too-many-numbers'));
  if (entries.length === 0 && faults.length === 0) return { ...parsed, faults: [fileFault('nothing-found')] };
  return parsed;
}

function interpret(table: Table, headings: Headings, counters: readonly CounterName[]): ParsedImport {
  const { columns, rows } = settleRoles(headings, counters);
  const best = (role: ColumnRole): Column | null =>
    columns
      .filter((column) => column.role === role)
      .reduce<Column | null>((found, next) => (found && found.rank >= next.rank ? found : next), null);
  const finish = best('finish-date');
  const from = best('from');
  const to = best('to') ?? (from ? finish : null);
  const named = listNamedColumns({ columns, rows }, counters);
  const count = best('count') ?? (named.length === 0 ? best('total') : null);
  const counter = best('counter');
  const isList = columns.some(({ role }) => role === 'dossier');

  const when = from && to ? { from, to } : (best('span') ?? best('date') ?? finish);
  if (!isList && when !== null && (count !== null || named.length > 0)) {
    const isWide = named.length > 0 && counter === null;
    const total = isWide ? (best('total') ?? best('count')) : null;
    return interpretTotals({
      rows,
      is1904: table.is1904,
      when,
      counter,
      counts: isWide ? named : count === null ? [] : [count],
      isWide,
      total: total && !named.includes(total) ? total : null,
      counters,
    });
  }
  if (finish !== null)
    return interpretDossiers({ rows, is1904: table.is1904, columns, finish, counter, counters });
  const isReceipt = best('receipt-date') !== null;
  return nothing(fileFault(isReceipt ? 'only-receipt-dates' : 'no-count-column'));
}

/**
 * A counter's name is a name whatever else it could mean. "Số hồ sơ" heads the dossiers' own numbers in a
 * list, and how many they were in a report.
 */
function settleRoles({ columns, rows }: Headings, counters: readonly CounterName[]): Headings {
  const known = new Set(counters.map(({ name }) => foldWords(name)));
  return {
    rows,
    columns: columns.map((column): Column => {
      if (known.has(foldWords(column.heading))) return { ...column, role: 'other' };
      if (column.role !== 'dossier-or-count') return column;
      const filled = rows.filter(({ cells }) => !isBlank(cells[column.index])).slice(0, 50);
      const isCount =
        filled.length === 0 ||
        filled.filter((row) => hasCount(row, column.index)).length * 2 >= filled.length;
      return { ...column, role: isCount ? 'count' : 'dossier', rank: 2 };
    }),
  };
}

const hasCount = ({ cells }: TableRow, index: number): boolean =>
  'value' in parseCountCell(cells[index] ?? null);

/** Columns headed by a counter's name: one of the unit's, or any beside such a one that holds numbers. */
function listNamedColumns({ columns, rows }: Headings, counters: readonly CounterName[]): Column[] {
  const known = new Set(counters.flatMap(({ code, name }) => [code, foldWords(name)]));
  const isKnown = (column: Column) => known.has(foldWords(column.heading));
  const isNumeric = ({ index }: Column) => {
    const filled = rows.filter(({ cells }) => !isBlank(cells[index]));
    return filled.length > 0 && filled.every((row) => hasCount(row, index));
  };
  const isName = (column: Column) => column.role === 'other' && textOf(column.heading) !== '';
  const candidates = columns.filter(isName);
  const isWide =
    candidates.some((column) => isKnown(column) || column.isBelowCount) ||
    candidates.filter(({ heading }) => /^(quay|linh vuc|bo phan)\b/.test(foldWords(heading))).length > 0;
  if (!isWide) return [];
  return candidates.filter(
    (column) => isKnown(column) || (isNumeric(column) && !isStatus(column)) || column.isBelowCount,
  );
}

/** Numbers of dossiers that are not finished, or how they were: no counters. */
const isStatus = ({ heading }: Column): boolean =>
  /\b(han|ton|chua|dang|nhan|phi|tien|ty le|phan tram|nam|thang)\b/.test(foldWords(heading));
