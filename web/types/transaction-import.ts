// How a file of transactions is read: shared by the reader, which makes these, and the pages, which show them.
import type { EntryKey } from './transactions.ts';

/** `d/m/y` or `m/d/y`. */
export type DayOrder = 'day-first' | 'month-first';

/** A column of data rows: what its cells are, counted. */
export interface ColumnProfile {
  readonly index: number;
  /** As spreadsheets call it: A, B, …, AA. */
  readonly letters: string;
  readonly heading: string;
  readonly filled: number;
  readonly days: number;
  /** Cells that name several days or a month. */
  readonly spans: number;
  readonly counts: number;
  readonly distinct: number;
  /** The first three filled cells, as text. */
  readonly examples: readonly string[];
  /**
   * What is added to bare numbers to read them as serial days, where the heading speaks of days and no cell is
   * one by its format; null: bare numbers are no days.
   */
  readonly plainSerials: number | null;
}

/** `dossiers`: each row is one. `totals`: each row holds a count. `counters`: each column of counts is a counter's. */
export type MappingKind = 'dossiers' | 'totals' | 'counters';

/** How the rows of a sheet are to be understood, as a person has confirmed it. Columns are counted from 0. */
export interface Mapping {
  readonly kind: MappingKind;
  /** The day that counts, or the first day where `until` is the last one. */
  readonly date: number;
  readonly until: number | null;
  /** Whose row it is; null: the whole unit. */
  readonly counter: number | null;
  /** Columns of counts; empty for dossiers, one for totals. */
  readonly counts: readonly number[];
  /** The dossier's own number, to find the same one twice. */
  readonly id: number | null;
  readonly dayOrder: DayOrder;
  /** Texts in the place of a day that mean "not returned yet", folded, beside those that everybody writes. */
  readonly unfinished: readonly string[];
  /** What names that are no counter stand for, folded: a counter's code, `all` (the whole unit) or `skip`. */
  readonly names: Readonly<Record<string, string>>;
}

/** What the file alone does not decide. */
export type Need = 'sheet' | 'kind' | 'date' | 'count' | 'day-order';

/** A column that could be meant. `likely`: its heading says just this. `unlikely`: it says something else. */
export interface Candidate {
  readonly column: number;
  readonly reason: 'likely' | 'possible' | 'unlikely';
}

/** A proposal; null where a person has to choose. */
export interface Proposal {
  readonly kind: MappingKind | null;
  readonly date: number | null;
  readonly until: number | null;
  readonly counter: number | null;
  readonly counts: readonly number[] | null;
  readonly id: number | null;
  readonly dayOrder: DayOrder | null;
  readonly dates: readonly Candidate[];
  readonly counters: readonly Candidate[];
  readonly countColumns: readonly Candidate[];
  readonly needs: readonly Need[];
}

/** A number of transactions out of a file. */
export interface ReadEntry {
  readonly from: string;
  readonly to: string;
  /** The name in the file, as first written; null: the whole unit. */
  readonly name: string | null;
  readonly n: number;
}

/** A row, or one count of it, that cannot be read. */
export interface BadRow {
  readonly row: number;
  /** Letters above the column. */
  readonly column: string;
  readonly code: string;
  /** The cell as it is; shown to the person who has the file, never stored. */
  readonly value: string;
  /** The day of the row, where that can be read; the number of that day is too low without this row. */
  readonly day: string | null;
}

/** Rows that are left out for a reason of their own, by number. */
export interface LeftOut {
  readonly unfinished: readonly number[];
  readonly repeated: readonly number[];
  readonly notes: readonly number[];
  readonly totals: readonly number[];
}

export interface ReadNumbers {
  readonly entries: readonly ReadEntry[];
  readonly bad: readonly BadRow[];
  readonly leftOut: LeftOut;
  /** Filled rows below the headings. */
  readonly rows: number;
  /** Texts that were taken for "not returned yet", with how often; '' for blank cells. */
  readonly placeholders: readonly { readonly text: string; readonly n: number }[];
}

export interface ReadImport {
  readonly format: 'xlsx' | 'csv' | 'html';
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly sheet: number;
  readonly headingRow: number;
  /** Rows that could hold the headings instead. */
  readonly headingRows: readonly number[];
  /** The same for sheets with the same headings. */
  readonly fingerprint: string;
  readonly columns: readonly ColumnProfile[];
  /** The first rows from the headings on. */
  readonly preview: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** Filled rows below the headings. */
  readonly rows: number;
  readonly proposal: Proposal;
  /** What the numbers were read by; null while something has to be asked. */
  readonly mapping: Mapping | null;
  readonly isRemembered: boolean;
  readonly numbers: ReadNumbers | null;
}

/** One number that would be kept, with the one that it takes the place of. */
export interface PreparedEntry extends EntryKey {
  readonly n: number;
  readonly before: number | null;
}

/** What an import would do. */
export interface PreparedImport {
  readonly entries: readonly PreparedEntry[];
  /** Numbers that cannot be kept, with why; `other`: the kept number that counts the same transactions. */
  readonly rejected: readonly {
    readonly entry: PreparedEntry;
    readonly code: string;
    readonly other: EntryKey | null;
  }[];
  /** Transactions of names that a person left out. */
  readonly skipped: number;
  /** Names that are no counter, with the number of their transactions and what is chosen for them. */
  readonly names: readonly { readonly name: string; readonly n: number; readonly choice: string | null }[];
}

/** Why a file is refused as a whole. The message catalogue has a sentence for each that says what to do. */
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
