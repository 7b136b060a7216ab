import { CounterFields, type FieldOptionView } from '../components/CounterFields.tsx';
import { renderDocument } from '../components/Document.tsx';
import { FieldFaults } from '../components/Faults.tsx';
import { ActForm, SelectField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { fieldId, type Shown, showFaults } from '../formatting/faults.ts';
import { unitSettingsVi as words } from '../messages/unit-settings.vi.ts';
import type { Fault } from '../types/fault.ts';
import { type CounterSettingsView, sayCounterState } from './CountersPage.tsx';

interface CounterPageProps extends SignedInPageProps {
  readonly counter: CounterSettingsView;
  readonly address: string;
  readonly posterHref: string;
  readonly fields: readonly FieldOptionView[];
  /** Stored values, or rejected input. */
  readonly typed: {
    readonly name: string;
    readonly field: string;
    /** Code of the counter to which this one sends citizens once closed; empty: none. */
    readonly successor: string;
    readonly into: string;
  };
  /** Position among the open counters, from 1, and their number; null for a closed counter. */
  readonly order: { readonly at: number; readonly all: number } | null;
  readonly others: readonly { readonly code: string; readonly name: string }[];
  readonly faults: readonly Fault[];
  readonly isSaved: boolean;
  readonly mayChange: boolean;
}

/** `/quan-tri/quay/CODE`: one counter, with its name, field, order, and whether it is open. */
export function renderCounterPage(given: CounterPageProps): string {
  const props = { ...given, faults: showFaults(given.faults, words.faults) };
  const { counter, faults, mayChange, isSaved } = props;
  const { columns } = words.counters;
  return renderDocument(
    <SignedInPage
      page={props}
      title={counter.name}
      intro={words.counter.intro}
      marker="counter"
      faults={faults}
      mayChange={mayChange}
      saved={isSaved && words.saved}
      back={{ href: '/quan-tri/quay', text: words.counter.all }}
    >
      <dl class="pairs">
        <dt>{columns.state}</dt>
        <dd>{sayCounterState(counter)}</dd>
        <dt>{columns.code}</dt>
        <dd>
          <code>{counter.code}</code>
        </dd>
        <dt>{words.counter.address}</dt>
        <dd>{props.address}</dd>
        <dt>{columns.channel}</dt>
        <dd>{words.counters.channels[counter.channel] ?? counter.channel}</dd>
        <dt>{columns.field}</dt>
        <dd>{counter.field ?? words.counters.asked}</dd>
        <dt>{columns.survey}</dt>
        <dd>
          {counter.survey === null
            ? words.counters.noSurvey
            : words.counters.survey(counter.survey.id, counter.survey.version)}
        </dd>
      </dl>
      {counter.isOpen && counter.channel === 'poster' ? (
        <p>
          <a href={props.posterHref}>{words.counter.poster}</a>
        </p>
      ) : null}
      {counter.isMerged ? <p class="note">{words.counter.merged(counter.successor ?? '')}</p> : null}
      {mayChange ? <Changes {...props} /> : null}
    </SignedInPage>,
  );
}

function Changes(props: Shown<CounterPageProps>) {
  const { counter, typed, fields, faults } = props;
  return (
    <>
      <section aria-labelledby="change">
        <h2 id="change">{words.counter.changeHeading}</h2>
        <p>{words.counter.changeNote}</p>
        <form class="form" method="post" action={`${counter.href}/thong-tin`}>
          <CounterFields typed={typed} fields={fields} faults={faults} words={words.counters} />
          <button type="submit">{words.counter.changeButton}</button>
        </form>
      </section>
      {props.order ? <Order href={counter.href} {...props.order} /> : null}
      {counter.isOpen ? <Closing {...props} /> : null}
      {counter.isOpen || counter.isMerged ? null : <Reopening {...props} />}
      {counter.isMerged || props.others.length === 0 ? null : <Merging {...props} />}
    </>
  );
}

function Order({ href, at, all }: { readonly href: string; readonly at: number; readonly all: number }) {
  return (
    <section aria-labelledby="order">
      <h2 id="order">{words.counter.orderHeading}</h2>
      <p>{words.counter.order(at, all)}</p>
      <div class="actions">
        {at > 1 ? <ActForm action={`${href}/len`} button={words.counter.up} /> : null}
        {at < all ? <ActForm action={`${href}/xuong`} button={words.counter.down} /> : null}
      </div>
    </section>
  );
}

const asOptions = (others: CounterPageProps['others'], none: string) => [
  { value: '', text: none },
  ...others.map(({ code, name }) => ({ value: code, text: name })),
];

function Closing({ counter, typed, others, faults }: Shown<CounterPageProps>) {
  return (
    <section aria-labelledby={fieldId('close')}>
      <h2 id={fieldId('close')} tabIndex={-1}>
        {words.counter.closeHeading}
      </h2>
      <FieldFaults id={fieldId('close')} faults={faults} />
      {others.length === 0 ? (
        <p>{words.counter.lastOpen}</p>
      ) : (
        <>
          <p>{words.counter.closeNote}</p>
          <form class="form" method="post" action={`${counter.href}/dong`}>
            <SelectField
              name="successor"
              label={words.counter.successor}
              options={asOptions(others, words.counter.successorNone)}
              value={typed.successor}
              faults={faults}
            />
            <button type="submit" class="danger">
              {words.counter.closeButton}
            </button>
          </form>
        </>
      )}
    </section>
  );
}

function Reopening({ counter, faults }: Shown<CounterPageProps>) {
  return (
    <section aria-labelledby={fieldId('reopen')}>
      <h2 id={fieldId('reopen')} tabIndex={-1}>
        {words.counter.reopenHeading}
      </h2>
      <FieldFaults id={fieldId('reopen')} faults={faults} />
      <p>{words.counter.reopenNote}</p>
      <ActForm action={`${counter.href}/mo-lai`} button={words.counter.reopenButton} />
    </section>
  );
}

function Merging({ counter, typed, others, faults }: Shown<CounterPageProps>) {
  return (
    <section aria-labelledby="merge">
      <h2 id="merge">{words.counter.mergeHeading}</h2>
      <p>{words.counter.mergeNote}</p>
      <p>{words.counter.mergeStaff}</p>
      <form class="form" method="post" action={`${counter.href}/gop`}>
        <SelectField
          name="into"
          label={words.counter.into}
          options={asOptions(others, words.counter.intoNone)}
          value={typed.into}
          faults={faults}
        />
        <button type="submit" class="danger">
          {words.counter.mergeButton}
        </button>
      </form>
    </section>
  );
}
