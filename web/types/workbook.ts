/** `percent` is 0–100, `day` is `YYYY-MM-DD`, `code` is an identifier for programs. */
type ValueKind = 'text' | 'count' | 'percent' | 'day' | 'code';

export interface Column {
  /** English name of the column, in a hidden row that programs read. */
  readonly key: string;
  /** Name of the column in the reader's language. */
  readonly header: string;
  /** `by-row`: the sheet's `kinds` has the kind of each row. */
  readonly kind: ValueKind | 'by-row';
}

export type RowKind = 'text' | 'count' | 'percent' | 'heading';

/** A percentage, printed with its number of ballots in brackets; programs read only the percentage. */
interface ShareCell {
  readonly percent: number;
  readonly of: number;
}

/** Null: unknown or suppressed; the cell stays empty, because 0 would be wrong. */
export type CellValue = string | number | ShareCell | null;

/** A sheet with one table, and lines of text above it. */
export interface Sheet {
  readonly name: string;
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Kind of each row, if the column's kind is `by-row`. Such a sheet is printed on one page. */
  readonly kinds?: readonly RowKind[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}
