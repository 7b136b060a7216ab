import { renderDocument } from '../components/Document.tsx';
import { FaultSummary } from '../components/Faults.tsx';
import { TextField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { SipasLine } from '../components/SipasLine.tsx';
import { type Shown, showFaults } from '../formatting/faults.ts';
import { formatTarget } from '../formatting/numbers.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import { sipasVi } from '../messages/sipas.vi.ts';
import type { Fault } from '../types/fault.ts';
import type { SipasView } from '../types/report-view.ts';

export interface SipasPageProps extends SignedInPageProps {
  /** In force; null: none is shown. */
  readonly sipas: SipasView | null;
  /** What was typed and not taken; null: the fields hold what is in force. */
  readonly typed: { readonly year: string; readonly percent: string; readonly source: string } | null;
  readonly faults: readonly Fault[];
  readonly isSaved: boolean;
  readonly mayChange: boolean;
}

const words = sipasVi;
const accounts = accountsVi;

/** `/quan-tri/sipas`: the province's figure that the leader's page names, with its source. */
export function renderSipasPage(given: SipasPageProps): string {
  const props = { ...given, faults: showFaults(given.faults, words.faults) };
  const { sipas, faults, isSaved, mayChange } = props;
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      intro={words.intro}
      marker="sipas"
      current="administration"
      isFaulty={faults.length > 0}
    >
      {isSaved ? (
        <p class="done" role="status">
          {words.saved}
        </p>
      ) : null}
      <FaultSummary faults={faults} />
      {mayChange ? null : <p class="note">{accounts.people.readOnly}</p>}
      {sipas === null ? <p>{words.none}</p> : <SipasLine sipas={sipas} />}
      {mayChange ? <SipasForm {...props} /> : null}
    </SignedInPage>,
  );
}

function SipasForm({ sipas, typed, faults }: Shown<SipasPageProps>) {
  const values =
    typed ??
    (sipas === null
      ? { year: '', percent: '', source: '' }
      : {
          year: String(sipas.year),
          percent: formatTarget(sipas.percent, 'vi').replace('%', ''),
          source: sipas.source,
        });
  const common = { autocomplete: 'off', faults };
  return (
    <form class="form" method="post" action="/quan-tri/sipas">
      <TextField
        {...common}
        name="year"
        label={words.year}
        hint={words.yearHint}
        value={values.year}
        isLiteral
      />
      <TextField
        {...common}
        name="percent"
        label={words.percent}
        hint={words.percentHint}
        value={values.percent}
        isLiteral
      />
      <TextField
        {...common}
        name="source"
        label={words.source}
        hint={words.sourceHint}
        value={values.source}
      />
      <p class="soft">{words.clear}</p>
      <button type="submit">{words.button}</button>
    </form>
  );
}
