import type { FigureMessages } from '../messages/figures.vi.ts';
import { filesVi } from '../messages/files.vi.ts';
import type { FixFirstView, ReportView, VerdictView } from '../types/report-view.ts';
import { formatSpan } from './dates.ts';
import { formatCount, formatShare, formatTarget } from './numbers.ts';
import { sayVerdict } from './verdict-sentences.ts';

interface ReportLineParts {
  readonly unitName: string;
  readonly report: ReportView;
  readonly verdict: VerdictView;
  readonly fixFirst: FixFirstView | null;
  readonly itemNames: Readonly<Record<string, string>>;
  /** Eight letters of the period's last sealed day; null: none is sealed. */
  readonly seal: string | null;
  /** Prefix, such as that this is demo data; null: none. */
  readonly warning: string | null;
}

/**
 * One line for a message: unit, days, figure, target, verdict, what to fix first, seal. It discloses what the page
 * does and no more: below the minimum counts only, below five ballots nothing.
 */
export function sayReportLine(parts: ReportLineParts, words: FigureMessages): string {
  const { unitName, report, fixFirst, itemNames, seal, warning } = parts;
  const { from, to, closed_at } = report.period;
  const fixed = fixFirst === null ? null : (itemNames[fixFirst.item] ?? fixFirst.item);
  return [
    warning === null ? null : `${warning}.`,
    `${unitName}, ${formatSpan(from, to, words.locale)}: ${sayFigure(parts, words)}.`,
    closed_at === null ? filesVi.line.provisional : null,
    fixed === null ? null : filesVi.line.fixFirst(fixed),
    seal === null ? null : filesVi.line.seal(seal),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function sayFigure({ report, verdict }: ReportLineParts, words: FigureMessages): string {
  const { state } = sayVerdict(report, verdict, words);
  const { numerator, denominator, target } = report.indicator;
  const conclusion = filesVi.line.states[state] ?? state;
  if (numerator === null || !denominator || ['none', 'waiting', 'all-set-aside'].includes(state)) {
    return conclusion;
  }
  const counts = [formatCount(numerator, words.locale), formatCount(denominator, words.locale)] as const;
  const aim = target?.percent ?? null;
  const figure =
    state === 'too-few'
      ? filesVi.line.counts(...counts)
      : filesVi.line.share(...counts, formatShare(numerator, denominator, aim, words.locale));
  const goal =
    aim === null || state === 'too-few' ? null : filesVi.line.target(formatTarget(aim, words.locale));
  return `${goal === null ? figure : `${figure}, ${goal}`}: ${conclusion}`;
}
