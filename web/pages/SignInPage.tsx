import { renderDocument } from '../components/Document.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { staffMessages } from '../messages/staff.ts';

/** `insecure`: the key came over plain http from another machine, where others on the network can read it. */
export type SignInFault = 'wrong-key' | 'missing' | 'insecure';

export interface SignInPageProps extends StaffPageProps {
  readonly fault: SignInFault | null;
  /** The path to open afterwards, within this site. */
  readonly next: string;
}

const words = staffMessages('vi');

/** `/dang-nhap`: the office opens the staff pages with the key that is printed when the system starts. */
export function renderSignInPage({ assets, demo, unitName, fault, next }: SignInPageProps): string {
  const sentences = {
    'wrong-key': words.signIn.wrongKey,
    missing: words.signIn.missing,
    insecure: words.signIn.insecure,
  };
  return renderDocument(
    <StaffDocument
      assets={assets}
      demo={demo}
      unitName={unitName}
      title={fault === null ? words.signIn.title : `${words.signIn.faultTitle}${words.signIn.title}`}
      marker="sign-in"
      words={words}
      current={null}
    >
      <h1>{words.signIn.title}</h1>
      <p>{words.signIn.intro}</p>
      <form id="sign-in" class="sign-in" method="post" action="/dang-nhap">
        {fault === null ? null : (
          <p id="fault" class="fault" role="alert">
            <a href="#key">{sentences[fault]}</a>
          </p>
        )}
        <label for="key">{words.signIn.key}</label>
        <p id="key-hint" class="soft">
          {words.signIn.keyHint}
        </p>
        <input
          id="key"
          name="key"
          type="password"
          autocomplete="current-password"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={fault === null ? 'key-hint' : 'fault key-hint'}
          {...(fault === null ? {} : { 'aria-invalid': 'true' as const })}
        />
        <input type="hidden" name="next" value={next} />
        <button type="submit">{words.signIn.button}</button>
        <p id="opening" role="status" hidden>
          {words.signIn.opening}
        </p>
      </form>
      <p>{words.signIn.citizens}</p>
      <p>
        <a href="/ket-qua">{words.signIn.results}</a>
      </p>
    </StaffDocument>,
  );
}
