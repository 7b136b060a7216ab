import { scaleLinear, scalePoint } from 'd3-scale';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { Chart, ChartLine, ChartText } from '../types/chart.ts';
import type { TrendPoint } from '../types/report-view.ts';
import { formatDayOfYear } from './dates.ts';
import { formatPercent, formatTarget } from './numbers.ts';

/** CSS pixels, as are `TOP` and `BOTTOM`. */
const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 186;
/** Percent of the width. Left of it are the labels of the axis. */
const LEFT = 14;
/** Right end of the weeks, percent of the width, and where the last value is written next to the last dot. */
const RIGHT = 98;
const RIGHT_OF_LABEL = 91;
/** At most this many weeks are labelled, at least `LEAST_BETWEEN` weeks apart. */
const LABELS = 5;
const LEAST_BETWEEN = 3;

type Shown = TrendPoint & { readonly percent: number };

const isShown = (point: TrendPoint): point is Shown => point.percent !== null;

/** A multiple of ten below all values, but not below 0. */
function lowestOnAxis(points: readonly Shown[], target: number | null): number {
  const lows = points.map((point) => point.interval?.low ?? point.percent);
  const lowest = Math.min(...lows, ...(target === null ? [] : [target]), 90);
  return Math.max(0, Math.floor((lowest - 1) / 10) * 10);
}

/**
 * Positions of the weekly shares, their intervals and the target (percent; null: none). Weeks within `own`
 * get a tinted background; null: all weeks belong to the page's period. Returns null if no week has a share.
 */
export function layOutTrend(
  points: readonly TrendPoint[],
  target: number | null,
  words: FigureMessages,
  own: { readonly from: string; readonly to: string } | null = null,
): { readonly shapes: Chart; readonly shown: number; readonly lowest: number } | null {
  const shown = points.filter(isShown);
  if (shown.length === 0) return null;
  const lowest = lowestOnAxis(shown, target);
  const last = shown.at(-1) ?? null;
  // The value of one week of a longer period would compete with the headline.
  const isLabelled = own === null || (last?.period.from === own.from && last.period.to === own.to);
  const labelled = isLabelled ? last : null;
  const right = isLabelled ? RIGHT_OF_LABEL : RIGHT;
  const x = scalePoint<string>()
    .domain(points.map((point) => point.period.id))
    .range([LEFT, right])
    .padding(0.5);
  const y = scaleLinear().domain([lowest, 100]).range([BOTTOM, TOP]);
  const across = (point: TrendPoint): number => x(point.period.id) ?? LEFT;
  const isOwn = (point: TrendPoint): boolean =>
    own === null || (point.period.from <= own.to && point.period.to >= own.from);
  const step = points.length > 1 ? (right - LEFT) / points.length : right - LEFT;
  /** Background from the first of the period's weeks to the last; null if all weeks belong to the period. */
  const groundOf = (weeks: readonly TrendPoint[], all: number): Chart['ground'] => {
    const [first] = weeks;
    const last = weeks.at(-1);
    if (first === undefined || last === undefined || weeks.length === all) return null;
    const from = across(first) - step / 2;
    return { from, to: across(last) + step / 2, top: TOP, bottom: BOTTOM };
  };
  const labelEvery = Math.max(LEAST_BETWEEN, Math.ceil(points.length / LABELS));
  const ticks = y.ticks(lowest >= 70 ? 3 : 5);
  const lineAcross = (role: 'grid' | 'target', down: number): ChartLine => ({
    role,
    from: { across: LEFT, down },
    to: { across: 100, down },
  });
  const lastTexts: readonly ChartText[] =
    labelled === null
      ? []
      : [
          {
            role: 'trend-last',
            across: across(labelled) + 1.5,
            down: Math.max(TOP + 6, y(labelled.percent) - 8),
            anchor: 'start',
            isCentred: true,
            text: formatPercent(labelled.percent, target, words.locale),
          },
        ];
  const shapes: Chart = {
    height: HEIGHT,
    lines: [
      ...ticks.map((tick) => lineAcross('grid', y(tick))),
      ...(target === null ? [] : [lineAcross('target', y(target))]),
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
      isEarlier: !isOwn(point),
    })),
    ground: groundOf(points.filter(isOwn), points.length),
    texts: [
      ...ticks.map((tick) => tickText(LEFT - 2, y(tick), 'end', formatTarget(tick, words.locale))),
      ...points
        .filter((_, index) => (points.length - 1 - index) % labelEvery === 0)
        .map((point) =>
          tickText(across(point), BOTTOM + 22, 'middle', formatDayOfYear(point.period.from, words.locale)),
        ),
      ...lastTexts,
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

/** Consecutive weeks with a share; the line is interrupted where a week has none. */
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
