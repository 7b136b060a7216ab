import type { Day } from '../lib/day.ts';
import type { Part, Span } from '../period/atoms.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';

/**
 * What of a running period may be seen, and when.
 *
 * The official across the counter serves one person, looks at the figures before and after, and would
 * read that person's answer in the difference. So figures move in *releases*: sets of at least five
 * ballots, never taken apart again. Every figure is a sum over releases; the ballots that are left
 * over join once, when the period closes.
 *
 * Periods overlap, and a difference of two figures must not tell less than five ballots either. So
 * releases are formed inside atoms first, where no period begins or ends; what an atom leaves over is
 * put together with its neighbours' inside the next larger part, and so on up to the period.
 */

/** Something that is counted: tallies, or levels of the overall question. */
export interface Countable<Value> {
  readonly empty: Value;
  add(left: Value, right: Value): Value;
  /** Ballots in it. */
  size(value: Value): number;
}

/** One day of one cell, or of the unit's headline. */
export interface DayCount<Value> {
  /** Ballots that are a release by themselves, or several. */
  readonly released: Value;
  /** Ballots that wait for others; fewer than five. */
  readonly waiting: Value;
}

interface Released<Value> {
  readonly groups: readonly (Span & { readonly value: Value })[];
  readonly waiting: Value;
}

/** A finished day as a whole: a release where it holds enough, else all of it waits. */
export const wholeDay = <Value>(counted: Countable<Value>, value: Value): DayCount<Value> =>
  counted.size(value) >= GROUP_SIZE
    ? { released: value, waiting: counted.empty }
    : { released: counted.empty, waiting: value };

/**
 * What of a period may be shown while it is open. `days` holds the days that have ballots; those
 * absent are empty. A part's left-over ballots join only when the part is over (before `today`).
 */
export function releaseOpen<Value>(
  counted: Countable<Value>,
  period: Part,
  days: ReadonlyMap<Day, DayCount<Value>>,
  today: Day,
): Value {
  const dates = [...days.keys()].sort();
  const released = releasePart(counted, period, dates, days, today);
  return released.groups.reduce((sum, group) => counted.add(sum, group.value), counted.empty);
}

function releasePart<Value>(
  counted: Countable<Value>,
  part: Part,
  dates: readonly Day[],
  days: ReadonlyMap<Day, DayCount<Value>>,
  today: Day,
): Released<Value> {
  const inside = dates.filter((day) => part.from <= day && day <= part.to);
  if (inside.length === 0) return { groups: [], waiting: counted.empty };
  const pieces: (Span & { released: Released<Value> })[] =
    part.parts.length > 0
      ? part.parts.map((inner) => ({
          from: inner.from,
          to: inner.to,
          released: releasePart(counted, inner, inside, days, today),
        }))
      : inside.map((day) => ({ from: day, to: day, released: releaseDay(counted, day, days) }));

  const groups: (Span & { value: Value })[] = [];
  let waiting = counted.empty;
  let waitingFrom: Day | null = null;
  for (const { from, to, released } of pieces) {
    groups.push(...released.groups);
    if (to >= today || counted.size(released.waiting) === 0) continue;
    waitingFrom ??= from;
    waiting = counted.add(waiting, released.waiting);
    if (counted.size(waiting) >= GROUP_SIZE) {
      groups.push({ from: waitingFrom, to, value: waiting });
      waiting = counted.empty;
      waitingFrom = null;
    }
  }
  return { groups, waiting };
}

function releaseDay<Value>(
  counted: Countable<Value>,
  day: Day,
  days: ReadonlyMap<Day, DayCount<Value>>,
): Released<Value> {
  const count = days.get(day) as DayCount<Value>;
  const groups = counted.size(count.released) > 0 ? [{ from: day, to: day, value: count.released }] : [];
  return { groups, waiting: count.waiting };
}

/**
 * What of a free range may be shown: the releases of its atoms that lie in it whole, and in full the
 * weeks in it that are closed, whose figures are complete in their own reports. `atomParts` are the
 * whole atoms that the range touches, so that a release cut by the range's end is left out, not shown
 * in part.
 */
export function releaseRange<Value>(
  counted: Countable<Value>,
  range: Span,
  atomParts: readonly Part[],
  closedWeeks: readonly Span[],
  days: ReadonlyMap<Day, DayCount<Value>>,
  today: Day,
): Value {
  const dates = [...days.keys()].sort();
  const isIn = (outer: Span, inner: Span) => outer.from <= inner.from && inner.to <= outer.to;
  let sum = counted.empty;
  for (const week of closedWeeks.filter((candidate) => isIn(range, candidate))) {
    for (const day of dates.filter((date) => week.from <= date && date <= week.to)) {
      const count = days.get(day) as DayCount<Value>;
      sum = counted.add(sum, counted.add(count.released, count.waiting));
    }
  }
  for (const atom of atomParts) {
    if (closedWeeks.some((week) => isIn(range, week) && isIn(week, atom))) continue;
    for (const group of releasePart(counted, atom, dates, days, today).groups) {
      if (isIn(range, group)) sum = counted.add(sum, group.value);
    }
  }
  return sum;
}
