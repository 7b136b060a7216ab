import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { accountsVi as words } from '../messages/accounts.vi.ts';

interface OneTimeLinkPageProps extends SignedInPageProps {
  readonly purpose: 'set-password' | 'remember-phone';
  readonly userName: string;
  readonly address: string;
  /** The URL as a QR code, trusted SVG markup; null: the link is not meant for a phone. */
  readonly qrSvg: string | null;
  readonly back: string;
  /** Whether the URL works only on the server itself, because it is plain http. */
  readonly isHereOnly: boolean;
}

/** A new one-time URL, shown only once, as text and as a QR code for a phone. */
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
