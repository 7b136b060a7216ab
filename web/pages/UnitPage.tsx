import { renderDocument } from '../components/Document.tsx';
import { TextField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { type Shown, showFaults } from '../formatting/faults.ts';
import { unitSettingsVi as words } from '../messages/unit-settings.vi.ts';
import type { Fault } from '../types/fault.ts';

interface UnitPageProps extends SignedInPageProps {
  /** The unit's permanent code. */
  readonly code: string;
  /** Stored values, or rejected input. */
  readonly typed: {
    readonly name: string;
    readonly official_code: string;
    readonly contact_phone: string;
    readonly receiver: string;
  };
  readonly faults: readonly Fault[];
  readonly isSaved: boolean;
  readonly mayChange: boolean;
}

/** `/quan-tri/don-vi`: name and contact details of the unit. */
export function renderUnitPage(given: UnitPageProps): string {
  const props = { ...given, faults: showFaults(given.faults, words.faults) };
  const { faults, mayChange, isSaved } = props;
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.unit.title}
      intro={words.unit.intro}
      marker="unit"
      current="administration"
      faults={faults}
      mayChange={mayChange}
      saved={isSaved && `${words.saved} ${words.unit.posters}`}
    >
      <dl class="pairs">
        <dt>{words.unit.code}</dt>
        <dd>
          <code>{props.code}</code>
        </dd>
      </dl>
      <p class="soft">{words.unit.codeNote}</p>
      {mayChange ? <UnitForm {...props} /> : <Facts {...props} />}
      <p class="soft">{words.unit.closedPeriods}</p>
    </SignedInPage>,
  );
}

function UnitForm({ typed, faults }: Shown<UnitPageProps>) {
  const common = { autocomplete: 'off', faults };
  const { unit } = words;
  return (
    <form class="form" method="post" action="/quan-tri/don-vi">
      <TextField {...common} name="name" label={unit.name} hint={unit.nameHint} value={typed.name} />
      <TextField
        {...common}
        name="official_code"
        label={unit.officialCode}
        hint={unit.officialCodeHint}
        value={typed.official_code}
        isLiteral
      />
      <TextField
        {...common}
        name="contact_phone"
        label={unit.phone}
        hint={unit.phoneHint}
        value={typed.contact_phone}
      />
      <TextField
        {...common}
        name="receiver"
        label={unit.receiver}
        hint={unit.receiverHint}
        value={typed.receiver}
      />
      <button type="submit">{unit.button}</button>
    </form>
  );
}

function Facts({ typed }: Shown<UnitPageProps>) {
  const { unit } = words;
  const rows = [
    [unit.name, typed.name],
    [unit.officialCode, typed.official_code],
    [unit.phone, typed.contact_phone],
    [unit.receiver, typed.receiver],
  ] as const;
  return (
    <dl class="pairs">
      {rows.flatMap(([label, value]) => [
        <dt key={label}>{label}</dt>,
        <dd key={`${label} =`}>{value === '' ? unit.empty : value}</dd>,
      ])}
    </dl>
  );
}
