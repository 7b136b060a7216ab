import type { Disclosed } from '../disclosure/disclose.ts';
import { findSuppressed } from '../disclosure/suppress.ts';
import { computeFactorMean, FACTOR_MEAN, type ItemLevels } from '../indicator/factor-mean.v1.ts';
import { roundForData } from '../indicator/rounding.ts';
import { computeShareSatisfied } from '../indicator/share-satisfied.v1.ts';
import { dayOf, startOfDay, toVietnamTime } from '../lib/day.ts';
import { closesAt, type Period } from '../period/period.ts';
import type { DaySeal } from '../seal/seal.ts';
import { OVERALL, type Question, type Survey, type SurveyCatalogue } from '../survey/definition.ts';
import { type AnswerCounts, NO_ANSWERS } from '../tally/answer-counts.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { countLevels } from '../tally/level-counts.ts';
import { EMPTY_TALLY, levelsOf, mergeTallies, sumTallies, type Tally } from '../tally/tally.ts';
import type { Counter } from '../unit/counter.ts';
import { type DatedSetting, settingInForce } from '../unit/dated-setting.ts';
import type { Unit } from '../unit/unit.ts';
import { buildIndicator, buildIndicatorAll } from './build-indicator.ts';
import { buildSingleUse } from './build-single-use.ts';
import { buildSuggested } from './build-suggested.ts';
import type { Report } from './report.v1.ts';

export interface ReportInput {
  readonly unit: Unit;
  readonly counters: readonly Counter[];
  readonly settings: readonly DatedSetting[];
  readonly surveys: SurveyCatalogue;
  readonly period: Period;
  readonly now: Date;
  readonly disclosed: Disclosed;
  /** Seals of the period's days, in their order; days that are not sealed are left out. */
  readonly seals: readonly DaySeal[];
  /** What the period's later data show; none of a free range. */
  readonly alerts: Report['alerts'];
  /** Finished transactions of the period and where the number came from; null when not known. */
  readonly transactions: { readonly n: number; readonly source: 'typed' | 'imported' | 'system' } | null;
}

/** The minimum n where a unit has set none. Method §4. */
const DEFAULT_MINIMUM_N = 30;

type Cells = Disclosed['cells'];

/** Puts a period's figures together: every view and every file shows this object and no other. */
export function buildReport(input: ReportInput): Report {
  const { unit, period, disclosed, settings } = input;
  const counted = disclosed.cells.filter(isCounted);
  const shown = sumShownQuestions(disclosed);
  const minimumN = settingInForce(settings, 'minimum_n', period.to)?.value ?? DEFAULT_MINIMUM_N;
  const closing = disclosed.is_closed ? closesAt(period) : null;
  const isDivided = period.kind !== 'range';

  return {
    schema: 'hailong.report/1',
    revision: 1,
    replaces: null,
    reason: null,
    unit: { code: unit.code, official_code: unit.official_code, name: unit.name },
    receiver: unit.receiver,
    period: {
      id: period.id,
      kind: period.kind,
      from: period.from,
      to: period.to,
      closed_at: closing && toVietnamTime(closing),
    },
    as_of: toVietnamTime(closing ?? startOfDay(dayOf(input.now))),
    ballots: buildBallots(disclosed),
    survey: buildSurveys(disclosed, input.surveys),
    indicator: buildIndicator(disclosed.headline, input, minimumN),
    indicator_all: buildIndicatorAll(disclosed),
    headline: settingInForce(settings, 'headline_figure', period.to)?.value ?? 'all',
    single_use: isDivided ? buildSingleUse(disclosed, input, minimumN) : null,
    factors: buildFactors(shown, input.surveys, counted, minimumN),
    questions: buildQuestions(shown, surveysOf(counted, input.surveys)),
    channels: isDivided ? buildChannels(disclosed) : [],
    set_aside: buildSetAside(disclosed),
    suggested: buildSuggested(disclosed),
    transactions: { n: input.transactions?.n ?? null, source: input.transactions?.source ?? null },
    response_rate_percent:
      input.transactions && input.transactions.n > 0
        ? roundForData((100 * countLevels(disclosed.headline)) / input.transactions.n)
        : null,
    counters: isDivided ? buildCounters(disclosed, input.counters) : [],
    alerts: input.alerts,
    seal: buildSeal(input.seals),
  };
}

