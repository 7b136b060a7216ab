import { sayDataWarning } from '../formatting/data-warning.ts';
import { lastDayBefore } from '../formatting/dates.ts';
import { filesVi } from '../messages/files.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { IndicatorView, ReportView } from '../types/report-view.ts';
import type { Workbook } from '../types/workbook.ts';
import { type FigureColumn, makeSheet } from './figure-sheet.ts';

/** Fields that are only in the file for the office above, not on pages. */
interface UpwardReportView extends ReportView {
  readonly revision: number;
  readonly unit: ReportView['unit'] & {
    readonly official_code: string | null;
    readonly area_code?: string | null | undefined;
  };
  readonly seal: { readonly days: readonly { readonly day: string; readonly chain: string }[] } | null;
}

/** Name and version of the file's format. A version only ever gets new columns at its end. */
const SCHEMA = 'hailong.row/1';
const FACTORS = ['access', 'procedure', 'official', 'result', 'feedback'] as const;

type Column = FigureColumn<UpwardReportView>;

/** Wraps a function that reads a figure, so that it returns null for a suppressed indicator. */
const shown =
  (figure: (indicator: IndicatorView) => number | null) =>
  ({ indicator }: { readonly indicator: IndicatorView }): number | null =>
    indicator.suppressed ? null : figure(indicator);

/** Column names are those of the JSON. */
const indicatorColumns: readonly FigureColumn<{ readonly indicator: IndicatorView }>[] = [
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

/**
 * A period's report as one row for the office above. Columns and their order are equal for all units and
 * periods, so that rows of many units can be concatenated.
 */
export function upwardWorkbook(report: UpwardReportView, demo: boolean): Workbook {
  const columns: readonly Column[] = [
    ['schema', 'text', () => SCHEMA],
    ['unit_code', 'text', ({ unit }) => unit.code],
    ['official_code', 'text', ({ unit }) => unit.official_code],
    ['unit_name', 'text', ({ unit }) => unit.name],
    ['receiver', 'text', ({ receiver }) => receiver],
    ['period_id', 'text', ({ period }) => period.id],
    ['from', 'day', ({ period }) => period.from],
    ['to', 'day', ({ period }) => period.to],
    ['closed_on', 'day', closedOn],
    ['revision', 'count', ({ revision }) => revision],
    ['received', 'count', ({ ballots }) => ballots.received],
    ['set_aside', 'count', ({ ballots }) => ballots.set_aside],
    ['counted', 'count', ({ ballots }) => ballots.counted],
    ['pending', 'count', ({ ballots }) => ballots.pending],
    ['transactions', 'count', ({ transactions }) => transactions.n],
    ['response_rate_percent', 'percent', (one) => one.response_rate_percent],
    ['rule', 'text', ({ indicator }) => indicator.rule],
    ...indicatorColumns,
    ['minimum_n', 'count', ({ indicator }) => indicator.minimum_n],
    ['slip_numerator', 'count', (one) => slipsOf(one)?.numerator ?? null],
    ['slip_denominator', 'count', (one) => slipsOf(one)?.denominator ?? null],
    ['slip_percent', 'percent', (one) => slipsOf(one)?.percent ?? null],
    ...FACTORS.map(
      (id): Column => [
        `factor_${id}`,
        'percent',
        ({ factors }) => factors.by.find((factor) => factor.id === id && !factor.suppressed)?.percent ?? null,
      ],
    ),
    ['factor_mean', 'percent', ({ factors }) => factors.percent],
    ['sealed_day', 'day', ({ seal }) => seal?.days.at(-1)?.day ?? null],
    ['seal', 'text', ({ seal }) => seal?.days.at(-1)?.chain ?? null],
    ['note', 'text', (one) => sayNote(one, demo)],
    ['unit_kind', 'text', ({ unit }) => unit.kind ?? null],
    ['area_code', 'text', ({ unit }) => unit.area_code ?? null],
    ['carried_in', 'count', ({ ballots }) => ballots.carried_in ?? null],
  ];
  return { sheets: [makeSheet(filesVi.sheets.upward, [], [report], columns)] };
}

const slipsOf = ({ single_use }: UpwardReportView): IndicatorView | null =>
  single_use?.suppressed ? null : single_use;

function sayNote(report: ReportView, demo: boolean): string {
  const { period, indicator } = report;
  return [
    sayDataWarning(demo, report),
    period.closed_at === null ? filesVi.line.provisional : null,
    indicator.suppressed ? words.suppressed : null,
  ]
    .filter((note) => note !== null)
    .join(' ');
}

const sayVerdictWord = ({ verdict, suppressed }: IndicatorView): string | null =>
  verdict === null || suppressed ? null : (filesVi.verdicts[verdict] ?? verdict);

const sayCertain = ({ verdict, certain, suppressed }: IndicatorView): string | null =>
  verdict === null || suppressed || verdict === 'too-few' ? null : (filesVi.certain[String(certain)] ?? null);

/** Last day whose figures are in the closed report; null while the period is open. */
const closedOn = ({ period }: ReportView): string | null =>
  period.closed_at === null ? null : lastDayBefore(period.closed_at);
