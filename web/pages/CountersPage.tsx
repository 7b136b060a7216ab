import { CounterFields, type FieldOptionView } from '../components/CounterFields.tsx';
import { renderDocument } from '../components/Document.tsx';
import { ChoiceField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { type Shown, showFaults } from '../formatting/faults.ts';
import { unitSettingsVi as words } from '../messages/unit-settings.vi.ts';
import type { Fault } from '../types/fault.ts';

export interface CounterSettingsView {
  readonly href: string;
  readonly code: string;
  readonly name: string;
  readonly channel: string;
  /** Name of the business field of its procedures; null: citizens are asked for the field. */
  readonly field: string | null;
  readonly survey: { readonly id: string; readonly version: number } | null;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  /** Name of the counter to which this closed one sends citizens; null: none. */
  readonly successor: string | null;
}

interface CountersPageProps extends SignedInPageProps {
  readonly counters: readonly CounterSettingsView[];
  readonly fields: readonly FieldOptionView[];
  readonly typed: { readonly name: string; readonly channel: string; readonly field: string };
  readonly faults: readonly Fault[];
  readonly mayChange: boolean;
}

export function sayCounterState({
  isOpen,
  isMerged,
  successor,
}: Pick<CounterSettingsView, 'isOpen' | 'isMerged' | 'successor'>): string {
  if (isOpen) return words.counters.isOpen;
  if (successor === null) return words.counters.isClosed;
  return isMerged ? words.counters.isMerged(successor) : words.counters.isClosedFor(successor);
}

/** `/quan-tri/quay`: the counters, and a form that adds one. */
export function renderCountersPage(given: CountersPageProps): string {
  const props = { ...given, faults: showFaults(given.faults, words.faults) };
  const { counters, faults, mayChange } = props;
  const open = counters.filter(({ isOpen }) => isOpen);
  const closed = counters.filter(({ isOpen }) => !isOpen);
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.counters.title}
      intro={words.counters.intro}
      marker="counters"
      faults={faults}
      mayChange={mayChange}
    >
      <CounterTable id="open" heading={words.counters.open} counters={open} />
      {closed.length === 0 ? null : (
        <CounterTable id="closed" heading={words.counters.closed} counters={closed} hasState />
      )}
      {mayChange ? <AddForm {...props} /> : null}
    </SignedInPage>,
  );
}

interface CounterTableProps {
  readonly id: string;
  readonly heading: string;
  readonly counters: readonly CounterSettingsView[];
  readonly hasState?: boolean;
}

function CounterTable({ id, heading, counters, hasState = false }: CounterTableProps) {
  const { columns, channels, asked, noSurvey, survey: saySurvey } = words.counters;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <StackTable
        caption={heading}
        columns={[
          columns.name,
          columns.code,
          columns.channel,
          columns.field,
          columns.survey,
          ...(hasState ? [columns.state] : []),
        ]}
      >
        {counters.map((counter) => (
          <tr key={counter.code}>
            <th scope="row">
              <a href={counter.href}>{counter.name}</a>
            </th>
            <td data-label={columns.code}>
              <code>{counter.code}</code>
            </td>
            <td data-label={columns.channel}>{channels[counter.channel] ?? counter.channel}</td>
            <td data-label={columns.field}>{counter.field ?? asked}</td>
            <td data-label={columns.survey}>
              {counter.survey === null ? noSurvey : saySurvey(counter.survey.id, counter.survey.version)}
            </td>
            {hasState ? <td data-label={columns.state}>{sayCounterState(counter)}</td> : null}
          </tr>
        ))}
      </StackTable>
    </section>
  );
}

function AddForm({ typed, fields, faults }: Shown<CountersPageProps>) {
  const { channel, channelHints } = words.counters;
  return (
    <section aria-labelledby="add">
      <h2 id="add">{words.counters.addHeading}</h2>
      <p>{words.counters.addNote}</p>
      <form class="form" method="post" action="/quan-tri/quay">
        <CounterFields typed={typed} fields={fields} faults={faults} words={words.counters} />
        <ChoiceField
          name="channel"
          label={channel}
          options={Object.entries(channelHints).map(([value, text]) => ({ value, text }))}
          value={typed.channel}
          faults={faults}
        />
        <button type="submit">{words.counters.addButton}</button>
      </form>
    </section>
  );
}
