import type { CellValue, Column, Sheet, Workbook } from '../../web/types/workbook.ts';
import { OFFICE_RELATIONS, type PackagePart, packOffice, relationsPart } from './office-package.ts';
import { CELL_STYLES, stylesPart } from './xlsx-styles.ts';
import { element, escapeXml, xmlPart } from './xml.ts';

const SPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Characters that Excel does not allow in sheet names. */
const NOT_IN_SHEET_NAME = /[\\/?*[\]:']/g;
const SHEET_NAME_LENGTH = 31;

/** Column widths in characters of the default font. */
const WIDTHS = { count: 12, percent: 12, day: 13 } as const;
const TEXT_WIDTH = { least: 14, most: 48 } as const;
/**
 * Height of one line in points. Row heights are written to the file, because some programs do not fit rows to
 * their text.
 */
const LINE_HEIGHT = 15;
/** Maximum number of characters across a printed page; more would be too small to read. */
const CHARACTERS_PER_PAGE = 190;

/** The shared strings table: each text is stored once. */
interface TextList {
  readonly indexOf: (text: string) => number;
  readonly list: () => readonly string[];
}

function makeTextList(): TextList {
  const places = new Map<string, number>();
  return {
    indexOf(text) {
      const known = places.get(text);
      if (known !== undefined) return known;
      places.set(text, places.size);
      return places.size - 1;
    },
    list: () => [...places.keys()],
  };
}

/** The serial number of a day `YYYY-MM-DD` in the 1900 date system. */
const daySerial = (day: string): number =>
  (Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000;

/** Name of the column at `index`: 0 is A, 26 is AA. */
const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/**
 * An XLSX file for Excel 2010 and later, WPS and LibreOffice: one sheet per table, with headers and below
 * them a hidden row of English keys. Numbers and days are typed; everything else is a shared string, which no
 * program evaluates as a formula.
 */
export function writeXlsx(workbook: Workbook): Uint8Array {
  const texts = makeTextList();
  const sheets = workbook.sheets.map((sheet, index) => ({
    id: `rId${index + 1}`,
    name: sheetName(sheet.name),
    path: `worksheets/sheet${index + 1}.xml`,
    xml: sheetXml(sheet, texts),
  }));
  const afterSheets = sheets.length;
  const main: PackagePart = {
    path: 'xl/workbook.xml',
    type: `${TYPES}.sheet.main+xml`,
    content: xmlPart(
      element(
        'workbook',
        { xmlns: SPACE, 'xmlns:r': OFFICE_RELATIONS },
        element(
          'sheets',
          {},
          ...sheets.map(({ id, name }, index) => element('sheet', { name, sheetId: index + 1, 'r:id': id })),
        ),
      ),
    ),
  };
  return packOffice(main, [
    relationsPart(main.path, [
      ...sheets.map(({ id, path }) => ({ id, kind: 'worksheet', target: path })),
      { id: `rId${afterSheets + 1}`, kind: 'styles', target: 'styles.xml' },
      { id: `rId${afterSheets + 2}`, kind: 'sharedStrings', target: 'sharedStrings.xml' },
    ]),
    ...sheets.map(({ path, xml }) => ({ path: `xl/${path}`, type: `${TYPES}.worksheet+xml`, content: xml })),
    { path: 'xl/styles.xml', type: `${TYPES}.styles+xml`, content: stylesPart },
    { path: 'xl/sharedStrings.xml', type: `${TYPES}.sharedStrings+xml`, content: textsXml(texts.list()) },
  ]);
}

const sheetName = (name: string): string =>
  name.replace(NOT_IN_SHEET_NAME, ' ').slice(0, SHEET_NAME_LENGTH).trim();

const textsXml = (texts: readonly string[]): string =>
  xmlPart(
    element(
      'sst',
      { xmlns: SPACE, uniqueCount: texts.length },
      ...texts.map((text) => element('si', {}, element('t', { 'xml:space': 'preserve' }, escapeXml(text)))),
    ),
  );

function sheetXml(sheet: Sheet, texts: TextList): string {
  const headerRow = sheet.notes.length === 0 ? 1 : sheet.notes.length + 2;
  const text = (place: string, value: string, style: number): string =>
    element('c', { r: place, s: style, t: 's' }, element('v', {}, String(texts.indexOf(value))));
  const widths = sheet.columns.map((column, index) => columnWidth(column, index, sheet));
  const row = (number: number, cells: readonly string[], texts: readonly string[]): string => {
    const lines = Math.max(1, ...texts.map((one, index) => countLines(one, widths[index] ?? 1)));
    return element('row', { r: number, ht: lines * LINE_HEIGHT, customHeight: 1 }, ...cells);
  };
  const pagesAcross = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / CHARACTERS_PER_PAGE);
  const hiddenRow = (number: number, cells: readonly string[]): string =>
    element('row', { r: number, hidden: 1 }, ...cells);
  const placed = (number: number) => (index: number) => `${columnLetters(index)}${number}`;

  const notes = sheet.notes.map((note, index) =>
    row(index + 1, [text(`A${index + 1}`, note, index === 0 ? CELL_STYLES.title : CELL_STYLES.note)], []),
  );
  const headers = sheet.columns.map(({ header }, index) =>
    text(placed(headerRow)(index), header, CELL_STYLES.header),
  );
  const keys = sheet.columns.map(({ key }, index) =>
    text(placed(headerRow + 1)(index), key, CELL_STYLES.key),
  );
  const rows = sheet.rows.map((values, offset) => {
    const number = headerRow + 2 + offset;
    const cells = sheet.columns.map((column, index) => {
      const place = placed(number)(index);
      return dataCell(place, column, values[index] ?? null, text);
    });
    const words = sheet.columns.map(({ kind }, index) =>
      kind === 'text' ? String(values[index] ?? '') : '',
    );
    return row(number, cells, words);
  });
  return xmlPart(
    element(
      'worksheet',
      { xmlns: SPACE },
      element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
      element('sheetViews', {}, frozenView(headerRow + 1)),
      element(
        'cols',
        {},
        ...widths.map((width, index) =>
          element('col', { min: index + 1, max: index + 1, width, customWidth: 1 }),
        ),
      ),
      element(
        'sheetData',
        {},
        ...notes,
        row(
          headerRow,
          headers,
          sheet.columns.map(({ header }) => header),
        ),
        hiddenRow(headerRow + 1, keys),
        ...rows,
      ),
      element('pageMargins', { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 }),
      element('pageSetup', {
        paperSize: 9,
        orientation: 'landscape',
        fitToWidth: pagesAcross,
        fitToHeight: 0,
      }),
    ),
  );
}

/** Keeps the headers visible while scrolling. */
const frozenView = (rows: number): string =>
  element(
    'sheetView',
    { workbookViewId: 0 },
    element('pane', { ySplit: rows, topLeftCell: `A${rows + 1}`, activePane: 'bottomLeft', state: 'frozen' }),
  );

/**
 * Column width in characters: as wide as the longest text, within bounds; numbers and days have fixed widths.
 */
function columnWidth({ kind }: Column, index: number, sheet: Sheet): number {
  if (kind !== 'text') return WIDTHS[kind];
  const longest = Math.max(0, ...sheet.rows.map((row) => String(row[index] ?? '').length));
  return Math.min(TEXT_WIDTH.most, Math.max(TEXT_WIDTH.least, longest + 2));
}

/** Estimated number of lines of a wrapped text; an estimate that is too high only leaves white space. */
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

function dataCell(
  place: string,
  { kind }: Column,
  value: CellValue,
  text: (place: string, value: string, style: number) => string,
): string {
  const style = CELL_STYLES[kind];
  if (value === null || value === '') return element('c', { r: place, s: style });
  if (kind === 'text') return text(place, String(value), style);
  const number = typeof value === 'number' ? value : daySerial(value);
  if (!Number.isFinite(number)) throw new Error(`${place} holds no ${kind}: ${value}`);
  return element('c', { r: place, s: style }, element('v', {}, String(number)));
}
