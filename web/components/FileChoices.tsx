import type { ComponentChildren } from 'preact';
import { transactionFileVi } from '../messages/transaction-file.vi.ts';

const { result: words } = transactionFileVi;

interface FileChoicesProps {
  readonly field: 'name' | 'text';
  readonly action: string;
  readonly isFaulty: boolean;
  /** Unknown texts of the file, with their number of transactions or rows. `choice` null: not chosen yet. */
  readonly choices: readonly { readonly text: string; readonly n: string; readonly choice: string | null }[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Hidden inputs of the form. */
  readonly children: ComponentChildren;
}

/** Asks a person what each unknown text in a file means. */
export function FileChoices(props: FileChoicesProps) {
  const { field, action, isFaulty, choices, options, children } = props;
  const { heading, note, fault, button } = words.choices[field];
  return (
    <form class="form card" method="post" action={action} data-busy="">
      {children}
      <h2>{heading}</h2>
      <p>{note}</p>
      {isFaulty ? (
        <p class="fault" role="alert">
          {fault}
        </p>
      ) : null}
      {choices.map(({ text, n, choice }, index) => (
        <div key={text} class="field">
          <label for={`${field}-${index}`}>
            {text === '' ? words.blank : text} <span class="soft">{n}</span>
          </label>
          <input type="hidden" name={`${field}.${index}`} value={text} />
          <select
            id={`${field}-${index}`}
            name={`choice.${field}.${index}`}
            {...(isFaulty && choice === null ? { 'aria-invalid': 'true' as const } : {})}
          >
            <option value="">{words.choose}</option>
            {options.map(({ value, label }) => (
              <option key={value} value={value} selected={value === choice}>
                {label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit" name="chosen" value="yes" class="quiet">
        {button}
      </button>
    </form>
  );
}
