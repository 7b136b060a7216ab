import { reasonInWords } from '../components/SetAsideTable.tsx';
import { formatDayOfYear, formatSpan } from '../formatting/dates.ts';
import { formatCount, formatPercent, formatShare } from '../formatting/numbers.ts';
import { questionName } from '../formatting/question-name.ts';
import { shownCount } from '../formatting/rest-row.ts';
import { layOutTrend } from '../formatting/trend-shapes.ts';
import { draftReportVi as draft } from '../messages/draft-report.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { ReportBlock } from '../types/official-report.ts';
import type { ReportView, TrendPoint } from '../types/report-view.ts';
import { figureTable, paragraphs } from './draft-blocks.ts';

interface SectionParts {
  readonly report: ReportView;
  readonly itemNames: Readonly<Record<string, string>>;
}

/** Placeholder for a figure that is unknown or suppressed. */
const DASH = '–';

const heading = (text: string): ReportBlock => ({ kind: 'heading', text });
const targetOf = (report: ReportView): number | null => report.indicator.target?.percent ?? null;

/** Satisfied, neither, dissatisfied; below the minimum of ballots counts only. */
export function threeNumbersTable({ report }: SectionParts): ReportBlock[] {
  const { numerator, neutral, dissatisfied, denominator, percent, suppressed } = report.indicator;
  if (suppressed || numerator === null || neutral === null || dissatisfied === null || !denominator)
    return [];
  const row = (name: string, count: number, aim: number | null): string[] => [
    name,
    formatCount(count, 'vi'),
    percent === null ? DASH : formatShare(count, denominator, aim, 'vi'),
  ];
  return [
    figureTable(
      draft.result.table,
      [
        [draft.result.level, 4],
        [draft.result.ballots, 2],
        [draft.result.share, 2],
      ],
      [
        row(draft.result.satisfied, numerator, targetOf(report)),
        row(draft.result.neutral, neutral, null),
        row(draft.result.dissatisfied, dissatisfied, null),
        row(draft.result.sum, denominator, null),
      ],
    ),
  ];
}

/** Factors in the order of the official form. */
export function factorSection({ report, itemNames }: SectionParts): ReportBlock[] {
  const { by, percent } = report.factors;
  if (by.length === 0) return [heading(draft.factors.heading), ...paragraphs(`${words.noFigures}.`)];
  const aim = targetOf(report);
  const leftOut = by.flatMap(({ left_out }) => left_out).map((id) => questionName(id, itemNames, words));
  return [
    heading(draft.factors.heading),
    figureTable(
      draft.factors.table,
      [
        [words.factors.column, 5],
        [words.factors.share, 2],
        [words.factors.answers, 2],
      ],
      by.map((factor) => [
        words.factors.names[factor.id] ?? factor.id,
        factor.suppressed || factor.percent === null
          ? words.tooFewShown
          : formatPercent(factor.percent, aim, 'vi'),
        factor.suppressed || factor.n === null ? DASH : formatCount(factor.n, 'vi'),
      ]),
    ),
    ...paragraphs(
      percent === null ? words.factors.noMean : words.factors.mean(formatPercent(percent, aim, 'vi')),
      leftOut.length === 0 ? null : words.factors.leftOut(leftOut.join('; ')),
      words.factors.note,
    ),
  ];
}

const LEVELS = ['1', '2', '3', '4', '5'] as const;

export function questionSection({ report, itemNames }: SectionParts): ReportBlock[] {
  const questions = report.questions.map((question) =>
    question.suppressed ? { ...question, counts: null } : question,
  );
  if (questions.every(({ counts }) => counts === null)) {
    return [heading(draft.questions.heading), ...paragraphs(words.questions.none)];
  }
  return [
    heading(draft.questions.heading),
    figureTable(
      draft.questions.table,
      [
        [words.questions.column, 4.2],
        ...LEVELS.map((level): [string, number] => [words.levels[level], 1.8]),
        [words.levels.na, 1.8],
      ],
      questions.map(({ id, counts }) => [
        questionName(id, itemNames, words),
        ...LEVELS.map((level) => (counts === null ? DASH : formatCount(counts[level], 'vi'))),
        counts === null ? DASH : formatCount(counts.na, 'vi'),
      ]),
    ),
  ];
}

