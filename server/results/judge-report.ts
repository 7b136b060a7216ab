import type { PeriodSeal } from '../../web/types/leader-view.ts';
import type { VerdictView } from '../../web/types/report-view.ts';
import { computeVerdict } from '../indicator/verdict.ts';
import type { Report } from '../reporting/report.v1.ts';
import { shortSeal } from '../seal/seal.ts';

/** A report with the details that verdict sentences need. */
export interface JudgedReport {
  readonly report: Report;
  readonly verdict: VerdictView;
}

const NOTHING_TO_SAY: VerdictView = {
  is_exactly_target: false,
  more_ballots_needed: null,
  cannot_settle: null,
  missing_satisfied: 0,
};

export function judgeReport(report: Report): JudgedReport {
  const { numerator, denominator, target, minimum_n } = report.indicator;
  if (numerator === null || denominator === null || target === null)
    return { report, verdict: NOTHING_TO_SAY };
  const { is_exactly_target, more_ballots_needed, cannot_settle, missing_satisfied } = computeVerdict({
    numerator,
    denominator,
    targetPercent: target.percent,
    minimumN: minimum_n,
  });
  return { report, verdict: { is_exactly_target, more_ballots_needed, cannot_settle, missing_satisfied } };
}

/** Null when no day of the report is sealed. */
export function findPeriodSeal({ seal }: Report): PeriodSeal | null {
  const last = seal?.days.at(-1);
  return last === undefined ? null : { day: last.day, short: shortSeal(last.chain) };
}