function buildBallots(disclosed: Disclosed): Report['ballots'] {
  const counted = countLevels(disclosed.headline);
  const { received, set_aside, carried_in } = disclosed;
  return { received, set_aside, counted, pending: received + carried_in - counted - set_aside, carried_in };
}

/** How many came in a day is no secret: it is live while the day lasts. */
function buildSeal(seals: readonly DaySeal[]): Report['seal'] {
  if (seals.length === 0) return null;
  const days = seals.map(({ day, ballots, digest, chain }) => ({ day, ballots, digest, chain }));
  return { algorithm: 'sha256', days };
}

function buildSetAside(disclosed: Disclosed): Report['set_aside'] {
  const isSetAside = (cell: Cells[number]) => cell.set_aside !== '';
  const groups = sumShownGroups(disclosed, isSetAside, (cell) => cell.set_aside);
  return {
    total: disclosed.set_aside,
    by_reason: groups.map(({ id, tally }) =>
      tally === null
        ? { reason: id, n: null, suppressed: true }
        : { reason: id, n: tally.ballots, suppressed: false },
    ),
  };
}

function buildChannels(disclosed: Disclosed): Report['channels'] {
  return sumShownGroups(disclosed, isCounted, (cell) => cell.channel).map(({ id, tally }) => ({
    channel: id,
    counted: tally === null ? null : tally.ballots,
    suppressed: tally === null,
  }));
}

function buildCounters(disclosed: Disclosed, counters: readonly Counter[]): Report['counters'] {
  const all = counters.map(({ code }) => code);
  const groups = sumShownGroups(disclosed, isCounted, (cell) => cell.counter_code, {
    always: all,
    hidden: (quarter) => quarter.telling_counters,
  });
  const tallies = new Map(groups.map(({ id, tally }) => [id, tally]));
  return counters.map(({ code, name }) => {
    const tally = tallies.get(code) ?? null;
    if (tally === null) return { code, name, denominator: null, numerator: null, suppressed: true };
    const share = computeShareSatisfied(levelsOf(tally, OVERALL));
    return { code, name, denominator: share.denominator, numerator: share.numerator, suppressed: false };
  });
}

function buildSurveys(disclosed: Disclosed, catalogue: SurveyCatalogue): Report['survey'] {
  const groups = sumShownGroups(disclosed, isCounted, (cell) => `${cell.survey_id}/${cell.survey_version}`);
  return groups.map(({ id: key, tally }) => {
    const [id, version] = key.split('/') as [string, string];
    return {
      id,
      version: Number(version),
      sha256: catalogue.find(id, Number(version))?.sha256 ?? '',
      counted: tally === null ? null : tally.ballots,
      suppressed: tally === null,
    };
  });
}

/** Items of factors; an item that too few answered counts as left out and shows nothing. */
function buildFactors(
  total: Tally,
  catalogue: SurveyCatalogue,
  cells: Cells,
  minimumN: number,
): Report['factors'] {
  const items = questionsOf(surveysOf(cells, catalogue)).flatMap((question): ItemLevels[] =>
    question.factor === null
      ? []
      : [{ id: question.id, factor: question.factor, levels: levelsOf(total, question.id) }],
  );
  const mean = computeFactorMean(items, minimumN);
  return {
    rule: FACTOR_MEAN,
    percent: mean.percent === null ? null : roundForData(mean.percent),
    by: mean.by.map((factor) => ({
      id: factor.id,
      percent: factor.percent === null ? null : roundForData(factor.percent),
      n: factor.n,
      items: [...factor.items],
      left_out: [...factor.left_out],
      suppressed: factor.percent === null,
    })),
  };
}

/**
 * All answers that count, without the questions that few answered or that disclosure withholds: neither their
 * levels nor who marked them low.
 */
