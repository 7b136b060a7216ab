import { formatSpan } from '../formatting/dates.ts';
import { formatPoints, formatShare } from '../formatting/numbers.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { EarlierView } from '../types/report-view.ts';

interface PeriodComparisonProps {
  /** Previous period, and the same period a year earlier; null: none. */
  readonly before: EarlierView | null;
  readonly yearBefore: EarlierView | null;
  /** Whether the previous period is the one of a year earlier, so that one line is enough. */
  readonly isOnceAYear: boolean;
}

export function PeriodComparison({ before, yearBefore, isOnceAYear }: PeriodComparisonProps) {
  const { comparison } = leaderVi;
  return (
    <>
      <ul class="facts">
        {before === null ? (
          <li>{comparison.noBefore}</li>
        ) : (
          <EarlierLine name={comparison.before} {...before} />
        )}
        {isOnceAYear ? null : yearBefore === null ? (
          <li>{comparison.noYearBefore}</li>
        ) : (
          <EarlierLine name={comparison.yearBefore} {...yearBefore} />
        )}
      </ul>
      <p class="soft screen-only">{comparison.note}</p>
    </>
  );
}

function EarlierLine({ name, report, change }: EarlierView & { readonly name: string }) {
  const { id, from, to } = report.period;
  return (
    <li>
      <a href={`/lanh-dao?ky=${id}`}>{name}</a> ({formatSpan(from, to, 'vi')}): {sayEarlierFigure(report)}{' '}
      <strong>{sayDifference(change)}</strong>
    </li>
  );
}

/** Null below the minimum of ballots. */
export function sayEarlierFigure({ indicator }: EarlierView['report']): string | null {
  const { percent, numerator, denominator, target } = indicator;
  if (percent === null || numerator === null || !denominator) return null;
  return leaderVi.comparison.figure(
    formatShare(numerator, denominator, target?.percent ?? null, 'vi'),
    denominator,
  );
}

export function sayDifference(change: EarlierView['change']): string {
  const { comparison } = leaderVi;
  if (change.difference_points === null) return comparison.tooFew;
  if (change.called === null) return comparison.unclear;
  const say = change.called === 'up' ? comparison.up : comparison.down;
  return say(formatPoints(change.difference_points, 'vi'));
}
