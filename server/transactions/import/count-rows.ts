import { colToLetter } from 'hucre/xlsx';
import type { BadRow, Mapping, ReadEntry, ReadNumbers } from '../../../web/types/transaction-import.ts';
import { addDays, type Day } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import { normaliseLine } from '../../lib/text.ts';
import { type ClassifiedRow, type SheetDescription, showCell } from './describe-sheet.ts';
import { UNDER } from './find-headings.ts';
import { plainHeading, RECEIVED } from './heading-words.ts';
import { GROUPED, parseCountCell, parseDayCell, parseSpanCell, type Span } from './parse-cell.ts';
import { makeDoubter, makeStateReader } from './row-doubts.ts';
import { isBlank, type Row, textOf } from './sheet.ts';

/** Counts rows by a mapping. Columns of numbers that the mapping does not name are never read. */
export function countRows(
  described: SheetDescription,
  mapping: Mapping,
  today: Day,
  unit: string,
): ReadNumbers {
  const counting = new Counting(described, mapping, today, unit);
  for (const row of described.rows) counting.read(row);
  counting.compareStatedTotals();
  const { entries, bad, leftOut, placeholders, states } = counting;
  return {
    entries: [...entries.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    bad: bad.sort((a, b) => a.row - b.row),
    leftOut,
    rows: described.rows.length,
    placeholders: [...placeholders].map(([text, n]) => ({ text, n })),
    states: [...states.values()],
  };
}

const STATED =
  /\btong(?: so| cong)?(?: co| la)?\W*(?:(\d[\d.]*) (?:ho so|hs|luot)\b|(?:ho so|hs|luot)(?: la)?\W*(\d[\d.]*))/;
/** An older day must be a misread year. */
const MAX_AGE_DAYS = 1_200;

class Counting {
  readonly entries = new Map<string, ReadEntry>();
  readonly bad: BadRow[] = [];
  readonly leftOut: Record<keyof ReadNumbers['leftOut'], number[]>;
  readonly placeholders = new Map<string, number>();
  /** States about which a person must be asked, by folded text. */
  readonly states = new Map<string, ReadNumbers['states'][number]>();
  /** What else tells of the dossier, by id. */
  readonly #ids = new Map<string, string>();
  readonly #identifying: readonly number[];
  readonly #received: number | undefined;
  readonly #spans = new Map<string, Span[]>();
  /** Sums of all rows so far, and of the rows since the last row of totals. */
  readonly #sums: [RunningSum, RunningSum] = [new RunningSum(), new RunningSum()];
  readonly #all = new RunningSum();
  readonly #doubtOf: ReturnType<typeof makeDoubter>;
  readonly #statesOf: ReturnType<typeof makeStateReader>;

  /** Whether a row without a day may have that of a row above. */
  readonly #areDaysAbove: boolean;
  #lastDay: Day | null = null;

  constructor(
    readonly described: SheetDescription,
    readonly mapping: Mapping,
    readonly today: Day,
    unit: string,
  ) {
    this.leftOut = { unfinished: [], repeated: [], notes: [], totals: [] };
    this.#doubtOf = makeDoubter(described, mapping);
    this.#statesOf = makeStateReader(described, mapping, unit);
    this.#areDaysAbove = this.#findDaysAbove();
    this.#identifying = described.columns
      .filter(
        ({ index, days, counts, distinct, filled }) =>
          index !== mapping.id && days + counts === 0 && distinct * 2 > filled,
      )
      .map(({ index }) => index);
    this.#received = described.columns.find(
      ({ index, heading }) => index !== mapping.date && RECEIVED.test(plainHeading(heading)),
    )?.index;
    for (const row of described.data) if (row.mark === null) this.#all.add(this.#numbersOf(row));
  }

  read(classified: ClassifiedRow): unknown {
    const { row, kind } = classified;
    const { date, counts } = this.mapping;
    const width = this.described.headingWidth ?? row.cells.length;
    const isEmpty = counts.length > 0 && [date, ...counts].every((column) => isBlank(row.cells[column]));
    if (kind === 'total') return this.#readTotal(row);
    if (kind === 'note' || isEmpty) return this.leftOut.notes.push(row.number);
    if (row.cells.length > width) return this.#addBad(row, width, 'too-many-cells');
    const day = this.#dayOf(row, date);
    if ('day' in day) this.#lastDay = day.day;
    const isDayAbove = this.#areDaysAbove && this.#lacksDay(row);
    if (isDayAbove && this.#isDoubted('day-above'))
      return this.#addBad(row, date, 'day-above', this.#lastDay);
    if (!isDayAbove && this.#isUnfinished(row)) return null;
    const numbers = this.#numbersOf(row);
    const doubt = this.#doubtOf(classified) ?? (this.#isSum(row, numbers) ? 'looks-like-sum' : null);
    if (doubt === 'looks-like-sum') this.#sums[1] = new RunningSum();
    else if (doubt === null) for (const sum of this.#sums) sum.add(numbers);
    return doubt && this.#isDoubted(doubt) ? this.#addBad(row, date, doubt) : this.#readRow(row);
  }

  #isDoubted(doubt: string): boolean {
    return !this.mapping.trusted.includes(doubt);
  }

  #numbersOf({ cells, shared }: Row): number[] {
    return this.mapping.counts.map((column) => {
      const count = parseCountCell(cells[column]);
      return 'n' in count && !shared.has(column) ? count.n : 0;
    });
  }

  /** Whether a row is a sum or mean of the rows above, or the sum of all others, although no word says so. */
  #isSum({ number, sums }: Row, numbers: readonly number[]): boolean {
    if (this.mapping.counts.some((column) => sums.has(column))) return true;
    const isOfAbove = this.#sums.some((sum) => sum.filledRows > 1 && sum.equals(numbers));
    const isMean = number === this.described.data.at(-1)?.number && this.#sums[0].isMean(numbers);
    return numbers.some((n) => n > 0) && (isOfAbove || isMean || this.#all.equals(numbers.map((n) => 2 * n)));
  }

  /** Compares a row of totals with the rows read so far, where its numbers are in the count columns. */
  #readTotal(row: Row): void {
    this.leftOut.totals.push(row.number);
    // Totals since the start of the year include earlier files.
    if (row.cells.some((cell) => /^luy ke\b/.test(foldText(textOf(cell))))) return;
    for (const [index, column] of this.mapping.counts.entries()) {
      const stated = parseCountCell(row.cells[column]);
      const isFound = 'fault' in stated || this.#sums.some((sum) => sum.of(index) === stated.n);
      // Unreadable rows are missing from the sum; they are reported anyway.
      if (!isFound && this.bad.length === 0) this.#addBad(row, column, 'total-differs');
    }
    this.#sums[1] = new RunningSum();
  }

  /** "Tổng số: 15 hồ sơ" in a title or a note. */
  compareStatedTotals(): void {
    const { sheet, place, rows, data } = this.described;
    const notes = rows.filter(({ kind }) => kind === 'note' || kind === 'total').map(({ row }) => row);
    const found = this.mapping.kind === 'dossiers' ? data.length : this.#all.total();
    for (const row of [...sheet.rows.slice(0, place.at), ...notes])
      for (const [column, cell] of row.cells.entries()) {
        const [, before, after] = (typeof cell === 'string' && STATED.exec(foldText(cell))) || [];
        const stated = before ?? after;
        if (stated !== undefined && Number(stated.replace(/\D/g, '')) !== found)
          this.#addBad(row, column, 'total-differs');
      }
  }

  #dayOf({ cells }: Row, column: number) {
    const { plainSerials = null } = this.described.columns[column] ?? {};
    return parseDayCell(cells[column], this.mapping.dayOrder, plainSerials);
  }

  /** Days only in the first row of each group: they rise or fall, none repeats, and rows between them have none. */
  #findDaysAbove(): boolean {
    const { date, kind } = this.mapping;
    const { data } = this.described;
    const lacking = data.map((row) => this.#lacksDay(row));
    const days = data.map((row) => this.#dayOf(row, date)).flatMap((one) => ('day' in one ? one.day : []));
    const goes = (isUp: boolean) =>
      days.every((day, at) => at === 0 || (day !== days[at - 1] && day > (days[at - 1] ?? '') === isUp));
    return (
      kind === 'dossiers' &&
      days.length > 1 &&
      lacking.filter(Boolean).length > 1 &&
      lacking.indexOf(true) > 0 &&
      lacking.indexOf(true) < lacking.lastIndexOf(false) &&
      lacking.filter(Boolean).length * 2 >= days.length &&
      (goes(true) || goes(false))
    );
  }

  #lacksDay(row: Row): boolean {
    return isBlank(row.cells[this.mapping.date]) && this.#statesOf(row).length === 0;
  }

  /** Dossiers without a day of return. */
  #isUnfinished(row: Row): boolean {
    const { kind, date, texts } = this.mapping;
    const text = showCell(row.cells[date]);
    const isNone = 'none' in this.#dayOf(row, date) || texts[foldText(text)] === 'skip';
    if (kind !== 'dossiers' || !isNone) return false;
    this.leftOut.unfinished.push(row.number);
    this.placeholders.set(text, (this.placeholders.get(text) ?? 0) + 1);
    return true;
  }

  #readRow(row: Row): unknown {
    const { kind, counts, date } = this.mapping;
    const span = this.#readSpan(row);
    if (span === null || !this.#isDone(row)) return null;
    if (span.from > this.today || span.from < addDays(this.today, -MAX_AGE_DAYS))
      return this.#addBad(row, date, 'unlikely-day');
    return kind === 'dossiers'
      ? this.#readDossier(row, span)
      : counts.map((column) => this.#readCount(row, span, column));
  }

  #readSpan(row: Row): Span | null {
    const { kind, date, until, dayOrder } = this.mapping;
    const own = this.#dayOf(row, date);
    const first = 'none' in own && this.#areDaysAbove && this.#lastDay ? { day: this.#lastDay } : own;
    if (until === null && !('day' in first) && kind !== 'dossiers') {
      const span = parseSpanCell(row.cells[date], dayOrder);
      if (span !== null) return span;
    }
    if (!('day' in first)) return this.#addBad(row, date, 'fault' in first ? first.fault : 'not-a-date');
    if (until === null) return { from: first.day, to: first.day };
    const last = this.#dayOf(row, until);
    if (!('day' in last))
      return this.#addBad(row, until, 'fault' in last ? last.fault : 'not-a-date', first.day);
    if (last.day < first.day) return this.#addBad(row, until, 'span-backwards', first.day);
    return { from: first.day, to: last.day };
  }

  #isDone(row: Row): boolean {
    const { texts } = this.mapping;
    const open = this.#statesOf(row).filter(({ text }) => texts[foldText(text)] !== 'counts');
    const isSkipped = open.some(({ text }) => texts[foldText(text)] === 'skip');
    if (isSkipped) this.leftOut.unfinished.push(row.number);
    for (const state of isSkipped ? [] : open) {
      const key = foldText(state.text);
      this.states.set(key, { ...state, n: (this.states.get(key)?.n ?? 0) + 1 });
    }
    return open.length === 0;
  }

  #readDossier(row: Row, span: Span): unknown {
    const { id, counter, date } = this.mapping;
    const text = id === null ? null : normaliseLine(textOf(row.cells[id])).toLowerCase();
    if (text === '') return this.#addBad(row, id ?? 0, 'id-missing', span.from);
    const rest = [span.from, ...this.#identifying.map((column) => textOf(row.cells[column]))].join('\n');
    const key = text ?? (this.#identifying.length > 0 ? rest : null);
    const earlier = key === null ? undefined : this.#ids.get(key);
    if (text !== null && earlier === rest) return this.leftOut.repeated.push(row.number);
    if (earlier !== undefined && this.#isDoubted('repeated'))
      return this.#addBad(row, id ?? date, 'repeated', span.from);
    if (key !== null) this.#ids.set(key, rest);
    const received = this.#received === undefined ? null : this.#dayOf(row, this.#received);
    if (received && 'day' in received && received.day > span.from && this.#isDoubted('before-received'))
      return this.#addBad(row, date, 'before-received', span.from);
    const name = this.#nameOf(row);
    if (name === undefined) return this.#addBad(row, counter ?? 0, 'counter-missing', span.from);
    return this.#add(span, name, 1);
  }

  #readCount(row: Row, span: Span, column: number): unknown {
    const { kind, counter, date } = this.mapping;
    const cell = row.cells[column];
    // An empty cell in a table by counter means unknown; it is not a fault.
    if (kind === 'counters' && isBlank(cell)) return null;
    const count = parseCountCell(cell);
    if ('fault' in count) return this.#addBad(row, column, count.fault, span.from);
    if (row.shared.has(column)) return this.#addBad(row, column, 'merged-count', span.from);
    if (!this.#isClear(row, column)) return this.#addBad(row, column, 'unclear-count', span.from);
    const heading = this.described.columns[column]?.heading.split(UNDER).at(-1) ?? '';
    const name = kind === 'counters' ? heading.slice(0, 120) : this.#nameOf(row);
    if (name === undefined) return this.#addBad(row, counter ?? column, 'counter-missing', span.from);
    const spans = this.#spans.get(foldText(name ?? '')) ?? [];
    const overlaps = spans.some(({ from, to }) => from <= span.to && span.from <= to);
    spans.push(span);
    this.#spans.set(foldText(name ?? ''), spans);
    return overlaps ? this.#addBad(row, date, 'overlap', span.from) : this.#add(span, name, count.n);
  }

  /** "1.500" may be 1.5 with three decimals, unless the same column has a number without them. */
  #isClear({ cells }: Row, column: number): boolean {
    const isPlain = (row: Row) => /^[1-9]\d{0,2}$/.test(textOf(row.cells[column]));
    return !GROUPED.test(textOf(cells[column])) || this.described.data.some(isPlain);
  }

  #add(span: Span, name: string | null, n: number): null {
    const key = `${span.from} ${span.to} ${foldText(name ?? '')}`;
    const known = this.entries.get(key) ?? { ...span, name, n: 0 };
    this.entries.set(key, { ...known, n: known.n + n });
    return null;
  }

  #nameOf({ cells }: Row): string | null | undefined {
    const { counter } = this.mapping;
    return counter === null ? null : textOf(cells[counter]).slice(0, 120) || undefined;
  }

  #addBad(row: Row, column: number, code: string, day: Day | null = null): null {
    const value = showCell(row.cells[column]);
    this.bad.push({ row: row.number, column: colToLetter(column), code, value, day });
    return null;
  }
}

class RunningSum {
  #sums: number[] = [];
  readonly #different = new Set<string>();
  filledRows = 0;
  readonly of = (index: number): number => this.#sums[index] ?? 0;
  readonly total = (): number => this.#sums.reduce((sum, n) => sum + n, 0);
  readonly equals = (numbers: readonly number[]): boolean =>
    numbers.every((n, index) => n === this.of(index));

  /** Needs at least four different rows, because a quiet counter may have the same number every day. */
  readonly isMean = (numbers: readonly number[]): boolean =>
    this.#different.size > 3 && numbers.every((n, index) => n * this.filledRows === this.of(index));

  add(numbers: readonly number[]): void {
    this.#different.add(numbers.join());
    this.#sums = numbers.map((n, index) => this.of(index) + n);
    if (numbers.some((n) => n > 0)) this.filledRows += 1;
  }
}
