import { formatSpan } from '../formatting/dates.ts';
import { formatCount, formatPercent, formatTarget } from '../formatting/numbers.ts';
import { layOutTrend } from '../formatting/trend-shapes.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { Chart, ChartLine, ChartText, Place } from '../types/chart.ts';
import type { ReportView, TrendPoint } from '../types/report-view.ts';
import { FigureTable } from './FigureTable.tsx';
import { ScrollFrame } from './ScrollFrame.tsx';

interface TrendChartProps {
  /** Weeks, oldest first. */
  readonly points: readonly TrendPoint[];
  /** Percent; null: no line. */
  readonly target: number | null;
  readonly words: FigureMessages;
  /** Days of the page's period: its weeks get a tinted background. Absent: all weeks belong to the period. */
  readonly own?: { readonly from: string; readonly to: string };
}

interface TrendCardProps {
  readonly points: readonly TrendPoint[];
  readonly report: ReportView;
  readonly words: FigureMessages;
}

/** The heading names the target's line, because no place in the chart is free of curve and band in every period. */
export function TrendCard({ points, report: { period, indicator }, words }: TrendCardProps) {
  const target = indicator.target?.percent ?? null;
  return (
    <section class="card" aria-labelledby="trend">
      <h2 id="trend">
        {words.trend.heading(points.length)} <small>{words.trend.unit}</small>{' '}
        {target === null ? null : (
          <small class="target-key">
            <svg width="24" height="10" aria-hidden="true">
              <line class="target-line" x2="24" y1="4" y2="4" />
            </svg>{' '}
            {words.trend.target(formatTarget(target, words.locale))}
          </small>
        )}
      </h2>
      <TrendChart points={points} target={target} own={period} words={words} />
    </section>
  );
}

/** An SVG made on the server, and a table with the same figures. */
export function TrendChart({ points, target, words, own }: TrendChartProps) {
  const layout = layOutTrend(points, target, words, own ?? null);
  if (layout === null) return <p>{words.trend.none}</p>;
  const { shapes, shown, lowest } = layout;
  return (
    <figure class="chart">
      <svg
        class="trend"
        role="img"
        aria-labelledby="trend-title"
        aria-describedby="trend-desc"
        width="100%"
        height={shapes.height}
      >
        <title id="trend-title">{words.trend.title}</title>
        <desc id="trend-desc">{words.trend.description(shown, points.length)}</desc>
        {shapes.ground === null ? null : <OwnGround ground={shapes.ground} words={words} />}
        {shapes.lines.map(drawLine)}
        <TrendLine shapes={shapes} />
        {shapes.dots.map(({ across, down, isHollow, isEarlier }) => (
          <circle
            key={across}
            class={`dot${isEarlier ? ' dot-earlier' : ''}${isHollow ? ' dot-open' : ''}`}
            cx={`${across}%`}
            cy={down}
            r="5"
          />
        ))}
        {shapes.texts.map(drawText)}
      </svg>
      <figcaption class="soft">
        {words.trend.note} {lowest > 0 ? words.trend.axis(lowest) : null}
      </figcaption>
      <TrendTable points={points} target={target} words={words} />
    </figure>
  );
}

const LINE_CLASSES = { grid: 'grid', target: 'target-line' } as const;

const drawLine = ({ role, from, to }: ChartLine) => (
  <line
    key={`${role} ${from.across} ${from.down}`}
    class={LINE_CLASSES[role]}
    x1={`${from.across}%`}
    x2={`${to.across}%`}
    y1={from.down}
    y2={to.down}
  />
);

const drawText = ({ role, across, down, anchor, isCentred, text }: ChartText) => (
  <text
    key={`${role} ${across} ${down}`}
    class={role}
    x={`${across}%`}
    y={down}
    {...(isCentred ? { dy: '0.35em' } : {})}
    text-anchor={anchor}
  >
    {text}
  </text>
);

const OwnGround = ({
  ground: { from, to, top, bottom },
  words,
}: {
  readonly ground: NonNullable<Chart['ground']>;
  readonly words: FigureMessages;
}) => (
  <>
    <rect class="trend-own" x={`${from}%`} width={`${to - from}%`} y={top} height={bottom - top} />
    <text class="tick" x={`${from + 1}%`} y={bottom - 6}>
      {words.trend.own}
    </text>
  </>
);

/** SVG paths take no percentages, so the line is drawn 100 units wide and stretched; its stroke keeps its width. */
function TrendLine({ shapes: { height, runs, bands } }: { readonly shapes: Chart }) {
  const pathOf = (places: readonly Place[]) =>
    `M${places.map(({ across, down }) => `${across},${down}`).join('L')}`;
  const path = runs.map(pathOf).join('');
  const area = bands
    .filter((band) => band.length > 0)
    .map((band) => `${pathOf(band)}Z`)
    .join('');
  return (
    <svg
      aria-hidden="true"
      x="0"
      y="0"
      width="100%"
      height={height}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
    >
      <path class="trend-band" d={area} />
      <path class="trend-line" d={path} vector-effect="non-scaling-stroke" />
    </svg>
  );
}

/** Newest week first. Has a frame that scrolls, because enlarged text may not fit. */
function TrendTable({ points, target, words }: TrendChartProps) {
  return (
    <details>
      <summary>{words.trend.table}</summary>
      <ScrollFrame label={words.trend.tableName}>
        <FigureTable
          columns={[words.trend.week, words.trend.ballots, words.trend.share, words.trend.interval]}
        >
          {[...points].reverse().map((point) => (
            <tr key={point.period.id}>
              <th scope="row">
                {formatSpan(point.period.from, point.period.to, words.locale)}
                {point.is_provisional ? <span class="soft"> ({words.trend.provisional})</span> : null}
              </th>
              <PointCells point={point} target={target} words={words} />
            </tr>
          ))}
        </FigureTable>
      </ScrollFrame>
    </details>
  );
}

interface PointCellsProps extends Pick<TrendChartProps, 'target' | 'words'> {
  readonly point: TrendPoint;
}

/** Three cells with figures, or one that says why they are not shown. */
function PointCells({ point, target, words }: PointCellsProps) {
  if (point.denominator === null) {
    return (
      <td class="number" colSpan={3}>
        {words.suppressed}
      </td>
    );
  }
  const percent = (value: number): string => formatPercent(value, target, words.locale);
  const ballots = <td class="number">{formatCount(point.denominator, words.locale)}</td>;
  if (point.percent === null) {
    return (
      <>
        {ballots}
        <td class="number" colSpan={2}>
          {words.tooFewShown}
        </td>
      </>
    );
  }
  return (
    <>
      {ballots}
      <td class="number">{percent(point.percent)}</td>
      <td class="number">
        {point.interval === null ? '–' : `${percent(point.interval.low)} – ${percent(point.interval.high)}`}
      </td>
    </>
  );
}
