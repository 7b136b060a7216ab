import { addDays, type Day, dayOf, earlierOf } from '../lib/day.ts';
import { isClosed, isFinished, type Period, reportMonthsOf } from '../period/period.ts';
import { OVERALL } from '../survey/definition.ts';
import type { CellTally } from '../tally/cell.ts';
import { GROUP_SIZE } from '../tally/group-size.ts';
import {
  type AnswerCounts,
  addLevels,
  countLevels,
  type LevelCounts,
  NO_LEVELS,
  subtractLevels,
} from '../tally/level-counts.ts';
import type { RespondentTally } from '../tally/respondent-tally.store.ts';
import { type CounterDay, levelsOf, sumTallies, type Tally } from '../tally/tally.ts';
import { countReceived, countWaiting, type Gathered, type Release } from './gather.ts';
import { type Groups, separateGroups } from './separate-groups.ts';

/**
 * Everything that is disclosed about a period, before division and rounding. All counts are sums over the same
 * whole releases.
 */
export interface ShownCounts {
  /** Minimum number of ballots or answers that is shown. */
  readonly least: number;
  readonly is_closed: boolean;
  /** First day that counts, if it is later than the period's first day; else null. */
  readonly counted_from: Day | null;
  /** All ballots of the period's days, including today's. */
  readonly received: number;
  /** Ballots not yet released when the period began. `pending`: ballots not released at its end, or until now. */
  readonly carried_in: number;
  readonly pending: number;
  readonly set_aside: number;
  readonly headline: LevelCounts;
  /** Like `headline`, but including ballots set aside; null when the difference would isolate few ballots. */
  readonly with_set_aside: LevelCounts | null;
  /** Answers by question, without ballots set aside; questions with few answers are absent. */
  readonly questions: Readonly<Record<string, AnswerCounts>>;
  readonly low: Readonly<Record<string, LevelCounts>>;
  /** Number of ticks by `question.chip`; numbers below five are absent. */
  readonly chips: Readonly<Record<string, number>>;
  /**
   * Ballots by survey `id/version`, from releases with a single survey; null: all its releases contain several
   * surveys.
   */
  readonly surveys: ReadonlyMap<string, number | null>;
  /** Ballots set aside by reason, rounded down to multiples of five. */
  readonly reasons: ReadonlyMap<string, number>;
  /** Ballots by channel, and by kind and field of respondent; groups that `separateGroups` hides are absent. */
  readonly channels: Groups;
  readonly kinds: Groups;
  readonly fields: Groups;
  readonly counters: ReadonlyMap<string, { readonly levels: LevelCounts; readonly pending: number }>;
  /** Counters with ballots on finished days of the period. */
  readonly answered: ReadonlySet<string>;
}

export interface ShownInput {
  readonly period: Period;
  readonly now: Date;
  readonly gathered: Gathered;
  /** Null: the whole unit. */
  readonly counterCode: string | null;
}

interface CountedInput extends ShownInput {
  readonly tallies: readonly CellTally[];
  readonly respondents: readonly RespondentTally[];
}

const releasesOf = ({ period, gathered, counterCode }: ShownInput): Release[] =>
  gathered.releases.filter(
    ({ day, counter_code }) =>
      period.from <= day && day <= period.to && (counterCode === null || counter_code === counterCode),
  );

/** First and last day of the tallies that the period's releases need; null: the period has no releases. */
export function spanToRead(input: ShownInput): { readonly from: Day; readonly to: Day } | null {
  const releases = releasesOf(input);
  const [first, ...others] = releases;
  if (first === undefined) return null;
  return { from: others.reduce((day, { from }) => earlierOf(day, from), first.from), to: input.period.to };
}

interface FullRelease extends Release {
  readonly cells: readonly CellTally[];
  readonly respondents: readonly RespondentTally[];
}

