import { renderDocument } from '../components/Document.tsx';
import { FieldFaults } from '../components/Faults.tsx';
import { Choice, controlProps, TextField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { ReceiverFields, type TypedUnitView, UnitFields } from '../components/UnitFields.tsx';
import { fieldId, type Shown, showFaults } from '../formatting/faults.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import { rolesVi } from '../messages/roles.vi.ts';
import { settingsVi } from '../messages/settings.vi.ts';
import { setupVi as words } from '../messages/setup.vi.ts';
import { unitSettingsVi } from '../messages/unit-settings.vi.ts';
import type { Fault } from '../types/fault.ts';

interface SetupPageProps extends SignedInPageProps {
  readonly typed: {
    readonly unit: TypedUnitView;
    /** `code` is empty for a counter that is not stored yet, `name` also for an empty row. */
    readonly counters: readonly {
      readonly code: string;
      readonly name: string;
      readonly isOpen: boolean;
    }[];
    readonly target: string;
    readonly document: string;
    /** Further roles that the administrator chose for their own account. */
    readonly ownRoles: readonly string[];
  };
  readonly faults: readonly Fault[];
}

/** Roles that one person of a small office may have besides the administrator's. */
const OWN_ROLES = ['leader', 'staff'];

const FAULTS = {
  ...settingsVi.faults,
  'value-form': settingsVi.numbers.target_percent.valueForm,
  ...settingsVi.document.faults,
  ...unitSettingsVi.faults,
  'own-factor-first': words.ownFactorFirst,
};

/** `/quan-tri/thiet-lap`: the first settings of a new office, on one page. */
export function renderSetupPage(given: SetupPageProps): string {
  const props = { ...given, faults: showFaults(given.faults, FAULTS) };
  const { typed, faults } = props;
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.title}
      intro={words.intro}
      marker="setup"
      current="administration"
      faults={faults}
    >
      <form class="form setup" method="post" action="/quan-tri/thiet-lap">
        <section aria-labelledby="unit">
          <h2 id="unit">{words.unit}</h2>
          <UnitFields typed={typed.unit} faults={faults} />
        </section>
        <section aria-labelledby="counters">
          <h2 id="counters">{words.counters}</h2>
          <p class="soft">{words.countersHint}</p>
          <Counters {...props} />
        </section>
        <section aria-labelledby="receivers">
          <h2 id="receivers">{words.receivers}</h2>
          <ReceiverFields typed={typed.unit} faults={faults} />
        </section>
        <section aria-labelledby="target-heading">
          <h2 id="target-heading">{words.target}</h2>
          <TextField
            name="target"
            label={words.percent}
            hint={words.percentHint}
            value={typed.target}
            isDecimal
            faults={faults}
          />
          <TextField
            name="document"
            label={settingsVi.document.label}
            hint={settingsVi.document.hint}
            value={typed.document}
            faults={faults}
          />
        </section>
        <section aria-labelledby="own-roles">
          <h2 id="own-roles">{words.ownRoles}</h2>
          <p class="soft">{words.ownRolesHint}</p>
          <FieldFaults id={fieldId('own_role')} faults={faults} />
          {OWN_ROLES.map((role, index) => (
            <Choice
              key={role}
              {...(index === 0 ? { id: fieldId('own_role') } : {})}
              type="checkbox"
              name="own_role"
              value={role}
              isChecked={typed.ownRoles.includes(role)}
              hint={accountsVi.roleHints[role]}
            >
              {rolesVi[role]}
            </Choice>
          ))}
        </section>
        <p class="actions">
          <button type="submit">{words.button}</button>
          <a href="/quan-tri">{words.later}</a>
        </p>
      </form>
    </SignedInPage>,
  );
}

/** Rows for counters that the page does not suggest. */
const FREE_ROWS = 3;

/** Stored counters, suggested ones and empty rows; after a rejection exactly what was typed. */
function listRows({
  typed: { counters },
  faults,
}: Shown<SetupPageProps>): SetupPageProps['typed']['counters'] {
  if (faults.length > 0) return counters;
  const usual = words.usualCounters.filter((name) => !counters.some((counter) => counter.name === name));
  return [
    ...counters,
    ...usual.map((name) => ({ code: '', name, isOpen: false })),
    ...Array.from({ length: FREE_ROWS }, () => ({ code: '', name: '', isOpen: false })),
  ];
}

const Counters = (props: Shown<SetupPageProps>) => (
  <ul class="ticks">
    {listRows(props).map(({ code, name, isOpen }, index) => {
      const id = fieldId(`name-${index}`);
      return (
        <li key={id} class={code === '' && name === '' ? 'ticks-row ticks-free' : 'ticks-row'}>
          <input type="hidden" name={`code-${index}`} value={code} />
          {code === '' && name === '' ? (
            <input type="hidden" name={`open-${index}`} value="1" />
          ) : (
            <label class="ticks-box">
              <input
                type="checkbox"
                name={`open-${index}`}
                value="1"
                checked={isOpen}
                aria-label={words.isOpen(name)}
              />
            </label>
          )}
          <span class="field ticks-name">
            <FieldFaults id={id} faults={props.faults} />
            <input
              {...controlProps({ id, hint: undefined, faults: props.faults })}
              type="text"
              name={`name-${index}`}
              value={name}
              placeholder={words.another}
              aria-label={words.name(index + 1)}
              autocomplete="off"
            />
          </span>
        </li>
      );
    })}
  </ul>
);
