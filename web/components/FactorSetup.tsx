import { secondFactorVi as words } from '../messages/second-factor.vi.ts';

export interface FactorSetupProps {
  /** Base32. */
  readonly secret: string;
  /** SVG made by the server; inserted without escaping. */
  readonly qrSvg: string;
}

/** How to add the account to an authenticator app; the caller renders the form for the first code after it. */
export function FactorSetup({ secret, qrSvg }: FactorSetupProps) {
  return (
    <ol>
      <li>{words.setUp.install}</li>
      <li>
        {words.setUp.scan}
        <div class="qr" role="img" aria-label={words.setUp.qr} dangerouslySetInnerHTML={{ __html: qrSvg }} />
        <p>{words.setUp.type}</p>
        <p class="address secret">{(secret.match(/.{1,4}/g) ?? []).join(' ')}</p>
      </li>
      <li>{words.setUp.confirm}</li>
    </ol>
  );
}
