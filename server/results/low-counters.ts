import type { LowCounterView, PeriodSeal } from '../../web/types/leader-view.ts';
import type { ChangeView } from '../../web/types/report-view.ts';
import { computeVerdict } from '../indicator/verdict.ts';
import type { Report } from '../reporting/report.v1.ts';
import { shortSeal } from '../seal/seal.ts';
import type { Counter } from '../unit/counter.ts';

/**
 * Counters named at the top of the leader's page, lowest first. A counter is named only when its whole interval is
 * below the target, or when it has fallen significantly.
 */
export function findLowCounters(
  { counters, indicator }: Pick<Report, 'counters' | 'indicator'>,
  changes: readonly ChangeView[],
): LowCounterView[] {
  const found = counters.flatMap(({ code, name, numerator, denominator, suppressed }): LowCounterView[] => {
    if (suppressed || numerator === null || !denominator) return [];
    const isBelowTarget =
      indicator.target !== null && isClearlyBelow(numerator, denominator, indicator.target.percent);
    const change = changes.find(({ id }) => id === code);
    const points = change === undefined || change.called === null ? null : change.difference_points;
    return isBelowTarget || change?.called === 'down'
      ? [{ code, name, numerator, denominator, isBelowTarget, points }]
      : [];
  });
  return found.sort(
    (a, b) =>
      Number(b.isBelowTarget) - Number(a.isBelowTarget) ||
      a.numerator / a.denominator - b.numerator / b.denominator,
  );
}

/** Codes of closed counters, which tables show only where they have ballots. */
export const listClosed = (counters: readonly Counter[]): string[] =>
  counters.filter(({ is_open }) => !is_open).map(({ code }) => code);

function isClearlyBelow(numerator: number, denominator: number, targetPercent: number): boolean {
  const { verdict, certain } = computeVerdict({ numerator, denominator, targetPercent, minimumN: 1 });
  return verdict === 'not-met' && certain;
}

export function findPeriodSeal({ seal }: Report): PeriodSeal | null {
  const last = seal?.days.at(-1);
  return last === undefined ? null : { day: last.day, short: shortSeal(last.chain) };
}
