import { lastDayBefore } from '../formatting/dates.ts';
import { formatPeriod } from '../formatting/periods.ts';
import { filesVi } from '../messages/files.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { IndicatorView, ReportView } from '../types/report-view.ts';
import type { Sheet } from '../types/workbook.ts';
import { type FigureColumn, makeSheet } from './figure-sheet.ts';

/** Columns of received ballots and of transactions have a value only in rows whose `figure` is `all`. */
interface HeadlineRow {
  readonly report: ReportView;
  readonly indicator: IndicatorView;
  readonly figure: 'all' | 'single-use';
}

/** The headline, and the slip figure where there are slips. */
export const headlineRows = (report: ReportView): HeadlineRow[] => [
  { report, indicator: report.indicator, figure: 'all' },
  ...(report.single_use === null
    ? []
    : [{ report, indicator: report.single_use, figure: 'single-use' as const }]),
];

type Column = FigureColumn<HeadlineRow>;

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

const ofAll =
  (value: (report: ReportView) => number | null) =>
  ({ report, figure }: HeadlineRow): number | null =>
    figure === 'all' ? value(report) : null;

/** The last day whose figures a closed period includes; null while they are provisional. */
export const closedOn = ({ period }: ReportView): string | null =>
  period.closed_at === null ? null : lastDayBefore(period.closed_at);

/** One row for each period and figure. */
export function headlineSheet(notes: readonly string[], rows: readonly HeadlineRow[]): Sheet {
  const columns: readonly Column[] = [
    ['period', 'text', ({ report }) => formatPeriod(report.period, words)],
    ['period_id', 'text', ({ report }) => report.period.id],
    ['from', 'day', ({ report }) => report.period.from],
    ['to', 'day', ({ report }) => report.period.to],
    ['closed_on', 'day', ({ report }) => closedOn(report)],
    ['figure', 'text', ({ figure }) => filesVi.figures[figure] ?? figure],
    ['received', 'count', ofAll(({ ballots }) => ballots.received)],
    ['set_aside', 'count', ofAll(({ ballots }) => ballots.set_aside)],
    ['pending', 'count', ofAll(({ ballots }) => ballots.pending)],
    ['carried_in', 'count', ofAll(({ ballots }) => ballots.carried_in)],
    ['transactions', 'count', ofAll(({ transactions }) => transactions.n)],
    ['response_rate_percent', 'percent', ofAll((report) => report.response_rate_percent)],
    ...indicatorColumns,
  ];
  return makeSheet(filesVi.sheets.headline, notes, rows, columns);
}
