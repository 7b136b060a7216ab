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
  /** Less than an atom: what the end of a free range cuts off. Absent otherwise. */
  readonly is_partial?: boolean;
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
  half: 'quarter',
  year: 'quarter',
  'report-quarter': 'report-month',
  'report-half': 'report-quarter',
  'report-9m': 'report-quarter',
  'report-year': 'report-quarter',
};

function atomPart(atom: Span, { from, to }: Span): Part {
  if (atom.from >= from && atom.to <= to) return { ...atom, parts: [] };
  return { from: laterOf(atom.from, from), to: earlierOf(atom.to, to), parts: [], is_partial: true };
}

/**
 * How a period is cut when its figures are released: years, halves and nine months into quarters,
 * quarters into months, months and weeks into atoms; reporting periods likewise, into reporting ones. A
 * free range is cut into atoms, of which those at its ends may be partial.
 */
export function partsOf(period: Period): Part {
  const { from, to } = period;
  const kind = PARTED_INTO[period.kind];
  if (kind === undefined) {
    const parts = listAtoms(from, to).map((atom) => atomPart(atom, period));
    const [only, second] = parts;
    return only !== undefined && second === undefined ? only : { from, to, parts };
  }
  const parts: Part[] = [];
  for (let day = from; day <= to; ) {
    const inner = periodOf(kind, day);
    parts.push(partsOf(inner));
    day = addDays(inner.to, 1);
  }
  return { from, to, parts };
}
