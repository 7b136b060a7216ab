import { createHash } from 'node:crypto';
import type { Mapping, ReadImport, RefusalCode } from '../../../web/types/transaction-import.ts';
import type { CounterName } from '../../../web/types/transactions.ts';
import type { Day } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import { countRows } from './count-rows.ts';
import { describeSheet, type SheetDescription, showCell } from './describe-sheet.ts';
import { HEADING_ROWS } from './find-headings.ts';
import { proposeMapping, settledMapping } from './propose-mapping.ts';
import { type FileContent, readFile } from './read-file.ts';
import { Refusal, type Sheet } from './sheet.ts';

/** Choices of the person; where one is null, the program chooses. */
export interface ImportRequest {
  readonly sheet: number | null;
  /** Row number as people see it, from 1. */
  readonly headingRow: number | null;
  readonly mapping: Mapping | null;
  /** Confirmed mappings of earlier files, by fingerprint of their headings. */
  readonly remembered: Readonly<Record<string, Mapping>>;
}

export interface RefusedImport {
  readonly refused: RefusalCode;
  readonly row: number | null;
}

const PREVIEW_ROWS = 30;

/** Invalid content gives a refusal, never a throw. */
export async function readImport(
  bytes: Uint8Array,
  request: ImportRequest,
  known: readonly CounterName[],
  today: Day,
): Promise<ReadImport | RefusedImport> {
  try {
    const { format, sheets } = await readFile(bytes);
    return describe(format, sheets, request, known, today);
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code, row: error.row };
    throw error;
  }
}

function describe(
  format: FileContent['format'],
  sheets: readonly Sheet[],
  request: ImportRequest,
  known: readonly CounterName[],
  today: Day,
): ReadImport {
  const { at, rivals } = chooseSheet(sheets, request, today);
  const sheet = sheets[at] as Sheet;
  const described = describeSheet(sheet, today, request.headingRow, format === 'csv');
  const found = proposeMapping(described, known);
  const proposal = rivals ? { ...found, needs: ['sheet' as const, ...found.needs] } : found;
  const fingerprint = fingerprintOf(described);
  const remembered = request.remembered[fingerprint] ?? null;
  const isRemembered =
    request.mapping === null && remembered !== null && !rivals && stillFits(remembered, described);
  const mapping = request.mapping ?? (isRemembered ? remembered : settledMapping(proposal));
  const usable = mapping !== null && fits(mapping, described) ? mapping : null;
  const shown = sheet.rows.slice(
    described.place.at,
    described.place.at + described.place.height + PREVIEW_ROWS,
  );
  return {
    format,
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    sheet: at,
    headingRow: sheet.rows[described.place.at]?.number ?? 1,
    headingRows: sheet.rows.slice(0, HEADING_ROWS).map(({ number }) => number),
    fingerprint,
    columns: described.columns,
    preview: shown.map(({ number, cells }) => ({
      number,
      cells: described.columns.map(({ plainSerials }, column) => showCell(cells[column], plainSerials)),
    })),
    rows: described.rows.length,
    proposal,
    mapping: usable,
    isRemembered,
    numbers: usable === null ? null : countRows(described, usable, today),
  };
}

/**
 * The requested sheet, or the only one with days below headings. If several have them, the first one, and the
 * person is asked.
 */
function chooseSheet(
  sheets: readonly Sheet[],
  { sheet }: ImportRequest,
  today: Day,
): { readonly at: number; readonly rivals: boolean } {
  const given = sheets.length === 1 ? 0 : sheet;
  if (given !== null && sheets[given] !== undefined) return { at: given, rivals: false };
  const withDays = sheets.flatMap((each, index) => (hasDays(each, today) ? [index] : []));
  return { at: withDays[0] ?? 0, rivals: withDays.length > 1 };
}

function hasDays(sheet: Sheet, today: Day): boolean {
  try {
    return describeSheet(sheet, today).columns.some(({ days, spans }) => days + spans > 0);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

const fingerprintOf = ({ columns }: SheetDescription): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(({ heading }) => foldText(heading))))
    .digest('base64url');

const fits = ({ date, until, counter, counts, id }: Mapping, { columns }: SheetDescription): boolean =>
  [date, until, counter, id, ...counts].every((column) => column === null || column < columns.length);

/** A mapping is reused without a question if the days are in the same columns and in the same order. */
function stillFits(mapping: Mapping, described: SheetDescription): boolean {
  const date = described.columns[mapping.date];
  const hasSameOrder = described.dayOrder === null || described.dayOrder === mapping.dayOrder;
  return fits(mapping, described) && hasSameOrder && date !== undefined && date.days + date.spans > 0;
}
