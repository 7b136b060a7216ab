import { accountsVi } from '../messages/accounts.vi.ts';

export interface PlainHttpNoteProps {
  /** URL of this page over https; null: the installation has none. */
  readonly httpsHref: string | null;
  /** URL of this page at `localhost`, for a browser on the server itself. */
  readonly localHref: string;
}

const words = accountsVi.plainHttp;

/**
 * Takes the place of password and code fields on plain http, where the network could read them, and says how
 * to sign in instead.
 */
export function PlainHttpNote({ httpsHref, localHref }: PlainHttpNoteProps) {
  return (
    <>
      <p class="note">{words.why}</p>
      <ul>
        <li>
          {httpsHref === null ? (
            <>
              {words.https} <code>compose.yaml</code>.
            </>
          ) : (
            <a href={httpsHref}>{words.openHttps}</a>
          )}
        </li>
        <li>
          {words.local} <code>{localHref}</code>
        </li>
        <li>
          {words.allow} <code>ALLOW_HTTP=on</code>. {words.allowRisk}
        </li>
      </ul>
    </>
  );
}
