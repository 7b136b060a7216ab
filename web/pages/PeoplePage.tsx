import { renderDocument } from '../components/Document.tsx';
import { FieldFaults } from '../components/Faults.tsx';
import { Choice, TextField } from '../components/Form.tsx';
import { RoleFields } from '../components/RoleFields.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { fieldId, type Shown, showFaults } from '../formatting/faults.ts';
import { accountsVi as words } from '../messages/accounts.vi.ts';
import { nameRoles } from '../messages/roles.vi.ts';
import { secondFactorVi } from '../messages/second-factor.vi.ts';
import type { RoleChoice } from '../types/account.ts';
import type { Fault } from '../types/fault.ts';

export interface PersonLine {
  readonly href: string;
  readonly userName: string;
  readonly fullName: string;
  readonly roles: readonly string[];
  /** Names of the person's counters; null: all counters. */
  readonly counters: readonly string[] | null;
  readonly state: 'active' | 'invited' | 'disabled';
  readonly hasFactor: boolean;
  readonly phones: number;
}

interface PeoplePageProps extends SignedInPageProps {
  readonly people: readonly PersonLine[];
  readonly counters: readonly { readonly code: string; readonly name: string }[];
  /** Rejected input of the form that adds a person. */
  readonly typed: RoleChoice & { readonly userName: string; readonly fullName: string };
  /** Roles that must have a second factor. */
  readonly factorRoles: readonly string[];
  /** Whether the form with `factorRoles` was just saved. */
  readonly isRolesSaved: boolean;
  readonly faults: readonly Fault[];
  readonly mayChange: boolean;
}

/** `/quan-tri/nguoi-dung`: accounts, and a form that adds one. */
export function renderPeoplePage(given: PeoplePageProps): string {
  const props = { ...given, faults: showFaults(given.faults, { ...words.faults, ...secondFactorVi.faults }) };
  const { people, typed, faults, mayChange } = props;
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.people.title}
      intro={words.people.intro}
      marker="people"
      current="administration"
      saved={props.isRolesSaved && secondFactorVi.roles.saved}
      faults={faults}
      mayChange={mayChange}
    >
      {people.length === 0 ? <p>{words.people.none}</p> : <PeopleTable people={people} />}
      {mayChange ? (
        <section aria-labelledby="add">
          <h2 id="add">{words.people.addHeading}</h2>
          <p>{words.people.addNote}</p>
          <form class="form" method="post" action="/quan-tri/nguoi-dung">
            <TextField
              name="full_name"
              label={words.fields.fullName}
              value={typed.fullName}
              autocomplete="off"
              faults={faults}
            />
            <TextField
              name="name"
              label={words.fields.name}
              hint={words.fields.nameHint}
              value={typed.userName}
              autocomplete="off"
              isLiteral
              faults={faults}
            />
            <RoleFields typed={typed} counters={props.counters} faults={faults} words={words} />
            <button type="submit">{words.people.addButton}</button>
          </form>
        </section>
      ) : null}
      {mayChange ? (
        <FactorRoles {...props} />
      ) : props.factorRoles.length === 0 ? null : (
        <p>
          {secondFactorVi.roles.legend}: {nameRoles(props.factorRoles)}
        </p>
      )}
    </SignedInPage>,
  );
}

function FactorRoles({ factorRoles, faults }: Shown<PeoplePageProps>) {
  const id = fieldId('factor_role');
  return (
    <section aria-labelledby="factor">
      <h2 id="factor">{secondFactorVi.roles.heading}</h2>
      <p>{secondFactorVi.roles.note}</p>
      <form class="form" method="post" action="/quan-tri/nguoi-dung/hai-buoc">
        <fieldset>
          <legend>{secondFactorVi.roles.legend}</legend>
          <FieldFaults id={id} faults={faults} />
          {Object.entries(words.roles).map(([role, name], index) => (
            <Choice
              key={role}
              type="checkbox"
              name="factor_role"
              value={role}
              isChecked={factorRoles.includes(role)}
              {...(index === 0 ? { id } : {})}
            >
              {name}
            </Choice>
          ))}
        </fieldset>
        <button type="submit">{secondFactorVi.roles.button}</button>
      </form>
    </section>
  );
}

function PeopleTable({ people }: Pick<PeoplePageProps, 'people'>) {
  const { columns } = words.people;
  return (
    <StackTable
      caption={words.people.list}
      columns={[
        columns.name,
        columns.fullName,
        columns.role,
        columns.counters,
        columns.state,
        columns.phones,
      ]}
    >
      {people.map((person) => (
        <tr key={person.href}>
          <th scope="row">
            <a href={person.href}>{person.userName}</a>
          </th>
          <td data-label={columns.fullName}>{person.fullName}</td>
          <td data-label={columns.role}>{nameRoles(person.roles)}</td>
          <td data-label={columns.counters}>
            {person.counters === null ? words.people.allCounters : person.counters.join('; ')}
          </td>
          <td data-label={columns.state}>
            {words.states[person.state]}
            {person.hasFactor ? `, ${secondFactorVi.name.toLowerCase()}` : ''}
          </td>
          <td data-label={columns.phones}>{person.phones}</td>
        </tr>
      ))}
    </StackTable>
  );
}
