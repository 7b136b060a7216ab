import { renderDocument } from '../components/Document.tsx';
import { StaffDocument, type StaffPageProps } from '../components/StaffDocument.tsx';
import { accountsVi as words } from '../messages/accounts.vi.ts';

interface RememberPhonePageProps extends StaffPageProps {
  readonly code: string;
  readonly userName: string;
}

/** The URL of a QR code: explains what it means to remember this phone, and asks for confirmation. */
export function renderRememberPhonePage(props: RememberPhonePageProps): string {
  return renderDocument(
    <StaffDocument {...props} title={words.rememberPhone.title} marker="remember-phone">
      <h1>{words.rememberPhone.title}</h1>
      <p>{words.rememberPhone.intro(props.userName)}</p>
      <p>{words.rememberPhone.limits}</p>
      <p class="note note-strong">{words.rememberPhone.shared}</p>
      <form class="form" method="post" action="/dang-nhap/dien-thoai">
        <input type="hidden" name="code" value={props.code} />
        <button type="submit">{words.rememberPhone.button}</button>
      </form>
      <p>
        <a href="/dang-nhap">{words.cancel}</a>
      </p>
    </StaffDocument>,
  );
}
