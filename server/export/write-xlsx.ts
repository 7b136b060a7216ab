import { type CellStyle, colToLetter, type WriteSheet, writeXlsx as write } from 'hucre/xlsx';
import type { CellValue, Column, RowKind, Sheet, Workbook } from '../../web/types/workbook.ts';
import { cleanXml, repack } from './repack.ts';

const NOT_IN_SHEET_NAME = /[\\/?*[\]:']/g;
const SHEET_NAME_LENGTH = 31;

type CellKind = Exclude<Column['kind'], 'by-row'> | RowKind;

/** Column widths in characters of the default font. */
const WIDTHS = { count: 12, percent: 12, day: 13, code: 22, 'by-row': 17 } as const;
const TEXT_WIDTH = { least: 14, most: 48 } as const;
/** Height of a line in points. Row heights are written, because some programs do not fit rows to their text. */
const LINE_HEIGHT = 15;
/** Maximum number of characters across a printed page; more would be too small to read. */
const CHARACTERS_PER_PAGE = 190;

const FONT = { name: 'Calibri', size: 11 } as const;
const BOLD = { ...FONT, bold: true } as const;
const LINE = { style: 'thin', color: { rgb: '8A979E' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const TOP = { vertical: 'top' } as const;
const WRAPPED = { ...TOP, wrapText: true } as const;
const NOTE: CellStyle = { numFmt: '@', alignment: TOP };
const STYLES = {
  note: NOTE,
  title: { ...NOTE, font: BOLD },
  header: {
    numFmt: '@',
    alignment: WRAPPED,
    border: BORDER,
    font: BOLD,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9EEF0' } },
  },
  key: { ...NOTE, border: BORDER },
  text: { numFmt: '@', alignment: WRAPPED, border: BORDER },
  count: { numFmt: '#,##0', alignment: TOP, border: BORDER },
  percent: { numFmt: '0.0#', alignment: TOP, border: BORDER },
  code: { ...NOTE, border: BORDER, font: { ...FONT, size: 9, color: { rgb: '5D6971' } } },
  heading: {
    ...NOTE,
    border: BORDER,
    font: BOLD,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9EEF0' } },
  },
  day: { numFmt: 'dd\\/mm\\/yyyy', alignment: TOP, border: BORDER },
} as const satisfies Record<string, CellStyle>;

/**
 * One sheet per table; the row below the headers is hidden and has English keys. Numbers and days are typed; all
 * other cells are text, which no program evaluates as a formula.
 */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const sheets = workbook.sheets.map(layOut);
  return repack(await write({ sheets, defaultFont: FONT }));
}

function layOut(sheet: Sheet, at: number): WriteSheet {
  const headers = sheet.columns.map(({ header }) => header);
  const headerRow = sheet.notes.length === 0 ? 0 : sheet.notes.length + 1;
  const widths = sheet.columns.map((column, index) => columnWidth(column, index, sheet));
  const rows: CellValue[][] = [
    ...sheet.notes.map((note) => [note]),
    ...(sheet.notes.length === 0 ? [] : [[]]),
    headers,
    sheet.columns.map(({ key }) => key),
    ...sheet.rows.map((values) => sheet.columns.map((_, index) => values[index] ?? null)),
  ];
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const rowDefs: NonNullable<WriteSheet['rowDefs']> = new Map([[headerRow + 1, { hidden: true }]]);
  for (const [row, values] of rows.entries()) {
    for (const [column, value] of values.entries()) {
      const kind = row > headerRow + 1 ? kindAt(sheet, row - headerRow - 2, column) : 'text';
      const look =
        row === headerRow
          ? 'header'
          : row === headerRow + 1
            ? 'key'
            : row > headerRow
              ? kind
              : row === 0
                ? 'title'
                : 'note';
      const place = `${colToLetter(column)}${row + 1}`;
      cells.set(`${row},${column}`, {
        value: typed(kind, value, place),
        style: sheet.kinds && row > headerRow + 1 ? figureStyle(look, value, column) : STYLES[look],
      });
    }
    if (row === headerRow + 1 || values.length === 0) continue;
    const isHeading = row > headerRow && sheet.kinds?.[row - headerRow - 2] === 'heading';
    const texts = values.map((value, column) => {
      const isWrapped = row === headerRow || (row > headerRow && sheet.columns[column]?.kind !== 'code');
      return isWrapped && !isHeading && typeof value === 'string' ? value : '';
    });
    const lines = Math.max(1, ...texts.map((text, column) => countLines(text, widths[column] ?? 1)));
    rowDefs.set(row, { height: lines * LINE_HEIGHT });
  }
  return {
    name: sheetName(sheet.name) || String(at + 1),
    columns: widths.map((width) => ({ width })),
    rows: rows.map(() => []),
    cells,
    rowDefs,
    freezePane: { rows: headerRow + 2 },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.kinds ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: Math.ceil(widths.reduce((sum, width) => sum + width, 0) / CHARACTERS_PER_PAGE),
      fitToHeight: sheet.kinds ? 1 : 0,
      margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
  };
}

function kindAt(sheet: Sheet, row: number, column: number): CellKind {
  const own = sheet.columns[column]?.kind ?? 'text';
  const ofRow = sheet.kinds?.[row] ?? 'text';
  return ofRow === 'heading' || own === 'by-row' ? ofRow : own;
}

function figureStyle(look: keyof typeof STYLES, value: CellValue, column: number): CellStyle {
  const style: CellStyle = STYLES[look];
  if (column === 0 || look === 'heading' || look === 'code') return style;
  const isShare = typeof value === 'object' && value !== null;
  return {
    ...style,
    ...(isShare ? { numFmt: `0.0# "(${value.of.toLocaleString('vi')})"` } : {}),
    ...(typeof value === 'string' ? { numFmt: '@' } : {}),
    alignment: { ...(typeof value === 'string' ? WRAPPED : TOP), horizontal: 'right' },
    ...(column === 1 ? { font: BOLD } : {}),
  };
}

const sheetName = (name: string): string =>
  cleanXml(name).replace(NOT_IN_SHEET_NAME, ' ').slice(0, SHEET_NAME_LENGTH).trim();

/** Shares become percentages and days serial numbers, as Excel stores them. Text among figures stays text. */
function typed(kind: CellKind, value: CellValue, place: string): string | number | null {
  if (value === null || value === '') return null;
  if (typeof value === 'object') return value.percent;
  if (typeof value === 'string' && kind !== 'day') return cleanXml(value) || null;
  if (kind === 'text') return String(value);
  const number = typeof value === 'number' ? value : daySerial(value);
  if (!Number.isFinite(number)) throw new Error(`${place} holds no ${kind}: ${value}`);
  return number;
}

/** Serial number of a day in Excel's 1900 date system. */
const daySerial = (day: string): number =>
  (Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000;

function columnWidth({ kind }: Column, index: number, sheet: Sheet): number {
  if (kind !== 'text') return WIDTHS[kind];
  const longest = Math.max(0, ...sheet.rows.map((row) => String(row[index] ?? '').length));
  return Math.min(TEXT_WIDTH.most, Math.max(TEXT_WIDTH.least, longest + 2));
}

/** Estimated lines of a wrapped text; an estimate that is too high only leaves white space. */
function countLines(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > width - 2) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    lines += Math.floor(used / (width + 1));
  }
  return lines;
}