export function sumShownQuestions(disclosed: Disclosed): Tally {
  if (disclosed.quarters.length > 0) return sumTallies(disclosed.quarters.map(sumShownQuestions));
  const total = sumTallies(disclosed.cells.filter(isCounted).map(({ tally }) => tally));
  const isShown = (id: string) =>
    countLevels(levelsOf(total, id)) >= GROUP_SIZE && !disclosed.withheld?.questions.has(id);
  const onlyShown = <Counts>(byId: Readonly<Record<string, Counts>>): Record<string, Counts> =>
    Object.fromEntries(Object.entries(byId).filter(([id]) => isShown(id)));
  return { ...total, questions: onlyShown(total.questions), low: onlyShown(total.low) };
}

function buildQuestions(total: Tally, surveys: readonly Survey[]): Report['questions'] {
  return questionsOf(surveys).map(({ id, official_item, factor }) => {
    const counts: AnswerCounts = total.questions[id] ?? NO_ANSWERS;
    const n = countLevels(levelsOf(total, id));
    if (n < GROUP_SIZE) return { id, official_item, factor, n: null, counts: null, suppressed: true };
    const [one, two, three, four, five, na, skipped] = counts;
    return {
      id,
      official_item,
      factor,
      n,
      counts: { '1': one, '2': two, '3': three, '4': four, '5': five, na, skipped },
      suppressed: false,
    };
  });
}

const isCounted = (cell: Cells[number]): boolean => cell.set_aside === '';

/** A group of cells with what may be shown of it; null: nothing. */
interface ShownGroup {
  readonly id: string;
  readonly tally: Tally | null;
}

/**
 * The groups that make up a whole, in the order of their ids, those of `always` even without a ballot, and none
 * of `hidden`. A sum of quarters holds of each group the quarters in which it is shown: the others would be
 * the difference.
 */
function sumShownGroups(
  disclosed: Disclosed,
  isInWhole: (cell: Cells[number]) => boolean,
  idOf: (cell: Cells[number]) => string,
  also: {
    readonly always?: readonly string[];
    readonly hidden?: (disclosed: Disclosed) => ReadonlySet<string>;
  } = {},
): ShownGroup[] {
  const { cells, quarters } = disclosed;
  const parts = quarters.map((quarter) => sumShownGroups(quarter, isInWhole, idOf, also));
  if (parts.length > 0) {
    const tallies = new Map<string, Tally | null>();
    for (const { id, tally } of parts.flat()) {
      const known = tallies.get(id) ?? null;
      tallies.set(id, tally && known ? mergeTallies(known, tally) : (tally ?? known));
    }
    return sortById(tallies);
  }
  const tallies = new Map((also.always ?? []).map((id) => [id, EMPTY_TALLY]));
  for (const cell of cells.filter(isInWhole)) {
    tallies.set(idOf(cell), mergeTallies(tallies.get(idOf(cell)) ?? EMPTY_TALLY, cell.tally));
  }
  const few = findSuppressed([...tallies].map(([id, { ballots }]) => ({ id, n: ballots })));
  const isHidden = (id: string) => few.has(id) || also.hidden?.(disclosed).has(id);
  return sortById(new Map([...tallies].map(([id, tally]) => [id, isHidden(id) ? null : tally])));
}

const sortById = (tallies: ReadonlyMap<string, Tally | null>): ShownGroup[] =>
  [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, tally]) => ({ id, tally }));

/** The surveys that were answered, those with more questions first. */
function surveysOf(cells: Cells, catalogue: SurveyCatalogue): Survey[] {
  const used = new Map<string, Survey>();
  for (const cell of cells) {
    const survey = catalogue.find(cell.survey_id, cell.survey_version);
    if (survey) used.set(`${survey.id}/${survey.version}`, survey);
  }
  return [...used.values()].sort((a, b) => b.questions.length - a.questions.length || (a.id < b.id ? -1 : 1));
}

/** Every question asked in any of the surveys, once, `overall` first. */
function questionsOf(surveys: readonly Survey[]): Question[] {
  const questions = new Map<string, Question>();
  for (const survey of surveys) {
    for (const question of survey.questions) {
      if (!questions.has(question.id)) questions.set(question.id, question);
    }
  }
  return [...questions.values()];
}
