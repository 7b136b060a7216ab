import type { ComponentChildren } from 'preact';
import {
  type AccountTerm,
  type HeadlineTone,
  sayAccount,
  sayChange,
  sayHeadline,
  sayUnanswered,
} from '../formatting/headline-sentences.ts';
import { formatPercent, formatTarget } from '../formatting/numbers.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { EarlierView, IndicatorView, ReportView } from '../types/report-view.ts';
import { HatchPatterns } from './HatchPatterns.tsx';

interface HeadlineProps {
  readonly report: ReportView;
  /** Null: there is no earlier period, or the page shows no comparison. */
  readonly before: EarlierView | null;
  readonly words: FigureMessages;
  /** Shown above the numbers of ballots. */
  readonly children?: ComponentChildren;
}

export function Headline({ report, before, words, children }: HeadlineProps) {
  const { figure, box, tone, sentence, lead } = sayHeadline(report, words);
  const unanswered = lead === 'none' ? null : sayUnanswered(report, words);
  return (
    <section class="headline" aria-labelledby="headline">
      <HatchPatterns />
      <h2 id="headline" class="vh">
        {words.headline.title}
      </h2>
      <div class="headline-lead">
        {figure === null ? null : (
          <p class="figure">
            <strong>
              {figure[0]}
              <small>{figure[1]}</small>
            </strong>{' '}
            <span>{words.headline.satisfied}</span>
          </p>
        )}
        {box === null ? null : <VerdictBox tone={tone} parts={box} />}
      </div>
      {sentence === null ? null : <p class="headline-said">{sentence}</p>}
      {before === null || lead === 'none' ? null : <Change report={report} before={before} words={words} />}
      <ThreePartBar
        indicator={report.indicator}
        words={words}
        isWordy={lead !== 'unsure-above' && lead !== 'unsure-below'}
      />
      {children}
      <Account report={report} words={words} />
      {unanswered === null ? null : <p class="headline-note">{unanswered}</p>}
    </section>
  );
}

const SIGNS: Readonly<Record<HeadlineTone, string | null>> = {
  met: 'M4 12l5 5L19 6',
  'met-run': 'M4 12l5 5L19 6',
  not: 'M5 5l12 12M17 5L5 17',
  'not-run': 'M5 5l12 12M17 5L5 17',
  unclear: 'M2 9c3-4 6-4 9-1s6 3 9-1M2 16c3-4 6-4 9-1s6 3 9-1',
  few: null,
};

function VerdictBox({ tone, parts }: { readonly tone: HeadlineTone; readonly parts: readonly string[] }) {
  const sign = SIGNS[tone];
  return (
    <p class={`box box-${tone}`}>
      {sign === null ? null : (
        <svg viewBox="0 0 22 22" aria-hidden="true">
          <path d={sign} />
        </svg>
      )}
      <span>
        {parts.map((part, index) => (
          <>
            {index === 0 ? null : ' '}
            <span key={part}>{part}</span>
          </>
        ))}
      </span>
    </p>
  );
}

function Change({
  report,
  before,
  words,
}: {
  report: ReportView;
  before: EarlierView;
  words: FigureMessages;
}) {
  const { sign, points, rest } = sayChange(report, before, words);
  return (
    <p class="headline-change">
      {points === null ? null : (
        <strong>
          <span aria-hidden="true">{sign}</span> {points}
        </strong>
      )}
      {rest}
    </p>
  );
}

const BAR = { top: 18, height: 24, range: 54, total: 62 } as const;

interface BarProps {
  readonly indicator: IndicatorView;
  readonly words: FigureMessages;
  /** Whether the bounds of the interval are printed below the bar, because no sentence names them. */
  readonly isWordy: boolean;
}

/**
 * Shares of satisfied, neutral and dissatisfied on a scale of 0–100 %, with target and interval. Renders
 * nothing if they are suppressed.
 */
