import { scaleLinear, scalePoint } from 'd3-scale';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { Chart, ChartLine, ChartText } from '../types/chart.ts';
import type { TrendPoint } from '../types/report-view.ts';
import { formatDayOfYear } from './dates.ts';
import { formatTarget } from './numbers.ts';

/** Height of the chart in CSS pixels. */
const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 186;
/** Left margin for the axis's figures, percent of the width. */
const LEFT = 14;
const RIGHT = 97;
/** At most this many weeks are labelled, and never two neighbours. */
const LABELS = 5;
const LEAST_BETWEEN = 3;

type Shown = TrendPoint & { readonly percent: number };

const isShown = (point: TrendPoint): point is Shown => point.percent !== null;

/** The axis starts at a round figure below all values, but not below 0. */
function lowestOnAxis(points: readonly Shown[], target: number | null): number {
  const lows = points.map((point) => point.interval?.low ?? point.percent);
  const lowest = Math.min(...lows, ...(target === null ? [] : [target]), 90);
  return Math.max(0, Math.floor((lowest - 1) / 10) * 10);
}

/**
 * Lays out the weeks' shares with their intervals and the target (percent; null: none). Null where no week has a
 * share.
 */
export function layOutTrend(
  points: readonly TrendPoint[],
  target: number | null,
  words: FigureMessages,
): { readonly shapes: Chart; readonly shown: number; readonly lowest: number } | null {
  const shown = points.filter(isShown);
  if (shown.length === 0) return null;
  const lowest = lowestOnAxis(shown, target);
  const x = scalePoint<string>()
    .domain(points.map((point) => point.period.id))
    .range([LEFT, RIGHT])
    .padding(0.5);
  const y = scaleLinear().domain([lowest, 100]).range([BOTTOM, TOP]);
  const across = (point: TrendPoint): number => x(point.period.id) ?? LEFT;
  const labelEvery = Math.max(LEAST_BETWEEN, Math.ceil(points.length / LABELS));
  const ticks = y.ticks(lowest >= 70 ? 3 : 5);
  const lineAcross = (role: 'grid' | 'target', down: number): ChartLine => ({
    role,
    from: { across: LEFT, down },
    to: { across: 100, down },
  });
  const shapes: Chart = {
    height: HEIGHT,
    lines: [
      ...ticks.map((tick) => lineAcross('grid', y(tick))),
      ...(target === null ? [] : [lineAcross('target', y(target))]),
      ...shown.flatMap((point): ChartLine[] =>
        point.interval === null
          ? []
          : [
              {
                role: 'range',
                from: { across: across(point), down: y(point.interval.low) },
                to: { across: across(point), down: y(point.interval.high) },
              },
            ],
      ),
    ],
    runs: findRuns(points).map((run) =>
      run.map((point) => ({ across: across(point), down: y(point.percent) })),
    ),
    bands: findRuns(points).map((run) => {
      const ends = run.flatMap((point) => (point.interval === null ? [] : [{ point, ...point.interval }]));
      const upper = ends.map(({ point, high }) => ({ across: across(point), down: y(high) }));
      const lower = ends.map(({ point, low }) => ({ across: across(point), down: y(low) }));
      return [...upper, ...lower.reverse()];
    }),
    dots: shown.map((point) => ({
      across: across(point),
      down: y(point.percent),
      isHollow: point.is_provisional,
    })),
    texts: [
      ...ticks.map((tick) => tickText(LEFT - 2, y(tick), 'end', formatTarget(tick, words.locale))),
      ...points
        .filter((_, index) => (points.length - 1 - index) % labelEvery === 0)
        .map((point) =>
          tickText(across(point), BOTTOM + 22, 'middle', formatDayOfYear(point.period.from, words.locale)),
        ),
      ...(target === null ? [] : [targetLabel(target, words)]),
    ],
  };
  return { shapes, shown: shown.length, lowest };
}

const tickText = (across: number, down: number, anchor: ChartText['anchor'], text: string): ChartText => ({
  role: 'tick',
  across,
  down,
  anchor,
  isCentred: anchor === 'end',
  text,
});

const targetLabel = (target: number, words: FigureMessages): ChartText => ({
  role: 'target-label',
  across: 100,
  down: BOTTOM - 6,
  anchor: 'end',
  isCentred: false,
  text: `- - ${words.trend.target(formatTarget(target, words.locale))}`,
});

/** Splits the weeks where one has no share. */
function findRuns(points: readonly TrendPoint[]): Shown[][] {
  const runs: Shown[][] = [];
  let run: Shown[] = [];
  for (const point of points) {
    if (isShown(point)) {
      if (run.length === 0) runs.push(run);
      run.push(point);
    } else run = [];
  }
  return runs;
}
