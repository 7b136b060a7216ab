/** What a column holds: text, a whole number, a percentage (0–100), or a day `YYYY-MM-DD`. */
export type ColumnKind = 'text' | 'count' | 'percent' | 'day';

export interface Column {
  /** English, for programs; stands in the hidden row. */
  readonly key: string;
  /** In the reader's language. */
  readonly header: string;
  readonly kind: ColumnKind;
}

/** null: not known or not shown; the cell stays empty, never 0. */
export type CellValue = string | number | null;

/** One table on a sheet of its own, with lines of plain text above it. */
export interface Sheet {
  readonly name: string;
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}
