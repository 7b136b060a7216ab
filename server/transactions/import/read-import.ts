import type { CounterName } from '../../../web/types/transactions.ts';
import { decodeText } from './decode-text.ts';
import { fileFault, type ImportFault } from './import-fault.ts';
import { interpretTables } from './interpret-table.ts';
import type { ParsedImport } from './parsed-import.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { TABLE_LIMITS, type Table } from './table.ts';

/** Reads a file of the one-stop system: XLSX, or text with separators. By its bytes; its name says nothing. */
export function readImport(bytes: Uint8Array, counters: readonly CounterName[]): ParsedImport {
  const read = readTables(bytes);
  if ('tables' in read) return interpretTables(read.tables, counters);
  return { shape: null, entries: [], names: [], unfinished: 0, totalRows: 0, faults: [read.fault] };
}

function readTables(
  bytes: Uint8Array,
): { readonly tables: readonly Table[] } | { readonly fault: ImportFault } {
  if (bytes.length === 0) return { fault: fileFault('empty') };
  if (bytes.length > TABLE_LIMITS.fileBytes) return { fault: fileFault('too-large') };
  const begins = (...first: readonly number[]) => first.every((byte, index) => bytes[index] === byte);
  if (begins(0x50, 0x4b)) return readXlsx(bytes);
  // The container of Excel before 2007, and of files with a password.
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return { fault: fileFault('old-excel') };
  const text = decodeText(bytes);
  if (text === null) return { fault: fileFault('not-a-table') };
  if (/^\s*<(!doctype|html|table|\?xml|meta)/i.test(text)) return { fault: fileFault('web-page') };
  if (/^%PDF-/.test(text)) return { fault: fileFault('not-a-table') };
  const csv = readCsv(text);
  return 'fault' in csv ? csv : { tables: [csv.table] };
}
