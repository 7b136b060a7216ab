import { sayFault } from '../formatting/faults.ts';
import { citizenMessages } from '../messages/citizen.ts';
import type { Fault } from '../types/fault.ts';
import type { Locale } from '../types/locale.ts';
import type { KeptAnswers, LevelWords, QuestionView, SurveyView } from '../types/survey-view.ts';
import { Face } from './Face.tsx';
import { FaultNote } from './Faults.tsx';

/** Levels, worst first as on every page. */
const LEVEL_VALUES = ['1', '2', '3', '4', '5'] as const;

interface LevelQuestionProps {
  readonly question: QuestionView;
  readonly survey: SurveyView;
  readonly locale: Locale;
  /** Visually hidden text before the question; items are noun phrases under one visible heading. */
  readonly spokenHeading: string | null;
  /** The required question is marked and shown large. */
  readonly isRequired: boolean;
  readonly kept: KeptAnswers;
  readonly faults: readonly Fault[];
}

/**
 * Radio buttons, labels, the selected label and the reasons are siblings in one row, so that sibling selectors alone
 * can show the selected label and the reasons of a low level: without script, and in engines without `:has()`.
 */
export function LevelQuestion({
  question,
  survey,
  locale,
  spokenHeading,
  isRequired,
  kept,
  faults,
}: LevelQuestionProps) {
  const words = citizenMessages(locale);
  const name = `q.${question.id}`;
  const { levels } = survey;
  const condition = describeCondition(question, survey, locale);
  const chosenWords: Record<string, string> = {};
  for (const value of LEVEL_VALUES) chosenWords[`data-${value}`] = levels[value][locale];
  if (question.na) chosenWords['data-na'] = question.na[locale];
  const described = [
    ...faults.map((_, index) => `fault.${name}.${index}`),
    ...(condition ? [`if.${name}`] : []),
    ...(question.hint ? [`hint.${name}`] : []),
  ].join(' ');

  return (
    <fieldset
      id={name}
      class={isRequired ? 'q big' : 'q'}
      {...(isRequired ? { role: 'radiogroup', 'aria-required': 'true' } : {})}
      {...(isRequired && faults.length > 0 ? { 'aria-invalid': 'true' } : {})}
      {...(described ? { 'aria-describedby': described } : {})}
    >
      <legend>
        {spokenHeading ? <span class="vh">{spokenHeading} </span> : null}
        {question.text[locale]}
        {isRequired ? <span class="need"> ({words.survey.requiredMark})</span> : null}
      </legend>
      {question.hint ? (
        <p class="hint" id={`hint.${name}`}>
          {question.hint[locale]}
        </p>
      ) : null}
      {condition ? (
        <p class="hint" id={`if.${name}`}>
          {condition}
        </p>
      ) : null}
      {faults.map((fault, index) => (
        <FaultNote
          key={fault.code}
          id={`fault.${name}.${index}`}
          sentence={sayFault(fault, words.faults)}
          back={words.survey.backToFaults}
        />
      ))}
      <div class="row">
        {LEVEL_VALUES.map((value) => [
          <input
            key={`${value} input`}
            type="radio"
            name={name}
            id={`${name}-${value}`}
            value={value}
            {...(Number(value) <= question.chips.up_to_level ? { class: 'low' } : {})}
            checked={kept.levels[question.id] === value}
          />,
          <label key={`${value} label`} for={`${name}-${value}`}>
            <Face level={value} />
            <span>{levels[value][locale]}</span>
          </label>,
        ])}
        {question.na
          ? [
              <input
                key="na input"
                type="radio"
                name={name}
                id={`${name}-na`}
                value="na"
                checked={kept.levels[question.id] === 'na'}
              />,
              <label key="na label" for={`${name}-na`} class="na">
                {question.na[locale]}
              </label>,
            ]
          : null}
        <p class="chosen" aria-hidden="true" {...chosenWords} />
        {question.chips.options.length > 0 ? (
          <fieldset class="why">
            <legend>{question.chips.heading[locale]}</legend>
            {question.chips.options.map((chip) => (
              <label key={chip.id}>
                <input
                  type="checkbox"
                  name={`why.${question.id}`}
                  value={chip.id}
                  checked={kept.why[question.id]?.includes(chip.id) ?? false}
                />
                {chip.text[locale]}
              </label>
            ))}
          </fieldset>
        ) : null}
      </div>
    </fieldset>
  );
}

/** Explains whom a conditional question is for; always shown, because no script may be required. */
function describeCondition(question: QuestionView, survey: SurveyView, locale: Locale): string | null {
  const condition = question.show_if;
  if (!condition) return null;
  const words = citizenMessages(locale).survey;
  const asked = survey.questions.find((other) => other.id === condition.question);
  const answers = condition.answers.map((answer) =>
    answer === 'na'
      ? (asked?.na?.[locale] ?? words.notApplicable)
      : levelWords(survey.levels, answer, locale),
  );
  return words.onlyIf(asked?.text[locale] ?? condition.question, answers);
}

const levelWords = (levels: LevelWords, value: keyof LevelWords, locale: Locale): string =>
  levels[value][locale];
