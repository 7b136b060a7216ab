import { addDays, type Day, dayInMonth, earlierOf, laterOf, mondayOf, monthOf, yearOf } from '../lib/day.ts';
import { type Period, periodOf, type TilingKind } from './period.ts';

/** A run of days, both ends included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/**
 * A run of days and the smaller runs that tile it, in order of time. `parts` is empty for an atom, and
 * never holds a single part: what cannot be cut stands for itself.
 */
export interface Part extends Span {
  readonly parts: readonly Part[];
}

/**
 * Weeks, calendar months and reporting months overlap, so figures are put together from atoms: the
 * longest runs of days inside which no named period begins or ends. They are cut at every Monday, 1st
 * and 15th, 1 to 7 days long; every named period is a union of them.
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

/** All atoms that share a day with `from`–`to` (both included), whole, in order of time. */
export function listAtoms(from: Day, to: Day): Span[] {
  const atoms: Span[] = [];
  for (let day = from; day <= to; ) {
    const atom = atomOf(day);
    atoms.push(atom);
    day = addDays(atom.to, 1);
  }
  return atoms;
}

/** Into which kind a period is cut first; the rest is cut into atoms at once. */
const PARTED_INTO: Readonly<Partial<Record<Period['kind'], TilingKind>>> = {
  quarter: 'month',
  'report-quarter': 'report-month',
};

/** The periods whose figures are the sums of quarters' figures. */
const SUMMED_FROM: Readonly<Partial<Record<Period['kind'], TilingKind>>> = {
  half: 'quarter',
  year: 'quarter',
  'report-half': 'report-quarter',
  'report-9m': 'report-quarter',
  'report-year': 'report-quarter',
};

/** All of a kind that tile a span which begins and ends with one of them. */
function listTiles(kind: TilingKind, { from, to }: Span): Period[] {
  const tiles: Period[] = [];
  for (let day = from; day <= to; ) {
    const tile = periodOf(kind, day);
    tiles.push(tile);
    day = addDays(tile.to, 1);
  }
  return tiles;
}

/** The quarters of a half-year, nine months or a year, in order of time; empty for every other period. */
export function quartersOf(period: Period): Period[] {
  const kind = SUMMED_FROM[period.kind];
  return kind === undefined ? [] : listTiles(kind, period);
}

/**
 * How a period is cut when its figures are released: quarters into months, months and weeks into atoms;
 * reporting periods likewise, into reporting ones. Of longer ones the parts are their quarters.
 */
export function partsOf(period: Period): Part {
  const { from, to } = period;
  const kind = PARTED_INTO[period.kind] ?? SUMMED_FROM[period.kind];
  if (kind !== undefined) return { from, to, parts: listTiles(kind, period).map(partsOf) };
  const parts = listAtoms(from, to).map((atom): Part => ({ ...atom, parts: [] }));
  const [only, second] = parts;
  return only !== undefined && second === undefined ? only : { from, to, parts };
}
