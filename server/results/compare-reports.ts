import { type Change, type Comparison, computeChanges, type Proportion } from '../indicator/change.ts';
import type { Report } from '../reporting/report.v1.ts';
import { OVERALL } from '../survey/definition.ts';

export type Comparable = Pick<Report, 'indicator' | 'questions' | 'counters'>;

/**
 * Counters with fewer ballots are not compared, because noise would be taken for a colleague's
 * performance.
 */
export const COUNTER_MINIMUM_N = 30;

/**
 * Id of the comparison of the share of satisfied ballots with that of the same period a year earlier; `overall` is
 * the id of its comparison with the previous period.
 */
export const YEAR_BEFORE = 'year-before';

/**
 * Compares the share of satisfied ballots, every question in both reports and every counter with enough ballots in
 * both, corrected together (Fisher, Holm).
 */
export const compareReports = (before: Comparable, after: Comparable): Change[] =>
  computeChanges([
    compareHeadlines(OVERALL, before, after, true),
    ...compareQuestions(before, after),
    ...compareCounters(before, after),
  ]);

/**
 * For pages with two earlier periods: compares the share of satisfied ballots with the previous period and with the
 * year before, and counters with the previous period. Earlier reports may be null.
 */
export const compareWithEarlier = (
  after: Comparable,
  before: Comparable | null,
  yearBefore: Comparable | null,
): Change[] =>
  computeChanges([
    ...(before === null ? [] : [compareHeadlines(OVERALL, before, after, true)]),
    ...(yearBefore === null ? [] : [compareHeadlines(YEAR_BEFORE, yearBefore, after, false)]),
    ...(before === null ? [] : compareCounters(before, after)),
  ]);

const compareHeadlines = (
  id: string,
  before: Comparable,
  after: Comparable,
  isFirst: boolean,
): Comparison => ({ id, isFirst, before: headlineOf(before), after: headlineOf(after) });

const compareQuestions = (before: Comparable, after: Comparable): Comparison[] =>
  after.questions
    .filter(({ id }) => id !== OVERALL)
    .map((question) => ({
      id: question.id,
      before: satisfiedShare(before.questions.find(({ id }) => id === question.id)),
      after: satisfiedShare(question),
    }));

const compareCounters = (before: Comparable, after: Comparable): Comparison[] =>
  after.counters.map((counter) => ({
    id: counter.code,
    before: counterShare(before.counters.find(({ code }) => code === counter.code)),
    after: counterShare(counter),
  }));

const NOTHING: Proportion = { numerator: 0, denominator: 0 };

const headlineOf = ({ indicator: { numerator, denominator } }: Comparable): Proportion =>
  numerator === null || denominator === null ? NOTHING : { numerator, denominator };

function counterShare(counter: Comparable['counters'][number] | undefined): Proportion {
  const { numerator = null, denominator = null } = counter ?? {};
  if (numerator === null || denominator === null || denominator < COUNTER_MINIMUM_N) return NOTHING;
  return { numerator, denominator };
}

const satisfiedShare = (question: Comparable['questions'][number] | undefined): Proportion =>
  question?.counts
    ? { numerator: question.counts['4'] + question.counts['5'], denominator: question.n ?? 0 }
    : NOTHING;
