import type { Report, ReportIndicator } from '../reporting/report.v1.ts';
import { LEVELS } from '../survey/definition.ts';

/** `value` is null when the figure is unknown or suppressed. */
interface Figure {
  /** Section of the JSON report: `indicator`, `questions`, `counters`. */
  readonly part: string;
  /** Id of the group (a question, a counter …); '' when the section has only one group. */
  readonly id: string;
  readonly name: string;
  /** Field name in the JSON report: `numerator`, `level_4`. */
  readonly figure: string;
  readonly value: string | number | null;
}

type Values = Readonly<Record<string, string | number | boolean | null>>;

function listFigures(report: Report): Figure[] {
  const { ballots, indicator, indicator_all, single_use, factors, questions, channels } = report;
  const { counters, set_aside, transactions, response_rate_percent, survey } = report;
  return [
    ...figuresOf('ballots', '', ballots),
    ...figuresOf('indicator', '', indicatorValues(indicator)),
    ...figuresOf('indicator_all', '', indicator_all ?? NO_TOTAL),
    ...(single_use === null ? [] : figuresOf('single_use', '', indicatorValues(single_use))),
    ...figuresOf('factors', '', { percent: factors.percent }),
    ...factors.by.flatMap(({ id, percent, n, suppressed }) =>
      figuresOf('factors', id, shown(suppressed, { percent, n })),
    ),
    ...questions.flatMap(({ id, n, counts, not_asked, suppressed }) =>
      figuresOf(
        'questions',
        id,
        shown(suppressed, {
          n,
          ...Object.fromEntries(LEVELS.map((level) => [`level_${level}`, counts?.[level] ?? null])),
          na: counts?.na ?? null,
          skipped: counts?.skipped ?? null,
          not_asked: not_asked ?? null,
        }),
      ),
    ),
    ...channels.flatMap(({ channel, counted, suppressed }) =>
      figuresOf('channels', channel, shown(suppressed && channel !== 'not-separated', { counted })),
    ),
    ...(report.respondents ?? []).flatMap(({ kind, counted, numerator }) =>
      figuresOf('respondents', kind, { counted, numerator }),
    ),
    ...(report.fields ?? []).flatMap(({ field, counted, numerator }) =>
      figuresOf('fields', field, { counted, numerator }),
    ),
    ...figuresOf('set_aside', '', { total: set_aside.total }),
    ...set_aside.by_reason.flatMap(({ reason, n, suppressed }) =>
      figuresOf('set_aside', reason, shown(suppressed && reason !== 'unclassified', { n })),
    ),
    ...figuresOf('transactions', '', { n: transactions.n, source: transactions.source }),
    ...figuresOf('response_rate', '', { percent: response_rate_percent }),
    ...counters.flatMap(({ code, name, numerator, denominator, suppressed }) =>
      figuresOf('counters', code, shown(suppressed, { numerator, denominator }), name),
    ),
    ...survey.flatMap(({ id, version, counted, suppressed }) =>
      figuresOf('survey', `${id}/${version}`, shown(suppressed, { counted })),
    ),
  ];
}

const NO_TOTAL = { numerator: null, denominator: null, percent: null };

/** Replaces the values of a suppressed group by null, even if the report contains them. */
const shown = (isSuppressed: boolean, values: Values): Values =>
  isSuppressed ? Object.fromEntries(Object.keys(values).map((figure) => [figure, null])) : values;

const indicatorValues = (indicator: ReportIndicator): Values => ({
  rule: indicator.rule,
  ...shown(indicator.suppressed, {
    numerator: indicator.numerator,
    denominator: indicator.denominator,
    percent: indicator.percent,
    neutral: indicator.neutral,
    dissatisfied: indicator.dissatisfied,
    interval_low: indicator.interval?.low ?? null,
    interval_high: indicator.interval?.high ?? null,
  }),
  target_percent: indicator.target?.percent ?? null,
  target_since: indicator.target?.since ?? null,
  minimum_n: indicator.minimum_n,
  verdict: indicator.verdict,
  certain: indicator.certain,
});

const figuresOf = (part: string, id: string, values: Values, name = ''): Figure[] =>
  Object.entries(values).map(([figure, value]) => ({
    part,
    id,
    name,
    figure,
    value: typeof value === 'boolean' ? String(value) : value,
  }));

/** Columns are never removed or reordered; new ones are appended, because programs of others read them. */
const FIGURE_COLUMNS = [
  ...['unit', 'counter', 'period', 'from', 'to', 'closed_at', 'as_of'],
  ...['part', 'id', 'name', 'figure', 'value'],
] as const;

/** Rows for a CSV file, header first. `counter`: the only counter of the report, else null. */
export function figureLines(
  report: Report,
  counter: string | null = null,
): (readonly (string | number | null)[])[] {
  const { unit, period, as_of } = report;
  const head = [unit.code, counter, period.id, period.from, period.to, period.closed_at, as_of];
  return [
    FIGURE_COLUMNS,
    ...listFigures(report).map((one) => [...head, one.part, one.id, one.name, one.figure, one.value]),
  ];
}
