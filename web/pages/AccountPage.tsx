import { renderDocument } from '../components/Document.tsx';
import { ActForm, CurrentPassword, NewPassword } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { StackTable } from '../components/StackTable.tsx';
import { showFaults } from '../formatting/faults.ts';
import { formatMoment } from '../formatting/moments.ts';
import { accountsVi as words } from '../messages/accounts.vi.ts';
import { nameRoles } from '../messages/roles.vi.ts';
import { secondFactorVi } from '../messages/second-factor.vi.ts';
import type { Fault } from '../types/fault.ts';

interface NoticeView {
  /** ISO 8601 in Vietnam's offset. */
  readonly at: string;
  readonly kind: string;
  /** User name; null: somebody at the server's console. */
  readonly by: string | null;
}

/** Times are ISO 8601 in Vietnam's offset. */
interface OwnSession {
  readonly id: string;
  /** Browser and operating system; empty: unknown. */
  readonly device: string;
  readonly isPhone: boolean;
  readonly isCurrent: boolean;
  readonly startedAt: string;
  readonly seenAt: string;
}

interface AccountPageProps extends SignedInPageProps {
  readonly userName: string;
  readonly fullName: string;
  readonly roles: readonly string[];
  readonly hasFactor: boolean;
  readonly faults: readonly Fault[];
  readonly isChanged: boolean;
  readonly isEnded: boolean;
  readonly sessions: readonly OwnSession[];
  readonly notices: readonly NoticeView[];
  /** URL path to open once the notices are read; empty: none. */
  readonly next: string;
}

export function renderAccountPage(given: AccountPageProps): string {
  const props = { ...given, faults: showFaults(given.faults, words.faults) };
  const { faults } = props;
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.account.title}
      intro={words.account.intro}
      marker="account"
      current="account"
      saved={(props.isChanged && words.account.changed) || (props.isEnded && words.sessions.ended)}
      faults={faults}
    >
      <Notices notices={props.notices} next={props.next} />
      <dl class="pairs">
        <dt>{words.fields.name}</dt>
        <dd>{props.userName}</dd>
        <dt>{words.fields.fullName}</dt>
        <dd>{props.fullName}</dd>
        <dt>{words.account.role}</dt>
        <dd>{nameRoles(props.roles)}</dd>
      </dl>
      <section aria-labelledby="change">
        <h2 id="change">{words.account.changeHeading}</h2>
        <form class="form" method="post" action="/tai-khoan/mat-khau">
          <input type="hidden" name="username" autocomplete="username" value={props.userName} />
          <CurrentPassword faults={faults} />
          <NewPassword faults={faults} />
          <p class="soft">{words.account.changeNote}</p>
          <button type="submit">{words.account.changeButton}</button>
        </form>
      </section>
      <section aria-labelledby="factor">
        <h2 id="factor">{secondFactorVi.name}</h2>
        <p>{secondFactorVi.what}</p>
        <p>
          <a href="/tai-khoan/hai-buoc">
            {secondFactorVi.name}: {secondFactorVi.states[props.hasFactor ? 'on' : 'off']}
          </a>
        </p>
      </section>
      <OwnSessions sessions={props.sessions} />
      <section aria-labelledby="everywhere">
        <h2 id="everywhere">{words.account.everywhereHeading}</h2>
        <p>{words.account.everywhereNote}</p>
        <ActForm action="/tai-khoan/dang-xuat" button={words.account.everywhereButton} isDangerous />
      </section>
    </SignedInPage>,
  );
}

function Notices({ notices, next }: Pick<AccountPageProps, 'notices' | 'next'>) {
  const last = notices.at(-1);
  if (last === undefined) return null;
  return (
    <section class="note note-strong" aria-labelledby="notices">
      <h2 id="notices">{words.notices.heading}</h2>
      <ul>
        {notices.map(({ at, kind, by }) => (
          <li key={`${at} ${kind}`}>
            {words.notices.says[kind]?.(formatMoment(at, 'vi'), by ?? words.notices.console)}
          </li>
        ))}
      </ul>
      <p>{words.notices.advice}</p>
      <ActForm action="/tai-khoan/da-biet" button={words.notices.button} fields={{ next, until: last.at }} />
    </section>
  );
}

function OwnSessions({ sessions }: Pick<AccountPageProps, 'sessions'>) {
  const { columns } = words.sessions;
  const isAlone = sessions.length < 2;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{words.sessions.heading}</h2>
      <p>{words.sessions.note}</p>
      <StackTable
        caption={words.sessions.heading}
        columns={[columns.device, columns.startedAt, columns.seenAt, ...(isAlone ? [] : [columns.end])]}
      >
        {sessions.map(({ id, device, isPhone, isCurrent, startedAt, seenAt }) => (
          <tr key={id}>
            <th scope="row" id={`session-${id}`} data-label={columns.device}>
              {device === '' ? words.sessions.unknown : device}
              {isPhone ? `, ${words.sessions.phone}` : ''}
              {isCurrent ? ` (${words.sessions.current})` : ''}
            </th>
            <td data-label={columns.startedAt}>{formatMoment(startedAt, 'vi')}</td>
            <td data-label={columns.seenAt}>{formatMoment(seenAt, 'vi')}</td>
            {isAlone ? null : (
              <td>
                {isCurrent ? null : (
                  <ActForm
                    action={`/tai-khoan/phien/${id}`}
                    button={words.sessions.end}
                    describedBy={`session-${id}`}
                    isDangerous
                  />
                )}
              </td>
            )}
          </tr>
        ))}
      </StackTable>
      {isAlone ? null : <ActForm action="/tai-khoan/phien" button={words.sessions.endOthers} isDangerous />}
    </section>
  );
}
