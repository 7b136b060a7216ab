import type { ComponentChildren } from 'preact';
import { sayFault } from '../formatting/faults.ts';
import { citizenMessages } from '../messages/citizen.ts';
import type { Fault } from '../types/fault.ts';
import type { Locale } from '../types/locale.ts';
import type { KeptAnswers, LevelWords, QuestionView, SurveyView } from '../types/survey-view.ts';
import { Face } from './Face.tsx';

/** Levels, worst first as on every page. */
const LEVEL_VALUES = ['1', '2', '3', '4', '5'] as const;

interface LevelQuestionProps {
  readonly question: QuestionView;
  readonly survey: SurveyView;
  readonly locale: Locale;
  /** Visually hidden text before the question; items are noun phrases under one visible heading. */
  readonly spokenHeading: string | null;
  /** The required question has its answers below each other, in words; items have faces side by side. */
  readonly isRequired: boolean;
  readonly kept: KeptAnswers;
  readonly faults: readonly Fault[];
  /** Rendered last in the row, so that sibling selectors can style it by the chosen level. */
  readonly children?: ComponentChildren;
}

/**
 * Radio buttons, labels, the reasons and the fault are siblings in one row, so that sibling selectors alone can show
 * the reasons of a low level and hide the fault: without script, and in engines without `:has()`.
 */
export function LevelQuestion(props: LevelQuestionProps) {
  const { question, survey, locale, spokenHeading, isRequired, kept, faults } = props;
  const words = citizenMessages(locale);
  const name = `q.${question.id}`;
  const { levels } = survey;
  const condition = describeCondition(question, survey, locale);
  const described = faults.map((_, index) => `fault.${name}.${index}`).join(' ');
  const lowest = (value: string) => (Number(value) <= question.chips.up_to_level ? ' low' : '');

  return (
    <fieldset
      id={name}
      class={isRequired ? 'first' : 'q'}
      {...(isRequired ? { role: 'radiogroup', 'aria-required': 'true' } : {})}
      {...(isRequired && faults.length > 0 ? { 'aria-invalid': 'true' } : {})}
      {...(described ? { 'aria-describedby': described } : {})}
    >
      <legend>
        {spokenHeading ? <span class="vh">{spokenHeading} </span> : null}
        {question.text[locale]}
        {question.hint ? <span class="hint"> {question.hint[locale]}</span> : null}
        {condition ? <span class="hint"> {condition}</span> : null}
      </legend>
      <div class="row">
        {LEVEL_VALUES.map((value) => [
          <input
            key={`${value} input`}
            type="radio"
            name={name}
            id={`${name}-${value}`}
            value={value}
            class={`lv${lowest(value)}`}
            checked={kept.levels[question.id] === value}
          />,
          <label key={`${value} label`} for={`${name}-${value}`}>
            <Face level={value} />
            <span {...(isRequired ? {} : { class: 'vh' })}>{levels[value][locale]}</span>
          </label>,
        ])}
        {faults.map((fault, index) => (
          // Choosing a level hides a fault of the level (CSS class `level`), but not one of the reasons.
          <p key={fault.code} class={fault.field === name ? 'fault level' : 'fault'}>
            <span id={`fault.${name}.${index}`}>{sayFault(fault, words.faults)}</span>
          </p>
        ))}
        {isRequired ? null : (
          <p class="chosen" aria-hidden="true">
            <span>{levels['1'][locale]}</span>
            <span>{levels['5'][locale]}</span>
          </p>
        )}
        {question.chips.options.length > 0 ? (
          <fieldset class="why">
            <legend>{question.chips.heading[locale]}</legend>
            <div class="pills">
              {question.chips.options.map((chip) => (
                <label key={chip.id}>
                  <input
                    type="checkbox"
                    name={`why.${question.id}`}
                    value={chip.id}
                    checked={kept.why[question.id]?.includes(chip.id) ?? false}
                  />
                  <span>{chip.text[locale]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ) : null}
        {question.na
          ? [
              <input
                key="na input"
                type="radio"
                name={name}
                id={`${name}-na`}
                value="na"
                class="na-in"
                checked={kept.levels[question.id] === 'na'}
              />,
              <label key="na label" for={`${name}-na`} class="na">
                {question.na[locale]}
              </label>,
            ]
          : null}
        {props.children}
      </div>
    </fieldset>
  );
}

/** Says who should answer a conditional question; always shown, because no script may be required. */
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
