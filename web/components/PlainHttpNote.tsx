import { accountsVi } from '../messages/accounts.vi.ts';

export interface PlainHttpNoteProps {
  /** This page over https; null: the installation has no https address. */
  readonly httpsHref: string | null;
  /** This page by the name of the server itself. */
  readonly localHref: string;
}

const words = accountsVi.plainHttp;

/** Instead of a field for a secret, over plain http from another machine: why, and the ways to sign in. */
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
