import { scaleLinear } from 'd3-scale';
import { stack, stackOffsetDiverging } from 'd3-shape';
import { questionName } from '../formatting/question-name.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { QuestionView } from '../types/report-view.ts';
import { LevelLegend } from './LevelLegend.tsx';
import { LevelTable } from './LevelTable.tsx';

interface LevelBarsProps {
  readonly questions: readonly QuestionView[];
  /** Question text by id. */
  readonly itemNames: Readonly<Record<string, string>>;
  readonly words: FigureMessages;
}

/** Drawing order outwards from the middle on each side; "neither" is split across both. */
const SEGMENTS = ['neutral-left', 'level-2', 'level-1', 'neutral-right', 'level-4', 'level-5'] as const;
type Segment = (typeof SEGMENTS)[number];

/** Share of each segment, negative for segments left of the middle; the absolute values add up to 1. */
type Shares = Readonly<Record<Segment, number>>;

const HEIGHT = 22;
/** Minimum share of the width on each side, so that a thin side stays visible. */
const LEAST_SIDE = 0.12;

interface Row {
  readonly question: QuestionView;
  readonly name: string;
  readonly shares: Shares | null;
}

const toSegments = stack<unknown, Shares, Segment>()
  .keys(SEGMENTS)
  .value((shares, segment) => shares[segment])
  .offset(stackOffsetDiverging);

function sharesOf({ counts, n, suppressed }: QuestionView): Shares | null {
  if (suppressed || counts === null || !n) return null;
  const half = counts['3'] / n / 2;
  return {
    'neutral-left': -half,
    'level-2': -counts['2'] / n,
    'level-1': -counts['1'] / n,
    'neutral-right': half,
    'level-4': counts['4'] / n,
    'level-5': counts['5'] / n,
  };
}

const extent = (rows: readonly Row[], sign: 1 | -1): number =>
  Math.max(
    LEAST_SIDE,
    ...rows.map(({ shares }) =>
      shares === null ? 0 : SEGMENTS.reduce((sum, segment) => sum + Math.max(0, sign * shares[segment]), 0),
    ),
  );

/** Diverging stacked bars of the five levels, with the data table. */
export function LevelBars({ questions, itemNames, words }: LevelBarsProps) {
  const rows: Row[] = questions.map((question) => ({
    question,
    name: questionName(question.id, itemNames, words),
    shares: sharesOf(question),
  }));
  if (rows.every(({ shares }) => shares === null)) return <p>{words.questions.none}</p>;
  const x = scaleLinear()
    .domain([-extent(rows, -1), extent(rows, 1)])
    .range([0, 100]);
  return (
    <figure class="chart">
      <LevelLegend words={words} />
      <ul class="bars">
        {rows.map((row) => (
          <li key={row.question.id}>
            <p class="bar-name" id={`bar-${row.question.id}`}>
              {row.name}
            </p>
            {row.shares === null ? (
              <p class="soft">{row.question.n === 0 ? words.noFigures : words.suppressed}</p>
            ) : (
              <LevelBar row={row} shares={row.shares} x={x} words={words} />
            )}
          </li>
        ))}
      </ul>
      <figcaption class="soft">{words.questions.note}</figcaption>
      <LevelTable questions={questions} itemNames={itemNames} words={words} />
    </figure>
  );
}

interface LevelBarProps {
  readonly row: Row;
  readonly shares: Shares;
  /** Maps a share, negative left of the middle, to percent of the width. */
  readonly x: (share: number) => number;
  readonly words: FigureMessages;
}

function LevelBar({ row, shares, x, words }: LevelBarProps) {
  const { id, counts } = row.question;
  if (counts === null) return null;
  return (
    <>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the question above it names it */}
      <svg
        class="level-bar"
        role="img"
        aria-labelledby={`bar-${id}`}
        aria-describedby={`line-${id}`}
        width="100%"
        height={HEIGHT}
      >
        {toSegments([shares]).map((series) => {
          const [from, to] = series[0] ?? [0, 0];
          const start = x(Math.min(from, to));
          const width = x(Math.max(from, to)) - start;
          return width > 0 ? (
            <rect
              key={series.key}
              class={`fill-${series.key.replace(/-(left|right)$/, '')}`}
              x={`${start}%`}
              y="1"
              width={`${width}%`}
              height={HEIGHT - 2}
            />
          ) : null;
        })}
        <line class="middle" x1={`${x(0)}%`} x2={`${x(0)}%`} y1="0" y2={HEIGHT} />
      </svg>
      <p class="bar-line" id={`line-${id}`}>
        {words.questions.line(counts['4'] + counts['5'], counts['3'], counts['1'] + counts['2'])}
      </p>
    </>
  );
}
