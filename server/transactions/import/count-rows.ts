import { colToLetter } from 'hucre/xlsx';
import type { BadRow, Mapping, ReadEntry, ReadNumbers } from '../../../web/types/transaction-import.ts';
import { addDays, type Day } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import { normaliseLine } from '../../lib/text.ts';
import { type ClassifiedRow, type SheetDescription, showCell, UNDER } from './describe-sheet.ts';
import { RECEIVED } from './heading-words.ts';
import { GROUPED, parseCountCell, parseDayCell, parseSpanCell, type Span } from './parse-cell.ts';
import { makeDoubter, makeStateReader } from './row-doubts.ts';
import { isBlank, type Row, textOf } from './sheet.ts';
import { createRunningSums } from './sum-rows.ts';

/** Older days are reported as misread years. */
const MAX_AGE_DAYS = 1_200;
const LONGEST_NAME = 120;

/** Counts rows by a mapping. Number columns that are not in the mapping are ignored. */
export function countRows(
  described: SheetDescription,
  mapping: Mapping,
  today: Day,
  unit: string,
): ReadNumbers {
  const { columns, data, headingWidth } = described;
  const { kind, date, until, counter, counts, id, dayOrder, texts, trusted } = mapping;
  const entries = new Map<string, ReadEntry>();
  const bad: BadRow[] = [];
  const leftOut: Record<keyof ReadNumbers['leftOut'], number[]> = {
    unfinished: [],
    repeated: [],
    notes: [],
    totals: [],
  };
  const placeholders = new Map<string, number>();
  const states = new Map<string, ReadNumbers['states'][number]>();
  const spansByName = new Map<string, Span[]>();
  const sums = createRunningSums(described, mapping);
  const doubtOf = makeDoubter(described, mapping);
  const statesOf = makeStateReader(described, mapping, unit);
  /** Day and texts (such as the applicant's name) of each dossier by its id, to detect repeated rows. */
  const dossiers = new Map<string, string>();
  const identifying = columns.filter(
    ({ index, days, counts, distinct, filled }) =>
      index !== id && days + counts === 0 && distinct * 2 > filled,
  );
  const received = columns.find(({ index, plain }) => index !== date && RECEIVED.test(plain));

  const addBad = ({ number, cells }: Row, column: number, code: string, day: Day | null = null) => {
    bad.push({ row: number, column: colToLetter(column), code, value: showCell(cells[column]), day });
  };
  const isDoubted = (doubt: string) => !trusted.includes(doubt);
  const dayOf = ({ cells }: Row, column: number) =>
    parseDayCell(cells[column], dayOrder, columns[column]?.plainSerials);
  const lacksDay = (row: Row) => isBlank(row.cells[date]) && statesOf(row).length === 0;
  const areMany = data.filter(lacksDay).length * 3 >= data.length;
  const areDaysAbove =
    kind === 'dossiers' &&
    areMany &&
    areOnlyInFirstRows(
      data.map((row) => {
        const day = dayOf(row, date);
        return 'day' in day ? day.day : lacksDay(row) ? '' : null;
      }),
    );
  let lastDay: Day | null = null;

  const readTotal = (row: Row) => {
    leftOut.totals.push(row.number);
    // Totals are compared only if all rows were readable; unreadable rows are reported anyway.
    const isComplete = bad.length === 0;
    for (const column of sums.compare(row)) if (isComplete) addBad(row, column, 'total-differs');
  };

  const readSpan = (row: Row): Span | 'unfinished' | { column: number; fault: string; day?: Day } => {
    const own = dayOf(row, date);
    const text = showCell(row.cells[date]);
    const isNone = 'none' in own || texts[foldText(text)] === 'skip';
    const first = isNone && areDaysAbove && lastDay && lacksDay(row) ? { day: lastDay } : own;
    if ('day' in first) lastDay = first.day;
    else if (isNone && kind === 'dossiers') {
      leftOut.unfinished.push(row.number);
      placeholders.set(text, (placeholders.get(text) ?? 0) + 1);
      return 'unfinished';
    }
    const span = until === null && kind !== 'dossiers' ? parseSpanCell(row.cells[date], dayOrder) : null;
    if (span !== null) return span;
    if (!('day' in first)) return { column: date, fault: 'fault' in first ? first.fault : 'not-a-date' };
    if (until === null) return { from: first.day, to: first.day };
    const last = dayOf(row, until);
    if ('day' in last && last.day >= first.day) return { from: first.day, to: last.day };
    const fault = 'fault' in last ? last.fault : 'day' in last ? 'span-backwards' : 'not-a-date';
    return { column: until, fault, day: first.day };
  };

  const isDone = (row: Row): boolean => {
    const open = statesOf(row).filter(({ text }) => texts[foldText(text)] !== 'counts');
    const isSkipped = open.some(({ text }) => texts[foldText(text)] === 'skip');
    if (isSkipped) leftOut.unfinished.push(row.number);
    for (const state of isSkipped ? [] : open) {
      const key = foldText(state.text);
      states.set(key, { ...state, n: (states.get(key)?.n ?? 0) + 1 });
    }
    return open.length === 0;
  };

  const add = (row: Row, span: Span, n: number, heading: string | null = null) => {
    const name =
      (heading ?? (counter === null ? null : textOf(row.cells[counter])))?.slice(0, LONGEST_NAME) ?? null;
    if (name === '') return addBad(row, counter ?? date, 'counter-missing', span.from);
    const folded = foldText(name ?? '');
    if (kind !== 'dossiers') {
      const spans = spansByName.get(folded) ?? [];
      const overlaps = spans.some(({ from, to }) => from <= span.to && span.from <= to);
      spansByName.set(folded, [...spans, span]);
      if (overlaps) return addBad(row, date, 'overlap', span.from);
    }
    const key = `${span.from} ${span.to} ${folded}`;
    entries.set(key, { ...span, name, n: n + (entries.get(key)?.n ?? 0) });
  };

  const readDossier = (row: Row, span: Span): unknown => {
    const text = id === null ? null : normaliseLine(textOf(row.cells[id])).toLowerCase();
    if (text === '') return addBad(row, id ?? 0, 'id-missing', span.from);
    const rest = [span.from, ...identifying.map(({ index }) => textOf(row.cells[index]))].join('\n');
    const key = text ?? (identifying.length > 0 ? rest : null);
    const earlier = key === null ? undefined : dossiers.get(key);
    if (text !== null && earlier === rest) return leftOut.repeated.push(row.number);
    if (earlier !== undefined && isDoubted('repeated')) return addBad(row, id ?? date, 'repeated', span.from);
    if (key !== null) dossiers.set(key, rest);
    const start = received ? dayOf(row, received.index) : null;
    if (start && 'day' in start && start.day > span.from && isDoubted('before-received'))
      return addBad(row, date, 'before-received', span.from);
    return add(row, span, 1);
  };

  const readCount = (row: Row, span: Span, column: number): unknown => {
    const cell = row.cells[column];
    // In a table with a column per counter, an empty cell means unknown; it is not a fault.
    if (kind === 'counters' && isBlank(cell)) return null;
    const count = parseCountCell(cell);
    if ('fault' in count) return addBad(row, column, count.fault, span.from);
    if (row.shared.has(column)) return addBad(row, column, 'merged-count', span.from);
    // "1.500" may be 1.5 with three decimals, unless the column also has numbers without decimals.
    const isPlain = ({ cells }: Row) => /^[1-9]\d{0,2}$/.test(textOf(cells[column]));
    if (GROUPED.test(textOf(cell)) && !data.some(isPlain))
      return addBad(row, column, 'unclear-count', span.from);
    return add(row, span, count.n, kind === 'counters' ? columns[column]?.heading.split(UNDER).at(-1) : null);
  };

  const readRow = (classified: ClassifiedRow): unknown => {
    const { row } = classified;
    const isEmpty = counts.length > 0 && [date, ...counts].every((column) => isBlank(row.cells[column]));
    if (classified.kind === 'total') return readTotal(row);
    if (classified.kind === 'note' || classified.kind === 'heading' || isEmpty)
      return leftOut.notes.push(row.number);
    if (headingWidth !== null && row.cells.length > headingWidth)
      return addBad(row, headingWidth, 'too-many-cells');
    if (areDaysAbove && lacksDay(row) && isDoubted('day-above'))
      return addBad(row, date, 'day-above', lastDay);
    const span = readSpan(row);
    if (span === 'unfinished') return null;
    const doubt = doubtOf(classified) ?? (sums.add(row) ? null : 'looks-like-sum');
    if (doubt && isDoubted(doubt)) return addBad(row, date, doubt);
    if ('fault' in span) return addBad(row, span.column, span.fault, span.day);
    if (!isDone(row)) return null;
    if (span.from > today || span.from < addDays(today, -MAX_AGE_DAYS))
      return addBad(row, date, 'unlikely-day');
    return kind === 'dossiers'
      ? readDossier(row, span)
      : counts.map((column) => readCount(row, span, column));
  };

  for (const row of described.rows) readRow(row);
  for (const { row, column } of sums.listWrongTotals()) addBad(row, column, 'total-differs');
  return {
    entries: [...entries.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    bad: bad.sort((a, b) => a.row - b.row),
    leftOut,
    rows: described.rows.length,
    placeholders: [...placeholders].map(([text, n]) => ({ text, n })),
    states: [...states.values()],
  };
}

/**
 * Whether only the first row of each group has its day: days strictly rise or fall, and several rows between them have
 * none (''). null: the row has no day for another reason, such as its state.
 */
function areOnlyInFirstRows(days: readonly (Day | '' | null)[]): boolean {
  const filled = days.flatMap((day) => day || []);
  const blanks = days.filter((day) => day === '').length;
  const [first, last] = [days.indexOf(''), days.findLastIndex((day) => day !== '')];
  const goes = (sign: number) =>
    filled.every((day, at) => at === 0 || sign * day.localeCompare(filled[at - 1] ?? '') > 0);
  const isBetween = first > 0 && first < last;
  return isBetween && filled.length > 1 && blanks > 1 && (goes(1) || goes(-1));
}
