import type { ComponentChildren } from 'preact';
import { sayFault } from '../formatting/faults.ts';
import { citizenMessages } from '../messages/citizen.ts';
import type { Fault } from '../types/fault.ts';
import type { Locale } from '../types/locale.ts';
import type { KeptAnswers, LevelWords, QuestionView, SurveyView } from '../types/survey-view.ts';
import { Face } from './Face.tsx';

/** Worst first, in every survey. */
const LEVEL_VALUES = ['1', '2', '3', '4', '5'] as const;

interface LevelQuestionProps {
  readonly question: QuestionView;
  readonly survey: SurveyView;
  readonly locale: Locale;
  /** Read by screen readers before the question, because the visible heading stands above the first item only. */
  readonly spokenHeading: string | null;
  /** The required question has one answer per line, in words; the others have faces side by side. */
  readonly isRequired: boolean;
  readonly kept: KeptAnswers;
  readonly faults: readonly Fault[];
  /** Rendered at the end of the row, where CSS can style it by the level chosen before it. */
  readonly children?: ComponentChildren;
}

/**
 * Radio buttons, labels, reasons and faults are siblings, so that CSS sibling selectors can show the reasons
 * of a low level without a script, and in browsers without `:has()`.
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
          // CSS hides `.level` once a level is chosen; a fault in the reasons stays.
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

/** Says who should answer a conditional question. The question is never hidden, because pages work without scripts. */
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
