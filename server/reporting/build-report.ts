import type { Disclosed } from '../disclosure/disclose.ts';
import { findSuppressed, type Group } from '../disclosure/suppress.ts';
import { computeFactorMean, FACTOR_MEAN, type ItemLevels } from '../indicator/factor-mean.v1.ts';
import { roundForData } from '../indicator/rounding.ts';
import { computeShareSatisfied } from '../indicator/share-satisfied.v1.ts';
import { dayOf, startOfDay, toVietnamTime } from '../lib/day.ts';
import { closesAt, type Period } from '../period/period.ts';
import { OVERALL, type Question, type Survey, type SurveyCatalogue } from '../survey/definition.ts';
import { type AnswerCounts, NO_ANSWERS } from '../tally/answer-counts.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { countLevels } from '../tally/level-counts.ts';
import { levelsOf, sumTallies, type Tally } from '../tally/tally.ts';
import type { Counter } from '../unit/counter.ts';
import { type DatedSetting, settingInForce } from '../unit/dated-setting.ts';
import type { Unit } from '../unit/unit.ts';
import { buildIndicator, buildIndicatorAll } from './build-indicator.ts';
import type { Report } from './report.v1.ts';

export interface ReportInput {
  readonly unit: Unit;
  readonly counters: readonly Counter[];
  readonly settings: readonly DatedSetting[];
  readonly surveys: SurveyCatalogue;
  readonly period: Period;
  readonly now: Date;
  readonly disclosed: Disclosed;
  /** Finished transactions of the period and where the number came from; null when not known. */
  readonly transactions: { readonly n: number; readonly source: 'typed' | 'imported' | 'system' } | null;
}

/** The minimum n where a unit has set none. Method §4. */
const DEFAULT_MINIMUM_N = 30;

type Cells = Disclosed['cells'];

/** Puts a period's figures together: every view and every file shows this object and no other. */
export function buildReport(input: ReportInput): Report {
  const { unit, period, disclosed, settings } = input;
  const counted = disclosed.cells.filter((cell) => cell.set_aside === '');
  const shown = withholdQuestions(sumTallies(counted.map((cell) => cell.tally)), disclosed);
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
    survey: buildSurveys(counted, input.surveys),
    indicator: buildIndicator(disclosed.headline, input, minimumN),
    indicator_all: buildIndicatorAll(disclosed),
    single_use: null,
    factors: buildFactors(shown, input.surveys, counted, minimumN),
    questions: buildQuestions(shown, surveysOf(counted, input.surveys)),
    channels: isDivided ? buildChannels(counted) : [],
    set_aside: buildSetAside(disclosed),
    transactions: { n: input.transactions?.n ?? null, source: input.transactions?.source ?? null },
    response_rate_percent:
      input.transactions && input.transactions.n > 0
        ? roundForData((100 * countLevels(disclosed.headline)) / input.transactions.n)
        : null,
    counters: isDivided ? buildCounters(counted, input.counters) : [],
    alerts: [],
    seal: null,
  };
}

function buildBallots(disclosed: Disclosed): Report['ballots'] {
  const counted = countLevels(disclosed.headline);
  const set_aside = countLevels(disclosed.headline_set_aside);
  const { received } = disclosed;
  return { received, set_aside, counted, pending: received - counted - set_aside };
}

function buildSetAside(disclosed: Disclosed): Report['set_aside'] {
  const groups = groupBallots(
    disclosed.cells.filter((cell) => cell.set_aside !== ''),
    (cell) => cell.set_aside,
  );
  const hidden = findSuppressed(groups);
  return {
    total: countLevels(disclosed.headline_set_aside),
    by_reason: groups.map(({ id, n }) =>
      hidden.has(id) ? { reason: id, n: null, suppressed: true } : { reason: id, n, suppressed: false },
    ),
  };
}

function buildChannels(cells: Cells): Report['channels'] {
  const groups = groupBallots(cells, (cell) => cell.channel);
  const hidden = findSuppressed(groups);
  return groups.map(({ id, n }) => ({
    channel: id,
    counted: hidden.has(id) ? null : n,
    suppressed: hidden.has(id),
  }));
}

function buildCounters(cells: Cells, counters: readonly Counter[]): Report['counters'] {
  const tallies = new Map(
    counters.map((counter) => [
      counter.code,
      sumTallies(cells.filter((cell) => cell.counter_code === counter.code).map((cell) => cell.tally)),
    ]),
  );
  const hidden = findSuppressed([...tallies].map(([id, tally]) => ({ id, n: tally.ballots })));
  return counters.map(({ code, name }) => {
    if (hidden.has(code)) return { code, name, denominator: null, numerator: null, suppressed: true };
    const share = computeShareSatisfied(levelsOf(tallies.get(code) as Tally, OVERALL));
    return { code, name, denominator: share.denominator, numerator: share.numerator, suppressed: false };
  });
}

function buildSurveys(cells: Cells, catalogue: SurveyCatalogue): Report['survey'] {
  const groups = groupBallots(cells, (cell) => `${cell.survey_id}/${cell.survey_version}`);
  const hidden = findSuppressed(groups);
  return groups.map(({ id: key, n }) => {
    const [id, version] = key.split('/') as [string, string];
    return {
      id,
      version: Number(version),
      sha256: catalogue.find(id, Number(version))?.sha256 ?? '',
      counted: hidden.has(key) ? null : n,
      suppressed: hidden.has(key),
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

/** Without the questions that disclosure withholds: they then look as if nobody had answered them. */
function withholdQuestions(total: Tally, { withheld }: Disclosed): Tally {
  if (!withheld) return total;
  const shown = Object.entries(total.questions).filter(([id]) => !withheld.questions.has(id));
  return { ...total, questions: Object.fromEntries(shown) };
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

function groupBallots(cells: Cells, idOf: (cell: Cells[number]) => string): Group[] {
  const groups = new Map<string, number>();
  for (const cell of cells) groups.set(idOf(cell), (groups.get(idOf(cell)) ?? 0) + cell.tally.ballots);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, n]) => ({ id, n }));
}

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
