import { Unzip, UnzipInflate } from 'fflate';
import { type CellValue, fromHtml, type Cell as RawCell, type Sheet as RawSheet } from 'hucre';
import { colToLetter, readXlsx } from 'hucre/xlsx';
import { type Cell, cleanText, findWords, LIMITS, makeRows, Refusal, type Sheet } from './sheet.ts';

const DAYS_TO_1904 = 1462;

/** Reads the visible sheets of a workbook. @throws Refusal */
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

const HIDDEN = String.raw`display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|height\s*:\s*0(?![.\d])`;
const STRUCK = 'line-through';

/** Rules of style sheets that hide or strike out elements by class or id; which cells they concern is not computed. */
const HIDING = new RegExp(String.raw`[.#][\w-]+[^{}]*\{[^{}]*(?:${HIDDEN}|${STRUCK})`, 'gi');

/** Reduces HTML to what a browser shows: line breaks as spaces, decoded entities, no struck out or hidden text. */
const asShown = (html: string): string =>
  html
    // Titles outside the table become rows.
    .replace(/<caption\b[^>]*>([\s\S]*?)<\/caption>/gi, '<tr><td>$1</td></tr>')
    .replace(/(^|<\/table>)([\s\S]*?)(?=<table\b|$)/gi, (_, end: string, between: string) => {
      const text = between
        .replace(/<(style|script|head)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/gi, ' ')
        .trim();
      return text === '' ? `${end}${between}` : `${end}<table><tr><td>${text}</td></tr></table>`;
    })
    .replace(/<(s|del|strike|sup)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
    .replace(
      new RegExp(`<(table|tr|span|div|p)\\b[^>]*(${HIDDEN}|\\shidden\\b)[^>]*>[\\s\\S]*?</\\1>`, 'gi'),
      '',
    )
    .replace(new RegExp(`<(tr|td|span|font|div|p)\\b[^>]*${STRUCK}[^>]*>[\\s\\S]*?</\\1>`, 'gi'), ' ')
    .replace(/<br\b[^>]*>|<\/(div|p|li)>/gi, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&([a-z])(grave|acute|circ|tilde);/gi, (_, letter: string, mark: string) =>
      `${letter}${String.fromCharCode(0x300 + MARKS.indexOf(mark.toLowerCase()))}`.normalize('NFC'),
    );
const MARKS = ['grave', 'acute', 'circ', 'tilde'];

/** Reads HTML tables, which many programs save as `.xls`, in document order. @throws Refusal */
export const readWebPage = (page: string): Sheet[] => {
  const [, title = ''] = /<title\b[^>]*>([^<]*)/i.exec(page) ?? [];
  const [sheet] = fillSheets([fromHtml(asShown(page), { typeInference: false })], 0);
  return sheet ? [{ ...sheet, besides: [title, ...(page.match(HIDING) ?? [])] }] : [];
};

/** Unpacks in small pieces against zip bombs, because declared sizes may be wrong; returns names. @throws Refusal */
function measureZip(bytes: Uint8Array): string[] {
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
  // Deflate expands a piece at most about a thousandfold, so the limit is checked before memory runs out.
  for (let at = 0; at < bytes.length; at += 2_048)
    unzip.push(bytes.subarray(at, at + 2_048), at + 2_048 >= bytes.length);
  return names;
}

/** Drops blank rows, fills merged cells, and applies the limits to the sum of all sheets. */
function fillSheets(sheets: readonly RawSheet[], serialOffset: number): Sheet[] {
  const left: Record<'rows' | 'cells' | 'merged', number> = { ...LIMITS, merged: LIMITS.mergedCells };
  const take = (kind: keyof typeof left, n = 1) => {
    left[kind] -= n;
    if (left[kind] < 0) throw new Refusal(kind === 'merged' ? 'damaged' : 'too-many-rows');
  };
  return sheets.map(({ name, rows, rowDefs, cells: details = new Map(), merges = [], ...more }): Sheet => {
    const placed = [...details].flatMap(([place, { comment }]) => {
      const [at, column = 0] = place.split(',').map(Number);
      return comment ? [{ at, column, text: cleanText(comment.text) ?? '' }] : [];
    });
    const comments = Map.groupBy(placed, ({ at }) => at);
    const filled = rows.flatMap((values, at) => {
      const own = values.map((_, column): Partial<RawCell> => details.get(`${at},${column}`) ?? {});
      const isStruck = own.some(({ style, richText = [] }, column) =>
        [style, ...richText].some((part) => values[column] !== null && part?.font?.strikethrough),
      );
      const { hidden, height, outlineLevel = 0 } = rowDefs?.get(at) ?? {};
      const cells = values.map((value, column) => makeCell(value, own[column]));
      const name = findWords(values);
      const indent = own[name]?.style?.alignment?.indent ?? 0;
      const isIndented = indent > 0 || outlineLevel > 0 || /^\s/.test(String(values[name] ?? ''));
      const sums = new Set([...own.keys()].filter((column) => isVertical(own[column]?.formula, column)));
      const mark = hidden || height === 0 ? 'hidden-row' : isStruck ? 'struck-out' : null;
      return makeRows({ number: at + 1, cells, isIndented, mark, sums, comments: comments.get(at) ?? [] });
    });
    take('rows', filled.length);
    take('cells', filled.flatMap(({ cells }) => cells).filter((cell) => cell !== null).length);
    const byNumber = new Map(filled.map((row) => [row.number, row]));
    for (const { startRow, startCol, endRow, endCol } of merges) {
      take('merged');
      const cell = byNumber.get(startRow + 1)?.cells[startCol] ?? null;
      for (let at = startRow; cell !== null && at <= Math.min(endRow, startRow + LIMITS.rows); at += 1) {
        take('merged');
        const row = byNumber.get(at + 1);
        for (let column = startCol; row && column <= Math.min(endCol, LIMITS.columns - 1); column += 1) {
          take('merged');
          if (endRow > startRow) row.shared.add(column);
          if (at === startRow && column === startCol) continue;
          while (row.cells.length < column) row.cells.push(null);
          row.cells[column] = cell;
          row.copied.add(column);
        }
      }
    }
    const pages = Object.values(more.headerFooter ?? {}).filter((text) => typeof text === 'string');
    // Removes the codes for fonts, sizes and positions, as in `&C&"Arial,Bold"&14Title`.
    const pageTexts = pages.map((text) => text.replace(/&("[^"]*"|K[\dA-F]{6}|\d+|[A-Z])/g, ' '));
    const besides = [...pageTexts, ...(more.textBoxes ?? []).map(({ text }) => text)];
    return {
      name: cleanText(name) ?? '',
      besides: besides.flatMap((text) => cleanText(text) ?? []),
      rows: filled,
      serialOffset,
    };
  });
}

/** Whether a formula refers to a range or several cells of the column that contains it. */
function isVertical(formula: string | undefined, column: number): boolean {
  const cell = `\\$?${colToLetter(column)}\\$?\\d+`;
  return new RegExp(`^[^!]*(?<![A-Z$])${cell}(:|\\s*[+,;]\\s*)${cell}(?!\\d)`).test(formula ?? '');
}

function makeCell(value: CellValue, { type, style, richText }: Partial<RawCell> = {}): Cell {
  const format = style?.numFmt ?? '';
  // A struck out "12" before "15", or a superscript "1", would be read as a part of the number.
  if (richText?.some(({ font }) => font?.strikethrough || font?.vertAlign)) return { failed: true };
  if (type === 'error' || (type === 'formula' && value === null)) return { failed: true };
  // Uses the displayed text: a month without a day, a percentage, words of the number format.
  if (value instanceof Date && /y/i.test(format) && !/d/i.test(format))
    return value.toISOString().slice(0, 7).split('-').reverse().join('/');
  if (typeof value === 'number' && format.includes('%')) return `${value * 100}%`;
  const words = [...format.matchAll(/"([^"]*\p{L}[^"]*)"/gu)].map(([, text]) => text).join(' ');
  // A comma at the end divides the displayed number by a thousand.
  const isDivided = /[0#?],+(?![0#?,])/.test(format);
  if (typeof value === 'number' && (words || isDivided)) return `${value} ${words || format}`;
  return value === null || value instanceof Date || typeof value === 'number'
    ? value
    : cleanText(String(value));
}
