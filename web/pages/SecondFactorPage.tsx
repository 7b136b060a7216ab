import { renderDocument } from '../components/Document.tsx';
import { FactorSetup, type FactorSetupProps } from '../components/FactorSetup.tsx';
import { CurrentPassword, TextField } from '../components/Form.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { formatDay } from '../formatting/dates.ts';
import { type Shown, showFaults } from '../formatting/faults.ts';
import { accountsVi } from '../messages/accounts.vi.ts';
import { secondFactorVi as words } from '../messages/second-factor.vi.ts';
import type { Fault } from '../types/fault.ts';

/** With fewer recovery codes left the page advises to make new ones. */
const FEW_CODES = 3;

interface SecondFactorPageProps extends SignedInPageProps {
  readonly state:
    | { readonly name: 'off' }
    | ({ readonly name: 'set-up' } & FactorSetupProps)
    /** `since` is `YYYY-MM-DD`; `codes` is the number of recovery codes left. */
    | { readonly name: 'on'; readonly since: string; readonly codes: number };
  readonly isDemanded: boolean;
  readonly isTurnedOff: boolean;
  readonly faults: readonly Fault[];
}

/** `/tai-khoan/hai-buoc`: the second factor of the signed-in person. */
export function renderSecondFactorPage(given: SecondFactorPageProps): string {
  const faults = showFaults(given.faults, { ...accountsVi.faults, ...words.faults });
  const props = { ...given, faults };
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.name}
      intro={words.what}
      marker="second-factor"
      current="account"
      saved={props.isTurnedOff && words.account.offDone}
      faults={faults}
      back={{ href: '/tai-khoan', text: accountsVi.account.title }}
    >
      {props.state.name === 'set-up' ? (
        <SetUp setUp={props.state} faults={faults} />
      ) : (
        <Switch {...props} state={props.state} />
      )}
    </SignedInPage>,
  );
}

type StateOf<Name> = Extract<SecondFactorPageProps['state'], { readonly name: Name }>;

function SetUp({
  setUp,
  faults,
}: Pick<Shown<SecondFactorPageProps>, 'faults'> & { setUp: StateOf<'set-up'> }) {
  return (
    <>
      <FactorSetup secret={setUp.secret} qrSvg={setUp.qrSvg} />
      <form class="form" method="post" action="/tai-khoan/hai-buoc/ma">
        <TextField
          name="code"
          label={words.step.code}
          hint={words.setUp.codeHint}
          autocomplete="one-time-code"
          isLiteral
          faults={faults}
        />
        <p class="actions">
          <button type="submit">{words.setUp.button}</button>
          <a class="button" href="/tai-khoan/hai-buoc">
            {words.setUp.cancel}
          </a>
        </p>
      </form>
    </>
  );
}

function Switch({
  state,
  isDemanded,
  signedIn,
  faults,
}: Shown<SecondFactorPageProps> & { state: StateOf<'off' | 'on'> }) {
  const isOn = state.name === 'on';
  return (
    <>
      <p>{isOn ? words.account.on(formatDay(state.since, 'vi'), state.codes) : words.account.off}</p>
      {isOn && state.codes < FEW_CODES ? <p class="note note-strong">{words.account.few}</p> : null}
      {isDemanded ? <p>{words.demanded}</p> : null}
      <form class="form" method="post" action="/tai-khoan/hai-buoc">
        <input type="hidden" name="username" autocomplete="username" value={signedIn.userName} />
        <CurrentPassword faults={faults} />
        <p class="soft">{isOn ? words.account.codesNote : words.account.others}</p>
        <p class="actions">
          <button type="submit" name="act" value={isOn ? 'codes' : 'on'}>
            {isOn ? words.account.codesButton : words.account.onButton}
          </button>
          {isOn && !isDemanded ? (
            <button type="submit" name="act" value="off" class="danger">
              {words.account.offButton}
            </button>
          ) : null}
        </p>
      </form>
    </>
  );
}
