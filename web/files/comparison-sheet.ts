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
  /** Path or id in the JSON; null for a heading. */
  readonly json: string | null;
  readonly value: (report: ReportView) => CellValue;
}

interface ComparisonParts {
  readonly notes: readonly string[];
  /** The period shown. */
  readonly report: ReportView;
  /** Earlier periods; null: there is none. */
  readonly before: ReportView | null;
  readonly yearBefore: ReportView | null;
  readonly itemNames: Readonly<Record<string, string>>;
}

const said = filesVi.comparison;

/** Figures below each other; in columns the period, the one before and the same one a year ago, then the JSON's names. */
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
    { kind: 'text', name: said.conclusion, json: 'indicator.lead', value: sayLead },
    {
      kind: 'percent',
      name: filesVi.columns.target_percent ?? '',
      json: 'indicator.target.percent',
      value: ({ indicator }) => indicator.target?.percent ?? null,
    },
    ofIndicator('percent', said.low, 'interval.low', ({ interval }) => interval?.low ?? null),
    ofIndicator('percent', said.high, 'interval.high', ({ interval }) => interval?.high ?? null),
    ofIndicator('count', said.satisfied, 'numerator', ({ numerator }) => numerator),
    ofIndicator('count', said.neutral, 'neutral', ({ neutral }) => neutral),
    ofIndicator('count', said.dissatisfied, 'dissatisfied', ({ dissatisfied }) => dissatisfied),
    ofIndicator('count', said.counted, 'denominator', ({ denominator }) => denominator),
    heading(said.ballots),
    count(said.received, 'ballots.received', ({ ballots }) => ballots.received),
    count(said.carriedIn, 'ballots.carried_in', ({ ballots }) => ballots.carried_in),
    count(said.setAside, 'ballots.set_aside', ({ ballots }) => ballots.set_aside),
    count(said.pending, 'ballots.pending', ({ ballots }) => ballots.pending),
    count(said.isCounted, 'ballots.counted', ({ ballots }) => ballots.counted),
    count(filesVi.columns.transactions ?? '', 'transactions.n', ({ transactions }) => transactions.n),
    {
      kind: 'percent',
      name: filesVi.columns.response_rate_percent ?? '',
      json: 'response_rate_percent',
      value: (one) => one.response_rate_percent,
    },
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

const heading = (name: string): Line => ({ kind: 'heading', name, json: null, value: () => null });

const count = (name: string, json: string, value: Line['value']): Line => ({
  kind: 'count',
  name,
  json,
  value,
});

const ofIndicator = (
  kind: RowKind,
  name: string,
  path: string,
  figure: (indicator: IndicatorView) => number | null,
): Line => ({
  kind,
  name,
  json: `indicator.${path}`,
  value: ({ indicator }) => (indicator.suppressed ? null : figure(indicator)),
});

/** "Chưa đạt" for the box "CHƯA ĐẠT": capitals are for the verdict of a page. */
function sayLead(report: ReportView): string | null {
  const lead = leadOf(report);
  if (lead === 'no-target') return null;
  const box = words.headline.boxes[lead].join(' ');
  return box.charAt(0) + box.slice(1).toLocaleLowerCase('vi');
}

const listSlips = (report: ReportView): Line[] =>
  report.single_use === null
    ? []
    : [
        heading(filesVi.figures['single-use'] ?? ''),
        ...(['numerator', 'denominator', 'percent'] as const).map(
          (path): Line => ({
            kind: path === 'percent' ? 'percent' : 'count',
            name: path === 'percent' ? said.percent : path === 'numerator' ? said.satisfied : said.counted,
            json: `single_use.${path}`,
            value: ({ single_use }) =>
              single_use === null || single_use.suppressed ? null : single_use[path],
          }),
        ),
      ];

interface Group {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly suppressed?: boolean;
}

/** Shares of groups with their ballots; below the minimum of ballots the two counts. */
function group(
  name: string,
  ids: readonly (readonly [id: string, name: string])[],
  find: (report: ReportView, id: string) => Group | undefined,
): Line[] {
  if (ids.length === 0) return [];
  return [
    heading(name),
    ...ids.map(
      ([id, ownName]): Line => ({
        kind: 'percent',
        name: ownName,
        json: id,
        value: (report) => shareOf(find(report, id), report.indicator.minimum_n),
      }),
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
        ...external.map(
          ({ code, period, percent }): Line => ({
            kind: 'percent',
            name: said.externalName(said.externalNames[code], formatCalendarPeriod(period, words)),
            json: `external.${code}`,
            value: (report) => (report.external === external ? percent : null),
          }),
        ),
      ];
