import type { Groups } from '../disclosure/separate-groups.ts';
import type { ShownCounts } from '../disclosure/shown-counts.ts';
import { computeFactorMean, FACTOR_MEAN, type ItemLevels } from '../indicator/factor-mean.v1.ts';
import { roundForData } from '../indicator/rounding.ts';
import { computeShareSatisfied } from '../indicator/share-satisfied.v1.ts';
import { addDays, type Day, dayOf, startOfDay, toVietnamTime } from '../lib/day.ts';
import { closesAt, type Period } from '../period/period.ts';
import type { DaySeal } from '../seal/seal.ts';
import type { Question, Survey, SurveyCatalogue } from '../survey/definition.ts';
import {
  type AnswerCounts,
  countLevels,
  type LevelCounts,
  levelsOfAnswers,
  NO_ANSWERS,
  NO_LEVELS,
  subtractLevels,
} from '../tally/level-counts.ts';
import type { Counter } from '../unit/counter.ts';
import {
  type DatedSetting,
  EXTERNAL_FIGURES,
  type ExternalFigureCode,
  settingInForce,
} from '../unit/dated-setting.ts';
import { type Installation, trialRecord } from '../unit/installation.ts';
import { receiversOf, type Unit } from '../unit/unit.ts';
import { buildIndicator, buildIndicatorAll, buildSingleUse } from './build-indicator.ts';
import type { Report } from './report.v1.ts';

export interface ReportInput {
  /** Undefined until a server has started on the database. */
  readonly installation: Installation | undefined;
  readonly unit: Unit;
  readonly counters: readonly Counter[];
  readonly settings: readonly DatedSetting[];
  readonly surveys: SurveyCatalogue;
  readonly period: Period;
  readonly now: Date;
  readonly shown: ShownCounts;
  readonly seal: Report['seal'];
  /** Empty for the period `four-weeks`, of which only the share of satisfied ballots is shown. */
  readonly alerts: Report['alerts'];
  readonly transactions: { readonly n: number; readonly source: 'typed' | 'imported' | 'system' } | null;
}

/** Minimum number of answers for a verdict, unless the unit sets another minimum. */
const DEFAULT_MINIMUM_N = 30;

/** Every page and file with figures is rendered from this report. */
export function buildReport(input: ReportInput): Report {
  const { installation, unit, period, shown, settings } = input;
  // The transactions are the population only if no ballots were carried in or out.
  const isOwn = shown.carried_in === 0 && shown.pending === 0;
  const population = isOwn ? (input.transactions?.n ?? null) : null;
  const framed = { ...input, isClosed: shown.is_closed, least: shown.least, population };
  const surveys = surveysOf(shown, input.surveys);
  const minimumN = settingInForce(settings, 'minimum_n', period.to)?.value ?? DEFAULT_MINIMUM_N;
  const closing = shown.is_closed ? closesAt(period) : null;

  return {
    schema: 'hailong.report/1',
    revision: 1,
    replaces: null,
    reason: null,
    trial: installation?.official_since === null,
    trial_record: trialRecord(installation),
    installation: installation?.id ?? null,
    unit: describeUnit(unit),
    receiver: receiversOf(unit)[0] ?? '',
    receivers: receiversOf(unit),
    period: {
      id: period.id,
      kind: period.kind,
      from: period.from,
      to: period.to,
      closed_at: closing && toVietnamTime(closing),
      counted_from: shown.counted_from,
    },
    as_of: toVietnamTime(closing ?? startOfDay(dayOf(input.now))),
    ballots: {
      received: shown.received,
      set_aside: shown.set_aside,
      counted: countLevels(shown.headline),
      pending: shown.pending,
      carried_in: shown.carried_in,
    },
    survey: buildSurveys(shown, input.surveys),
    indicator: buildIndicator(shown.headline, framed, minimumN),
    indicator_all: buildIndicatorAll(shown),
    headline: 'all',
    single_use: buildSingleUse(shown, framed, minimumN),
    factors: buildFactors(shown, surveys, minimumN),
    questions: buildQuestions(shown, surveys),
    channels: buildGroups(shown.channels, shown.headline).map(([channel, { counted, suppressed }]) => ({
      channel,
      counted,
      suppressed,
    })),
    respondents: buildGroups(shown.kinds, shown.headline).map(([kind, group]) => ({ kind, ...group })),
    fields: buildGroups(shown.fields, shown.headline).map(([field, group]) => ({ field, ...group })),
    set_aside: buildSetAside(shown),
    suggested: null,
    transactions: { n: input.transactions?.n ?? null, source: input.transactions?.source ?? null },
    response_rate_percent:
      input.transactions && input.transactions.n > 0
        ? roundForData((100 * shown.received) / input.transactions.n)
        : null,
    counters: buildCounters(shown, input.counters),
    external: externalFigures(settings, closing === null ? dayOf(input.now) : addDays(dayOf(closing), -1)),
    alerts: input.alerts,
    seal: input.seal,
  };
}

export const describeUnit = ({ code, official_code, name, kind, area_code }: Unit) => ({
  code,
  official_code,
  name,
  kind: kind || null,
  agency_code: official_code,
  area_code: area_code || null,
});

