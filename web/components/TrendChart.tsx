import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { formatDayOfYear } from '../formatting/dates.ts';
import { formatTarget } from '../formatting/numbers.ts';
import type { StaffMessages } from '../messages/staff.vi.ts';
import type { TrendPoint } from '../pages/report-view.ts';
import { TrendTable } from './TrendTable.tsx';

interface TrendChartProps {
  /** Weeks in order of time. */
  readonly points: readonly TrendPoint[];
  /** The target now in force, in percent; null leaves the line out. */
  readonly target: number | null;
  readonly words: StaffMessages;
}

/** Heights in CSS pixels; widths are percentages, so that letters keep their size on every screen. */
const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 186;
/** Left of this, in percent of the width, stand the axis's figures. */
const LEFT = 14;
const RIGHT = 97;
/** One week in so many has its day under the axis. */
const LABEL_EVERY = 3;

type Shown = TrendPoint & { readonly percent: number };

const isShown = (point: TrendPoint): point is Shown => point.percent !== null;

/** The axis starts at a round figure below everything drawn, at 0 at the lowest. */
function lowestOnAxis(points: readonly Shown[], target: number | null): number {
  const lows = points.map((point) => point.interval?.low ?? point.percent);
  const lowest = Math.min(...lows, ...(target === null ? [] : [target]), 90);
  return Math.max(0, Math.floor((lowest - 1) / 10) * 10);
}

/** The weeks' shares with their ranges and the target, drawn on the server, with the table behind it. */
export function TrendChart({ points, target, words }: TrendChartProps) {
  const shown = points.filter(isShown);
  if (shown.length === 0) return <p>{words.trend.none}</p>;
  const lowest = lowestOnAxis(shown, target);
  const x = scalePoint<string>()
    .domain(points.map((point) => point.period.id))
    .range([LEFT, RIGHT])
    .padding(0.5);
  const y = scaleLinear().domain([lowest, 100]).range([BOTTOM, TOP]);
  const across = (point: TrendPoint): number => x(point.period.id) ?? LEFT;
  const path = line<TrendPoint>()
    .defined(isShown)
    .x(across)
    .y((point) => y(point.percent ?? lowest))(points as TrendPoint[]);
  return (
    <figure class="chart">
      <svg
        class="trend"
        role="img"
        aria-labelledby="trend-title"
        aria-describedby="trend-desc"
        width="100%"
        height={HEIGHT}
      >
        <title id="trend-title">{words.trend.title}</title>
        <desc id="trend-desc">{words.trend.description(shown.length, points.length)}</desc>
        {y.ticks(lowest >= 70 ? 3 : 5).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={`${LEFT}%`} x2="100%" y1={y(tick)} y2={y(tick)} />
            <text class="tick" x={`${LEFT - 2}%`} y={y(tick)} dy="0.35em" text-anchor="end">
              {formatTarget(tick, words.locale)}
            </text>
          </g>
        ))}
        {points.map((point, index) =>
          (points.length - 1 - index) % LABEL_EVERY === 0 ? (
            <text
              key={point.period.id}
              class="tick"
              x={`${across(point)}%`}
              y={BOTTOM + 22}
              text-anchor="middle"
            >
              {formatDayOfYear(point.period.from, words.locale)}
            </text>
          ) : null,
        )}
        {target === null ? null : <TargetLine at={y(target)} target={target} words={words} />}
        {/* A path cannot be written in percentages: it is drawn 100 wide and stretched, its line is not. */}
        <svg
          aria-hidden="true"
          x="0"
          y="0"
          width="100%"
          height={HEIGHT}
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          <path class="trend-line" d={path ?? ''} vector-effect="non-scaling-stroke" />
        </svg>
        {shown.map((point) => (
          <g key={point.period.id}>
            {point.interval === null ? null : (
              <line
                class="range"
                x1={`${across(point)}%`}
                x2={`${across(point)}%`}
                y1={y(point.interval.low)}
                y2={y(point.interval.high)}
              />
            )}
            <circle
              class={point.is_provisional ? 'dot dot-open' : 'dot'}
              cx={`${across(point)}%`}
              cy={y(point.percent)}
              r="5"
            />
          </g>
        ))}
      </svg>
      <figcaption class="soft">
        {words.trend.note} {lowest > 0 ? words.trend.axis : null}
      </figcaption>
      <TrendTable points={points} target={target} words={words} />
    </figure>
  );
}

function TargetLine(props: { readonly at: number; readonly target: number; readonly words: StaffMessages }) {
  const { at, target, words } = props;
  return (
    <g>
      <line class="target-line" x1={`${LEFT}%`} x2="100%" y1={at} y2={at} />
      <text class="target-label" x="100%" y={BOTTOM - 6} text-anchor="end">
        - - {words.trend.target(formatTarget(target, words.locale))}
      </text>
    </g>
  );
}
