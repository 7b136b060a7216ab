import { colToLetter } from 'hucre/xlsx';
import type { ColumnProfile } from '../../../web/types/transaction-import.ts';
import { foldText } from '../../lib/fold-text.ts';
import * as words from './heading-words.ts';
import { judgeOrder, type OrderJudgement } from './judge-order.ts';
import { dateOfSerial, parseCountCell, parseDayCell, parseSpanCell } from './parse-cell.ts';
import { type Cell, isBlank, Refusal, type Row, type Sheet, textOf } from './sheet.ts';

type HeadingPlace = { readonly at: number; readonly height: 1 | 2 };

/** Number of filled rows in which headings are searched, because titles precede them. */
export const HEADING_ROWS = 40;
const LONGEST_HEADING = 120;
/** Joins the texts of two heading rows; does not occur in headings. */
export const UNDER = ' \u203a ';
const SAMPLE = 100;

export interface ClassifiedRow {
  readonly row: Row;
  /** `doubtful`: below the headings of a second table, or in a section whose name says "not finished". */
  readonly kind: 'data' | 'heading' | 'note' | 'total' | 'doubtful';
}

export interface Column extends ColumnProfile {
  /** Heading without column numbers, formats and diacritics, for comparison. */
  readonly plain: string;
}

export interface SheetDescription extends OrderJudgement {
  readonly sheet: Sheet;
  readonly place: HeadingPlace;
  readonly rows: readonly ClassifiedRow[];
  readonly data: readonly Row[];
  readonly columns: readonly Column[];
  /** Number of columns with headings in a CSV file, where more cells mean a shifted row; null in other files. */
  readonly headingWidth: number | null;
}

/** `headingRow` is the row number that spreadsheets display, from 1. @throws Refusal */
export function describeSheet(
  sheet: Sheet,
  headingRow: number | null = null,
  isDelimited = false,
): SheetDescription {
  const chosen = headingRow === null ? -1 : sheet.rows.findIndex(({ number }) => number === headingRow);
  const place = chosen < 0 ? findHeadings(sheet) : placeHeadings(sheet, chosen);
  if (place === null) throw new Refusal('no-heading');
  const headings = listHeadings(sheet, place);
  const rows = classifyRows(sheet, place, headings);
  const data = rows.filter(({ kind }) => kind === 'data').map(({ row }) => row);
  const width = Math.max(headings.length, ...data.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) =>
    profileColumn(data, index, headings[index] ?? '', sheet.serialOffset),
  );
  const dayCells = columns
    .filter(({ days, spans, filled }) => (days + spans) * 2 >= filled)
    .map(({ index }) => new Map(data.map(({ cells }) => [keyOf(cells[index]), cells[index] ?? null])));
  return {
    sheet,
    place,
    rows,
    data,
    columns,
    headingWidth: isDelimited ? headings.length : null,
    ...judgeOrder(dayCells.map((cells) => [...cells.values()])),
  };
}

const TOTAL =
  /^(t\u1ed5ng|c\u1ed9ng|lu\u1ef9 k\u1ebf|l\u0169y k\u1ebf|trong \u0111\u00f3|b\u00ecnh qu\u00e2n|trung b\u00ecnh|t\u1ea5t c\u1ea3|to\u00e0n|c\u1ea3|chung|total|\u2211|\u03a3|t\.? ?c\.?|\d+ (qu\u1ea7y|b\u1ed9 ph\u1eadn|l\u0129nh v\u1ef1c))(?!\p{L})(?! h\u1ee3p)/iu;
const TOTAL_FOLDED = /^(tong|tong cong|cong|tong so|luy ke)( \d+)?$/;
/** Name of a section. One word with digits is not a name, but the id of a dossier without a day. */
const SECTION = /^(?!\S*\d\S*$).*\p{L}/u;
/** Texts beside a section's name: "II", "B.", "3", "(6 hồ sơ)". */
const NUMERAL = /^\(?([IVX]+|[A-Z]|\d+)( (h\u1ed3 s\u01a1|hs))?[.)]*$/iu;
/** Beginnings of headings that are common in any table. */
const HEADING = /^(stt|tt|ngay|so|tong|linh vuc|quay|bo phan|ma|ten|tuan|thang)\b/;

