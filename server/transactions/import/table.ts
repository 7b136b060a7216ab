/** What stands in a cell: words, a number as a spreadsheet keeps it, nothing, or a formula that failed. */
export type Cell = string | number | null | { readonly error: true };

/** A row, with the number that the person sees beside it. */
export interface TableRow {
  /** From 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
  /** Columns that only repeat what a merged cell says; its own is not among them. */
  readonly copied?: ReadonlySet<number>;
}

/** A sheet or a text file as rows and columns; merged cells all hold what the first one does. */
export interface Table {
  readonly rows: readonly TableRow[];
  /** Day numbers count from 1904, as on old Macs. */
  readonly is1904: boolean;
}

/** What a file may hold at most. More is no export of a commune, and would keep the server busy. */
export const TABLE_LIMITS = {
  /** Bytes of the file as it is sent. */
  fileBytes: 2_000_000,
  /** Bytes of a spreadsheet's parts when unpacked, all together. */
  unpackedBytes: 24_000_000,
  rows: 20_000,
  columns: 80,
  /** Characters of a cell that are looked at. */
  cellText: 300,
} as const;

/** Words in the form in which headings and names are compared: no marks, no case, single spaces, no signs. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0110\u0111]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The words of a cell; a number as it is written, '' for nothing. */
export const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined || typeof cell === 'object') return '';
  return typeof cell === 'number' ? String(cell) : cell;
};

/** Whether there is nothing in a cell. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** The letters above a column, counted from 0: A, B, …, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest >= 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + (index % 26))}`;
}
