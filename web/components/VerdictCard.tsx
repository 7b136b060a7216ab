import { sayStatus } from '../formatting/status-sentences.ts';
import { sayVerdict } from '../formatting/verdict-sentences.ts';
import type { StaffMessages } from '../messages/staff.vi.ts';
import type { FixFirstView, ReportView, VerdictView } from '../pages/report-view.ts';
import { FixFirst } from './FixFirst.tsx';
import { ThreeNumbers } from './ThreeNumbers.tsx';
import { VerdictHeading } from './VerdictHeading.tsx';

interface VerdictCardProps {
  readonly report: ReportView;
  readonly verdict: VerdictView;
  readonly fixFirst: FixFirstView | null;
  readonly itemNames: Readonly<Record<string, string>>;
  readonly words: StaffMessages;
}

/**
 * What a leader sees in ten seconds: the verdict, one sentence with the only percentage, three numbers,
 * how many ballots, and the one thing to mend first. Made to fit the first screen of a phone.
 */
export function VerdictCard({ report, verdict, fixFirst, itemNames, words }: VerdictCardProps) {
  const sentences = sayVerdict(report, verdict, words);
  const { denominator, suppressed } = report.indicator;
  return (
    <section class={`verdict verdict-first verdict-${sentences.tone}`} aria-labelledby="verdict">
      <VerdictHeading id="verdict" sentences={sentences} level={2} />
      <p class="verdict-said">{sentences.said.join(' ')}</p>
      <ThreeNumbers indicator={report.indicator} words={words} />
      <p class="verdict-n">
        {suppressed || !denominator ? null : <strong>{words.counted(denominator)}. </strong>}
        {sayStatus(report, words)}
      </p>
      <FixFirst fixFirst={fixFirst} indicator={report.indicator} itemNames={itemNames} words={words} />
    </section>
  );
}
