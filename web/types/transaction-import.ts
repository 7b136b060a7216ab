// How a file of transactions is read: types shared by the parser and the pages.
import type { EntryKey } from './transactions.ts';

/** `d/m/y`, `m/d/y`, or `d/m/y` with dates whose day and month a spreadsheet has swapped. */
export type DayOrder = 'day-first' | 'month-first' | 'swapped';

/** Statistics of a column's cells. */
export interface ColumnProfile {
  readonly index: number;
  /** Spreadsheet column name: A, B, …, AA. */
  readonly letters: string;
  readonly heading: string;
  readonly filled: number;
  readonly days: number;
  /** Cells that contain several days or a month. */
  readonly spans: number;
  readonly counts: number;
  readonly distinct: number;
  /** The first three non-empty cells, as text. */
  readonly examples: readonly string[];
  /**
   * Offset that turns plain numbers into spreadsheet dates (serial days), where the heading suggests days and
   * no cell has a date format; null: plain numbers are not days.
   */
  readonly plainSerials: number | null;
}

/** `dossiers`: one row each. `totals`: one count per row. `counters`: one column of counts per counter. */
export type MappingKind = 'dossiers' | 'totals' | 'counters';

/** How to interpret a sheet's rows, as confirmed by a person. Column indices from 0. */
export interface Mapping {
  readonly kind: MappingKind;
  /** Column of the day that counts, or of the first day if `until` has the last one. */
  readonly date: number;
  readonly until: number | null;
  /** Column of the counter; null: the whole unit. */
  readonly counter: number | null;
  /** Columns of counts; empty for dossiers, one for totals. */
  readonly counts: readonly number[];
  /** Column of the dossier number, for deduplication. */
  readonly id: number | null;
  readonly dayOrder: DayOrder;
  /** Meanings of texts of the day or state column, by `foldText` of the text; adds to the built-in ones. */
  readonly texts: Readonly<Record<string, 'counts' | 'skip'>>;
  /** Codes of bad rows that a person accepts in this file; not remembered for the next file. */
  readonly trusted: readonly string[];
  /** Meaning of unknown counter names, case-folded: a counter's code, `all` (the whole unit) or `skip`. */
  readonly names: Readonly<Record<string, string>>;
}

/** Questions that the file alone does not answer; the last two arise only when its numbers are read. */
export type Need = 'sheet' | 'kind' | 'date' | 'count' | 'day-order' | 'states' | 'names';

/** A possible column. `likely`: its heading matches exactly. `unlikely`: its heading has another meaning. */
export interface Candidate {
  readonly column: number;
  readonly reason: 'likely' | 'possible' | 'unlikely';
}

/** Proposed answers about a sheet; null: a person has to choose. */
export interface Proposal {
  readonly kind: MappingKind | null;
  readonly date: number | null;
  readonly until: number | null;
  readonly counter: number | null;
  readonly counts: readonly number[] | null;
  readonly id: number | null;
  readonly dayOrder: DayOrder | null;
  /** Possible orders, each with the days that it makes of the same cells. */
  readonly orders: readonly { readonly order: DayOrder; readonly days: readonly string[] }[];
  readonly dates: readonly Candidate[];
  readonly counters: readonly Candidate[];
  readonly countColumns: readonly Candidate[];
  /** Texts in and around the sheet that suggest that its rows are not this unit's finished dossiers. */
  readonly titles: readonly string[];
  readonly needs: readonly Need[];
}

/** One number of transactions from a file. */
export interface ReadEntry {
  readonly from: string;
  readonly to: string;
  /** Counter name as in the file; null: the whole unit. */
  readonly name: string | null;
  readonly n: number;
}

/** A row, or one of its counts, that cannot be read. */
export interface BadRow {
  readonly row: number;
  /** Spreadsheet column name. */
  readonly column: string;
  readonly code: string;
  /** The cell's text; shown to the person who has the file, never stored. */
  readonly value: string;
  /** Day of the row, if readable; the number of that day is too low without this row. */
  readonly day: string | null;
}

/** Row numbers left out, by reason. */
interface LeftOut {
  readonly unfinished: readonly number[];
  readonly repeated: readonly number[];
  readonly notes: readonly number[];
  readonly totals: readonly number[];
}

export interface ReadNumbers {
  readonly entries: readonly ReadEntry[];
  readonly bad: readonly BadRow[];
  readonly leftOut: LeftOut;
  /** Non-empty rows below the headings. */
  readonly rows: number;
  /** Texts read as "not returned yet", with their frequency; '' for empty cells. */
  readonly placeholders: readonly { readonly text: string; readonly n: number }[];
  /** Unknown texts in state columns, with the number of rows that have them. */
  readonly states: readonly { readonly text: string; readonly heading: string; readonly n: number }[];
}

export interface ReadImport {
  readonly format: 'xlsx' | 'csv' | 'html';
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly sheet: number;
  readonly headingRow: number;
  /** Other rows that might hold the headings. */
  readonly headingRows: readonly number[];
  /** Identifies the headings; equal for sheets with the same headings. */
  readonly fingerprint: string;
  readonly columns: readonly ColumnProfile[];
  /** The first rows, starting at the headings. */
  readonly preview: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** Non-empty rows below the headings. */
  readonly rows: number;
  readonly proposal: Proposal;
  /** Mapping in use; null while questions are open. */
  readonly mapping: Mapping | null;
  readonly isRemembered: boolean;
  readonly numbers: ReadNumbers | null;
}

/** A number to be stored, with the one it replaces. */
export interface PreparedEntry extends EntryKey {
  readonly n: number;
  readonly before: number | null;
}

/** Result of an import if it were confirmed. */
export interface PreparedImport {
  readonly entries: readonly PreparedEntry[];
  /** Numbers that cannot be stored, and why; `other`: the stored number that counts the same transactions. */
  readonly rejected: readonly {
    readonly entry: PreparedEntry;
    readonly code: string;
    readonly other: EntryKey | null;
  }[];
  /** Transactions of names that a person chose to skip. */
  readonly skipped: number;
  /** Unknown counter names, with the number of their transactions and the choice made. */
  readonly names: readonly { readonly name: string; readonly n: number; readonly choice: string | null }[];
}

/** Why a file is rejected as a whole; the message catalogue has a sentence for each that says what to do. */
export type RefusalCode =
  | 'empty'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'damaged'
  | 'password'
  | 'old-excel'
  | 'binary-excel'
  | 'open-document'
  | 'web-archive'
  | 'xml-spreadsheet'
  | 'pdf'
  | 'picture'
  | 'word'
  | 'not-a-table'
  | 'broken-quotes'
  | 'letters-lost'
  | 'no-heading'
  | 'side-by-side'
  | 'too-slow'
  | 'too-much-memory';
