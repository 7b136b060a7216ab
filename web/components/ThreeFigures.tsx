import { formatPercent, formatTarget } from '../formatting/numbers.ts';
import { formatCalendarPeriod } from '../formatting/periods.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { ExternalFigureView, ReportView } from '../types/report-view.ts';

export const sayExternalFigure = ({ code, period, percent, source }: ExternalFigureView): string =>
  leaderVi.figures[code](formatCalendarPeriod(period, words), formatTarget(percent, 'vi'), source);

/** The unit's own percentage beside those of other bodies, each with what it measures: they are not comparable. */
export function ThreeFigures({ report }: { readonly report: ReportView }) {
  const { external = [], indicator } = report;
  if (external.length === 0) return <p class="soft">{words.status.notSipas}</p>;
  const own =
    indicator.percent === null
      ? words.tooFewShown
      : formatPercent(indicator.percent, indicator.target?.percent ?? null, 'vi');
  return (
    <p class="soft">
      {[leaderVi.figures.own(own), ...external.map(sayExternalFigure), leaderVi.figures.differ].join(' ')}
    </p>
  );
}
