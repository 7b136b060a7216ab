import {
  addDays,
  type Day,
  dayInMonth,
  daysBetween,
  mondayOf,
  monthOf,
  startOfDay,
  weekdayOf,
  yearOf,
} from '../lib/day.ts';

/** Kinds of which each day belongs to exactly one period. */
export const TILING_KINDS = [
  'week',
  'month',
  'quarter',
  'half',
  'year',
  'report-month',
  'report-quarter',
  'report-half',
  'report-year',
] as const;
export type TilingKind = (typeof TILING_KINDS)[number];

/**
 * Kinds of periods that close and have an id in URLs. The nine-month period does not cover 15 September to 14
 * December.
 */
export type NamedKind = TilingKind | 'report-9m';

/** Both ends included; days in Vietnam's time zone. */
export interface Period {
  /** For URLs and JSON: `2024-W05`, `BC-2024-Q1`. */
  readonly id: string;
  /** `four-weeks` (`lastFourWeeks`) never closes and has no URL. */
  readonly kind: NamedKind | 'four-weeks';
  readonly from: Day;
  readonly to: Day;
}

export interface NamedPeriod extends Period {
  readonly kind: NamedKind;
}

/** Full days after a period's last day in which transactions can still be entered. */
const DAYS_UNTIL_CLOSING = 5;

/** `suffix` is null for kinds with one period a year. */
interface MonthKind {
  readonly months: number;
  /** Whether months run from the 15th of the month before to the 14th (NĐ 09/2019/NĐ-CP, Điều 12). */
  readonly is_reporting: boolean;
  readonly suffix: ((index: number) => string) | null;
}

const MONTH_KINDS: Readonly<Record<Exclude<NamedKind, 'week'>, MonthKind>> = {
  month: { months: 1, is_reporting: false, suffix: (index) => String(index).padStart(2, '0') },
  quarter: { months: 3, is_reporting: false, suffix: (index) => `Q${index}` },
  half: { months: 6, is_reporting: false, suffix: (index) => `H${index}` },
  year: { months: 12, is_reporting: false, suffix: null },
  'report-month': { months: 1, is_reporting: true, suffix: (index) => String(index).padStart(2, '0') },
  'report-quarter': { months: 3, is_reporting: true, suffix: (index) => `Q${index}` },
  'report-half': { months: 6, is_reporting: true, suffix: (index) => `H${index}` },
  'report-9m': { months: 9, is_reporting: true, suffix: () => '9M' },
  'report-year': { months: 12, is_reporting: true, suffix: null },
};

const REPORTING_DAY = 15;

/** ISO 8601: week 1 contains 4 January. */
const firstMondayOf = (isoYear: number): Day => mondayOf(dayInMonth(isoYear, 1, 4));

const countWeeks = (isoYear: number): number =>
  daysBetween(firstMondayOf(isoYear), firstMondayOf(isoYear + 1)) / 7;

function makeWeek(isoYear: number, week: number): NamedPeriod {
  const from = addDays(firstMondayOf(isoYear), (week - 1) * 7);
  return { id: `${isoYear}-W${String(week).padStart(2, '0')}`, kind: 'week', from, to: addDays(from, 6) };
}

/** `index`: number of the period within its year, from 1. */
function idOf(kind: Exclude<NamedKind, 'week'>, year: number, index: number): string {
  const { is_reporting, suffix } = MONTH_KINDS[kind];
  return `${is_reporting ? 'BC-' : ''}${year}${suffix === null ? '' : `-${suffix(index)}`}`;
}

function makeOfMonths(kind: Exclude<NamedKind, 'week'>, year: number, index: number): NamedPeriod {
  const { months, is_reporting } = MONTH_KINDS[kind];
  const first = (index - 1) * months + 1;
  const last = first + months - 1;
  return {
    id: idOf(kind, year, index),
    kind,
    from: is_reporting ? dayInMonth(year, first - 1, REPORTING_DAY) : dayInMonth(year, first, 1),
    to: is_reporting ? dayInMonth(year, last, REPORTING_DAY - 1) : dayInMonth(year, last + 1, 0),
  };
}

/**
 * Null only for the nine-month period and a day of the last reporting quarter. For years outside 2000–2999 the id
 * is one that `parsePeriod` rejects.
 */
export function periodOf(kind: TilingKind, day: Day): NamedPeriod;
export function periodOf(kind: NamedKind, day: Day): NamedPeriod | null;
export function periodOf(kind: NamedKind, day: Day): NamedPeriod | null {
  if (kind === 'week') {
    const isoYear = yearOf(addDays(day, 4 - weekdayOf(day)));
    return makeWeek(isoYear, daysBetween(firstMondayOf(isoYear), mondayOf(day)) / 7 + 1);
  }
  const { months, is_reporting } = MONTH_KINDS[kind];
  const isLate = is_reporting && Number(day.slice(8)) >= REPORTING_DAY;
  const counted = isLate ? dayInMonth(yearOf(day), monthOf(day) + 1, 1) : day;
  const index = Math.ceil(monthOf(counted) / months);
  if (kind === 'report-9m' && index > 1) return null;
  return makeOfMonths(kind, yearOf(counted), index);
}