/** Figures that other bodies published, as the office entered them up to `day`. */
const externalFigures = (settings: readonly DatedSetting[], day: Day): Report['external'] =>
  (Object.keys(EXTERNAL_FIGURES) as ExternalFigureCode[]).flatMap((code) => {
    const figure = settingInForce(settings, code, day)?.value ?? null;
    return figure === null ? [] : [{ code, ...figure }];
  });

/** Seals of a period's days in order, without unsealed days. The number of ballots of a day is public already. */
export function buildSeal(seals: readonly DaySeal[]): Report['seal'] {
  if (seals.length === 0) return null;
  const days = seals.map(({ day, ballots, digest, chain }) => ({ day, ballots, digest, chain }));
  return { algorithm: 'sha256', days };
}

function buildSetAside({ set_aside, reasons }: ShownCounts): Report['set_aside'] {
  const known = sortById(reasons).map(([reason, n]) => ({ reason, n, suppressed: false }));
  const rest = set_aside - known.reduce((sum, { n }) => sum + n, 0);
  const unclassified = { reason: 'unclassified', n: rest, suppressed: true };
  return { total: set_aside, by_reason: rest > 0 ? [...known, unclassified] : known };
}

/** The last entry, `not-separated`, sums the suppressed groups, so that all entries add up to `headline`. */
function buildGroups(groups: Groups, headline: LevelCounts) {
  const figuresOf = (levels: LevelCounts, suppressed: boolean) => {
    const { numerator, denominator } = computeShareSatisfied(levels);
    return { counted: denominator, numerator, denominator, suppressed };
  };
  const rest = [...groups.values()].reduce(subtractLevels, headline);
  return [
    ...sortById(groups).map(([id, levels]) => [id, figuresOf(levels, false)] as const),
    ...(countLevels(rest) > 0 ? [['not-separated', figuresOf(rest, true)] as const] : []),
  ];
}

const buildCounters = (shown: ShownCounts, counters: readonly Counter[]): Report['counters'] =>
  counters.map(({ code, name, is_open }) => {
    const { levels, pending } = shown.counters.get(code) ?? { levels: NO_LEVELS, pending: 0 };
    const { numerator, denominator } = computeShareSatisfied(levels);
    const figures =
      denominator === 0
        ? { denominator: null, numerator: null, suppressed: true }
        : { denominator, numerator, suppressed: false };
    return { code, name, ...figures, pending, ended: !is_open };
  });

const buildSurveys = (shown: ShownCounts, catalogue: SurveyCatalogue): Report['survey'] =>
  sortById(shown.surveys).map(([key, n]) => {
    const [id, version] = key.split('/') as [string, string];
    const sha256 = catalogue.find(id, Number(version))?.sha256 ?? '';
    return { id, version: Number(version), sha256, counted: n, suppressed: n === null };
  });

/** Items with too few answers are listed in `left_out`, without figures. */
function buildFactors(shown: ShownCounts, surveys: readonly Survey[], minimumN: number): Report['factors'] {
  const items = questionsOf(surveys).flatMap(({ id, factor }): ItemLevels[] =>
    factor === null ? [] : [{ id, factor, levels: levelsOfAnswers(shown.questions[id] ?? NO_ANSWERS) }],
  );
  const mean = computeFactorMean(items, minimumN);
  return {
    rule: FACTOR_MEAN,
    percent: mean.percent === null ? null : roundForData(mean.percent),
    by: mean.by.map((factor) => ({
      ...factor,
      percent: factor.percent === null ? null : roundForData(factor.percent),
      suppressed: factor.percent === null,
    })),
  };
}

function buildQuestions(shown: ShownCounts, surveys: readonly Survey[]): Report['questions'] {
  return questionsOf(surveys).map(({ id, official_item, factor }) => {
    const counts: AnswerCounts = shown.questions[id] ?? NO_ANSWERS;
    const n = countLevels(levelsOfAnswers(counts));
    const question = { id, official_item, factor };
    if (n < shown.least) return { ...question, n: null, counts: null, not_asked: null, suppressed: true };
    const [one, two, three, four, five, na, skipped] = counts;
    return {
      ...question,
      n,
      counts: { '1': one, '2': two, '3': three, '4': four, '5': five, na, skipped },
      not_asked: countLevels(shown.headline) - n - na - skipped,
      suppressed: false,
    };
  });
}

const sortById = <Counts>(groups: ReadonlyMap<string, Counts>): (readonly [string, Counts])[] =>
  [...groups].sort(([a], [b]) => (a < b ? -1 : 1));

/** Surveys that have ballots, those with most questions first. */
function surveysOf(shown: ShownCounts, catalogue: SurveyCatalogue): Survey[] {
  const used = [...shown.surveys.keys()].flatMap((key) => {
    const [id, version] = key.split('/') as [string, string];
    return catalogue.find(id, Number(version)) ?? [];
  });
  return used.sort((a, b) => b.questions.length - a.questions.length || (a.id < b.id ? -1 : 1));
}

function questionsOf(surveys: readonly Survey[]): Question[] {
  const questions = new Map<string, Question>();
  for (const survey of surveys) {
    for (const question of survey.questions) {
      if (!questions.has(question.id)) questions.set(question.id, question);
    }
  }
  return [...questions.values()];
}