/** Counters in the given order, never ranked. */
export function counterSection({ report }: SectionParts): ReportBlock[] {
  const { indicator } = report;
  const counters = report.counters.map((counter) =>
    counter.suppressed ? { ...counter, numerator: null, denominator: null } : counter,
  );
  if (counters.every(({ denominator }) => !denominator)) {
    return [heading(draft.counters.heading), ...paragraphs(words.counters.none)];
  }
  const satisfied = (numerator: number, denominator: number): string =>
    denominator < indicator.minimum_n
      ? words.counters.of(numerator, denominator)
      : `${formatCount(numerator, 'vi')} (${formatShare(numerator, denominator, targetOf(report), 'vi')})`;
  return [
    heading(draft.counters.heading),
    figureTable(
      draft.counters.table,
      [
        [words.counters.column, 5],
        [words.counters.ballots, 2],
        [draft.counters.satisfied, 3],
      ],
      counters.map(({ name, numerator, denominator }) =>
        numerator === null || !denominator
          ? [name, DASH, words.suppressed]
          : [name, formatCount(denominator, 'vi'), satisfied(numerator, denominator)],
      ),
    ),
    ...paragraphs(draft.counters.note(formatCount(indicator.minimum_n, 'vi'))),
  ];
}

/** The chart of weeks, with its data. */
export function trendSection({ report }: SectionParts, points: readonly TrendPoint[]): ReportBlock[] {
  const aim = targetOf(report);
  const layout = layOutTrend(points, aim, words);
  if (layout === null) return [heading(draft.trend.heading), ...paragraphs(words.trend.none)];
  const percent = (value: number): string => formatPercent(value, aim, 'vi');
  return [
    heading(draft.trend.heading),
    {
      kind: 'chart',
      caption: draft.trend.picture,
      description: `${words.trend.title}. ${words.trend.description(layout.shown, points.length)}`,
      names: { share: words.trend.share, target: draft.trend.target },
      target: aim,
      lowest: layout.lowest,
      weeks: points.map(({ period, percent: share, interval }) => ({
        label: formatDayOfYear(period.from, 'vi'),
        percent: share,
        interval,
      })),
    },
    ...paragraphs([draft.trend.note, layout.lowest > 0 ? words.trend.axis : ''].join(' ').trim()),
    figureTable(
      draft.trend.table,
      [
        [words.trend.week, 4],
        [words.trend.ballots, 2],
        [words.trend.share, 2],
        [words.trend.interval, 3],
      ],
      points.map(({ period, denominator, percent: share, interval, is_provisional }) => [
        `${formatSpan(period.from, period.to, 'vi')}${is_provisional ? ` (${words.trend.provisional})` : ''}`,
        denominator === null ? DASH : formatCount(denominator, 'vi'),
        share === null ? (denominator === null ? DASH : words.tooFewShown) : percent(share),
        interval === null ? DASH : `${percent(interval.low)} – ${percent(interval.high)}`,
      ]),
    ),
  ];
}

export function setAsideSection({ report }: SectionParts): ReportBlock[] {
  const { total, by_reason } = report.set_aside;
  if (total === 0) return [heading(draft.setAside.heading), ...paragraphs(words.setAside.none)];
  const all = report.indicator_all?.percent ?? null;
  const reasons = figureTable(
    draft.setAside.table,
    [
      [words.setAside.column, 5],
      [words.ballotsColumn, 2],
    ],
    by_reason.map(({ reason, n, suppressed }) => {
      const shown = shownCount(reason, n, suppressed);
      return [reasonInWords(reason, words), shown === null ? words.suppressed : formatCount(shown, 'vi')];
    }),
  );
  return [
    heading(draft.setAside.heading),
    ...paragraphs(total === null ? null : words.setAside.total(total), words.setAside.note),
    ...(by_reason.length === 0 ? [] : [reasons]),
    ...paragraphs(all === null ? null : words.setAside.withThem(formatPercent(all, targetOf(report), 'vi'))),
  ];
}
