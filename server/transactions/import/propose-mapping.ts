import type {
  Candidate,
  Mapping,
  MappingKind,
  Need,
  Proposal,
} from '../../../web/types/transaction-import.ts';
import type { CounterName } from '../../../web/types/transactions.ts';
import { daysBetween } from '../../lib/day.ts';
import { foldText } from '../../lib/fold-text.ts';
import { type Column, type SheetDescription, UNDER } from './describe-sheet.ts';
import * as words from './heading-words.ts';
import { parseCountCell, parseDayCell } from './parse-cell.ts';
import { type Cell, Refusal, type Row, textOf } from './sheet.ts';
import { listUnfamiliar, type Surroundings } from './unfamiliar.ts';

const MOST_NAMES = 30;

const is = (pattern: RegExp) => (column: Column) => pattern.test(column.plain);

const isDayColumn = ({ plain, filled, days, spans }: Column): boolean =>
  filled > 0 && ((days + spans) * 2 >= filled || words.RETURNED.test(plain) || words.PLAIN_DAY.test(plain));

/** Also returns the questions that only a person can answer. @throws Refusal */
export function proposeMapping(
  described: SheetDescription,
  counterList: readonly CounterName[],
  around: Surroundings,
): Proposal {
  const { columns, data, order, orders } = described;
  const dayColumns = columns.filter(isDayColumn);
  // Two tables side by side repeat each heading; reading only one would silently drop half of the data.
  const twins = dayColumns.map(({ plain }) => plain).filter(Boolean);
  if (new Set(twins).size < twins.length) throw new Refusal('side-by-side');
  const known = new Set(counterList.flatMap(({ code, name }) => [foldText(name), code]));
  const others = columns.filter((column) => !isDayColumn(column));
  const counterColumns = others.filter(
    (column) => is(words.COUNTER)(column) && column.distinct <= MOST_NAMES,
  );
  const numeric = others.filter((column) => isNumeric(column) && !counterColumns.includes(column));
  // Counter columns below "Hồ sơ tiếp nhận" (received) or "Kế hoạch" (planned) do not count finished dossiers.
  const named = numeric.filter(({ heading }) => {
    const [name = '', upper = ''] = heading.split(UNDER).reverse();
    const isCounted = [words.COUNT, words.OVER_COUNTERS].some((over) => over.test(words.plainHeading(upper)));
    return known.has(foldText(heading)) || (isCounted && known.has(foldText(name)));
  });
  const ids = others.filter((column) => is(words.ID)(column) && column.filled * 2 >= data.length);
  // In a table with ids, a column of ones is not a count, because each row is one dossier.
  const isOne = ({ distinct, examples: [first] }: Column) => distinct === 1 && first === '1';
  const counting = numeric.filter((column) => is(words.COUNT)(column) && !named.includes(column));
  const likely = counting.filter((column) => ids.length === 0 || !isOne(column));

  const isList = dayColumns.some(is(words.RETURNED)) && dayColumns.some(is(words.OTHER_DAY));
  let kind: MappingKind | null = likely.length > 0 ? 'totals' : isList ? 'dossiers' : null;
  if (ids.length > 0) kind = named.length + likely.length === 0 ? 'dossiers' : null;
  else if (named.length > 0) kind = counterColumns.length === 0 ? 'counters' : null;
  const needs = new Set<Need>();
  const repeatsOften = ids.some(({ filled, distinct }) => filled - distinct > Math.max(2, filled / 10));
  if (kind === null || repeatsOften) needs.add('kind');
  const dates = columns
    .filter((column) => column.days + column.spans > 0 || isDayColumn(column))
    .map((column): Candidate => ({ column: column.index, reason: judgeDay(column, kind, described) }));
  const date = onlyLikely(dates);
  if (date === null) needs.add('date');
  const isFirst = dayColumns.some((column) => column.index === date && is(words.FIRST_DAY)(column));
  const last = dayColumns.filter(is(words.LAST_DAY));
  // The numbers of each counter in row order: from the counter's column, or from the rows with its name.
  const byName = named.length > 0 ? undefined : counterColumns[0];
  const groups = Map.groupBy(data, ({ cells }) => foldText(textOf(cells[byName?.index ?? -1])));
  const seriesOf = ({ index }: Column) =>
    [...groups.values()].map((rows) => rows.flatMap(({ cells }) => numberIn(cells[index])));
  const isRising = (column: Column) =>
    areCumulative((named.includes(column) ? named : [column]).flatMap(seriesOf));
  // "Số lượt" (count) may include the numbers of a column "Chưa xong" (not finished).
  const isGross = ({ plain }: Column) =>
    !words.FINISHED.test(plain) &&
    numeric.some(({ heading, plain }) => words.saysNotDone(heading) || /\bnhan\b/.test(plain));
  const isCount = (column: Column) =>
    [...likely, ...named].includes(column) && !isRising(column) && !isGross(column);
  const countColumns = numeric
    .filter((column) => !ids.includes(column) || likely.includes(column))
    .map((column): Candidate => {
      const reason = is(words.OTHER_COUNT)(column) ? 'unlikely' : 'possible';
      return { column: column.index, reason: isCount(column) ? 'likely' : reason };
    });
  const counts = kind === null ? null : findCounts(kind, countColumns);
  if (counts === null && kind !== null) needs.add('count');
  if (order === null) needs.add('day-order');
  // Rows without a day are not counted, so their counter names are ignored.
  const hasDay = ({ cells }: Row) => date === null || !('none' in parseDayCell(cells[date], 'day-first'));
  const names = ({ index }: Column) => data.filter(hasDay).map(({ cells }) => foldText(textOf(cells[index])));
  const isKnown = (column: Column) =>
    column.filled > 0 && names(column).every((name) => name === '' || known.has(name));
  // Totals with unknown names keep the counter column; without it they would count for the whole unit.
  const whose = counterColumns.filter((column) => isKnown(column) || kind === 'totals');
  const counter = whose.length === 1 && whose[0] ? whose[0].index : null;
  const proposal: Omit<Proposal, 'unfamiliar'> = {
    kind: needs.has('kind') ? null : kind,
    date,
    until: isFirst && last.length === 1 && last[0] ? last[0].index : null,
    counter,
    counts,
    id: ids[0]?.index ?? null,
    dayOrder: order,
    orders,
    dates,
    counters: others
      .filter((column) => counterColumns.includes(column) || (isNameColumn(column) && !ids.includes(column)))
      .map(({ index }) => ({ column: index, reason: index === counter ? 'likely' : 'possible' })),
    countColumns,
    needs: [...needs],
    remembered: null,
  };
  const unfamiliar = listUnfamiliar(described, proposal, around, known);
  return {
    ...proposal,
    unfamiliar,
    needs: [...needs, ...(unfamiliar.length > 0 ? ['unfamiliar' as const] : [])],
  };
}

