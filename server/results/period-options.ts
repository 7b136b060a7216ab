import type { Day } from '../lib/day.ts';
import { listNamedPeriodsTouching, type NamedKind, type Period } from '../period/period.ts';

/** Number of weeks in the menu; older weeks can only be reached by their URL. */
const WEEKS_OFFERED = 53;

/**
 * Other kinds are not public: more overlapping periods would let people compute the answers of small groups by
 * subtraction.
 */
const PUBLIC_KINDS: readonly Period['kind'][] = ['week', 'report-quarter', 'report-year'];

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

/** Named periods that have begun since the unit's first day, grouped by kind, newest first. */
export function listPeriodOptions(openedOn: Day, today: Day): Period[] {
  const begun = listNamedPeriodsTouching(openedOn, today).filter((period) => period.from <= today);
  return ORDER.flatMap((kind) => {
    const newestFirst = begun
      .filter((period) => period.kind === kind)
      .sort((a, b) => (a.from < b.from ? 1 : -1));
    return kind === 'week' ? newestFirst.slice(0, WEEKS_OFFERED) : newestFirst;
  });
}

export const listPublicOptions = (openedOn: Day, today: Day): Period[] =>
  listPeriodOptions(openedOn, today).filter(isPublicPeriod);

export const isPublicPeriod = (period: Period): boolean => PUBLIC_KINDS.includes(period.kind);
