import type {
  Candidate,
  ColumnProfile,
  DayOrder,
  Mapping,
  MappingKind,
  Need,
  Proposal,
} from '../../../web/types/transaction-import.ts';
import type { CounterName } from '../../../web/types/transactions.ts';
import { foldText } from '../../lib/fold-text.ts';
import type { SheetDescription } from './describe-sheet.ts';
import { UNDER } from './find-headings.ts';
import {
  COUNT,
  COUNTER,
  ID,
  ORDINAL,
  OTHER_COUNT,
  OTHER_DAY,
  plainHeading,
  RETURNED,
  SUM,
} from './heading-words.ts';
import { findLastDay, isDayHeading, judgeDay, refuseTwins } from './judge-days.ts';
import { parseCountCell, parseDayCell, parseSpanCell } from './parse-cell.ts';
import { isBlank, type Row, textOf } from './sheet.ts';

const MOST_NAMES = 30;

/**
 * Also returns the questions that only a person can answer.
 * @throws Refusal
 */
export function proposeMapping(described: SheetDescription, counterList: readonly CounterName[]): Proposal {
  const { columns } = described;
  const data = described.rows.filter(({ kind }) => kind === 'data').map(({ row }) => row);
  const isDayColumn = ({ days, spans, filled, heading }: ColumnProfile) =>
    filled > 0 && ((days + spans) * 2 >= filled || isDayHeading(plainHeading(heading)));
  const dayColumns = columns.filter(isDayColumn);
  refuseTwins(dayColumns);
  const names = new Map(
    counterList.flatMap(({ code, name }) => [
      [foldText(name), code],
      [code, code],
    ]),
  );
  const counterColumns = columns.filter(
    (column) =>
      COUNTER.test(plainHeading(column.heading)) && column.distinct <= MOST_NAMES && !isDayColumn(column),
  );
  const numeric = columns.filter(
    (column) => isNumeric(column, data) && !isDayColumn(column) && !counterColumns.includes(column),
  );
  const named = numeric.filter(({ heading }) => isNamed(heading, names));
  const ids = columns.filter((column) => isId(column, data));
  const likely = numeric.filter(
    (column) => COUNT.test(plainHeading(column.heading)) && !named.includes(column),
  );

  const kind = findKind({ data, ids, likely, named, counterColumns, dayColumns });
  const needs = new Set<Need>();
  if (kind === null || ids.some(repeatsOften) || hasDoubtfulTitle(described)) needs.add('kind');
  const dates = columns
    .filter((column) => isDayColumn(column) || column.days + column.spans > 0)
    .map(
      (column) =>
        ({
          column: column.index,
          reason: isDayColumn(column) ? judgeDay(column, kind, data) : 'unlikely',
        }) as const,
    );
  const date = onlyLikely(dates);
  if (date === null) needs.add('date');
  const until = date === null ? null : findLastDay(dayColumns, date);
  // Rows without a day are not counted, so their counters do not matter.
  const hasDay = ({ cells }: Row) => date === null || !('none' in parseDayCell(cells[date], 'day-first'));
  const known = findCounterColumn(counterColumns, data.filter(hasDay), names);
  const countColumns = numeric
    .filter((column) => !ids.includes(column) || likely.includes(column))
    .map((column): Candidate => ({ column: column.index, reason: judgeCount(column, likely, named) }));
  const counts = kind === null ? null : findCounts(kind, countColumns, named, columns, data);
  if (counts === null && kind !== null) needs.add('count');
  // Several rows for one day: either partial sums or dossiers with a number; the data must distinguish them.
  const whose = [known, ...counterColumns.map(({ index }) => index)];
  const isWhole = (column: number | null) =>
    date === null || !repeats(data, [date, until, column], described.dayOrder);
  const counter = kind === 'totals' ? (whose.find(isWhole) ?? known) : known;
  if (kind === 'totals' && !isWhole(counter)) needs.add('kind');
  if (described.dayOrder === null) needs.add('day-order');
  return {
    kind: needs.has('kind') ? null : kind,
    date,
    until,
    counter,
    counts,
    id: ids[0]?.index ?? null,
    dayOrder: described.dayOrder,
    dates,
    counters: columns
      .filter(
        (column) =>
          counterColumns.includes(column) ||
          (isNameColumn(column, data) && !isDayColumn(column) && !ids.includes(column)),
      )
      .map(({ index }) => ({ column: index, reason: index === counter ? 'likely' : 'possible' })),
    countColumns,
    needs: [...needs],
  };
}

/** The mapping of a proposal; null while a question is unanswered. */
export function settledMapping(proposal: Proposal): Mapping | null {
  const { kind, date, until, counter, counts, id, dayOrder, needs } = proposal;
  if (needs.length > 0 || kind === null || date === null || counts === null || dayOrder === null) return null;
  return {
    kind,
    date,
    until,
    counter: kind === 'counters' ? null : counter,
    counts: [...counts],
    id,
    dayOrder,
    unfinished: [],
    names: {},
  };
}

/** Titles of lists that are not about finished dossiers: cancelled, withdrawn, rejected, waiting. */
const hasDoubtfulTitle = ({ sheet, place }: SheetDescription): boolean =>
  [sheet.name, ...sheet.rows.slice(0, place.at).flatMap(({ cells }) => cells.map(textOf))].some((text) =>
    /(?<!\p{L})(h\u1ee7y|hu\u1ef7|r\u00fat|t\u1eeb ch\u1ed1i|ch\u01b0a|ch\u1edd)(?!\p{L})/iu.test(
      text.normalize('NFC'),
    ),
  );

