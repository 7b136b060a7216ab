import { sayDifference, sayEarlierFigure } from '../components/PeriodComparison.tsx';
import { formatDayOfYear, formatSpan } from '../formatting/dates.ts';
import { shortPeriodName } from '../formatting/headline-sentences.ts';
import { formatCount, formatPercent, formatShare } from '../formatting/numbers.ts';
import { layOutTrend } from '../formatting/trend-shapes.ts';
import { draftReportVi } from '../messages/draft-report.vi.ts';
import { leaderVi } from '../messages/leader.vi.ts';
import { staffVi as words } from '../messages/staff.vi.ts';
import type { LeaderPageProps } from '../pages/LeaderPage.tsx';
import type { ReportBlock } from '../types/official-report.ts';
import type { EarlierView, IndicatorView } from '../types/report-view.ts';
import { DASH, figureTable, heading, paragraphs } from './draft-blocks.ts';

const draft = draftReportVi.comparison;

/**
 * Two sentences: on the previous period, and on the same period a year ago. Each is null if there is no such period.
 */
export const sayEarlierPeriods = ({ before, yearBefore }: Pick<LeaderPageProps, 'before' | 'yearBefore'>) => [
  sayEarlier(leaderVi.comparison.before, before),
  sayEarlier(leaderVi.comparison.yearBefore, yearBefore),
];

function sayEarlier(name: string, earlier: EarlierView | null): string | null {
  if (earlier === null) return null;
  const { from, to } = earlier.report.period;
  const figure = sayEarlierFigure(earlier.report);
  const difference = sayDifference(earlier.change);
  return `${name} (${formatSpan(from, to, 'vi')}): ${figure === null ? difference : `${figure} ${difference}`}`;
}

/** A table that compares the period with the previous one and that of a year ago, then a chart of the weeks. */
export function comparisonSection(
  props: Pick<LeaderPageProps, 'current' | 'before' | 'yearBefore' | 'trend'>,
): ReportBlock[] {
  const earlier = [props.before, props.yearBefore].filter((view) => view !== null);
  const reports = [props.current.report, ...earlier.map(({ report }) => report)];
  const row = (name: string, say: (indicator: IndicatorView) => string): string[] => [
    name,
    ...reports.map(({ indicator }) => (indicator.suppressed ? DASH : say(indicator))),
  ];
  const count = (value: number | null): string => (value === null ? DASH : formatCount(value, 'vi'));
  return [
    heading(draft.heading),
    figureTable(
      draft.table,
      [
        [draft.measure, 3],
        ...reports.map(({ period }): [string, number] => [shortPeriodName(period, words), 2]),
      ],
      [
        row(draft.counted, ({ denominator }) => count(denominator)),
        row(draft.satisfied, ({ numerator }) => count(numerator)),
        row(draft.neutral, ({ neutral }) => count(neutral)),
        row(draft.dissatisfied, ({ dissatisfied }) => count(dissatisfied)),
        row(draft.percent, ({ percent, numerator, denominator, target }) =>
          percent === null || numerator === null || !denominator
            ? words.tooFewShown
            : formatShare(numerator, denominator, target?.percent ?? null, 'vi'),
        ),
        row(draft.interval, ({ percent, interval, target }) => {
          const say = (value: number): string => formatPercent(value, target?.percent ?? null, 'vi');
          return percent === null || interval === null ? DASH : `${say(interval.low)}–${say(interval.high)}`;
        }),
        ...(earlier.length === 0
          ? []
          : [[draft.change, '', ...earlier.map(({ change }) => sayDifference(change))]]),
      ],
    ),
    ...drawWeeks(props),
  ];
}

function drawWeeks({ current, trend: points }: Pick<LeaderPageProps, 'current' | 'trend'>): ReportBlock[] {
  const aim = current.report.indicator.target?.percent ?? null;
  const layout = layOutTrend(points, aim, words);
  if (layout === null) return paragraphs(words.trend.none);
  return [
    {
      kind: 'chart',
      caption: draft.picture,
      description: words.trend.title,
      names: { share: words.trend.share, target: draft.target },
      target: aim,
      lowest: layout.lowest,
      weeks: points.map(({ period, percent, interval }) => ({
        label: formatDayOfYear(period.from, 'vi'),
        percent,
        interval,
      })),
    },
    ...paragraphs([draft.note, layout.lowest > 0 ? words.trend.axis(layout.lowest) : ''].join(' ').trim()),
  ];
}
