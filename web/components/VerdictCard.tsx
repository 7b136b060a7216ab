import { sayAnswered, sayDaysLeft, sayStatus } from '../formatting/status-sentences.ts';
import { sayVerdict } from '../formatting/verdict-sentences.ts';
import { staffVi } from '../messages/staff.vi.ts';
import type { FixFirstView, ReportView, VerdictView } from '../types/report-view.ts';
import { FixFirst } from './FixFirst.tsx';
import { ThreeNumbers } from './ThreeNumbers.tsx';
import { VerdictHeading } from './VerdictHeading.tsx';

interface VerdictCardProps {
  readonly report: ReportView;
  readonly verdict: VerdictView;
  readonly fixFirst: FixFirstView | null;
  readonly itemNames: Readonly<Record<string, string>>;
  /** `YYYY-MM-DD` in Vietnam. */
  readonly today: string;
}

/**
 * Fits the first screen of a phone: verdict, one sentence with the only percentage, three numbers, ballots, response
 * rate and what to fix first.
 */
export function VerdictCard(props: VerdictCardProps) {
  const { report, verdict, fixFirst, itemNames, today } = props;
  const sentences = sayVerdict(report, verdict, staffVi);
  const { denominator, suppressed } = report.indicator;
  return (
    <section class={`verdict verdict-first verdict-${sentences.tone}`} aria-labelledby="verdict">
      <VerdictHeading id="verdict" sentences={sentences} level={2} />
      <p class="verdict-said">{sentences.summary.join(' ')}</p>
      <ThreeNumbers indicator={report.indicator} words={staffVi} />
      <p class="verdict-n">
        {suppressed || !denominator ? null : <strong>{staffVi.counted(denominator)}. </strong>}
        {[sayStatus(report, staffVi), sayDaysLeft(report, today), sayAnswered(report)]
          .filter(Boolean)
          .join(' ')}
      </p>
      <FixFirst fixFirst={fixFirst} indicator={report.indicator} itemNames={itemNames} />
    </section>
  );
}