/** Counts finished days only; `addRunningDay` adds today's ballots. */
export function showCounts(input: CountedInput): ShownCounts {
  const { period, now, counterCode } = input;
  const { start, least, ...all } = input.gathered;
  const isOwn = ({ counter_code }: { readonly counter_code: string }) =>
    counterCode === null || counter_code === counterCode;
  const gathered = { days: all.days.filter(isOwn), releases: all.releases.filter(isOwn) };
  const releases = fillReleases(input);
  const counted = sumTallies(releases.flatMap((release) => talliesOf(release, true)));
  const aside = releases.flatMap(({ cells }) => cells.filter(({ set_aside }) => set_aside !== ''));
  const months = counterCode === null ? reportMonthsOf(period) : [];
  const isGrouped = least > 1;
  const separate = (divide: (release: FullRelease) => Groups) =>
    isGrouped ? separateMonths(months, releases, now, divide) : sumGroups(releases.map(divide));
  const isInPeriod = ({ day }: CounterDay) => period.from <= day && day <= period.to;
  return {
    least,
    is_closed: isClosed(period, now),
    counted_from: start.begins_on > period.from ? start.begins_on : null,
    received: countReceived(gathered.days, period.from, period.to),
    carried_in: countWaiting(gathered, addDays(period.from, -1)),
    pending: countWaiting(gathered, period.to),
    set_aside: releases.reduce((sum, { set_aside }) => sum + set_aside, 0),
    headline: levelsOf(counted, OVERALL),
    with_set_aside: isGrouped ? sumWithSetAside(months, releases, now) : sumAll(releases),
    ...showQuestions(counted, least),
    chips: Object.fromEntries(Object.entries(counted.chips).filter(([, n]) => n >= least)),
    surveys: countSurveys(releases),
    reasons: countReasons(aside, least),
    channels: separate(divideByChannel),
    kinds: separate((release) => divideByRespondent(release, 'kind')),
    fields: separate((release) => divideByRespondent(release, 'field')),
    counters: countCounters(gathered, releases, period),
    answered: new Set(gathered.days.filter(isInPeriod).map(({ counter_code }) => counter_code)),
  };
}

/** Adds today's ballots as pending to the counts of a period that is not over. */
export function addRunningDay(shown: ShownCounts, today: readonly CounterDay[]): ShownCounts {
  const received = today.reduce((sum, { counted, set_aside }) => sum + counted + set_aside, 0);
  const counters = new Map(shown.counters);
  for (const { counter_code, counted, set_aside } of today) {
    const before = counters.get(counter_code) ?? { levels: NO_LEVELS, pending: 0 };
    counters.set(counter_code, { ...before, pending: before.pending + counted + set_aside });
  }
  return { ...shown, received: shown.received + received, pending: shown.pending + received, counters };
}

function fillReleases(input: CountedInput): FullRelease[] {
  const cells = Map.groupBy(input.tallies, ({ counter_code }) => counter_code);
  const respondents = Map.groupBy(input.respondents, ({ counter_code }) => counter_code);
  return releasesOf(input).map((release) => {
    const isIn = ({ day }: { readonly day: Day }) => release.from <= day && day <= release.day;
    return {
      ...release,
      cells: (cells.get(release.counter_code) ?? []).filter(isIn),
      respondents: (respondents.get(release.counter_code) ?? []).filter(isIn),
    };
  });
}

const talliesOf = ({ cells }: FullRelease, isCounted: boolean): Tally[] =>
  cells.filter(({ set_aside }) => (set_aside === '') === isCounted).map(({ tally }) => tally);

const overallOf = (release: FullRelease, isCounted = true): LevelCounts =>
  sumLevels(talliesOf(release, isCounted).map((tally) => levelsOf(tally, OVERALL)));

const sumLevels = (levels: readonly LevelCounts[]): LevelCounts => levels.reduce(addLevels, NO_LEVELS);

const within = ({ from, to }: Period, releases: readonly FullRelease[]): FullRelease[] =>
  releases.filter(({ day }) => from <= day && day <= to);

function separateMonths(
  months: readonly Period[],
  releases: readonly FullRelease[],
  now: Date,
  divide: (release: FullRelease) => Groups,
): Groups {
  return sumGroups(
    months.map((month) => {
      const divided = within(month, releases).map((release) => ({
        day: release.day,
        groups: divide(release),
      }));
      return separateGroups(divided, isFinished(month, dayOf(now)));
    }),
  );
}

function sumGroups(parts: readonly Groups[]): Groups {
  const sum = new Map<string, LevelCounts>();
  for (const [id, levels] of parts.flatMap((groups) => [...groups]))
    if (countLevels(levels) > 0) sum.set(id, addLevels(sum.get(id) ?? NO_LEVELS, levels));
  return sum;
}

