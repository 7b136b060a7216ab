import { addDays, type Day, dayInMonth, earlierOf, laterOf, mondayOf, monthOf, yearOf } from '../lib/day.ts';
import { type Period, periodOf, type TilingKind } from './period.ts';

/** A range of days, both ends included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/**
 * A span and the smaller spans that partition it, in chronological order. `parts` is empty for an atom and
 * never has exactly one element: a span that would have one part is itself an atom.
 */
export interface Part extends Span {
  readonly parts: readonly Part[];
}

/**
 * Weeks, calendar months and reporting months overlap, so figures are added up from atoms: the longest runs
 * of days inside which no named period begins or ends. Atoms start on every Monday, 1st and 15th and last 1
 * to 7 days; every named period is a union of them.
 */
export function atomOf(day: Day): Span {
  const year = yearOf(day);
  const month = monthOf(day);
  const isLate = Number(day.slice(8)) >= 15;
  const from = dayInMonth(year, month, isLate ? 15 : 1);
  const to = isLate ? dayInMonth(year, month + 1, 0) : dayInMonth(year, month, 14);
  const monday = mondayOf(day);
  return { from: laterOf(monday, from), to: earlierOf(addDays(monday, 6), to) };
}

/**
 * All atoms that overlap `from`–`to` (both included), also their days outside the range, in chronological
 * order.
 */
export function listAtoms(from: Day, to: Day): Span[] {
  const atoms: Span[] = [];
  for (let day = from; day <= to; ) {
    const atom = atomOf(day);
    atoms.push(atom);
    day = addDays(atom.to, 1);
  }
  return atoms;
}

/** Into which periods a period is split first; each of these is then split into atoms. */
const PARTED_INTO: Readonly<Partial<Record<Period['kind'], TilingKind>>> = {
  quarter: 'month',
  'report-quarter': 'report-month',
};

/** Periods whose figures are sums of the figures of their quarters. */
const SUMMED_FROM: Readonly<Partial<Record<Period['kind'], TilingKind>>> = {
  half: 'quarter',
  year: 'quarter',
  'report-half': 'report-quarter',
  'report-9m': 'report-quarter',
  'report-year': 'report-quarter',
};

/** The periods of a kind that partition a span. The span must start and end on a boundary of the kind. */
function listTiles(kind: TilingKind, { from, to }: Span): Period[] {
  const tiles: Period[] = [];
  for (let day = from; day <= to; ) {
    const tile = periodOf(kind, day);
    tiles.push(tile);
    day = addDays(tile.to, 1);
  }
  return tiles;
}

/**
 * The quarters whose figures a period's figures are the sum of, in chronological order; empty for other
 * periods.
 */
export function quartersOf(period: Period): Period[] {
  const kind = SUMMED_FROM[period.kind];
  return kind === undefined ? [] : listTiles(kind, period);
}

/**
 * The release tree of a period: quarters split into months, months and weeks into atoms, reporting periods
 * into reporting periods. Longer periods split into quarters.
 */
export function partsOf(period: Period): Part {
  const { from, to } = period;
  const kind = PARTED_INTO[period.kind] ?? SUMMED_FROM[period.kind];
  if (kind !== undefined) return { from, to, parts: listTiles(kind, period).map(partsOf) };
  const parts = listAtoms(from, to).map((atom): Part => ({ ...atom, parts: [] }));
  const [only, second] = parts;
  return only !== undefined && second === undefined ? only : { from, to, parts };
}
