import type { Day } from '../lib/day.ts';
import { listNamedPeriodsTouching, type NamedKind, type Period } from '../period/period.ts';

/** Weeks are many; this many of the last ones are offered, and older ones by their address. */
const WEEKS_OFFERED = 53;

/** What the public may choose from: a closed list, so that no difference of two figures tells more. */
const PUBLIC_KINDS: readonly Period['kind'][] = ['week', 'report-quarter', 'report-year'];

/** How kinds follow each other where periods are chosen. */
const ORDER: readonly NamedKind[] = [
  'report-month',
  'report-quarter',
  'report-half',
  'report-9m',
  'report-year',
  'week',
  'month',
  'quarter',
  'half',
  'year',
];

/** All named periods from the unit's first day that have begun, those of a kind together, newest first. */
export function listPeriodOptions(openedOn: Day, today: Day): readonly Period[] {
  const key = `${openedOn}\n${today}`;
  const periods = known.get(key) ?? listOptions(openedOn, today);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, periods);
  return periods;
}

/** The same all day long, for the few units of a server. */
const MOST_REMEMBERED = 20;
const known = new Map<string, readonly Period[]>();

function listOptions(openedOn: Day, today: Day): Period[] {
  const begun = listNamedPeriodsTouching(openedOn, today).filter((period) => period.from <= today);
  return ORDER.flatMap((kind) => {
    const newestFirst = begun
      .filter((period) => period.kind === kind)
      .sort((a, b) => (a.from < b.from ? 1 : -1));
    return kind === 'week' ? newestFirst.slice(0, WEEKS_OFFERED) : newestFirst;
  });
}

/** Those of them that the public may see: weeks, reporting quarters and reporting years. */
export const listPublicOptions = (openedOn: Day, today: Day): Period[] =>
  listPeriodOptions(openedOn, today).filter(isPublicPeriod);

/** Whether a period's figures are public. */
export const isPublicPeriod = (period: Period): boolean => PUBLIC_KINDS.includes(period.kind);
