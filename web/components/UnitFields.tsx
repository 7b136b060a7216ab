import { fieldId, type ShownFault } from '../formatting/faults.ts';
import { unitSettingsVi } from '../messages/unit-settings.vi.ts';
import { FieldFaults } from './Faults.tsx';
import { Choice, controlProps, Field, TextField } from './Form.tsx';

const words = unitSettingsVi.unit;

/** Stored values, or rejected input; empty: not filled in. */
export interface TypedUnitView {
  readonly kind: string;
  readonly name: string;
  readonly head_agency: string;
  readonly places: string;
  readonly official_code: string;
  readonly area_code: string;
  readonly contact_phone: string;
  readonly receiver: string;
  readonly procedures_receiver: string;
}

interface UnitFieldsProps {
  readonly typed: TypedUnitView;
  readonly faults: readonly ShownFault[];
}

export function UnitFields({ typed, faults }: UnitFieldsProps) {
  const places = { id: fieldId('places'), label: words.places, hint: words.placesHint, faults };
  const shared = { typed, faults };
  return (
    <>
      <KindField {...shared} />
      <UnitField {...shared} name="name" label={words.name} hint={words.nameHint} />
      <Field {...places}>
        <textarea {...controlProps(places)} name="places" rows={2} autocomplete="off">
          {typed.places}
        </textarea>
      </Field>
      <UnitField {...shared} name="contact_phone" label={words.phone} hint={words.phoneHint} />
      <UnitField {...shared} name="head_agency" label={words.headAgency} hint={words.headAgencyHint} />
    </>
  );
}

/** In a form of their own, because few offices know these codes on the first day. */
export const UnitCodeFields = (props: UnitFieldsProps) => (
  <>
    <UnitField
      {...props}
      name="official_code"
      label={words.officialCode}
      hint={words.officialCodeHint}
      isLiteral
    />
    <UnitField {...props} name="area_code" label={words.areaCode} hint={words.areaCodeHint} isLiteral />
  </>
);

export const ReceiverFields = (props: UnitFieldsProps) => (
  <>
    <UnitField {...props} name="receiver" label={words.receiver} hint={words.receiverHint} />
    <UnitField {...props} name="procedures_receiver" label={words.procedures} hint={words.proceduresHint} />
  </>
);

interface UnitFieldProps extends UnitFieldsProps {
  readonly name: keyof TypedUnitView;
  readonly label: string;
  readonly hint: string;
  readonly isLiteral?: boolean;
}

const UnitField = ({ typed, ...field }: UnitFieldProps) => <TextField {...field} value={typed[field.name]} />;

function KindField({ typed, faults }: UnitFieldsProps) {
  const isOther = typed.kind !== '' && !words.kinds.includes(typed.kind);
  const choices = [...words.kinds.map((kind) => [kind, kind] as const), ['other', words.kindOther] as const];
  return (
    <fieldset class="pills">
      <legend>{words.kind}</legend>
      <FieldFaults id={fieldId('kind')} faults={faults} />
      {choices.map(([value, name], index) => (
        <Choice
          key={value}
          type="radio"
          name="kind"
          value={value}
          isChecked={isOther ? value === 'other' : typed.kind === value}
          {...(index === 0 ? { id: fieldId('kind') } : {})}
        >
          {name}
        </Choice>
      ))}
      <TextField
        name="kind_other"
        label={words.kindOtherName}
        value={isOther ? typed.kind : ''}
        faults={[]}
      />
    </fieldset>
  );
}
