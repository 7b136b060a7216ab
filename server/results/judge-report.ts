import { computeVerdict, type Verdict } from '../indicator/verdict.ts';
import type { Report, ReportIndicator } from '../reporting/report.v1.ts';

/** The figure beside the headline; `indicator` null where nothing of it may be shown. */
export interface BesideHeadline {
  readonly kind: 'single-use' | 'all';
  readonly indicator: ReportIndicator | null;
  /** Whether it would come first, but cannot be shown. */
  readonly wasToBeFirst: boolean;
}

/** A report with what the sentences about it need. */
export interface JudgedReport {
  /** With the figure that comes first as its indicator. */
  readonly report: Report;
  /** As it is served. */
  readonly original: Report;
  readonly verdict: Omit<Verdict, 'verdict' | 'certain'>;
  /** null: there are no one-time slips to tell of. */
  readonly beside: BesideHeadline | null;
}

const NOTHING_TO_SAY: JudgedReport['verdict'] = {
  is_exactly_target: false,
  more_ballots_needed: null,
  cannot_settle: null,
  missing_satisfied: 0,
};

/** Judges a report by the figure that comes first in it and the target. */
export function judgeReport(original: Report): JudgedReport {
  const { indicator, beside } = chooseHeadline(original);
  const report = { ...original, indicator };
  const { numerator, denominator, target, minimum_n } = indicator;
  if (numerator === null || denominator === null || target === null)
    return { report, original, verdict: NOTHING_TO_SAY, beside };
  const { is_exactly_target, more_ballots_needed, cannot_settle, missing_satisfied } = computeVerdict({
    numerator,
    denominator,
    targetPercent: target.percent,
    minimumN: minimum_n,
    transactions: indicator === original.indicator ? report.transactions.n : null,
  });
  const verdict = { is_exactly_target, more_ballots_needed, cannot_settle, missing_satisfied };
  return { report, original, verdict, beside };
}

/** One-time slips come first where the office has chosen so and they can be shown; else all ballots do. */
function chooseHeadline(report: Report): {
  readonly indicator: ReportIndicator;
  readonly beside: BesideHeadline | null;
} {
  const { indicator, single_use } = report;
  const wantsSlips = report.headline === 'single-use';
  if (wantsSlips && single_use !== null && !single_use.suppressed) {
    return { indicator: single_use, beside: { kind: 'all', indicator, wasToBeFirst: false } };
  }
  const isTold = single_use !== null || wantsSlips;
  const beside = { kind: 'single-use' as const, indicator: single_use, wasToBeFirst: wantsSlips };
  return { indicator, beside: isTold ? beside : null };
}

/** Whether the figures that come first in two reports are made of the same ballots: all, or one-time slips. */
export const hasSameHeadline = (left: JudgedReport, right: JudgedReport): boolean =>
  (left.report.indicator === left.original.indicator) ===
  (right.report.indicator === right.original.indicator);
