import { createHash } from 'node:crypto';
import type { Mapping, Proposal, ReadImport, RefusalCode } from '../../../web/types/transaction-import.ts';
import type { CounterName } from '../../../web/types/transactions.ts';
import type { Day } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import { countRows } from './count-rows.ts';
import { describeSheet, findHeadings, HEADING_ROWS, type SheetDescription } from './describe-sheet.ts';
import { parseSpanCell } from './parse-cell.ts';
import { proposeMapping, settledMapping } from './propose-mapping.ts';
import { type FileContent, readFile } from './read-file.ts';
import { Refusal, type Sheet, textOf } from './sheet.ts';

/** The person's choices; null: chosen automatically. */
export interface ImportRequest {
  readonly fileName: string;
  /** Name of the unit that the file should belong to; '' if it has none. */
  readonly unit: string;
  readonly sheet: number | null;
  /** Row number that spreadsheets display, from 1. */
  readonly headingRow: number | null;
  readonly mapping: Mapping | null;
  /** Confirmed mappings of earlier files, by the fingerprint of their headings. */
  readonly remembered: Readonly<Record<string, Mapping>>;
}

export type RefusedImport = { readonly refused: RefusalCode; readonly row: number | null };

type Known = readonly CounterName[];

const PREVIEW_ROWS = 30;

/** Returns a refusal for invalid content, never throws. */
export async function readImport(
  bytes: Uint8Array,
  request: ImportRequest,
  known: Known,
  today: Day,
): Promise<ReadImport | RefusedImport> {
  try {
    return describe(await readFile(bytes), request, known, today);
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code, row: error.row };
    throw error;
  }
}

function describe(
  { format, sheets }: FileContent,
  request: ImportRequest,
  known: Known,
  today: Day,
): ReadImport {
  // If several sheets have days below headings, the first is used as the default, and the person must choose.
  const withDays =
    sheets.length === 1 ? [0] : [...sheets.keys()].filter((index) => hasDays(sheets[index] as Sheet));
  const isGiven = request.sheet !== null && request.sheet < sheets.length;
  const first = withDays.find((index) => findHeadings(sheets[index] as Sheet) !== null);
  const at = isGiven ? (request.sheet ?? 0) : (first ?? 0);
  const rivals = withDays.length > 1 && !isGiven;
  const sheet = sheets[at] as Sheet;
  const described = describeSheet(sheet, request.headingRow, format === 'csv');
  const otherSheets = sheets.filter((other) => withDays.length < 2 && other !== sheet);
  const found = proposeMapping(described, known, { ...request, otherSheets });
  const headings = described.columns.map(({ heading }) => foldText(heading));
  const fingerprint = createHash('sha256').update(JSON.stringify(headings)).digest('base64url');
  const earlier = request.remembered[fingerprint] ?? null;
  const remembered = earlier !== null && !rivals && stillFits(earlier, described) ? earlier : null;
  const proposal = recall(
    rivals ? { ...found, needs: ['sheet' as const, ...found.needs] } : found,
    remembered,
  );
  const isRemembered = request.mapping === null && remembered !== null && proposal.needs.length === 0;
  const mapping = request.mapping ?? (isRemembered ? remembered : settledMapping(proposal));
  const usable = mapping !== null && fits(mapping, described) ? mapping : null;
  const { at: top, height } = described.place;
  return {
    format,
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    sheet: at,
    headingRow: sheet.rows[top]?.number ?? 1,
    headingRows: sheet.rows.slice(0, HEADING_ROWS).map(({ number }) => number),
    fingerprint,
    columns: described.columns,
    preview: sheet.rows.slice(top, top + height + PREVIEW_ROWS).map(({ number, cells }) => ({
      number,
      cells: described.columns.map(({ index }) => textOf(cells[index])),
    })),
    rows: described.rows.length,
    proposal,
    mapping: usable,
    isRemembered,
    numbers: usable === null ? null : countRows(described, usable, today, request.unit),
  };
}

/** Answers questions as for an earlier file with the same headings; texts that it did not have remain open. */
function recall(proposal: Proposal, remembered: Mapping | null): Proposal {
  if (remembered === null) return proposal;
  const { kind, date, until, counter, counts, id, dayOrder } = remembered;
  const unfamiliar = proposal.unfamiliar.filter(({ key }) => !remembered.confirmed.includes(key));
  const needs = unfamiliar.length > 0 ? (['unfamiliar'] as const) : [];
  return { ...proposal, kind, date, until, counter, counts, id, dayOrder, unfamiliar, needs, remembered };
}

/** A second sheet may continue the first one without headings. */
const hasDays = (sheet: Sheet): boolean =>
  findHeadings(sheet) === null
    ? sheet.rows.filter(({ cells }) => cells.some((cell) => parseSpanCell(cell, 'day-first') !== null))
        .length > 1
    : describeSheet(sheet).columns.some(({ days, spans }) => days + spans > 0);

const fits = ({ date, until, counter, counts, id }: Mapping, { columns }: SheetDescription): boolean =>
  [date, until, counter, id, ...counts].every((column) => column === null || column < columns.length);

/**
 * A mapping is reused without a question if the same column has days in the same order. If the file does not determine
 * the order, the remembered one must give the shortest range of days.
 */
function stillFits(mapping: Mapping, described: SheetDescription): boolean {
  const date = described.columns[mapping.date];
  const hasSameOrder = (described.order ?? described.closest) === mapping.dayOrder;
  return fits(mapping, described) && hasSameOrder && date !== undefined && date.days + date.spans > 0;
}