/** The mapping of a proposal; null if a question is unanswered. */
export function settledMapping(proposal: Proposal): Mapping | null {
  const { kind, date, until, counter, counts, id, dayOrder, needs, unfamiliar, remembered } = proposal;
  if (needs.length > 0 || kind === null || date === null || counts === null || dayOrder === null) return null;
  const whose = kind === 'counters' ? null : counter;
  return {
    ...{ kind, date, until, counter: whose, counts, id, dayOrder },
    ...{ texts: remembered?.texts ?? {}, trusted: [], names: remembered?.names ?? {} },
    confirmed: [...new Set([...(remembered?.confirmed ?? []), ...unfamiliar.map(({ key }) => key)])],
  };
}

/**
 * Whether each counter's numbers only rise or only fall, like cumulative sums. Three random numbers do so with
 * probability 1/3, so several counters, or five numbers of one, are required.
 */
function areCumulative(series: readonly (readonly number[])[]): boolean {
  const goes = (sign: number) =>
    series.every((counts) => counts.every((n, at) => sign * (n - (counts[at - 1] ?? n)) >= 0));
  const enough = series.reduce((sum, counts) => sum + Math.max(new Set(counts).size - 2, 0), 0);
  return enough > 2 && (goes(1) || goes(-1));
}

const numberIn = (cell: Cell | undefined): number | [] => {
  const count = parseCountCell(cell);
  return 'n' in count ? count.n : [];
};

const isNumeric = ({ plain, counts, filled }: Column): boolean =>
  filled > 0 &&
  (counts * 2 >= filled || (words.COUNT.test(plain) && !words.ID.test(plain))) &&
  !words.ORDINAL.test(plain);

/** Few distinct texts, so they may be names of counters or fields. */
const isNameColumn = ({ heading, filled, counts, distinct }: Column): boolean =>
  heading !== '' && counts * 2 < filled && distinct > 1 && distinct <= Math.min(MOST_NAMES, filled / 2);

const onlyLikely = (candidates: readonly Candidate[]): number | null => {
  const rivals = candidates.filter(({ reason }) => reason !== 'unlikely');
  return rivals.length === 1 && rivals[0]?.reason === 'likely' ? rivals[0].column : null;
};

function findCounts(kind: MappingKind, candidates: readonly Candidate[]): number[] | null {
  const only = onlyLikely(candidates);
  const isOpen = candidates.some(({ reason }) => reason === 'possible');
  if (kind === 'dossiers') return [];
  if (kind === 'totals') return only === null ? null : [only];
  return isOpen ? null : candidates.flatMap(({ column, reason }) => (reason === 'likely' ? column : []));
}

/** How likely it is that a column has the days to count by. */
function judgeDay(
  column: Column,
  kind: MappingKind | null,
  described: SheetDescription,
): Candidate['reason'] {
  if (!isDayColumn(column)) return 'unlikely';
  if (kind !== 'dossiers' && areLong(column, described)) return 'possible';
  const { plain, days } = column;
  const isLast = words.LAST_DAY.test(plain);
  if (kind === null || kind === 'dossiers') {
    if (words.RETURNED.test(plain)) return 'likely';
  } else if (!isLast) {
    const isPlain = words.PLAIN_DAY.test(plain) || words.FIRST_DAY.test(plain) || words.RETURNED.test(plain);
    // Days under "Tháng" (month) may mean whole months: spreadsheets convert "12/2024" to 01/12/2024.
    if (isPlain || (words.SPAN.test(plain) && days === 0)) return 'likely';
  }
  return isLast || words.OTHER_DAY.test(plain) ? 'unlikely' : 'possible';
}

/** Whether days may be months or weeks: "12/2024", which spreadsheets turn into 01/12/2024, "10/2025", each Friday. */
function areLong({ index, plain, examples, days }: Column, { data, order }: SheetDescription): boolean {
  if (days === 0) return /^tuan\b/.test(plain) && examples.every((text) => /^\d+\D\d{4}$/.test(text));
  const parsed = data.map(({ cells }) => parseDayCell(cells[index], order ?? 'day-first'));
  const all = [...new Set(parsed.flatMap((cell) => ('day' in cell ? cell.day : [])))].sort();
  const areApart = all.every((day, at) => at === 0 || daysBetween(all[at - 1] ?? '', day) >= 7);
  return all.every((day) => day.endsWith('-01')) || (order !== null && areApart && all.length > 2);
}
