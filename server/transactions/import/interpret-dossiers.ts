import { createHash } from 'node:crypto';
import { CounterNames, importedCounterId } from './counter-names.ts';
import type { Column } from './headings.ts';
import { harmlessValue, type ImportFault, type RowFaultCode } from './import-fault.ts';
import { parseCountCell, parseDateCell } from './parse-cell.ts';
import type { ImportedEntry, ParsedImport } from './parsed-import.ts';
import { columnLetters, isBlank, type TableRow, textOf } from './table.ts';
import { isTotalRow } from './total-rows.ts';

/** A list of dossiers, one a row, and where to look in it. */
export interface DossierList {
  readonly rows: readonly TableRow[];
  readonly is1904: boolean;
  readonly columns: readonly Column[];
  /** When the dossier was returned or finished. */
  readonly finish: Column;
  /** Where it was; null: the file does not say. */
  readonly counter: Column | null;
  readonly counters: readonly { readonly code: string; readonly name: string }[];
}

/**
 * Counts the dossiers of each day and counter. A dossier without a date is not finished and counts nowhere.
 * No other column is read but the dossier's number, of which a hash is held to find the same one twice.
 */
export function interpretDossiers(list: DossierList): ParsedImport {
  const { rows, finish, counter } = list;
  const names = new CounterNames(list.counters);
  const dossier = list.columns.find(({ role }) => role === 'dossier') ?? null;
  const counts = new Map<string, ImportedEntry>();
  const seen = new Map<string, number>();
  const faults: ImportFault[] = [];
  let unfinished = 0;
  let totalRows = 0;
  let listed = 0;
  let finished = 0;

  for (const row of rows) {
    const cell = row.cells[finish.index] ?? null;
    if (isTotalRow(row)) {
      totalRows += 1;
      faults.push(...compareTotal(row, [listed, finished], finish));
      continue;
    }
    const addFault = (
      code: RowFaultCode,
      column: Column,
      value: string | null,
      other: number | null = null,
    ) => faults.push({ code, row: row.number, column: columnLetters(column.index), value, other });
    if (isBlank(cell)) {
      if (totalRows === 0 && isDossier(row, dossier)) {
        unfinished += 1;
        listed += 1;
      }
      continue;
    }
    // Below the totals stand the place, the date and who signed.
    if (totalRows > 0 && !isDossier(row, dossier)) continue;
    const date = parseDateCell(cell, list.is1904);
    if ('fault' in date) {
      if (isFooter(row, dossier)) continue;
      addFault(date.fault, finish, harmlessValue(textOf(cell)));
      continue;
    }
    listed += 1;
    finished += 1;
    const id = dossier === null ? '' : textOf(row.cells[dossier.index]).trim();
    if (dossier !== null && id !== '') {
      const digest = createHash('sha256').update(id).digest('base64');
      const before = seen.get(digest);
      if (before !== undefined) {
        addFault('dossier-twice', dossier, null, before);
        continue;
      }
      seen.set(digest, row.number);
    }
    const name = counter === null ? '' : textOf(row.cells[counter.index]).trim();
    if (counter !== null && name === '') {
      addFault('counter-missing', counter, null);
      continue;
    }
    const who = counter === null ? null : names.find(name);
    const key = `${date.value} ${importedCounterId(who)}`;
    const known = counts.get(key);
    counts.set(
      key,
      known
        ? { ...known, n: known.n + 1 }
        : { from: date.value, to: date.value, counter: who, n: 1, row: row.number },
    );
  }
  return {
    shape: 'dossiers',
    entries: [...counts.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    names: names.unknown,
    unfinished,
    totalRows,
    faults,
  };
}

/** A row of a dossier has its number, or where there is no such column, more than one filled cell. */
const isDossier = ({ cells }: TableRow, dossier: Column | null): boolean =>
  dossier === null
    ? cells.filter((cell) => !isBlank(cell)).length > 1
    : !isBlank(cells[dossier.index]) && textOf(cells[dossier.index]).trim().length <= 60;

/** A line below the list, such as the place and date of signing: one text and nothing else. */
const isFooter = (row: TableRow, dossier: Column | null): boolean =>
  (dossier === null || isBlank(row.cells[dossier.index])) &&
  new Set(row.cells.map((cell) => textOf(cell).trim()).filter((text) => text !== '')).size === 1;

/** A total says how many dossiers there are, finished or all; other numbers in the row are not looked at. */
function compareTotal(row: TableRow, sums: readonly number[], finish: Column): ImportFault[] {
  const stated = row.cells.flatMap((cell, index) => {
    const count = isBlank(cell) ? null : parseCountCell(cell);
    return count !== null && 'value' in count ? [{ n: count.value, index }] : [];
  });
  const [only] = stated;
  if (only === undefined || new Set(stated.map(({ n }) => n)).size > 1 || sums.includes(only.n)) return [];
  return [
    {
      code: 'total-differs',
      row: row.number,
      column: columnLetters(only.index ?? finish.index),
      value: String(only.n),
      other: sums[1] ?? null,
    },
  ];
}
