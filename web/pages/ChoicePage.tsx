import { renderDocument } from '../components/Document.tsx';
import { SaidFaults, SelectInput, TextInput } from '../components/SettingForm.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { type ChoiceName, choiceWords } from '../formatting/choice-words.ts';
import { formatDay } from '../formatting/dates.ts';

export interface ChoicePageProps extends SignedInPageProps {
  readonly name: ChoiceName;
  /** The page's own address. */
  readonly address: string;
  /** All values, the first of which holds where nothing was chosen. */
  readonly choices: readonly string[];
  readonly current: string;
  /** Oldest first; days are `YYYY-MM-DD`. */
  readonly rows: readonly {
    readonly since: string;
    readonly value: string;
    readonly state: 'past' | 'in-force' | 'planned';
  }[];
  readonly typed: { readonly value: string; readonly since: string };
  /** A day that can be chosen, for the hint. */
  readonly exampleDay: string;
  readonly faults: readonly { readonly field: string; readonly code: string; readonly day: string | null }[];
  readonly mayChange: boolean;
}

/** A choice among a few values, from which day on; `/quan-tri/con-so-chinh`, `/quan-tri/o-goi-y`. */
export function renderChoicePage(props: ChoicePageProps): string {
  const words = choiceWords(props.name, 'vi');
  const { columns } = words;
  const nameOf = (value: string): string => words.values[value] ?? value;
  const faults = props.faults.map(({ field, code, day }) => ({
    id: field,
    sentence: words.faults[code]?.(day === null ? '' : formatDay(day, 'vi')) ?? code,
  }));
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      intro={words.intro}
      marker="choice"
      current="administration"
      isFaulty={faults.length > 0}
    >
      <SaidFaults faults={faults} />
      <p>
        {words.current}: <b>{nameOf(props.current)}</b>.
      </p>
      <p>{words.rule}</p>
      <p>{words.public}</p>
      {props.rows.length === 0 ? null : (
        <section aria-labelledby="history">
          <h2 id="history">{words.historyHeading}</h2>
          <StackTable caption={words.historyHeading} columns={[columns.since, columns.value, columns.state]}>
            {props.rows.map(({ since, value, state }) => (
              <tr key={since}>
                <th scope="row">{formatDay(since, 'vi')}</th>
                <td data-label={columns.value}>{nameOf(value)}</td>
                <td data-label={columns.state}>{words.states[state]}</td>
              </tr>
            ))}
          </StackTable>
        </section>
      )}
      {props.mayChange ? (
        <section aria-labelledby="change">
          <h2 id="change">{words.changeHeading}</h2>
          <form class="form" method="post" action={props.address}>
            <SelectInput
              id="value"
              name="value"
              label={words.choice}
              value={props.typed.value || (props.choices.find((value) => value !== props.current) ?? '')}
              options={props.choices.map((value) => ({ value, text: nameOf(value) }))}
              faults={faults}
            />
            <TextInput
              id="since"
              name="since"
              label={words.since}
              hint={words.sinceHint(formatDay(props.exampleDay, 'vi'))}
              value={props.typed.since}
              faults={faults}
            />
            <button type="submit">{words.button}</button>
          </form>
        </section>
      ) : (
        <p class="note">{words.readOnly}</p>
      )}
    </SignedInPage>,
  );
}