function classifyRows({ rows }: Sheet, place: HeadingPlace, headings: readonly string[]): ClassifiedRow[] {
  const own = new Set(headings.map(foldText));
  let [isOtherSection, isOtherTable] = [false, false];
  return rows.slice(place.at + place.height).map((row, index): ClassifiedRow => {
    if (index === 0 && isNumbering(row)) return { row, kind: 'heading' };
    const texts = [...new Set(row.cells.map(textOf))].filter((text) => text !== '');
    const first = texts.find((text) => /\p{L}/u.test(text) && !NUMERAL.test(text)) ?? texts[0] ?? '';
    const hasDay = () => row.cells.some((cell) => parseSpanCell(cell, 'day-first') !== null);
    const isSection =
      SECTION.test(first) && texts.every((text) => text === first || NUMERAL.test(text)) && !hasDay();
    const isOnly = isSection && texts.length === 1;
    const isRepeated = texts.length > 1 && texts.every((text) => own.has(foldText(text)));
    const areWords = !texts.some((text) => /\d/.test(text) || 'none' in parseDayCell(text, 'day-first'));
    const isTotal = TOTAL.test(first) || TOTAL_FOLDED.test(foldText(first));
    // "Chung Văn Tài" is a person's name, although "chung" is a word for totals.
    if (isTotal && !(first.split(' ').length > 2 && hasDay())) return { row, kind: 'total' };
    if (isSection) isOtherSection = words.saysNotDone(first);
    else if (isRepeated) isOtherTable = false;
    else if (areWords) isOtherTable ||= texts.some((text) => HEADING.test(words.plainHeading(text)));
    if (isRepeated) return { row, kind: 'heading' };
    return {
      row,
      kind: isOnly || areWords ? 'note' : isOtherSection || isOtherTable ? 'doubtful' : 'data',
    };
  });
}

/** Key for parsing each different cell only once: a month has thirty days, but thousands of rows. */
const keyOf = (cell: Cell | undefined): string => `${typeof cell} ${textOf(cell)}`;

function profileColumn(rows: readonly Row[], index: number, heading: string, offset: number): Column {
  const filled = () => rows.map(({ cells }) => cells[index] ?? null).filter((cell) => !isBlank(cell));
  const isDay = (cell: Cell) =>
    (['day-first', 'month-first'] as const).some((order) => 'day' in parseDayCell(cell, order));
  // Days as plain numbers, because no cell has a date format.
  if (/\b(ngay|thoi diem|thoi gian|date)\b/.test(foldText(heading)) && !filled().some(isDay))
    for (const { cells } of rows) cells[index] = dateOfSerial(cells[index] ?? null, offset);
  const different = [...Map.groupBy(filled(), keyOf).values()];
  const count = (test: (cell: Cell) => boolean) =>
    different.reduce((sum, same) => sum + (test(same[0] ?? null) ? same.length : 0), 0);
  return {
    ...{ index, letters: colToLetter(index), heading, plain: words.plainHeading(heading) },
    filled: filled().length,
    days: count(isDay),
    spans: count((cell) => !isDay(cell) && parseSpanCell(cell, 'day-first') !== null),
    counts: count((cell) => 'n' in parseCountCell(cell)),
    distinct: different.length,
    examples: filled().slice(0, 3).map(textOf),
  };
}

/** Finds the row with the most headings above filled columns, the first one on a tie; null if no row has two. */
export function findHeadings(sheet: Sheet): HeadingPlace | null {
  const scores = sheet.rows.slice(0, HEADING_ROWS).map((row, at) => scoreRow(sheet, at, row));
  const best = Math.max(...scores);
  if (best < 2) return null;
  const at = scores.indexOf(best);
  // The lower of two heading rows may have more columns; then the upper one is the place of the headings.
  const isLower = (scores[at - 1] ?? 0) > 1 && isDetail(sheet.rows[at - 1], sheet.rows[at]);
  return placeHeadings(sheet, isLower ? at - 1 : at);
}

/** The headings in row `at`, and in the next row if that subdivides them. */
const placeHeadings = ({ rows }: Sheet, at: number): HeadingPlace => ({
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

/** Whether `lower` is a second heading row: only words, mostly below merged or empty cells of `upper`. */
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

/** Whether a row numbers the columns, as in official forms: (1) (2) (3), or A B 1 2. */
function isNumbering({ cells }: Row): boolean {
  const texts = cells.map(textOf).filter((text) => text !== '');
  const isShort = texts.every((text) => /^\(?[a-z\d]{1,2}\)?(\s*=.*)?$/i.test(text));
  return isShort && new Set(texts).size === texts.length && /(1|a)\b.*\b(2|b)\b/i.test(texts.join(' '));
}

/** Heading of each column; for two heading rows both texts, the upper one first. */
function listHeadings({ rows }: Sheet, { at, height }: HeadingPlace): string[] {
  const [upper, lower] = [rows[at]?.cells ?? [], height === 2 ? (rows[at + 1]?.cells ?? []) : []];
  let spanning = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [above, below] = [textOf(upper[column]), textOf(lower[column])];
    if (above !== '') spanning = above;
    if (below === '' || below === above) return above;
    return spanning === '' ? below : `${above || spanning}${UNDER}${below}`;
  });
}