function ThreePartBar({ indicator, words, isWordy }: BarProps) {
  const { numerator, neutral, dissatisfied, denominator, target, interval, percent, suppressed } = indicator;
  if (suppressed || numerator === null || neutral === null || dissatisfied === null || !denominator)
    return null;
  const say = words.headline;
  const share = (n: number) => (100 * n) / denominator;
  const counts = [
    say.counts.satisfied(numerator),
    say.counts.neutral(neutral),
    say.counts.dissatisfied(dissatisfied),
  ];
  const aim = percent === null ? null : target;
  const range = percent === null ? null : interval;
  const shown = (value: number) => formatPercent(value, target?.percent ?? null, words.locale);
  const top = aim === null ? 0 : BAR.top;
  const drop = BAR.top - top;
  const aimText = aim === null ? '' : say.bar.target(formatTarget(aim.percent, words.locale));
  const rangeText = range === null ? '' : say.bar.range(shown(range.low), shown(range.high));
  return (
    <>
      <svg
        class="three-bar"
        role="img"
        aria-label={[...counts, aimText, rangeText].filter((text) => text !== '').join(', ')}
        width="100%"
        height={(range === null ? BAR.top + BAR.height + 2 : BAR.total) - drop}
      >
        {aim === null ? null : (
          <text class="tick" x={`${aim.percent - 1}%`} y="13" text-anchor="end">
            {aimText}
          </text>
        )}
        <rect class="fill-satisfied" x="0" y={top} width={`${share(numerator)}%`} height={BAR.height} />
        <rect
          class="fill-neutral"
          x={`${share(numerator)}%`}
          y={top}
          width={`${share(neutral)}%`}
          height={BAR.height}
        />
        <rect
          class="fill-level-2"
          x={`${share(numerator + neutral)}%`}
          y={top}
          width={`${share(dissatisfied)}%`}
          height={BAR.height}
        />
        {aim === null ? null : (
          <>
            <line
              class="mark-halo"
              x1={`${aim.percent}%`}
              x2={`${aim.percent}%`}
              y1={top}
              y2={top + BAR.height}
            />
            <line
              class="mark"
              x1={`${aim.percent}%`}
              x2={`${aim.percent}%`}
              y1="2"
              y2={top + BAR.height + 4}
            />
          </>
        )}
        {range === null ? null : (
          <>
            {[
              [range.low, range.high, BAR.range, BAR.range],
              [range.low, range.low, BAR.range - 5, BAR.range + 5],
              [range.high, range.high, BAR.range - 5, BAR.range + 5],
            ].map(([x1 = 0, x2 = 0, y1 = 0, y2 = 0]) => (
              <line
                class="mark"
                key={`${x1} ${x2} ${y1}`}
                x1={`${x1}%`}
                x2={`${x2}%`}
                y1={y1 - drop}
                y2={y2 - drop}
              />
            ))}
            <text
              class="tick"
              x={`${range.low < 55 ? range.high + 1.5 : range.low - 1.5}%`}
              y={BAR.range + 5 - drop}
              text-anchor={range.low < 55 ? 'start' : 'end'}
            >
              {isWordy ? rangeText : say.bar.possible}
            </text>
          </>
        )}
      </svg>
      <ul class="headline-counts">
        <li>
          <strong>{say.ballots(denominator)}</strong>
        </li>
        {counts.map((text, index) => (
          <li key={text}>
            <svg aria-hidden="true" width="14" height="14">
              <rect class={KEYS[index]} x=".5" y=".5" width="13" height="13" />
            </svg>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

const KEYS = ['fill-satisfied', 'fill-neutral', 'fill-level-2'] as const;

function Account({ report, words }: { readonly report: ReportView; readonly words: FigureMessages }) {
  const { left, right } = sayAccount(report, words);
  const { counted, set_aside, pending } = report.ballots;
  const sum = (counted ?? 0) + (set_aside ?? 0) + (pending ?? 0);
  const part = (n: number | null) => `${(100 * (n ?? 0)) / sum}%`;
  const start = (n: number) => `${(100 * n) / sum}%`;
  return (
    <div class="account">
      <p>
        <Terms terms={left} />
        {right.length === 0 ? null : (
          <>
            <span class="account-equals"> = </span>
            <Terms terms={right} />
          </>
        )}
      </p>
      {right.length === 0 || sum === 0 ? null : (
        <svg aria-hidden="true" width="100%" height="8">
          <rect class="fill-counted" width={part(counted)} height="8" />
          <rect class="fill-level-2" x={start(counted ?? 0)} width={part(set_aside)} height="8" />
          <rect
            class="fill-neutral"
            x={start((counted ?? 0) + (set_aside ?? 0))}
            width={part(pending)}
            height="8"
          />
        </svg>
      )}
    </div>
  );
}

const Terms = ({ terms }: { readonly terms: readonly AccountTerm[] }) => (
  <>
    {terms.map(([before, n, after], index) => (
      <>
        {index === 0 ? null : ' + '}
        <span key={before + after} class="account-term">
          {before}
          <strong>{n}</strong>
          {after}
        </span>
      </>
    ))}
  </>
);
