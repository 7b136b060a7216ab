import { sayFault } from '../formatting/faults.ts';
import { citizenMessages } from '../messages/citizen.ts';
import type { Fault } from '../types/fault.ts';
import type { Locale } from '../types/locale.ts';
import type { OptionView } from '../types/survey-view.ts';

interface ChoiceListProps {
  readonly name: string;
  readonly heading: string;
  readonly options: readonly OptionView[];
  readonly kept: string;
  readonly faults: readonly Fault[];
  readonly locale: Locale;
}

/** Ends with an option with an empty value, so that a person can take an answer back. */
export function ChoiceList({ name, heading, options, kept, faults, locale }: ChoiceListProps) {
  const citizen = citizenMessages(locale);
  const choices = [
    ...options.map((option) => ({ value: option.id, text: option.text[locale] })),
    { value: '', text: citizen.survey.noAnswer },
  ];
  const described = faults.map((_, index) => `fault.${name}.${index}`).join(' ');
  return (
    <fieldset id={name} {...(described ? { 'aria-describedby': described } : {})}>
      <legend>{heading}</legend>
      {faults.map((fault, index) => (
        <p key={fault.code} class="fault">
          <span id={`fault.${name}.${index}`}>{sayFault(fault, citizen.faults)}</span>
        </p>
      ))}
      <div class="pills">
        {choices.map(({ value, text }, index) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              {...(index === 0 ? { id: `${name}-0` } : {})}
              value={value}
              checked={value !== '' && value === kept}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
