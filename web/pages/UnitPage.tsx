import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { ReceiverFields, type TypedUnitView, UnitCodeFields, UnitFields } from '../components/UnitFields.tsx';
import { type Shown, showFaults } from '../formatting/faults.ts';
import { unitSettingsVi as words } from '../messages/unit-settings.vi.ts';
import type { Fault } from '../types/fault.ts';

interface UnitPageProps extends SignedInPageProps {
  /** Never changes. */
  readonly code: string;
  readonly typed: TypedUnitView;
  readonly faults: readonly Fault[];
  readonly isSaved: boolean;
  readonly mayChange: boolean;
}

/** `/quan-tri/don-vi`: the unit's name and contact details. */
export function renderUnitPage(given: UnitPageProps): string {
  const props = { ...given, faults: showFaults(given.faults, words.faults) };
  const { faults, mayChange, isSaved } = props;
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.unit.title}
      intro={words.unit.intro}
      marker="unit"
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
  return (
    <form class="form" method="post" action="/quan-tri/don-vi">
      <UnitFields typed={typed} faults={faults} />
      <ReceiverFields typed={typed} faults={faults} />
      <UnitCodeFields typed={typed} faults={faults} />
      <button type="submit">{words.unit.button}</button>
    </form>
  );
}

function Facts({ typed }: Shown<UnitPageProps>) {
  const { unit } = words;
  const rows = [
    [unit.kind, typed.kind],
    [unit.name, typed.name],
    [unit.places, typed.places.split('\n').join('; ')],
    [unit.phone, typed.contact_phone],
    [unit.headAgency, typed.head_agency],
    [unit.receiver, typed.receiver],
    [unit.procedures, typed.procedures_receiver],
    [unit.officialCode, typed.official_code],
    [unit.areaCode, typed.area_code],
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
