// Types of an import of transactions, shared by the code that reads files and the pages.
import type { EntryKey } from './transactions.ts';

/** `swapped`: day/month/year, in a sheet in which the spreadsheet program has taken days for months. */
export type DayOrder = 'day-first' | 'month-first' | 'swapped';

/** A column of a sheet, with the number of its cells that contain days, counts and so on. */
export interface ColumnProfile {
  readonly index: number;
  /** As in spreadsheets: A, B, …, AA. */
  readonly letters: string;
  readonly heading: string;
  readonly filled: number;
  readonly days: number;
  /** Cells with several days or a month. */
  readonly spans: number;
  readonly counts: number;
  readonly distinct: number;
  /** The first three non-empty cells. */
  readonly examples: readonly string[];
}

/** `dossiers`: a row is one dossier. `totals`: a row has one count. `counters`: a row has a count per counter. */
export type MappingKind = 'dossiers' | 'totals' | 'counters';

/** How to read a sheet, as a person confirmed it. Columns are indices from 0. */
export interface Mapping {
  readonly kind: MappingKind;
  /** Column with the day; with `until`, which has the last day of a range, the column with the first day. */
  readonly date: number;
  readonly until: number | null;
  /** Column with the counter; null: all rows are of the whole unit. */
  readonly counter: number | null;
  /** Columns with counts: none for `dossiers`, one for `totals`. */
  readonly counts: readonly number[];
  /** Column with the dossier number, to find dossiers that occur twice. */
  readonly id: number | null;
  readonly dayOrder: DayOrder;
  /** Whether a text in the day or state column counts as a transaction. Keys are normalised by `foldText`. */
  readonly texts: Readonly<Record<string, 'counts' | 'skip'>>;
  /** Keys of unfamiliar texts that a person has read and that do not change the numbers. */
  readonly confirmed: readonly string[];
  /** Codes of bad rows that a person accepts in this file; not remembered for the next file. */
  readonly trusted: readonly string[];
  /** Meaning of counter names in the file (lower case): a counter's code, `all` (the whole unit) or `skip`. */
  readonly names: Readonly<Record<string, string>>;
}

/** Questions that the file alone does not answer; the last two arise only when its numbers are read. */
export type Need = 'sheet' | 'kind' | 'date' | 'count' | 'day-order' | 'unfamiliar' | 'states' | 'names';

/**
 * A column that may contain the days, counters or counts. `likely`: the heading matches; `unlikely`: the
 * heading means something else.
 */
export interface Candidate {
  readonly column: number;
  readonly reason: 'likely' | 'possible' | 'unlikely';
}

/** What the server proposes for a sheet; null: a person has to choose. */
export interface Proposal {
  readonly kind: MappingKind | null;
  readonly date: number | null;
  readonly until: number | null;
  readonly counter: number | null;
  readonly counts: readonly number[] | null;
  readonly id: number | null;
  readonly dayOrder: DayOrder | null;
  /** Possible orders of day and month, each with the days that some cells would then mean. */
  readonly orders: readonly { readonly order: DayOrder; readonly days: readonly string[] }[];
  readonly dates: readonly Candidate[];
  readonly counters: readonly Candidate[];
  readonly countColumns: readonly Candidate[];
  /** Texts in and around the table that are not understood and may change what its rows mean; `key` is remembered. */
  readonly unfamiliar: readonly { readonly key: string; readonly text: string }[];
  /** Confirmed mapping of an earlier file with the same headings. */
  readonly remembered: Mapping | null;
  readonly needs: readonly Need[];
}

/** A number of transactions in the file; days are `YYYY-MM-DD`, inclusive. */
export interface ReadEntry {
  readonly from: string;
  readonly to: string;
  /** Name of the counter in the file; null: the whole unit. */
  readonly name: string | null;
  readonly n: number;
}

/** A row, or one count in it, that cannot be read or is doubtful. */
export interface BadRow {
  readonly row: number;
  /** As in spreadsheets: A, B, …, AA. */
  readonly column: string;
  readonly code: string;
  /** Text of the cell; shown to the person who sent the file, never stored. */
  readonly value: string;
  /** Day whose number is too low because this row is not counted; null: unknown. */
  readonly day: string | null;
}

/** Row numbers of the rows that are not counted, by reason. */
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
  /** Texts that mean "not returned yet", with the number of cells; '' for empty cells. */
  readonly placeholders: readonly { readonly text: string; readonly n: number }[];
  /** Texts in state columns whose meaning is unknown, with the number of rows. */
  readonly states: readonly { readonly text: string; readonly heading: string; readonly n: number }[];
}

export interface ReadImport {
  readonly format: 'xlsx' | 'csv' | 'html';
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly sheet: number;
  readonly headingRow: number;
  /** Row numbers of other rows that may be the headings. */
  readonly headingRows: readonly number[];
  /** Equal for sheets with equal headings. */
  readonly fingerprint: string;
  readonly columns: readonly ColumnProfile[];
  /** The row of headings and the first rows below it. */
  readonly preview: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** Non-empty rows below the headings. */
  readonly rows: number;
  readonly proposal: Proposal;
  /** Null while questions are open. */
  readonly mapping: Mapping | null;
  readonly isRemembered: boolean;
  readonly numbers: ReadNumbers | null;
}

/** `before` is the stored number that the import would replace; null: none. */
export interface PreparedEntry extends EntryKey {
  readonly n: number;
  readonly before: number | null;
}

/** What an import would store. */
export interface PreparedImport {
  readonly entries: readonly PreparedEntry[];
  /** Numbers that cannot be stored; `other` is the stored number that already includes these transactions. */
  readonly rejected: readonly {
    readonly entry: PreparedEntry;
    readonly code: string;
    readonly other: EntryKey | null;
  }[];
  /** Transactions of counter names that a person chose to skip. */
  readonly skipped: number;
  /** Unknown counter names, with their number of transactions and the choice made; null: none yet. */
  readonly names: readonly { readonly name: string; readonly n: number; readonly choice: string | null }[];
}

/** Why a whole file is rejected; `web/messages` says for each what to do. */
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
