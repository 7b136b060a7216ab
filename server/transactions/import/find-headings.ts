import { foldText } from '../../lib/fold-text.ts';
import { parseCountCell, parseSpanCell } from './parse-cell.ts';
import { type Cell, isBlank, type Row, type Sheet, textOf } from './sheet.ts';

export type HeadingPlace = { readonly at: number; readonly height: 1 | 2 };

/** Number of filled rows that are searched; titles precede the headings. */
export const HEADING_ROWS = 40;
const LONGEST_HEADING = 120;
/** Joins the two rows of a heading; does not occur in headings. */
export const UNDER = ' \u203a ';
const SAMPLE = 100;

/** The row with the most headings above filled columns; the first one on a tie; null: no row has two. */
export function findHeadings(sheet: Sheet): HeadingPlace | null {
  const scores = sheet.rows.slice(0, HEADING_ROWS).map((row, at) => scoreRow(sheet, at, row));
  const best = Math.max(...scores);
  if (best < 2) return null;
  const at = scores.indexOf(best);
  // The lower of two heading rows may have more columns.
  const isLower = (scores[at - 1] ?? 0) > 1 && isDetail(sheet.rows[at - 1], sheet.rows[at]);
  return placeHeadings(sheet, isLower ? at - 1 : at);
}

/** The headings in row `at`, and in the next row if that subdivides them. */
export const placeHeadings = ({ rows }: Sheet, at: number): HeadingPlace => ({
  at,
  height: isDetail(rows[at], rows[at + 1]) ? 2 : 1,
});

const isData = (cell: Cell): boolean =>
  (typeof cell === 'object' && cell !== null) ||
  'n' in parseCountCell(cell) ||
  parseSpanCell(cell, 'day-first') !== null;

const isWords = (cell: Cell | undefined): cell is string =>
  typeof cell === 'string' && /\p{L}/u.test(cell) && cell.length <= LONGEST_HEADING;

function scoreRow({ rows }: Sheet, at: number, { cells }: Row): number {
  if (cells.some(isData)) return 0;
  const below = rows.slice(at + 1, at + 1 + SAMPLE);
  const isNamed = (cell: Cell, column: number) =>
    isWords(cell) && below.some((row) => !isBlank(row.cells[column]));
  return new Set(cells.filter(isNamed).map((cell) => foldText(textOf(cell)))).size;
}

/** A second heading row: only words, mostly below merged or empty cells of the first. */
function isDetail(upper: Row | undefined, lower: Row | undefined): boolean {
  if (!upper || !lower || lower.cells.some(isData) || isNumbering(lower)) return false;
  const words = [...lower.cells.keys()].filter((column) => isWords(lower.cells[column]));
  const open = words.filter(
    (column) => isBlank(upper.cells[column]) || upper.copied.has(column) || upper.copied.has(column + 1),
  );
  const own = words.filter((column) => !lower.copied.has(column));
  const isCopy = lower.cells.every((cell, column) => isBlank(cell) || cell === upper.cells[column]);
  return open.length > 0 && open.length >= own.length && !isCopy;
}

/** Column numbers below the headings, as in official forms: (1) (2) (3), or A B 1 2. */
export function isNumbering({ cells }: Row): boolean {
  const texts = cells.map(textOf).filter((text) => text !== '');
  return (
    new Set(texts).size === texts.length &&
    texts.every((text) => /^\(?[a-z\d]{1,2}\)?(\s*=.*)?$/i.test(text)) &&
    [/^\(?(1|a)\)?$/i, /^\(?(2|b)\)?$/i].every((pattern) => texts.some((text) => pattern.test(text)))
  );
}

/** Heading of every column; with two heading rows both texts, the upper one first. */
export function listHeadings({ rows }: Sheet, { at, height }: HeadingPlace): string[] {
  const [upper, lower] = [rows[at]?.cells ?? [], height === 2 ? (rows[at + 1]?.cells ?? []) : []];
  let spanning = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [above, below] = [textOf(upper[column]), textOf(lower[column])];
    if (above !== '') spanning = above;
    if (below === '' || below === above) return above;
    return spanning === '' ? below : `${above || spanning}${UNDER}${below}`;
  });
}