const HAS_KNOWN_YEAR = /^(BC-)?2\d{3}\b/;

const MONTHS_OF_YEAR = 12;
const MONTH_KIND_NAMES = Object.keys(MONTH_KINDS) as (keyof typeof MONTH_KINDS)[];

/** Null unless the text is the exact id of a period of the years 2000–2999. */
export function parsePeriod(id: string): NamedPeriod | null {
  const [, yearText, weekText] = /^(?:BC-)?(2\d{3})(?:-W(\d\d)|-[QH\d]\w)?$/.exec(id) ?? [];
  if (yearText === undefined) return null;
  const year = Number(yearText);
  if (weekText !== undefined) {
    const week = Number(weekText);
    return id.startsWith('BC-') || week < 1 || week > countWeeks(year) ? null : makeWeek(year, week);
  }
  for (const kind of MONTH_KIND_NAMES) {
    for (let index = 1; index * MONTH_KINDS[kind].months <= MONTHS_OF_YEAR; index += 1) {
      if (idOf(kind, year, index) === id) return makeOfMonths(kind, year, index);
    }
  }
  return null;
}

function neighbourOf({ kind, from, to }: NamedPeriod, direction: 1 | -1): NamedPeriod {
  if (kind === 'report-9m') return makeOfMonths(kind, yearOf(to) + direction, 1);
  return periodOf(kind, direction === 1 ? addDays(to, 1) : addDays(from, -1));
}

/** The period of the kind that ends on the day before; for nine months, that of the previous year. */
export const previousPeriod = (period: NamedPeriod): NamedPeriod => neighbourOf(period, -1);

/** The period of the kind that begins on the day after; for nine months, that of the next year. */
export const nextPeriod = (period: NamedPeriod): NamedPeriod => neighbourOf(period, 1);

export function reportMonthsOf({ kind, from, to }: Period): NamedPeriod[] {
  if (!kind.startsWith('report-')) return [];
  const months: NamedPeriod[] = [];
  for (let month = periodOf('report-month', from); month.from <= to; month = nextPeriod(month))
    months.push(month);
  return months;
}

/** The four weeks, Monday to Sunday, before the current week. */
export function lastFourWeeks(today: Day): Period {
  const to = addDays(mondayOf(today), -1);
  const from = addDays(to, -27);
  return { id: `${from}..${to}`, kind: 'four-weeks', from, to };
}

/** The period with the same number one year earlier. For week 53, the last week of that year. */
export function samePeriodAYearBefore({ id, kind, to }: NamedPeriod): NamedPeriod {
  if (kind === 'week') {
    const isoYear = Number(id.slice(0, 4)) - 1;
    return makeWeek(isoYear, Math.min(Number(id.slice(6)), countWeeks(isoYear)));
  }
  // A reporting period belongs to the year of its last day; its first day may be in the year before.
  const index = Math.ceil(monthOf(to) / MONTH_KINDS[kind].months);
  return makeOfMonths(kind, yearOf(to) - 1, index);
}

/** The time from which the period's report is immutable; null when it never closes. */
export const closesAt = (period: Period): Date | null =>
  period.kind === 'four-weeks' ? null : startOfDay(addDays(period.to, DAYS_UNTIL_CLOSING + 1));

export function isClosed(period: Period, now: Date): boolean {
  const closing = closesAt(period);
  return closing !== null && now.getTime() >= closing.getTime();
}

/** Whether all days of the period are over. Transactions can still be entered until it closes. */
export const isFinished = (period: Period, today: Day): boolean => today > period.to;

export const isRunning = (period: Period, today: Day): boolean => period.from <= today && today <= period.to;

/**
 * Periods of the years 2000–2999 that overlap the range (both ends included), sorted by last day, then id. Empty
 * when `to` is earlier than `from`.
 */
export function listNamedPeriodsTouching(from: Day, to: Day): NamedPeriod[] {
  if (to < from) return [];
  const found: NamedPeriod[] = [];
  for (const kind of TILING_KINDS) {
    for (let period = periodOf(kind, from); period.from <= to; period = nextPeriod(period))
      found.push(period);
  }
  for (let year = yearOf(from); year <= yearOf(to) + 1; year += 1) {
    const nineMonths = makeOfMonths('report-9m', year, 1);
    if (nineMonths.from <= to && nineMonths.to >= from) found.push(nineMonths);
  }
  return found
    .filter(({ id }) => HAS_KNOWN_YEAR.test(id))
    .sort((left, right) => compareText(left.to, right.to) || compareText(left.id, right.id));
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
