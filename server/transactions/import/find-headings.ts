import { foldText } from '../../lib/fold-text.ts';
import { parseCountCell, parseDayCell, parseSpanCell } from './parse-cell.ts';
import { type Cell, isBlank, type Row, type Sheet, textOf } from './sheet.ts';

export interface HeadingPlace {
  readonly at: number;
  readonly height: 1 | 2;
}

/** Number of filled rows that are searched; titles precede the headings. */
export const HEADING_ROWS = 40;
const LONGEST_HEADING = 120;
/** Joins the two rows of a heading; does not occur in headings. */
export const UNDER = ' \u203a ';
const SAMPLE = 100;

/** The row with the most headings above filled columns; the first one on a tie; null: no row has two. */
export function findHeadings(sheet: Sheet): HeadingPlace | null {
  let best: { at: number; score: number } | null = null;
  for (const [at, row] of sheet.rows.slice(0, HEADING_ROWS).entries()) {
    const score = scoreRow(sheet, at, row);
    if (score > (best?.score ?? 1)) best = { at, score };
  }
  if (best === null) return null;
  // The lower of two heading rows may have more columns.
  const above = sheet.rows[best.at - 1];
  const row = sheet.rows[best.at];
  const isLower =
    above !== undefined &&
    row !== undefined &&
    scoreRow(sheet, best.at - 1, above) > 1 &&
    isDetail(above, row);
  return placeHeadings(sheet, isLower ? best.at - 1 : best.at);
}

/** The headings in row `at`, and in the next row if that subdivides them. */
export function placeHeadings(sheet: Sheet, at: number): HeadingPlace {
  const upper = sheet.rows[at];
  const lower = sheet.rows[at + 1];
  const isDouble = upper !== undefined && lower !== undefined && isDetail(upper, lower);
  return { at, height: isDouble ? 2 : 1 };
}

const isData = (cell: Cell): boolean =>
  (typeof cell === 'object' && cell !== null) ||
  'n' in parseCountCell(cell) ||
  'day' in parseDayCell(cell, 'day-first') ||
  parseSpanCell(cell, 'day-first') !== null;

const isWords = (cell: Cell | undefined): cell is string =>
  typeof cell === 'string' && /\p{L}/u.test(cell) && cell.length <= LONGEST_HEADING;

function scoreRow({ rows }: Sheet, at: number, row: Row): number {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  if (filled.some((cell) => isData(cell))) return 0;
  const below = rows.slice(at + 1, at + 1 + SAMPLE);
  const named = new Set<string>();
  row.cells.forEach((cell, column) => {
    if (isWords(cell) && below.some(({ cells }) => !isBlank(cells[column]))) named.add(foldText(cell));
  });
  return named.size;
}

/** A second heading row: only words, mostly below merged or empty cells of the first. */
function isDetail(upper: Row, lower: Row): boolean {
  const filled = lower.cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0 || filled.some(isData) || isNumbering(lower)) return false;
  const open = lower.cells.filter((cell, column) => {
    if (!isWords(cell)) return false;
    const above = upper.cells[column];
    return isBlank(above) || upper.copied.has(column) || upper.copied.has(column + 1);
  });
  const own = lower.cells.filter((cell, column) => isWords(cell) && !lower.copied.has(column));
  return (
    open.length > 0 &&
    open.length >= own.length &&
    !lower.cells.every((cell, column) => isBlank(cell) || cell === upper.cells[column])
  );
}

/** Column numbers below the headings, as in official forms: (1) (2) (3), or A B 1 2. */
export function isNumbering({ cells }: Row): boolean {
  const texts = cells.map((cell) => textOf(cell)).filter((text) => text !== '');
  return (
    texts.length >= 2 &&
    texts.every((text) => /^\(?[a-z\d]{1,2}\)?(\s*=.*)?$/i.test(text)) &&
    new Set(texts).size === texts.length &&
    texts.some((text) => /^\(?(1|a)\)?$/i.test(text)) &&
    texts.some((text) => /^\(?(2|b)\)?$/i.test(text))
  );
}

/** Heading of every column; with two heading rows both texts, the upper one first. */
export function listHeadings({ rows }: Sheet, { at, height }: HeadingPlace): string[] {
  const upper = rows[at];
  const lower = height === 2 ? rows[at + 1] : undefined;
  const width = Math.max(upper?.cells.length ?? 0, lower?.cells.length ?? 0);
  let spanning = '';
  return Array.from({ length: width }, (_, column) => {
    const above = textOf(upper?.cells[column]);
    const below = textOf(lower?.cells[column]);
    if (above !== '') spanning = above;
    if (lower === undefined || below === '' || below === above) return above;
    return above === '' && spanning === '' ? below : `${above || spanning}${UNDER}${below}`;
  });
}
