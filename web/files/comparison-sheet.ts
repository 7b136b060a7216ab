import { leadOf, shortPeriodName } from '../formatting/headline-sentences.ts';
import { roundedPercent } from '../formatting/numbers.ts';
import { formatCalendarPeriod } from '../formatting/periods.ts';
import { questionName } from '../formatting/question-name.ts';
import { listRespondentRows } from '../formatting/respondent-rows.ts';
import { filesVi } from '../messages/files.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { IndicatorView, ReportView } from '../types/report-view.ts';
import type { CellValue, RowKind, Sheet } from '../types/workbook.ts';

interface Line {
  readonly kind: RowKind;
  readonly name: string;
  /** Path or id of the figure in the report's JSON; null for a heading. */
  readonly json: string | null;
  readonly value: (report: ReportView) => CellValue;
}

interface ComparisonParts {
  readonly notes: readonly string[];
  readonly report: ReportView;
  /** The previous period, and in `yearBefore` the same period a year earlier; null: before the unit's first day. */
  readonly before: ReportView | null;
  readonly yearBefore: ReportView | null;
  readonly itemNames: Readonly<Record<string, string>>;
}

const said = filesVi.comparison;

/**
 * One row per figure; a column each for the period, the previous one, the same one a year earlier and the JSON path.
 */
export function comparisonSheet({ notes, report, before, yearBefore, itemNames }: ComparisonParts): Sheet {
  const periods = [
    ['current', report],
    ['before', before],
    ['year_before', yearBefore],
  ] as const;
  const shown = periods.flatMap(([key, one]) => (one === null ? [] : [{ key, report: one }]));
  const lines = listLines(report, itemNames);
  return {
    name: filesVi.sheets.headline,
    notes,
    columns: [
      { key: 'figure', header: said.figure, kind: 'text' },
      ...shown.map(({ key, report: { period } }) => ({
        key,
        header: shortPeriodName(period, words),
        kind: 'by-row' as const,
      })),
      { key: 'json', header: said.json, kind: 'code' },
    ],
    rows: lines.map(({ name, json, value }) => [name, ...shown.map((one) => value(one.report)), json]),
    kinds: lines.map(({ kind }) => kind),
  };
}

function listLines(report: ReportView, itemNames: Readonly<Record<string, string>>): Line[] {
  return [
    heading(said.headline),
    ofIndicator('percent', said.percent, 'percent', ({ percent }) => percent),
    line('text', said.conclusion, 'indicator.lead', sayLead),
    line(
      'percent',
      filesVi.columns.target_percent ?? '',
      'indicator.target.percent',
      ({ indicator }) => indicator.target?.percent ?? null,
    ),
    ofIndicator('percent', said.low, 'interval.low', ({ interval }) => interval?.low ?? null),
    ofIndicator('percent', said.high, 'interval.high', ({ interval }) => interval?.high ?? null),
    ofIndicator('count', said.satisfied, 'numerator', ({ numerator }) => numerator),
    ofIndicator('count', said.neutral, 'neutral', ({ neutral }) => neutral),
    ofIndicator('count', said.dissatisfied, 'dissatisfied', ({ dissatisfied }) => dissatisfied),
    ofIndicator('count', said.counted, 'denominator', ({ denominator }) => denominator),
    heading(said.ballots),
    line('count', said.received, 'ballots.received', ({ ballots }) => ballots.received),
    line('count', said.carriedIn, 'ballots.carried_in', ({ ballots }) => ballots.carried_in),
    line('count', said.setAside, 'ballots.set_aside', ({ ballots }) => ballots.set_aside),
    line('count', said.pending, 'ballots.pending', ({ ballots }) => ballots.pending),
    line('count', said.isCounted, 'ballots.counted', ({ ballots }) => ballots.counted),
    line('count', filesVi.columns.transactions ?? '', 'transactions.n', ({ transactions }) => transactions.n),
    line(
      'percent',
      filesVi.columns.response_rate_percent ?? '',
      'response_rate_percent',
      (one) => one.response_rate_percent,
    ),
    ...listSlips(report),
    ...group(
      said.counters,
      report.counters.map(({ code, name }) => [code, name]),
      (one, id) => one.counters.find(({ code }) => code === id),
    ),
    ...group(
      said.questions,
      report.questions.map(({ id }) => [id, questionName(id, itemNames, words)]),
      findQuestion,
    ),
    ...group(
      said.respondents,
      listRespondentRows(report, 'respondents', itemNames, words).map(({ id, name }) => [id, name]),
      (one, id) => listRespondentRows(one, 'respondents', itemNames, words).find((row) => row.id === id),
    ),
    ...listExternal(report),
  ];
}

const line = (kind: RowKind, name: string, json: string | null, value: Line['value']): Line => ({
  kind,
  name,
  json,
  value,
});

const heading = (name: string): Line => line('heading', name, null, () => null);

const ofIndicator = (
  kind: RowKind,
  name: string,
  path: string,
  figure: (indicator: IndicatorView) => number | null,
): Line =>
  line(kind, name, `indicator.${path}`, ({ indicator }) => (indicator.suppressed ? null : figure(indicator)));

/** In small letters: "Chưa đạt", where pages have "CHƯA ĐẠT". */
function sayLead(report: ReportView): string | null {
  const lead = leadOf(report);
  if (lead === 'no-target') return null;
  const box = words.headline.boxes[lead].join(' ');
  return box.charAt(0) + box.slice(1).toLocaleLowerCase('vi');
}

function listSlips(report: ReportView): Line[] {
  if (report.single_use === null) return [];
  const ofSlips = (kind: RowKind, name: string, path: 'numerator' | 'denominator' | 'percent'): Line =>
    line(kind, name, `single_use.${path}`, ({ single_use }) =>
      single_use === null || single_use.suppressed ? null : single_use[path],
    );
  return [
    heading(filesVi.figures['single-use'] ?? ''),
    ofSlips('count', said.satisfied, 'numerator'),
    ofSlips('count', said.counted, 'denominator'),
    ofSlips('percent', said.percent, 'percent'),
  ];
}

interface Group {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly suppressed?: boolean;
}

/** One row per group with its percentage; a group with fewer ballots than the minimum has counts instead. */
function group(
  name: string,
  ids: readonly (readonly [id: string, name: string])[],
  find: (report: ReportView, id: string) => Group | undefined,
): Line[] {
  if (ids.length === 0) return [];
  return [
    heading(name),
    ...ids.map(([id, ownName]) =>
      line('percent', ownName, id, (report) => shareOf(find(report, id), report.indicator.minimum_n)),
    ),
  ];
}

function shareOf(found: Group | undefined, minimum: number): CellValue {
  if (!found || found.suppressed || found.numerator === null || !found.denominator) return null;
  const { numerator, denominator } = found;
  if (denominator < minimum) return `${numerator}/${denominator}`;
  return { percent: roundedPercent(numerator, denominator), of: denominator };
}

function findQuestion(report: ReportView, id: string): Group | undefined {
  const question = report.questions.find((one) => one.id === id);
  if (!question?.counts || question.suppressed) return undefined;
  return { numerator: question.counts['4'] + question.counts['5'], denominator: question.n };
}

const listExternal = ({ external = [] }: ReportView): Line[] =>
  external.length === 0
    ? []
    : [
        heading(said.external),
        ...external.map(({ code, period, percent }) =>
          line(
            'percent',
            said.externalName(said.externalNames[code], formatCalendarPeriod(period, words)),
            `external.${code}`,
            (report) => (report.external === external ? percent : null),
          ),
        ),
      ];
