import { formatCount } from '../formatting/numbers.ts';
import { questionName } from '../formatting/question-name.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { QuestionView } from '../types/report-view.ts';
import { FigureTable } from './FigureTable.tsx';
import { ScrollFrame } from './ScrollFrame.tsx';

interface LevelTableProps {
  readonly questions: readonly QuestionView[];
  readonly itemNames: Readonly<Record<string, string>>;
  readonly words: FigureMessages;
}

const ANSWERS = ['1', '2', '3', '4', '5', 'na', 'skipped'] as const;

/** The table is wider than a phone, so it scrolls in its own frame. */
export function LevelTable({ questions, itemNames, words }: LevelTableProps) {
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
