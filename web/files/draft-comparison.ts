import { sayDifference, sayEarlierFigure } from '../components/PeriodComparison.tsx';
import { formatSpan } from '../formatting/dates.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import type { ReportBlock } from '../types/official-report.ts';
import type { EarlierView } from '../types/report-view.ts';
import { paragraphs } from './draft-blocks.ts';

interface ComparisonParts {
  readonly before: EarlierView | null;
  readonly yearBefore: EarlierView | null;
}

/** The period before and the same one a year ago, as on the leader's page; nothing where there is none. */
export function compareWithEarlier({ before, yearBefore }: ComparisonParts): ReportBlock[] {
  const { comparison } = leaderVi;
  return paragraphs(sayEarlier(comparison.before, before), sayEarlier(comparison.yearBefore, yearBefore));
}

function sayEarlier(name: string, earlier: EarlierView | null): string | null {
  if (earlier === null) return null;
  const { from, to } = earlier.report.period;
  const figure = sayEarlierFigure(earlier.report);
  const difference = sayDifference(earlier.change);
  return `${name} (${formatSpan(from, to, 'vi')}): ${figure === null ? difference : `${figure} ${difference}`}`;
}