function divideByChannel({ cells }: FullRelease): Groups {
  const groups = new Map<string, LevelCounts>();
  for (const { channel, set_aside, tally } of cells) {
    if (set_aside !== '') continue;
    groups.set(channel, addLevels(groups.get(channel) ?? NO_LEVELS, levelsOf(tally, OVERALL)));
  }
  return groups;
}

/** Key of respondents who did not state their kind or field. */
const NOT_SAID = 'not-said';

function divideByRespondent(release: FullRelease, dimension: RespondentTally['dimension']): Groups {
  const groups = new Map<string, LevelCounts>();
  for (const row of release.respondents.filter((one) => one.dimension === dimension)) {
    groups.set(row.option_id, addLevels(groups.get(row.option_id) ?? NO_LEVELS, row.levels));
  }
  const all = overallOf(release);
  const notSaid = subtractLevels(all, sumLevels([...groups.values()]));
  // More respondents with a kind or field than ballots: this can only happen in damaged data.
  return notSaid.some((n) => n < 0) ? new Map([[NOT_SAID, all]]) : groups.set(NOT_SAID, notSaid);
}

/**
 * Null unless each reporting month of the period has no ballots set aside, or is over and has at least five of
 * them. A period that is not a sum of reporting months must have none.
 */
function sumWithSetAside(
  months: readonly Period[],
  releases: readonly FullRelease[],
  now: Date,
): LevelCounts | null {
  const isShown = (part: readonly FullRelease[], isWhole: boolean) => {
    const n = part.reduce((sum, { set_aside }) => sum + set_aside, 0);
    return n === 0 || (isWhole && n >= GROUP_SIZE);
  };
  const isAll =
    months.length === 0
      ? isShown(releases, false)
      : months.every((month) => isShown(within(month, releases), isFinished(month, dayOf(now))));
  return isAll ? sumAll(releases) : null;
}

const sumAll = (releases: readonly FullRelease[]): LevelCounts =>
  sumLevels(releases.flatMap((release) => [overallOf(release), overallOf(release, false)]));

function showQuestions(counted: Tally, least: number): Pick<ShownCounts, 'questions' | 'low'> {
  const onlyShown = <Counts>(byId: Readonly<Record<string, Counts>>): Record<string, Counts> =>
    Object.fromEntries(Object.entries(byId).filter(([id]) => countLevels(levelsOf(counted, id)) >= least));
  return { questions: onlyShown(counted.questions), low: onlyShown(counted.low) };
}

/** A release whose ballots are of two surveys, as on the day of a change, is counted for neither. */
function countSurveys(releases: readonly FullRelease[]): Map<string, number | null> {
  const counts = new Map<string, number | null>();
  for (const { cells, counted } of releases) {
    const keys = new Set(
      cells
        .filter(({ set_aside }) => set_aside === '')
        .map(({ survey_id, survey_version }) => `${survey_id}/${survey_version}`),
    );
    for (const key of keys) {
      const before = counts.get(key) ?? null;
      counts.set(key, keys.size === 1 ? (before ?? 0) + counted : before);
    }
  }
  return counts;
}

function countReasons(aside: readonly CellTally[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { set_aside, tally } of aside) {
    counts.set(set_aside, (counts.get(set_aside) ?? 0) + tally.ballots);
  }
  return new Map(
    [...counts].map(([reason, n]) => [reason, n - (n % least)] as const).filter(([, n]) => n > 0),
  );
}

function countCounters(
  { days, releases }: Pick<Gathered, 'days' | 'releases'>,
  shown: readonly FullRelease[],
  period: Period,
): ShownCounts['counters'] {
  const codes = new Set(days.filter(({ day }) => day <= period.to).map(({ counter_code }) => counter_code));
  const isOf = (code: string) => (one: { readonly counter_code: string }) => one.counter_code === code;
  return new Map(
    [...codes].map((code) => [
      code,
      {
        levels: sumLevels(shown.filter(isOf(code)).map((release) => overallOf(release))),
        pending: countWaiting(
          { days: days.filter(isOf(code)), releases: releases.filter(isOf(code)) },
          period.to,
        ),
      },
    ]),
  );
}
