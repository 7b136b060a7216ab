import { CsvError, parse } from 'csv-parse/sync';
import { normaliseText, truncateText } from '../../lib/text.ts';
import { fileFault, type ImportFault } from './import-fault.ts';
import { TABLE_LIMITS, type Table } from './table.ts';

const DELIMITERS = [';', '\t', ','] as const;

/** Reads comma-, semicolon- or tab-separated text. */
export function readCsv(text: string): { readonly table: Table } | { readonly fault: ImportFault } {
  // Excel's own way to say which sign separates.
  const [declaration, declared] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = declaration === undefined ? text : text.slice(declaration.length);
  const skipped = declaration === undefined ? 0 : 1;
  let records: string[][];
  try {
    records = parse(body, {
      delimiter: declared ?? findDelimiter(body),
      relax_column_count: true,
      skip_empty_lines: false,
      to: TABLE_LIMITS.rows + 1,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The row in which the quotes begin, and not the end of the file, where they are missed.
    const before = Number(error.records);
    return { fault: fileFault('broken-quotes', Number.isInteger(before) ? before + 1 + skipped : null) };
  }
  if (records.length > TABLE_LIMITS.rows) return { fault: fileFault('too-many-rows') };
  const rows = records.map((record, index) => ({
    number: index + 1 + skipped,
    cells: record
      .slice(0, TABLE_LIMITS.columns)
      .map((cell) => truncateText(normaliseText(cell), TABLE_LIMITS.cellText)),
  }));
  return { table: { rows, is1904: false } };
}

/** The sign that splits most lines into the same number of parts; semicolons where two do so. */
function findDelimiter(text: string): string {
  const lines = text
    .split(/\r?\n/, 60)
    .map((line) => line.replace(/"[^"]*"/g, ''))
    .filter((line) => line.trim() !== '');
  const agreement = (delimiter: string): number => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const parts = line.split(delimiter).length;
      if (parts > 1) counts.set(parts, (counts.get(parts) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  };
  return DELIMITERS.reduce((best, next) => (agreement(next) > agreement(best) ? next : best));
}
