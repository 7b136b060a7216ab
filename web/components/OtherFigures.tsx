import { formatPercent, formatScore } from '../formatting/numbers.ts';
import type { LeaderMessages } from '../messages/leader.vi.ts';
import type { StaffMessages } from '../messages/staff.vi.ts';
import type { MeanScoreView, ReportView } from '../types/report-view.ts';
import { FactorTable } from './FactorTable.tsx';
import { Fold } from './Fold.tsx';

interface OtherFiguresProps {
  readonly report: ReportView;
  /** null: too few ballots. */
  readonly meanScore: MeanScoreView | null;
  /** Questions in words by id. */
  readonly itemNames: Readonly<Record<string, string>>;
  readonly leaderWords: LeaderMessages;
  readonly words: StaffMessages;
}

/** Other formulas, folded: each gives another figure, and only one can be the headline. */
export function OtherFigures({ report, meanScore, itemNames, leaderWords, words }: OtherFiguresProps) {
  const { other } = leaderWords;
  const all = report.indicator_all;
  return (
    <Fold id="other" heading={other.heading}>
      <p class="screen-only">{other.intro}</p>
      <h3 id="factors">{words.factors.heading}</h3>
      <FactorTable report={report} itemNames={itemNames} words={words} />
      {meanScore === null ? null : (
        <p>
          {other.meanScore(
            formatScore(meanScore.percent, words.locale),
            formatPercent(meanScore.percent, null, words.locale),
          )}
        </p>
      )}
      {all?.percent == null || report.set_aside.total === 0 ? null : (
        <p>
          {words.setAside.withThem(
            formatPercent(all.percent, report.indicator.target?.percent ?? null, words.locale),
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
