import { renderDocument } from '../components/Document.tsx';
import { SaidFaults, SelectInput, TextInput } from '../components/SettingForm.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { formatDay } from '../formatting/dates.ts';
import { slipMessages } from '../messages/slips.ts';

type HeadlineName = 'all' | 'single-use';

export interface HeadlinePageProps extends SignedInPageProps {
  readonly current: HeadlineName;
  /** Oldest first; days are `YYYY-MM-DD`. */
  readonly rows: readonly {
    readonly since: string;
    readonly value: HeadlineName;
    readonly state: 'past' | 'in-force' | 'planned';
  }[];
  readonly typed: { readonly value: string; readonly since: string };
  /** A day that can be chosen, for the hint. */
  readonly exampleDay: string;
  readonly faults: readonly { readonly field: string; readonly code: string; readonly day: string | null }[];
  readonly mayChange: boolean;
}

const words = slipMessages('vi').headline;
const CHOICES: readonly HeadlineName[] = ['all', 'single-use'];

/** `/quan-tri/con-so-chinh`: which figure comes first, from which day on. */
export function renderHeadlinePage(props: HeadlinePageProps): string {
  const { columns } = words;
  const faults = props.faults.map(({ field, code, day }) => ({
    id: field,
    sentence: words.faults[code]?.(day === null ? '' : formatDay(day, 'vi')) ?? code,
  }));
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      intro={words.intro}
      marker="headline"
      current="administration"
      isFaulty={faults.length > 0}
    >
      <SaidFaults faults={faults} />
      <p>
        {words.current}: <b>{words.values[props.current]}</b>.
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
                <td data-label={columns.value}>{words.values[value]}</td>
                <td data-label={columns.state}>{words.states[state]}</td>
              </tr>
            ))}
          </StackTable>
        </section>
      )}
      {props.mayChange ? (
        <section aria-labelledby="change">
          <h2 id="change">{words.changeHeading}</h2>
          <form class="form" method="post" action="/quan-tri/con-so-chinh">
            <SelectInput
              id="value"
              name="value"
              label={words.choice}
              value={props.typed.value || (props.current === 'all' ? 'single-use' : 'all')}
              options={CHOICES.map((value) => ({ value, text: words.values[value] }))}
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
