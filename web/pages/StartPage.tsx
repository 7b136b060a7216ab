import { renderDocument } from '../components/Document.tsx';
import { TextField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StartConditions } from '../components/StartConditions.tsx';
import { formatDay, formatSpan } from '../formatting/dates.ts';
import { type ShownFault, showFaults } from '../formatting/faults.ts';
import { formatCount } from '../formatting/numbers.ts';
import { startVi as words } from '../messages/trial.vi.ts';
import type { StartConditionView } from '../types/administration.ts';
import type { Fault } from '../types/fault.ts';
import type { TrialView } from '../types/trial.ts';

interface StartPageProps extends SignedInPageProps {
  /** Null after the official start. */
  readonly trial: TrialView | null;
  /** Days and number of the ballots that the official start erased; null during the trial. */
  readonly record: { readonly from: string; readonly to: string; readonly erased: number } | null;
  readonly isLocalOnly: boolean;
  readonly conditions: readonly StartConditionView[];
  readonly counts: Readonly<Record<keyof typeof words.rows, number>>;
  readonly typed: string;
  readonly faults: readonly Fault[];
  readonly mayChange: boolean;
}

/** `/quan-tri/bat-dau`: conditions of the official start, and the form that starts. */
export function renderStartPage(props: StartPageProps): string {
  const faults = showFaults(props.faults, words.faults);
  const isReady = props.conditions.every(({ value }) => value !== null);
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      marker="start"
      current="administration"
      back={{ href: '/quan-tri', text: words.back }}
      faults={faults}
      mayChange={props.mayChange}
    >
      {props.trial === null ? (
        <Started {...props} />
      ) : (
        <>
          <StartConditions conditions={props.conditions} />
          {props.mayChange ? <LocalOnly {...props} /> : null}
          {isReady ? <Erased {...props} /> : <NotReady {...props} />}
          {props.trial.isExtended || !props.mayChange ? null : <Extension trial={props.trial} />}
          {isReady && props.mayChange ? <Confirmation typed={props.typed} faults={faults} /> : null}
        </>
      )}
    </SignedInPage>,
  );
}

const Started = ({ record }: StartPageProps) => (
  <>
    <p class="done">
      {words.official}{' '}
      {record === null ? null : words.record(formatSpan(record.from, record.to, 'vi'), record.erased)}
    </p>
    <p>
      <a class="button" href="/can-bo/ma-qr">
        {words.print}
      </a>
    </p>
  </>
);

const LocalOnly = ({ isLocalOnly }: StartPageProps) => (
  <form class="form" id="local" method="post" action="/quan-tri/bat-dau/noi-bo">
    <input type="hidden" name="local" value={isLocalOnly ? '0' : '1'} />
    <p class="soft">{words.setLocalHint}</p>
    <button type="submit" class="quiet">
      {isLocalOnly ? words.unsetLocal : words.setLocal}
    </button>
  </form>
);

const NotReady = ({ counts }: StartPageProps) => (
  <section aria-labelledby="first">
    <h2 id="first">{words.first}</h2>
    <p>{words.firstNote(counts.ballots)}</p>
  </section>
);

const Extension = ({ trial }: { readonly trial: TrialView }) => (
  <form class="form" method="post" action="/quan-tri/bat-dau/gia-han">
    {trial.lastDay === null ? null : <p>{words.ends(formatDay(trial.lastDay, 'vi'))}</p>}
    <button type="submit" class="quiet">
      {words.extend}
    </button>
  </form>
);

function Erased({ counts }: StartPageProps) {
  const rows = Object.entries(words.rows) as [keyof typeof words.rows, string][];
  return (
    <section aria-labelledby="erased">
      <h2 id="erased">{words.erased}</h2>
      <dl class="pairs">
        {rows.flatMap(([name, label]) => [
          <dt key={name}>{label}</dt>,
          <dd key={`${name} =`}>{formatCount(counts[name], 'vi')}</dd>,
        ])}
      </dl>
      <p>{words.copies}</p>
      <h3>{words.kept}</h3>
      <p>{words.keptNote}</p>
      <p>{words.publicLine}</p>
    </section>
  );
}

function Confirmation({ typed, faults }: { readonly typed: string; readonly faults: readonly ShownFault[] }) {
  return (
    <form class="form" method="post" action="/quan-tri/bat-dau">
      <h2>{words.confirm}</h2>
      <p>{words.confirmNote}</p>
      <TextField
        name="count"
        label={words.count}
        value={typed}
        autocomplete="off"
        isLiteral
        faults={faults}
      />
      <button type="submit">{words.button}</button>
    </form>
  );
}
