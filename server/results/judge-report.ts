import { type Change, computeChanges } from '../indicator/change.ts';
import { computeVerdict, type Verdict } from '../indicator/verdict.ts';
import type { Report } from '../reporting/report.v1.ts';

/** A report with what the sentences about it need. */
export interface JudgedReport {
  readonly report: Report;
  readonly verdict: Omit<Verdict, 'verdict' | 'certain'>;
}

const NOTHING_TO_SAY: JudgedReport['verdict'] = {
  is_exactly_target: false,
  more_ballots_needed: null,
  cannot_settle: null,
  missing_satisfied: 0,
};

/** Judges a report by its own figures and the target in it. */
export function judgeReport(report: Report): JudgedReport {
  const { numerator, denominator, target, minimum_n } = report.indicator;
  if (numerator === null || denominator === null || target === null)
    return { report, verdict: NOTHING_TO_SAY };
  const { is_exactly_target, more_ballots_needed, cannot_settle, missing_satisfied } = computeVerdict({
    numerator,
    denominator,
    targetPercent: target.percent,
    minimumN: minimum_n,
    transactions: report.transactions.n,
  });
  return { report, verdict: { is_exactly_target, more_ballots_needed, cannot_settle, missing_satisfied } };
}

/**
 * The changes from one report to the next that chance hardly explains: the headline, every question and
 * every counter that both show, judged together (Fisher, Holm).
 */
export function compareReports(before: Report, after: Report): Change[] {
  const comparisons = [];
  const headline = (report: Report) => shareOf(report.indicator.numerator, report.indicator.denominator);
  comparisons.push({ id: 'overall', before: headline(before), after: headline(after) });
  for (const question of after.questions.filter(({ id }) => id !== 'overall')) {
    const earlier = before.questions.find(({ id }) => id === question.id);
    comparisons.push({ id: question.id, before: satisfiedShare(earlier), after: satisfiedShare(question) });
  }
  for (const counter of after.counters) {
    const earlier = before.counters.find(({ code }) => code === counter.code);
    comparisons.push({
      id: counter.code,
      before: shareOf(earlier?.numerator ?? null, earlier?.denominator ?? null),
      after: shareOf(counter.numerator, counter.denominator),
    });
  }
  return computeChanges(comparisons);
}

const shareOf = (numerator: number | null, denominator: number | null) => ({
  numerator: numerator ?? 0,
  denominator: denominator ?? 0,
});

const satisfiedShare = (question: Report['questions'][number] | undefined) =>
  question?.counts
    ? { numerator: question.counts['4'] + question.counts['5'], denominator: question.n ?? 0 }
    : { numerator: 0, denominator: 0 };
