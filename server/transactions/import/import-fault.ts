/** What can be wrong with a file as a whole. */
export type FileFaultCode =
  | 'empty'
  | 'too-large'
  | 'too-many-rows'
  | 'unpacks-too-large'
  | 'old-excel'
  | 'web-page'
  | 'not-a-table'
  | 'damaged'
  | 'broken-quotes'
  | 'no-heading'
  | 'only-receipt-dates'
  | 'no-count-column'
  | 'several-sheets'
  | 'too-many-names'
  | 'too-many-numbers'
  | 'nothing-found';

/** What can be wrong with a row. */
export type RowFaultCode =
  | 'date-missing'
  | 'not-a-date'
  | 'no-such-day'
  | 'month-first'
  | 'week-number'
  | 'span-backwards'
  | 'count-missing'
  | 'not-a-count'
  | 'negative-count'
  | 'not-whole'
  | 'count-too-large'
  | 'formula-failed'
  | 'merged-count'
  | 'counter-missing'
  | 'twice'
  | 'dossier-twice'
  | 'row-total'
  | 'total-differs';

/**
 * One fault of a file, to be said with its place. Nothing of a row is repeated in it but a day or number
 * that does not look like anything of a person's (`value`), and numbers that were compared.
 */
export interface ImportFault {
  readonly code: FileFaultCode | RowFaultCode;
  /** As the person sees it beside the row; null: of the whole file. */
  readonly row: number | null;
  /** Letters above the column. */
  readonly column: string | null;
  readonly value: string | null;
  /** Of `twice`: the row that says the same; of totals: what the rows add up to. */
  readonly other: number | null;
}

/** A fault of the whole file. */
export const fileFault = (code: FileFaultCode, row: number | null = null): ImportFault => ({
  code,
  row,
  column: null,
  value: null,
  other: null,
});

/**
 * What of a faulty cell may be shown again: days, times and short numbers. Words could be a person's name
 * where columns have shifted, and long runs of digits a number of theirs.
 */
export function harmlessValue(text: string): string | null {
  const trimmed = text.trim();
  return /^[\d/.,:\- ]{1,19}$/.test(trimmed) && !/\d{7}/.test(trimmed) ? trimmed : null;
}
