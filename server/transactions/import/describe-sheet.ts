import type { ColumnProfile, DayOrder } from '../../../web/types/transaction-import.ts';
import type { Day } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import {
  findHeadings,
  type HeadingPlace,
  isNumbering,
  listHeadings,
  placeHeadings,
} from './find-headings.ts';
import { findDayOrder, parseCountCell, parseDayCell, parseSpanCell } from './parse-cell.ts';
import { type Cell, columnLetters, isBlank, Refusal, type Row, type Sheet, textOf } from './sheet.ts';

/** `doubtful`: below a second table's headings or a section whose name says "not finished". */
type RowKind = 'data' | 'heading' | 'note' | 'total' | 'doubtful';

export interface ClassifiedRow {
  readonly row: Row;
  readonly kind: RowKind;
}

export interface SheetDescription {
  readonly sheet: Sheet;
  readonly place: HeadingPlace;
  readonly rows: readonly ClassifiedRow[];
  readonly columns: readonly ColumnProfile[];
  /** Columns that have headings; null: cells beyond them are remarks, not a shifted row. */
  readonly headingWidth: number | null;
  /** null: day and month are ambiguous. */
  readonly dayOrder: DayOrder | null;
}

/**
 * `headingRow` is the row number that people see, from 1.
 * @throws Refusal
 */
export function describeSheet(
  sheet: Sheet,
  today: Day,
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
  const dayColumns = columns.filter(({ days, spans, filled }) => (days + spans) * 2 >= filled);
  const texts = function* () {
    for (const { cells } of data) {
      for (const { index } of dayColumns) if (typeof cells[index] === 'string') yield cells[index];
    }
  };
  const headingWidth = isDelimited ? headings.length : null;
  return { sheet, place, rows, columns, headingWidth, dayOrder: findDayOrder(texts(), today) };
}

const TOTAL =
  /^(tong|cong)( (cong|so|hop|toan|tuan|thang|ngay|quy|ky|nam|luot|ho so|cac|chung|quay|bo phan|linh vuc)\b.*)?$|^\u03c3$|^\d+ (quay|bo phan|linh vuc)$|^(luy ke|cong don|trong do|binh quan|trung binh)\b.*$|^(tc|t c|t cong|total|chung|tat ca|(toan|ca) (xa|phuong|don vi|trung tam|bo|nam))$/;
/** What stands below a list: place and day of signing, who signs, where it goes. */
const FOOTER =
  /^(ngay (in|lap|xuat|ky|thang nam)|nguoi (lap|ky|in|xuat|tong hop)|noi nhan|thu truong|chu tich|ghi chu|in (luc|ngay))\b/;
/**
 * Cancelled, withdrawn, rejected, pending, returned for more papers, just received. Compared with diacritics, because
 * without them other words are spelled the same ("chờ" and "cho", "đang" and "đăng").
 */
const NOT_DONE =
  /h\u1ee7y|hu\u1ef7|r\u00fat|t\u1eeb ch\u1ed1i|kh\u00f4ng (gi\u1ea3i quy\u1ebft|\u0111\u1ea1t|h\u1ee3p l\u1ec7)|\u0111ang|ch\u01b0a|ch\u1edd|t\u1ea1m d\u1eebng|b\u1ed5 sung|ti\u1ebfp nh\u1eadn|h\u1eb9n tr\u1ea3/i;
/** The same in files without diacritics; only phrases that have no other reading. */
const NOT_DONE_FOLDED =
  /\b((da|bi) (huy|rut)|huy|tu choi|khong giai quyet|dang (xu ly|giai quyet)|chua tra)\b/;

