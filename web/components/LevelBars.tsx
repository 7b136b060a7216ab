import { formatCount, formatShare } from '../formatting/numbers.ts';
import { questionName } from '../formatting/question-name.ts';
import { weakestFirst } from '../formatting/question-shares.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { QuestionView } from '../types/report-view.ts';
import { FigureTable } from './FigureTable.tsx';
import { ScrollFrame } from './ScrollFrame.tsx';

interface LevelBarsProps {
  readonly questions: readonly QuestionView[];
  readonly itemNames: Readonly<Record<string, string>>;
  /** Percent. Shares close to the target are printed with more decimals. */
  readonly target: number | null;
  /** A question with fewer answers has counts, but no percentage. */
  readonly minimum: number;
  readonly words: FigureMessages;
}

const HEIGHT = 16;
/** Best level on the left: all bars of satisfied then begin at the same edge, so that they can be compared. */
const LEVELS = ['5', '4', '3', '2', '1'] as const;
const fillOf = (level: string): string => (level === '3' ? 'fill-neutral' : `fill-level-${level}`);

/** One bar per question, weakest first, without the overall question, whose share is at the top of the page. */
export function LevelBars(props: LevelBarsProps) {
  const { questions, minimum, words } = props;
  const rows = weakestFirst(questions, minimum);
  if (rows.every(({ question }) => question.suppressed || question.counts === null)) {
    return <p>{words.questions.none}</p>;
  }
  const enough = rows.filter(({ n }) => n >= minimum);
  const few = rows.filter(({ n }) => n < minimum);
  return (
    <figure class="chart">
      <Legend words={words} />
      <Bars rows={enough.length === 0 ? rows : enough} {...props} />
      {few.length === 0 || enough.length === 0 ? null : (
        <details class="bars-few">
          <summary>{words.questions.few(few.length, minimum)}</summary>
          <Bars rows={few} {...props} />
        </details>
      )}
      <LevelTable {...props} />
    </figure>
  );
}

interface BarsProps extends LevelBarsProps {
  readonly rows: ReturnType<typeof weakestFirst>;
}

const Bars = ({ rows, itemNames, target, minimum, words }: BarsProps) => (
  <ul class="bars">
    {rows.map(({ question, satisfied, n }) => (
      <li key={question.id}>
        <p class="bar-name" id={`bar-${question.id}`}>
          {questionName(question.id, itemNames, words)}
        </p>
        {n === 0 ? (
          <p class="bar-share">
            <span>{question.n === 0 ? words.noFigures : words.suppressed}</span>
          </p>
        ) : (
          <>
            <p class="bar-share">
              {n < minimum ? (
                <strong>{words.counters.of(satisfied, n)}</strong>
              ) : (
                <>
                  <strong>{formatShare(satisfied, n, target, words.locale)}</strong>{' '}
                  <span>{words.headline.ballots(n)}</span>
                </>
              )}
            </p>
            <LevelBar question={question} n={n} words={words} />
          </>
        )}
      </li>
    ))}
  </ul>
);

interface LevelBarProps {
  readonly question: QuestionView;
  readonly n: number;
  readonly words: FigureMessages;
}

function LevelBar({ question: { id, counts }, n, words }: LevelBarProps) {
  if (counts === null) return null;
  let start = 0;
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
        {LEVELS.map((level) => {
          const width = (100 * counts[level]) / n;
          const x = start;
          start += width;
          return width > 0 ? (
            <rect
              key={level}
              class={fillOf(level)}
              x={`${x}%`}
              y="1"
              width={`${width}%`}
              height={HEIGHT - 2}
            />
          ) : null;
        })}
      </svg>
      <p class="vh" id={`line-${id}`}>
        {words.questions.line(counts['4'] + counts['5'], counts['3'], counts['1'] + counts['2'])}
      </p>
    </>
  );
}

function Legend({ words }: { readonly words: FigureMessages }) {
  return (
    <ul class="legend">
      {LEVELS.map((level) => (
        <li key={level}>
          <svg width="14" height="14" aria-hidden="true" focusable="false">
            <rect class={fillOf(level)} x=".5" y=".5" width="13" height="13" />
          </svg>{' '}
          {words.levels[level].toLocaleLowerCase(words.locale)}
        </li>
      ))}
    </ul>
  );
}

const ANSWERS = ['1', '2', '3', '4', '5', 'na', 'skipped'] as const;

/** Wider than a phone's screen, so it is in a frame that scrolls. */
function LevelTable({ questions, itemNames, words }: LevelBarsProps) {
  const hasNotAsked = questions.some(({ not_asked }) => (not_asked ?? 0) > 0);
  return (
    <details>
      <summary>{words.questions.table}</summary>
      <ScrollFrame class="scroll scroll-wide" label={words.questions.tableName}>
        <FigureTable
          columns={[
            words.questions.column,
            ...ANSWERS.map((answer) => words.levels[answer]),
            ...(hasNotAsked ? [words.notAsked] : []),
          ]}
        >
          {questions.map(({ id, counts, not_asked, suppressed }) => (
            <tr key={id}>
              <th scope="row">{questionName(id, itemNames, words)}</th>
              {suppressed || counts === null ? (
                <td colSpan={ANSWERS.length + (hasNotAsked ? 1 : 0)}>{words.suppressed}</td>
              ) : (
                ANSWERS.map((answer) => (
                  <td key={answer} class="number">
                    {formatCount(counts[answer], words.locale)}
                  </td>
                ))
              )}
              {hasNotAsked && !suppressed ? (
                <td class="number">{formatCount(not_asked ?? 0, words.locale)}</td>
              ) : null}
            </tr>
          ))}
        </FigureTable>
      </ScrollFrame>
    </details>
  );
}

/** Heading note: how many ballots the list of questions is based on, and why its figures differ from others. */
export function questionsBase(questions: readonly QuestionView[], words: FigureMessages): string {
  const overall = questions.find(({ id }) => id === 'overall');
  const n = overall === undefined || overall.suppressed ? null : overall.n;
  const { note } = words.questions;
  return n === null ? note : `${words.headline.ballots(n)}; ${note}`;
}
