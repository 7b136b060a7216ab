import { Unzip, UnzipInflate } from 'fflate';
import { type CellValue, fromHtml, type MergeRange, type Sheet as RawSheet } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { type Cell, cleanText, LIMITS, Refusal, type Row, type RowMark, type Sheet } from './sheet.ts';

const DAYS_TO_1904 = 1462;

/**
 * Reads the visible sheets of a workbook.
 * @throws Refusal
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const names = measureZip(bytes);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/(^|\/)workbook\.bin$/i)) throw new Refusal('binary-excel');
  if (has(/^content\.xml$/i)) throw new Refusal('open-document');
  if (has(/^word\//i)) throw new Refusal('word');
  if (!has(/workbook\.xml$/i)) throw new Refusal('not-a-table');
  const { sheets, dateSystem } = await readXlsx(bytes, {
    readStyles: true,
    sheets: ({ index, hidden, veryHidden }) => index < LIMITS.sheets && !hidden && !veryHidden,
  });
  return fillSheets(sheets, dateSystem === '1904' ? DAYS_TO_1904 : 0);
}

/** What a browser shows of a page's markup: breaks as spaces, letters by name, nothing struck out or hidden. */
const asShown = (html: string): string =>
  html
    .replace(/<(s|del|strike|sup)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<(tr|span|div|p)\b[^>]*display:\s*none[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\b[^>]*>|<\/(div|p|li)>/gi, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&([a-z])(grave|acute|circ|tilde);/gi, (_, letter: string, mark: string) =>
      `${letter}${MARKS[mark.toLowerCase()] ?? ''}`.normalize('NFC'),
    );

const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
};

/**
 * Reads the outermost tables of HTML, which many programs save as `.xls`.
 * @throws Refusal
 */
export function readWebPage(page: string): Sheet[] {
  const html = asShown(page);
  const tables: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: tag, index } of html.matchAll(/<(\/?)table\b[^>]*>/gi)) {
    if (tag[1] !== '/' && depth === 0) start = index;
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) tables.push(html.slice(start, index + tag.length));
    depth = Math.max(0, depth);
  }
  const raw = tables.slice(0, LIMITS.sheets).map((table) => fromHtml(table, { typeInference: false }));
  return fillSheets(raw, 0);
}

/**
 * Protects against zip bombs: unpacks a package in small pieces without keeping them and returns the names of its
 * parts. The library that reads it has no limit, and the sizes declared in a zip file may be wrong.
 * @throws Refusal
 */
function measureZip(bytes: Uint8Array): string[] {
  // Deflate expands a piece at most about a thousandfold, so the sum is checked in time.
  const PIECE_BYTES = 2_048;
  const names: string[] = [];
  let sum = 0;
  const unzip = new Unzip((file) => {
    names.push(file.name);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      sum += chunk.length;
      if (sum > LIMITS.unpackedBytes) throw new Refusal('too-large');
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    unzip.push(bytes.subarray(start, start + PIECE_BYTES), start + PIECE_BYTES >= bytes.length);
  }
  return names;
}

/** Converts the library's sheets: drops blank rows, fills merged cells, enforces the limits over all sheets. */
function fillSheets(sheets: readonly RawSheet[], serialOffset: number): Sheet[] {
  const left: Record<'rows' | 'cells' | 'merged', number> = { ...LIMITS, merged: LIMITS.mergedCells };
  const take = (kind: keyof typeof left) => {
    left[kind] -= 1;
    if (left[kind] < 0) throw new Refusal(kind === 'merged' ? 'damaged' : 'too-many-rows');
  };
  return sheets.map(({ name, rows, rowDefs, cells: details, merges = [] }): Sheet => {
    const filled = rows.flatMap((values, at): OpenRow[] => {
      const cells = values.map((value, column) => makeCell(value, details?.get(`${at},${column}`)?.type));
      while (cells.length > 0 && cells.at(-1) === null) cells.pop();
      if (cells.length === 0) return [];
      if (cells.length > LIMITS.columns) throw new Refusal('too-many-columns');
      take('rows');
      for (const cell of cells) if (cell !== null) take('cells');
      const isStruck = cells.some(
        (cell, column) => cell !== null && details?.get(`${at},${column}`)?.style?.font?.strikethrough,
      );
      const { hidden, height } = rowDefs?.get(at) ?? {};
      const mark: RowMark | null = hidden || height === 0 ? 'hidden-row' : isStruck ? 'struck-out' : null;
      return [{ number: at + 1, cells, copied: new Set(), shared: new Set(), mark }];
    });
    const byNumber = new Map(filled.map((row) => [row.number, row]));
    for (const merge of merges) fillMerged(byNumber, merge, () => take('merged'));
    return { name: cleanText(name) ?? '', rows: filled, serialOffset };
  });
}

function makeCell(value: CellValue, type: string | undefined): Cell {
  if (type === 'error' || (type === 'formula' && value === null)) return { failed: true };
  if (value === null || value instanceof Date || typeof value === 'number') return value;
  return cleanText(String(value));
}

interface OpenRow extends Row {
  readonly cells: Cell[];
  readonly copied: Set<number>;
  readonly shared: Set<number>;
}

function fillMerged(
  rows: ReadonlyMap<number, OpenRow>,
  { startRow, startCol, endRow, endCol }: MergeRange,
  take: () => void,
): void {
  take();
  const cell = rows.get(startRow + 1)?.cells[startCol] ?? null;
  if (cell === null) return;
  for (let at = startRow; at <= Math.min(endRow, startRow + LIMITS.rows); at += 1) {
    take();
    const row = rows.get(at + 1);
    for (let column = startCol; row && column <= Math.min(endCol, LIMITS.columns - 1); column += 1) {
      take();
      if (endRow > startRow) row.shared.add(column);
      if (at === startRow && column === startCol) continue;
      while (row.cells.length < column) row.cells.push(null);
      row.cells[column] = cell;
      row.copied.add(column);
    }
  }
}