function classifyRows(
  { rows }: Sheet,
  { at, height }: HeadingPlace,
  headings: readonly string[],
): ClassifiedRow[] {
  const heading = new Set(headings.map(foldText));
  let isDoubtful = false;
  return rows.slice(at + height).map((row, index): ClassifiedRow => {
    if (index === 0 && isNumbering(row)) return { row, kind: 'heading' };
    const texts = new Set(row.cells.map((cell) => textOf(cell)).filter((text) => text !== ''));
    if (texts.size >= 2 && [...texts].every((text) => heading.has(foldText(text)))) {
      isDoubtful = false;
      return { row, kind: 'heading' };
    }
    const first = foldText([...texts].find((text) => /\p{L}/u.test(text)) ?? '');
    if (TOTAL.test(first.replace(/ \d+$/, ''))) return { row, kind: 'total' };
    const [only] = row.cells.filter((cell) => !isBlank(cell));
    const isNote = texts.size === 1 && typeof only === 'string' && /\p{L}/u.test(only) && !isDayText(only);
    if (isNote || (FOOTER.test(first) && texts.size <= 3)) {
      if (isNote) isDoubtful = saysNotDone(only);
      return { row, kind: 'note' };
    }
    // Words in three columns and no digit anywhere: the headings of another table.
    if (
      texts.size >= 3 &&
      [...texts].every((text) => !/\d/.test(text)) &&
      DAY_WORD.test([...texts].map(foldText).join(' '))
    ) {
      isDoubtful = true;
      return { row, kind: 'heading' };
    }
    return { row, kind: isDoubtful ? 'doubtful' : 'data' };
  });
}

/** "Not overdue" describes the deadline, not the dossier. */
const NOT_OVERDUE = /(ch\u01b0a|kh\u00f4ng) (b\u1ecb )?(qu\u00e1|tr\u1ec5|h\u1ebft) h\u1ea1n/gi;

/** Whether a text in a column of states says that a dossier is not finished. */
export const saysNotDone = (text: string): boolean =>
  NOT_DONE.test(text.normalize('NFC').replace(NOT_OVERDUE, '')) || NOT_DONE_FOLDED.test(foldText(text));

const isDayText = (cell: string): boolean => parseSpanCell(cell, 'day-first') !== null;

function profileColumn(rows: readonly Row[], index: number, heading: string, offset: number): ColumnProfile {
  const filled = rows.map(({ cells }) => cells[index] ?? null).filter((cell) => !isBlank(cell));
  // Each different cell is parsed once: a month has thirty days and thousands of rows.
  const different = new Map<string, { readonly cell: Cell; n: number }>();
  for (const cell of filled) {
    const key = `${typeof cell} ${textOf(cell)}`;
    const known = different.get(key);
    if (known) known.n += 1;
    else different.set(key, { cell, n: 1 });
  }
  const count = (test: (cell: Cell) => boolean) => {
    let sum = 0;
    for (const { cell, n } of different.values()) if (test(cell)) sum += n;
    return sum;
  };
  const isDay = (cell: Cell, plain: number | null) =>
    (['day-first', 'month-first'] as const).some((order) => 'day' in parseDayCell(cell, order, plain));
  const formatted = count((cell) => isDay(cell, null));
  const plain =
    formatted === 0 && DAY_WORD.test(foldText(heading)) ? count((cell) => isDay(cell, offset)) : 0;
  const plainSerials = plain > 0 ? offset : null;
  return {
    index,
    letters: columnLetters(index),
    heading,
    filled: filled.length,
    days: formatted + plain,
    spans: count((cell) => typeof cell === 'string' && !isDay(cell, null) && isDayText(cell)),
    counts: count((cell) => 'n' in parseCountCell(cell)),
    distinct: different.size,
    examples: filled.slice(0, 3).map((cell) => showCell(cell, plainSerials)),
    plainSerials,
  };
}

const DAY_WORD = /\b(ngay|thoi diem|thoi gian|date)\b/;

export function showCell(cell: Cell | undefined, plainSerials: number | null = null): string {
  const parsed = plainSerials === null ? { none: true } : parseDayCell(cell, 'day-first', plainSerials);
  return 'day' in parsed ? parsed.day.split('-').reverse().join('/') : textOf(cell);
}
