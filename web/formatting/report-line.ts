import type { FigureMessages } from '../messages/figures.vi.ts';
import { filesVi } from '../messages/files.vi.ts';
import type { LowCounterView } from '../types/leader-view.ts';
import type { FixFirstView, ReportView } from '../types/report-view.ts';
import { formatDay, formatSpan, lastDayBefore } from './dates.ts';
import { leadOf } from './headline-sentences.ts';
import { sayLowCounter, splitLow } from './low-counters.ts';
import { formatCount, formatShare, formatTarget } from './numbers.ts';

interface ReportLineParts {
  readonly unitName: string;
  readonly report: ReportView;
  readonly lowCounters: readonly LowCounterView[];
  readonly fixFirst: FixFirstView | null;
  readonly itemNames: Readonly<Record<string, string>>;
  /** First eight letters of the seal of the last sealed day in the period; null: no day is sealed. */
  readonly seal: string | null;
  /** Put before the line, such as a warning about demo data; null: none. */
  readonly warning: string | null;
}

/**
 * A report as one line for a message: unit, days, figure, target, low counters, what to improve first, seal.
 * Below the minimum of ballots it has only counts, below five ballots no figure.
 */
export function sayReportLine(parts: ReportLineParts, words: FigureMessages): string {
  const { unitName, report, lowCounters, fixFirst, itemNames, seal, warning } = parts;
  const fixed = fixFirst === null ? null : (itemNames[fixFirst.item] ?? fixFirst.item);
  const { low, fallen } = splitLow(lowCounters);
  const figuresOf = (counters: typeof low): string =>
    counters.map((counter) => sayLowCounter(counter, report.indicator)[0].replace(':', '')).join('; ');
  return [
    warning === null ? null : `${warning}.`,
    `${unitName}, ${sayDays(report, words)}: ${sayConclusion(report, words)}.`,
    low.length === 0 ? null : filesVi.line.low(figuresOf(low)),
    fallen.length === 0 ? null : filesVi.line.fallen(figuresOf(fallen)),
    fixed === null ? null : filesVi.line.fixFirst(fixed),
    seal === null ? null : filesVi.line.seal(seal),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

/** Days of the period; of a period that is not over, the days up to the last finished one. */
function sayDays({ period, as_of }: ReportView, words: FigureMessages): string {
  if (period.closed_at !== null) return formatSpan(period.from, period.to, words.locale);
  const last = lastDayBefore(as_of);
  const span =
    last < period.from
      ? formatDay(period.from, words.locale)
      : formatSpan(period.from, last < period.to ? last : period.to, words.locale);
  return `${span} (${filesVi.line.running})`;
}

/** Counts, share, and how the share compares with the target, in the wording of official reports. */
export function sayConclusion(report: ReportView, words: FigureMessages): string {
  const lead = leadOf(report);
  const { numerator, denominator, target } = report.indicator;
  const aim = target?.percent ?? null;
  const conclusion = filesVi.line.leads[lead](aim === null ? '' : formatTarget(aim, words.locale));
  if (lead === 'none' || numerator === null || !denominator) return conclusion;
  const counts = [formatCount(numerator, words.locale), formatCount(denominator, words.locale)] as const;
  const figure =
    lead === 'too-few'
      ? filesVi.line.counts(...counts)
      : filesVi.line.share(...counts, formatShare(numerator, denominator, aim, words.locale));
  return `${figure}, ${conclusion}`;
}
