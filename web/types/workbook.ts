/** `percent` is 0–100, `day` is `YYYY-MM-DD`. */
export type ColumnKind = 'text' | 'count' | 'percent' | 'day';

export interface Column {
  /** English column name for programs, in the hidden row. */
  readonly key: string;
  /** Column name in the reader's language. */
  readonly header: string;
  readonly kind: ColumnKind;
}

/** null: unknown or suppressed; the cell stays empty, never 0. */
export type CellValue = string | number | null;

/** One table on its own sheet, with lines of text above it. */
export interface Sheet {
  readonly name: string;
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}
