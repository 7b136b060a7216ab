import { lastDayBefore } from '../formatting/dates.ts';
import { filesVi } from '../messages/files.vi.ts';
import type { IndicatorView, ReportView } from '../types/report-view.ts';
import type { FigureColumn } from './figure-sheet.ts';

/** Reads a figure of an indicator; null where the indicator is suppressed. */
const shown =
  (figure: (indicator: IndicatorView) => number | null) =>
  ({ indicator }: { readonly indicator: IndicatorView }): number | null =>
    indicator.suppressed ? null : figure(indicator);

/** Columns of an indicator, named as in the JSON. */
export const indicatorColumns: readonly FigureColumn<{ readonly indicator: IndicatorView }>[] = [
  ['numerator', 'count', shown(({ numerator }) => numerator)],
  ['denominator', 'count', shown(({ denominator }) => denominator)],
  ['neutral', 'count', shown(({ neutral }) => neutral)],
  ['dissatisfied', 'count', shown(({ dissatisfied }) => dissatisfied)],
  ['percent', 'percent', shown(({ percent }) => percent)],
  ['interval_low', 'percent', shown(({ interval }) => interval?.low ?? null)],
  ['interval_high', 'percent', shown(({ interval }) => interval?.high ?? null)],
  ['target_percent', 'percent', ({ indicator }) => indicator.target?.percent ?? null],
  ['verdict', 'text', ({ indicator }) => sayVerdictWord(indicator)],
  ['certain', 'text', ({ indicator }) => sayCertain(indicator)],
];

const sayVerdictWord = ({ verdict, suppressed }: IndicatorView): string | null =>
  verdict === null || suppressed ? null : (filesVi.verdicts[verdict] ?? verdict);

const sayCertain = ({ verdict, certain, suppressed }: IndicatorView): string | null =>
  verdict === null || suppressed || verdict === 'too-few' ? null : (filesVi.certain[String(certain)] ?? null);

/** The last day whose figures a closed period includes; null while they are provisional. */
export const closedOn = ({ period }: ReportView): string | null =>
  period.closed_at === null ? null : lastDayBefore(period.closed_at);
