import { colToLetter } from 'hucre/xlsx';
import type { BadRow, Mapping, ReadEntry, ReadNumbers } from '../../../web/types/transaction-import.ts';
import { addDays, type Day, daysBetween } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import { normaliseLine } from '../../lib/text.ts';
import { type ClassifiedRow, type SheetDescription, UNDER } from './describe-sheet.ts';
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
  const isList = kind === 'dossiers';
  const entries = new Map<string, ReadEntry>();
  const bad: BadRow[] = [];
  const [unfinished, repeated, notes, totals] = [[], [], [], []] as [number[], number[], number[], number[]];
  const placeholders = new Map<string, number>();
  const states = new Map<string, ReadNumbers['states'][number]>();
  const spansByName = new Map<string, Span[]>();
  const sums = createRunningSums(described, mapping);
  const doubtOf = makeDoubter(described, mapping);
  const statesOf = makeStateReader(described, mapping, unit);
  /** Day and texts (such as the applicant's name) of each dossier by its id, to detect repeated rows. */
  const dossiers = new Map<string, string>();
  let previousDay: Day | null = null;
  const identifying = columns.filter(
    ({ index, days, counts, distinct, filled }) =>
      index !== id && days + counts === 0 && distinct * 2 > filled,
  );
  const received = columns.find(({ index, plain }) => index !== date && RECEIVED.test(plain));
  const dayOf = ({ cells }: Row, column: number) => parseDayCell(cells[column], dayOrder);
  const lacksDay = (row: Row) => isList && isBlank(row.cells[date]) && statesOf(row).length === 0;
  const days = data.map((row) => {
    const day = dayOf(row, date);
    return 'day' in day ? day.day : lacksDay(row) ? '' : null;
  });
  const areDaysAbove = areOnlyInFirstRows(days);
  const known = days.filter((day) => day).sort();
  const middle = known[known.length >> 1];
  let lastDay: Day | null = null;

  const addBad = ({ number, cells }: Row, column: number, code: string, day: Day | null = null): null => {
    bad.push({ row: number, column: colToLetter(column), code, value: textOf(cells[column]), day });
    return null;
  };
  const isDoubted = (doubt: string) => !trusted.includes(doubt);

  const readTotal = (row: Row) => {
    totals.push(row.number);
    // Totals are compared only if all rows were readable; unreadable rows are reported anyway.
    const isComplete = bad.length === 0;
    for (const column of sums.compare(row)) if (isComplete) addBad(row, column, 'total-differs');
  };

  const readSpan = (row: Row): Span | null => {
    const first = areDaysAbove && lastDay && lacksDay(row) ? { day: lastDay } : dayOf(row, date);
    const span = until === null && !isList ? parseSpanCell(row.cells[date], dayOrder) : null;
    if (span) return span;
    if (!('day' in first)) return addBad(row, date, 'fault' in first ? first.fault : 'not-a-date');
    if (until === null) return { from: first.day, to: first.day };
    const last = dayOf(row, until);
    if ('day' in last && last.day >= first.day) return { from: first.day, to: last.day };
    const fault = 'fault' in last ? last.fault : 'day' in last ? 'span-backwards' : 'not-a-date';
    return addBad(row, until, fault, first.day);
  };

  const isDone = (row: Row): boolean => {
    const open = statesOf(row).filter(({ text }) => texts[foldText(text)] !== 'counts');
    const isSkipped = open.some(({ text }) => texts[foldText(text)] === 'skip');
    if (isSkipped) unfinished.push(row.number);
    for (const state of isSkipped ? [] : open) {
      const key = foldText(state.text);
      states.set(key, { ...state, n: (states.get(key)?.n ?? 0) + 1 });
    }
    return open.length === 0;
  };

  const add = (row: Row, span: Span, n: number, heading: string | null = null): unknown => {
    const name = heading ?? (counter === null ? null : textOf(row.cells[counter]));
    if (name === '') return addBad(row, counter ?? date, 'counter-missing', span.from);
    const folded = foldText(name ?? '');
    if (!isList) {
      const spans = spansByName.get(folded) ?? [];
      const overlaps = spans.some(({ from, to }) => from <= span.to && span.from <= to);
      spansByName.set(folded, [...spans, span]);
      if (overlaps) return addBad(row, date, 'overlap', span.from);
    }
    const key = `${span.from} ${span.to} ${folded}`;
    const sum = n + (entries.get(key)?.n ?? 0);
    return entries.set(key, { ...span, name: name?.slice(0, LONGEST_NAME) ?? null, n: sum });
  };

  const readDossier = (row: Row, span: Span): unknown => {
    const text = id === null ? null : normaliseLine(textOf(row.cells[id])).toLowerCase();
    if (text === '') return addBad(row, id ?? 0, 'id-missing', span.from);
    const isNamed = text !== null || identifying.length > 0;
    const others = isNamed ? identifying.map(({ index }) => row.cells[index]) : row.cells;
    const rest = [span.from, ...others.map(textOf).filter((cell) => isNamed || !/^\d*$/.test(cell))].join(
      '\n',
    );
    const key = text ?? rest;
    const earlier = dossiers.get(key);
    if (text !== null && earlier === rest) return repeated.push(row.number);
    // Without ids and names, equal rows are ordinary, but not once the list has gone on to another day.
    const isSame = earlier !== undefined && (isNamed || previousDay !== span.from);
    previousDay = isSame ? null : span.from;
    if (isSame && isDoubted('repeated')) return addBad(row, id ?? date, 'repeated', span.from);
    dossiers.set(key, rest);
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
    if (classified.kind === 'note' || classified.kind === 'heading' || isEmpty) return notes.push(row.number);
    if (headingWidth !== null && row.cells.length > headingWidth)
      return addBad(row, headingWidth, 'too-many-cells');
    if (areDaysAbove && lacksDay(row) && isDoubted('day-above'))
      return addBad(row, date, 'day-above', lastDay);
    const own = dayOf(row, date);
    const text = textOf(row.cells[date]);
    if ('day' in own) lastDay = own.day;
    else if (
      isList &&
      !(areDaysAbove && lacksDay(row)) &&
      ('none' in own || texts[foldText(text)] === 'skip')
    ) {
      placeholders.set(text, (placeholders.get(text) ?? 0) + 1);
      return unfinished.push(row.number);
    }
    const doubt = doubtOf(classified) ?? (sums.add(row) ? null : 'looks-like-sum');
    if (doubt && isDoubted(doubt)) return addBad(row, date, doubt);
    const span = readSpan(row);
    if (!span || !isDone(row)) return null;
    if (span.from > today || span.from < addDays(today, -MAX_AGE_DAYS))
      return addBad(row, date, 'unlikely-day');
    // Perhaps a mistyped year: a list of a whole year reaches only half a year from its middle.
    if (Math.abs(daysBetween(middle ?? span.from, span.from)) > 250 && isDoubted('other-shape'))
      return addBad(row, date, 'other-shape');
    return isList ? readDossier(row, span) : counts.map((column) => readCount(row, span, column));
  };

  for (const row of described.rows) readRow(row);
  for (const { row, column } of sums.listWrongTotals()) addBad(row, column, 'total-differs');
  return {
    entries: [...entries.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    bad: bad.sort((a, b) => a.row - b.row),
    leftOut: { unfinished, repeated, notes, totals },
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
  const sorted = [...new Set(filled)].sort();
  const isSorted = [sorted, sorted.toReversed()].some((days) => days.join() === filled.join());
  const shape = days.map((day) => (day === '' ? '-' : day ? 'D' : '')).join('');
  return (
    isSorted &&
    /^D.*-.*D/.test(shape) &&
    /-.*-/.test(shape) &&
    (shape.length - filled.length) * 3 >= days.length
  );
}