function isNumeric({ heading, counts, filled, index }: ColumnProfile, data: readonly Row[]): boolean {
  const plain = plainHeading(heading);
  const isCount = counts * 2 >= filled || (COUNT.test(plain) && !ID.test(plain));
  return filled > 0 && isCount && !ORDINAL.test(plain) && !isOrdinal(data, index, heading);
}

/** 1, 2, 3 … under an empty heading are row numbers. */
const isOrdinal = (data: readonly Row[], index: number, heading: string): boolean =>
  heading === '' &&
  data.every(({ cells }, row) => isBlank(cells[index]) || textOf(cells[index]) === String(row + 1));

const isNamed = (heading: string, names: ReadonlyMap<string, string>): boolean =>
  names.has(foldText(heading)) || names.has(foldText(heading.split(UNDER).at(-1) ?? ''));

/** Column of dossier ids, by heading. */
const isId = ({ heading, filled, days }: ColumnProfile, data: readonly Row[]): boolean =>
  ID.test(plainHeading(heading)) && days * 2 < filled && filled * 2 >= data.length;

/** Whether a column has so many duplicates that it may not hold ids of dossiers. */
const repeatsOften = ({ filled, distinct }: ColumnProfile): boolean =>
  filled - distinct > Math.max(2, filled / 10);

interface Evidence {
  readonly data: readonly Row[];
  readonly ids: readonly ColumnProfile[];
  readonly likely: readonly ColumnProfile[];
  readonly named: readonly ColumnProfile[];
  readonly counterColumns: readonly ColumnProfile[];
  readonly dayColumns: readonly ColumnProfile[];
}

function findKind({ data, ids, likely, named, counterColumns, dayColumns }: Evidence): MappingKind | null {
  const others = likely.filter((column) => !ids.includes(column));
  const isAmbiguous = likely.length > others.length;
  if (ids.length > 0) {
    const areOnes = others.every(({ index }) =>
      data.every(({ cells }) => isBlank(cells[index]) || textOf(cells[index]) === '1'),
    );
    return named.length === 0 && areOnes && !isAmbiguous ? 'dossiers' : null;
  }
  if (named.length > 0) return counterColumns.length === 0 ? 'counters' : null;
  if (likely.length > 0) return 'totals';
  const plain = dayColumns.map(({ heading }) => plainHeading(heading));
  const isList =
    plain.some((heading) => RETURNED.test(heading)) && plain.some((heading) => OTHER_DAY.test(heading));
  return isList ? 'dossiers' : null;
}

/** Few distinct texts: possibly counters or fields. */
const isNameColumn = ({ heading, filled, counts, distinct }: ColumnProfile, data: readonly Row[]): boolean =>
  heading !== '' &&
  filled * 2 >= data.length &&
  counts * 2 < filled &&
  distinct > 1 &&
  distinct <= MOST_NAMES &&
  distinct * 2 <= filled;

const onlyLikely = (candidates: readonly Candidate[]): number | null => {
  const rivals = candidates.filter(({ reason }) => reason !== 'unlikely');
  return rivals.length === 1 && rivals[0]?.reason === 'likely' ? rivals[0].column : null;
};

function judgeCount(
  column: ColumnProfile,
  likely: readonly ColumnProfile[],
  named: readonly ColumnProfile[],
): Candidate['reason'] {
  if (likely.includes(column) || named.includes(column)) return 'likely';
  return OTHER_COUNT.test(plainHeading(column.heading)) ? 'unlikely' : 'possible';
}

function findCounts(
  kind: MappingKind,
  candidates: readonly Candidate[],
  named: readonly ColumnProfile[],
  columns: readonly ColumnProfile[],
  data: readonly Row[],
): number[] | null {
  if (kind === 'dossiers') return [];
  if (kind === 'totals') {
    const only = onlyLikely(candidates);
    return only === null ? null : [only];
  }
  const chosen = named.map(({ index }) => index);
  const rest = candidates.filter(({ column, reason }) => !chosen.includes(column) && reason !== 'unlikely');
  const isSumOf = (column: number) =>
    SUM.test(plainHeading(columns[column]?.heading.split(UNDER).at(-1) ?? '')) &&
    data.every((row) => addsUp(row, column, chosen));
  return rest.every(({ column }) => isSumOf(column)) ? chosen : null;
}

function addsUp({ cells }: Row, sum: number, parts: readonly number[]): boolean {
  const stated = parseCountCell(cells[sum]);
  const found = parts.map((column) => parseCountCell(cells[column]));
  const total = found.reduce((n, part) => n + ('n' in part ? part.n : 0), 0);
  return !('n' in stated) || stated.n === total;
}

/** The only column whose names are all counters of the unit. Without one, the whole unit is proposed. */
function findCounterColumn(
  candidates: readonly ColumnProfile[],
  data: readonly Row[],
  names: ReadonlyMap<string, string>,
): number | null {
  const known = candidates.filter(({ index }) => {
    const texts = data.map(({ cells }) => textOf(cells[index])).filter((text) => text !== '');
    return texts.length > 0 && texts.every((text) => names.has(foldText(text)));
  });
  return known.length === 1 ? (known[0]?.index ?? null) : null;
}

function repeats(data: readonly Row[], columns: readonly (number | null)[], order: DayOrder | null): boolean {
  const seen = new Set<string>();
  for (const { cells } of data) {
    const key = columns.map((column, index) => {
      if (column === null) return '';
      if (index === columns.length - 1) return foldText(textOf(cells[column]));
      const day = parseDayCell(cells[column], order ?? 'day-first');
      if ('day' in day) return day.day;
      const span = parseSpanCell(cells[column], order ?? 'day-first');
      return span === null ? '' : `${span.from} ${span.to}`;
    });
    if (key[0] === '') continue;
    const text = key.join('\n');
    if (seen.has(text)) return true;
    seen.add(text);
  }
  return false;
}
