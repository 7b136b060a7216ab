import { createHash } from 'node:crypto';
import type { BadRow, Mapping, ReadEntry, ReadNumbers } from '../../../web/types/transaction-import.ts';
import { addDays, type Day } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import { normaliseLine } from '../../lib/text.ts';
import type { SheetDescription } from './describe-sheet.ts';
import { saysNotDone, showCell } from './describe-sheet.ts';
import { UNDER } from './find-headings.ts';
import {
  type CountFault,
  type DayFault,
  parseCountCell,
  parseDayCell,
  parseSpanCell,
  type Span,
} from './parse-cell.ts';
import { findRowDoubts, type RowDoubt } from './row-doubts.ts';
import { columnLetters, isBlank, type Row, textOf } from './sheet.ts';

/** Counts rows by a mapping. Columns that the mapping does not name are never read. */
export function countRows(
  { rows, columns, headingWidth }: SheetDescription,
  mapping: Mapping,
  today: Day,
): ReadNumbers {
  const headings = columns.map(({ heading }) => heading);
  const state = new Counting(mapping, headings, columns[mapping.date]?.plainSerials ?? null, today);
  const doubts = findRowDoubts(rows, mapping);
  for (const { row, kind } of rows) {
    const doubt = doubts.get(row);
    if (doubt !== undefined) state.addBad(row, mapping.date, doubt, null);
    else if (kind === 'data' && headingWidth !== null && row.cells.length > headingWidth) {
      state.addBad(row, headingWidth, 'too-many-cells', null);
    } else if (kind === 'data') state.readRow(row);
    else if (kind === 'total') state.readTotal(row);
    else state.leftOut.notes.push(row.number);
  }
  const { entries, bad, leftOut, placeholders } = state;
  return {
    entries: [...entries.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    bad: bad.sort((a, b) => a.row - b.row),
    leftOut,
    rows: rows.length,
    placeholders: [...placeholders].map(([text, n]) => ({ text, n })),
  };
}

class Counting {
  readonly entries = new Map<string, ReadEntry>();
  readonly bad: BadRow[] = [];
  readonly leftOut = {
    unfinished: [] as number[],
    repeated: [] as number[],
    notes: [] as number[],
    totals: [] as number[],
  };
  readonly placeholders = new Map<string, number>();
  readonly #names = new Map<string, string>();
  readonly #ids = new Set<string>();
  readonly #sums = new Map<number, number>();
  readonly #sinceTotal = new Map<number, number>();
  readonly #spans = new Map<string, Span[]>();
  readonly #states: readonly number[];

  constructor(
    readonly mapping: Mapping,
    readonly headings: readonly string[],
    readonly plainSerials: number | null,
    readonly today: Day,
  ) {
    this.#states = headings.flatMap((heading, column) => (STATE.test(foldText(heading)) ? [column] : []));
  }

  readRow(row: Row): void {
    const { kind, counts, date } = this.mapping;
    if (
      kind !== 'dossiers' &&
      isBlank(row.cells[date]) &&
      counts.every((column) => isBlank(row.cells[column]))
    ) {
      this.leftOut.notes.push(row.number);
      return;
    }
    const span = this.#readSpan(row);
    if (span === null) return;
    if (span.from > this.today || span.from < addDays(this.today, -MAX_AGE_DAYS)) {
      this.addBad(row, date, 'unlikely-day', null);
      return;
    }
    if (kind === 'dossiers') this.#readDossier(row, span);
    else for (const column of counts) this.#readCount(row, span, column);
  }

  /** Compares a row of totals with the rows read so far, where its numbers are in the count columns. */
  readTotal(row: Row): void {
    this.leftOut.totals.push(row.number);
    for (const column of this.mapping.counts) {
      const stated = parseCountCell(row.cells[column]);
      const found = [this.#sums.get(column) ?? 0, this.#sinceTotal.get(column) ?? 0];
      // Unreadable rows are missing from the sum; they are reported anyway.
      if (!('n' in stated) || found.includes(stated.n) || this.bad.length > 0) continue;
      this.addBad(row, column, 'total-differs', null);
    }
    this.#sinceTotal.clear();
  }

  #readSpan(row: Row): Span | null {
    const { kind, date, until, dayOrder } = this.mapping;
    const cell = row.cells[date];
    const parsed = parseDayCell(cell, dayOrder, this.plainSerials);
    const isUnfinished = 'none' in parsed || this.mapping.unfinished.includes(foldText(textOf(cell)));
    if (isUnfinished && kind === 'dossiers') {
      this.leftOut.unfinished.push(row.number);
      const text = showCell(cell);
      this.placeholders.set(text, (this.placeholders.get(text) ?? 0) + 1);
      return null;
    }
    if (until !== null) {
      const last = parseDayCell(row.cells[until], dayOrder);
      if (!('day' in parsed))
        return this.addBad(row, date, 'fault' in parsed ? parsed.fault : 'not-a-date', null);
      if (!('day' in last))
        return this.addBad(row, until, 'fault' in last ? last.fault : 'not-a-date', parsed.day);
      if (last.day < parsed.day) return this.addBad(row, until, 'span-backwards', parsed.day);
      return { from: parsed.day, to: last.day };
    }
    if ('day' in parsed) return { from: parsed.day, to: parsed.day };
    const span = kind === 'dossiers' ? null : parseSpanCell(cell, dayOrder);
    return span ?? this.addBad(row, date, 'fault' in parsed ? parsed.fault : 'not-a-date', null);
  }

  #readDossier(row: Row, span: Span): void {
    const { id, counter } = this.mapping;
    const text = id === null ? '' : normaliseLine(textOf(row.cells[id])).toLowerCase();
    if (id !== null && text === '') {
      this.addBad(row, id, 'id-missing', span.from);
      return;
    }
    const state = this.#states.find((column) => this.#isNotDone(row, column));
    if (state !== undefined) {
      this.addBad(row, state, 'state-not-done', span.from);
      return;
    }
    if (id !== null && text !== '') {
      const digest = createHash('sha256').update(text).digest('base64');
      if (this.#ids.has(digest)) {
        this.leftOut.repeated.push(row.number);
        return;
      }
      this.#ids.add(digest);
    }
    const name = this.#nameOf(row, counter);
    if (name === undefined) {
      this.addBad(row, counter ?? 0, 'counter-missing', span.from);
      return;
    }
    this.#add(span, name, 1);
  }

  /** "Đã hủy" in a column of states, or anything in a column that is called "Hủy". */
  #isNotDone(row: Row, column: number): boolean {
    const text = textOf(row.cells[column]);
    return (
      saysNotDone(text) ||
      (text !== '' && saysNotDone(this.headings[column] ?? '') && !/^(khong|0)$/.test(foldText(text)))
    );
  }

  #readCount(row: Row, span: Span, column: number): void {
    const { kind, counter } = this.mapping;
    const cell = row.cells[column];
    // An empty cell in a table by counter means unknown; it is not a fault.
    if (kind === 'counters' && isBlank(cell)) return;
    const count = parseCountCell(cell);
    if ('fault' in count) {
      this.addBad(row, column, count.fault, span.from);
      return;
    }
    if (row.shared.has(column)) {
      this.addBad(row, column, 'merged-count', span.from);
      return;
    }
    const name =
      kind === 'counters'
        ? this.#nameFor(this.headings[column]?.split(UNDER).at(-1) ?? '')
        : this.#nameOf(row, counter);
    if (name === undefined) {
      this.addBad(row, counter ?? column, 'counter-missing', span.from);
      return;
    }
    for (const sums of [this.#sums, this.#sinceTotal]) sums.set(column, (sums.get(column) ?? 0) + count.n);
    const others = this.#spans.get(name ?? '') ?? [];
    this.#spans.set(name ?? '', [...others, span]);
    if (
      others.some(
        ({ from, to }) => (from !== to || span.from !== span.to) && from <= span.to && span.from <= to,
      )
    ) {
      this.addBad(row, this.mapping.date, 'overlap', span.from);
    } else if (this.entries.has(keyOf(span, name))) this.addBad(row, this.mapping.date, 'twice', span.from);
    else this.#add(span, name, count.n);
  }

  #add(span: Span, name: string | null, n: number): void {
    const key = keyOf(span, name);
    this.entries.set(key, { ...span, name, n: (this.entries.get(key)?.n ?? 0) + n });
  }

  #nameOf(row: Row, column: number | null): string | null | undefined {
    if (column === null) return null;
    const text = textOf(row.cells[column]);
    return text === '' ? undefined : this.#nameFor(text);
  }

  #nameFor(text: string): string {
    const folded = foldText(text);
    const known = this.#names.get(folded);
    if (known !== undefined) return known;
    this.#names.set(folded, text.slice(0, 120));
    return text.slice(0, 120);
  }

  addBad(
    row: Row,
    column: number,
    code:
      | DayFault
      | CountFault
      | 'span-backwards'
      | 'merged-count'
      | 'counter-missing'
      | 'twice'
      | 'overlap'
      | RowDoubt
      | 'too-many-cells'
      | 'unlikely-day'
      | 'id-missing'
      | 'state-not-done'
      | 'total-differs',
    day: Day | null,
  ): null {
    const value = showCell(row.cells[column]);
    this.bad.push({ row: row.number, column: columnLetters(column), code, value, day });
    return null;
  }
}

/** Headings of columns that say what became of a dossier. */
const STATE = /^(trang thai|tinh trang|tinh hinh|ket qua|ghi chu|huy|rut|ngay (huy|rut))\b/;
/** Numbers older than this are a misread year. */
const MAX_AGE_DAYS = 1_200;

const keyOf = ({ from, to }: Span, name: string | null): string => `${from} ${to} ${name ?? ''}`;
