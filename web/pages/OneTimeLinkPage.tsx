import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { accountsVi as words } from '../messages/accounts.vi.ts';

interface OneTimeLinkPageProps extends SignedInPageProps {
  readonly purpose: 'set-password' | 'remember-phone';
  readonly userName: string;
  readonly address: string;
  /** The URL as a QR code: SVG made by the server, inserted without escaping; null: not for a phone. */
  readonly qrSvg: string | null;
  readonly back: string;
  /** True for plain http: the URL works only on the server itself. */
  readonly isHereOnly: boolean;
}

/** The URL is shown once only, because the server stores only the hash of its code. */
export function renderOneTimeLinkPage(props: OneTimeLinkPageProps): string {
  const { purpose, userName, qrSvg } = props;
  const isPhone = purpose === 'remember-phone';
  return renderDocument(
    <SignedInPage
      page={props}
      title={isPhone ? words.link.phoneTitle : words.link.passwordTitle}
      intro={isPhone ? words.link.phoneIntro(userName) : words.link.passwordIntro(userName)}
      marker="one-time-link"
    >
      {qrSvg === null ? null : (
        <div
          class="qr"
          role="img"
          aria-label={words.link.qr(userName)}
          dangerouslySetInnerHTML={{ __html: qrSvg }}
        />
      )}
      <p>{words.link.address}:</p>
      <p class="address">{props.address}</p>
      {props.isHereOnly ? <p class="note">{words.plainHttp.link}</p> : null}
      <p class="note note-strong">{words.link.careful}</p>
      <p>
        <a class="button" href={props.back}>
          {words.link.back}
        </a>
      </p>
    </SignedInPage>,
  );
}
