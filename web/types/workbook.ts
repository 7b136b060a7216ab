/** `percent` is 0–100, `day` is `YYYY-MM-DD`, `code` is an identifier for programs. */
type ValueKind = 'text' | 'count' | 'percent' | 'day' | 'code';

export interface Column {
  /** English column name for programs, in the hidden row. */
  readonly key: string;
  /** Column name in the reader's language. */
  readonly header: string;
  /** `by-row`: each row has its own kind, given by `kinds` of the sheet. */
  readonly kind: ValueKind | 'by-row';
}

export type RowKind = 'text' | 'count' | 'percent' | 'heading';

/** A percentage, shown with the number of ballots in brackets; programs read the percentage. */
interface ShareCell {
  readonly percent: number;
  readonly of: number;
}

/** null: unknown or suppressed; the cell stays empty, never 0. */
export type CellValue = string | number | ShareCell | null;

/** One table on its own sheet, with lines of text above it. */
export interface Sheet {
  readonly name: string;
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Kind of each row, for sheets with one figure per row; such a sheet prints on one page. */
  readonly kinds?: readonly RowKind[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}
