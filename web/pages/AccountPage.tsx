import { renderDocument } from '../components/Document.tsx';
import { ActForm, TextField } from '../components/Form.tsx';
import { Notices, type NoticeView } from '../components/Notices.tsx';
import { type OwnSession, OwnSessions } from '../components/OwnSessions.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { showFaults } from '../formatting/faults.ts';
import { accountsVi as words } from '../messages/accounts.vi.ts';
import { secondFactorVi } from '../messages/second-factor.vi.ts';
import type { Fault } from '../types/fault.ts';

interface AccountPageProps extends SignedInPageProps {
  readonly userName: string;
  readonly fullName: string;
  readonly role: string;
  readonly hasFactor: boolean;
  readonly faults: readonly Fault[];
  readonly isChanged: boolean;
  readonly isEnded: boolean;
  readonly sessions: readonly OwnSession[];
  readonly notices: readonly NoticeView[];
  /** Page that was asked for before the notices; empty: none. */
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
        <dd>{words.roles[props.role] ?? props.role}</dd>
      </dl>
      <section aria-labelledby="change">
        <h2 id="change">{words.account.changeHeading}</h2>
        <form class="form" method="post" action="/tai-khoan/mat-khau">
          <input type="hidden" name="username" autocomplete="username" value={props.userName} />
          <TextField
            name="current"
            label={words.fields.current}
            type="password"
            autocomplete="current-password"
            faults={faults}
          />
          <TextField
            name="password"
            label={words.fields.newPassword}
            hint={words.fields.passwordHint}
            type="password"
            autocomplete="new-password"
            faults={faults}
          />
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
