import { renderDocument } from '../components/Document.tsx';
import { ActForm } from '../components/Form.tsx';
import { RoleFields } from '../components/RoleFields.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { formatDay } from '../formatting/dates.ts';
import { type Shown, showFaults } from '../formatting/faults.ts';
import { formatMoment } from '../formatting/moments.ts';
import { accountsVi as words } from '../messages/accounts.vi.ts';
import { nameRoles } from '../messages/roles.vi.ts';
import { secondFactorVi } from '../messages/second-factor.vi.ts';
import type { RoleChoice } from '../types/account.ts';
import type { Fault } from '../types/fault.ts';
import type { PersonLine } from './PeoplePage.tsx';

/** A phone that is remembered; times are ISO 8601 in Vietnam's offset. */
interface PhoneView {
  readonly startedAt: string;
  readonly seenAt: string;
  readonly endsAt: string;
  readonly revokeHref: string;
}

interface PersonPageProps extends SignedInPageProps {
  /** URL of this page; the forms send to URLs below it. */
  readonly href: string;
  readonly userName: string;
  readonly fullName: string;
  readonly roles: readonly string[];
  /** Names of the person's counters; null: all counters. */
  readonly counterNames: readonly string[] | null;
  readonly state: PersonLine['state'];
  /** `YYYY-MM-DD`. */
  readonly createdOn: string;
  readonly counters: readonly { readonly code: string; readonly name: string }[];
  readonly typed: RoleChoice;
  readonly phones: readonly PhoneView[];
  readonly mayHavePhone: boolean;
  readonly hasFactor: boolean;
  readonly mayChange: boolean;
  readonly faults: readonly Fault[];
}

/** `/quan-tri/nguoi-dung/ID`: one account, with its roles, password, phones and sessions. */
export function renderPersonPage(given: PersonPageProps): string {
  const props = { ...given, faults: showFaults(given.faults, words.faults) };
  const { faults, mayChange } = props;
  const { facts } = words.person;
  return renderDocument(
    <SignedInPage
      page={props}
      title={props.userName}
      intro={words.person.intro}
      marker="person"
      current="administration"
      faults={faults}
      mayChange={mayChange}
      back={{ href: '/quan-tri/nguoi-dung', text: words.person.all }}
    >
      <dl class="pairs">
        <dt>{facts.fullName}</dt>
        <dd>{props.fullName}</dd>
        <dt>{facts.role}</dt>
        <dd>{nameRoles(props.roles)}</dd>
        <dt>{facts.counters}</dt>
        <dd>{props.counterNames === null ? words.people.allCounters : props.counterNames.join('; ')}</dd>
        <dt>{facts.state}</dt>
        <dd>{words.states[props.state]}</dd>
        <dt>{secondFactorVi.name}</dt>
        <dd>{secondFactorVi.states[props.hasFactor ? 'on' : 'off']}</dd>
        <dt>{facts.createdOn}</dt>
        <dd>{formatDay(props.createdOn, 'vi')}</dd>
      </dl>
      {mayChange ? <RoleForm {...props} /> : null}
      <Phones {...props} />
      {mayChange ? <Acts {...props} /> : null}
    </SignedInPage>,
  );
}

function RoleForm({ href, typed, counters, faults }: Shown<PersonPageProps>) {
  return (
    <section aria-labelledby="role">
      <h2 id="role">{words.person.roleHeading}</h2>
      <form class="form" method="post" action={`${href}/vai-tro`}>
        <RoleFields typed={typed} counters={counters} faults={faults} words={words} />
        <button type="submit">{words.person.roleButton}</button>
      </form>
    </section>
  );
}

function Phones({ href, phones, mayHavePhone, mayChange }: Shown<PersonPageProps>) {
  const columns = words.person.phoneColumns;
  return (
    <section aria-labelledby="phones">
      <h2 id="phones">{words.person.phonesHeading}</h2>
      <p>{mayHavePhone ? words.person.phonesNote : words.person.phonesNever}</p>
      {phones.length > 0 ? (
        <StackTable
          caption={words.person.phonesHeading}
          columns={[
            columns.startedAt,
            columns.seenAt,
            columns.endsAt,
            ...(mayChange ? [columns.revoke] : []),
          ]}
        >
          {phones.map((phone, index) => (
            <tr key={phone.revokeHref}>
              <th scope="row" id={`phone-${index}`} data-label={columns.startedAt}>
                {formatMoment(phone.startedAt, 'vi')}
              </th>
              <td data-label={columns.seenAt}>{formatMoment(phone.seenAt, 'vi')}</td>
              <td data-label={columns.endsAt}>{formatMoment(phone.endsAt, 'vi')}</td>
              {mayChange ? (
                <td>
                  <ActForm
                    action={phone.revokeHref}
                    button={words.person.revokeButton}
                    describedBy={`phone-${index}`}
                    isDangerous
                  />
                </td>
              ) : null}
            </tr>
          ))}
        </StackTable>
      ) : mayHavePhone ? (
        <p>{words.person.phonesNone}</p>
      ) : null}
      {mayChange && mayHavePhone ? (
        <ActForm action={`${href}/dien-thoai`} button={words.person.phoneButton} />
      ) : null}
    </section>
  );
}

function Acts({ href, state, hasFactor }: Shown<PersonPageProps>) {
  if (state === 'disabled') {
    return (
      <section aria-labelledby="enable">
        <h2 id="enable">{words.person.enableHeading}</h2>
        <p>{words.person.enableNote}</p>
        <ActForm action={`${href}/mo-khoa`} button={words.person.enableButton} />
      </section>
    );
  }
  return (
    <>
      <section aria-labelledby="password">
        <h2 id="password">{words.person.passwordHeading}</h2>
        <p>{words.person.passwordNote}</p>
        <ActForm action={`${href}/duong-dan`} button={words.person.passwordButton} />
      </section>
      {hasFactor ? (
        <section aria-labelledby="factor">
          <h2 id="factor">{secondFactorVi.name}</h2>
          <p>{secondFactorVi.person.resetNote}</p>
          <ActForm action={`${href}/hai-buoc`} button={secondFactorVi.person.resetButton} />
        </section>
      ) : null}
      <section aria-labelledby="sessions">
        <h2 id="sessions">{words.person.sessionsHeading}</h2>
        <p>{words.person.sessionsNote}</p>
        <ActForm action={`${href}/dang-xuat`} button={words.person.sessionsButton} isDangerous />
      </section>
      <section aria-labelledby="disable">
        <h2 id="disable">{words.person.disableHeading}</h2>
        <p>{words.person.disableNote}</p>
        <ActForm action={`${href}/khoa`} button={words.person.disableButton} isDangerous />
      </section>
    </>
  );
}
