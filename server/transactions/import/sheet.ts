import type { RefusalCode } from '../../../web/types/transaction-import.ts';
import { normaliseText, truncateText } from '../../lib/text.ts';

/** Text, number, date (UTC), null for an empty cell, or a formula that failed or has no value. */
export type Cell = string | number | Date | null | { readonly failed: true };

export interface Row {
  readonly number: number;
  readonly cells: Cell[];
  /** Columns whose value was copied from the first cell of a merged range. */
  readonly copied: Set<number>;
  /** Columns whose cell is merged with other rows; set in all of these rows. */
  readonly shared: Set<number>;
  /** Columns whose formula sums or averages cells of the same column. */
  readonly sums: Set<number>;
  /** Whether the first text is indented, or the row belongs to an outline group. */
  readonly isIndented: boolean;
  readonly mark: 'hidden-row' | 'struck-out' | null;
  readonly comments: readonly { readonly column: number; readonly text: string }[];
}

export interface Sheet {
  readonly name: string;
  readonly besides: readonly string[];
  readonly rows: readonly Row[];
  /** Added to plain numbers to get days since 1899-12-30; not 0 for the 1904 date system. */
  readonly serialOffset: number;
}

/** Limits for all sheets of a file together. Larger files are not exports of a commune and would block a core. */
export const LIMITS = {
  fileBytes: 2_000_000,
  unpackedBytes: 24_000_000,
  rows: 20_000,
  cells: 400_000,
  columns: 80,
  sheets: 40,
  mergedCells: 100_000,
  cellText: 300,
} as const;

export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    readonly row: number | null = null,
  ) {
    super(code);
  }
}

export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('/');
  if (typeof cell === 'object') return '#';
  return String(cell).replace(/\s+/g, ' ').trim();
}

export const isBlank = (cell: Cell | undefined): cell is null | undefined | '' =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

export const cleanText = (text: string): string | null =>
  truncateText(normaliseText(text.slice(0, LIMITS.cellText * 4)), LIMITS.cellText) || null;

/** Removes empty cells at the end of a row; returns no row if none is left. */
export function makeRows(row: Pick<Row, 'number' | 'cells' | 'isIndented'> & Partial<Row>): Row[] {
  while (row.cells.at(-1) === null) row.cells.pop();
  if (row.cells.length > LIMITS.columns) throw new Refusal('too-many-columns');
  const plain = { copied: new Set<number>(), shared: new Set<number>(), sums: new Set<number>(), mark: null };
  return row.cells.length === 0 ? [] : [{ ...plain, comments: [], ...row }];
}

export const findWords = (cells: readonly unknown[]): number =>
  cells.findIndex((cell) => typeof cell === 'string' && /\p{L}/u.test(cell));
