import { formatPercent, formatScore } from '../formatting/numbers.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { MeanScoreView, ReportView } from '../types/report-view.ts';
import { FactorTable } from './FactorTable.tsx';
import { Fold } from './Fold.tsx';

interface OtherFiguresProps {
  readonly report: ReportView;
  /** Null: too few ballots. */
  readonly meanScore: MeanScoreView | null;
  readonly itemNames: Readonly<Record<string, string>>;
}

/** Figures by other formulas. They are collapsed, so that nobody takes them for the main result. */
export function OtherFigures({ report, meanScore, itemNames }: OtherFiguresProps) {
  const { other } = leaderVi;
  const all = report.indicator_all;
  return (
    <Fold id="other" heading={other.heading}>
      <p class="screen-only">{other.intro}</p>
      <h3 id="factors">{staffVi.factors.heading}</h3>
      <FactorTable report={report} itemNames={itemNames} words={staffVi} />
      {meanScore === null ? null : (
        <p>
          {other.meanScore(
            formatScore(meanScore.percent, 'vi'),
            formatPercent(meanScore.percent, null, 'vi'),
          )}
        </p>
      )}
      {all?.percent == null || report.set_aside.total === 0 ? null : (
        <p>
          {staffVi.setAside.withThem(
            formatPercent(all.percent, report.indicator.target?.percent ?? null, 'vi'),
          )}
        </p>
      )}
      <p class="soft screen-only">
        {other.rules(
          [report.indicator.rule, report.factors.rule, ...(meanScore ? [meanScore.rule] : [])].join(', '),
        )}
      </p>
    </Fold>
  );
}
