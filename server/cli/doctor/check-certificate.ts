import { connect } from 'node:tls';
import { type Finding, finding } from './finding.ts';

interface CertificateFacts {
  readonly validTo: Date;
  /** Reason why browsers reject the certificate; null: valid. */
  readonly refusal: string | null;
}

const PATIENCE_MS = 8_000;
/** ACME clients renew about 30 days ahead; two weeks before expiry renewal must have failed. */
const WARNING_DAYS = 14;
const DAY_MS = 86_400_000;

/** null when the origin does not answer with TLS. */
export function readCertificate(origin: string): Promise<CertificateFacts | null> {
  const { hostname, port } = new URL(origin);
  const host = hostname.replace(/^\[|\]$/g, '');
  // Invalid certificates must be read too, to report them. Nothing is sent over the connection.
  const isName = !/^[\d.]+$|:/.test(host);
  const socket = connect({
    host,
    port: Number(port || 443),
    rejectUnauthorized: false,
    ...(isName ? { servername: host } : {}),
  });
  return new Promise((resolve) => {
    const end = (facts: CertificateFacts | null) => {
      socket.destroy();
      resolve(facts);
    };
    socket.setTimeout(PATIENCE_MS, () => end(null));
    socket.once('error', () => end(null));
    socket.once('secureConnect', () => {
      const { valid_to } = socket.getPeerCertificate();
      const error = socket.authorizationError as Error | string | null;
      const refusal = socket.authorized ? null : ((error as { code?: string })?.code ?? String(error));
      end(valid_to ? { validTo: new Date(valid_to), refusal } : null);
    });
  });
}

export function judgeCertificate(facts: CertificateFacts | null, now: Date): Finding {
  if (facts === null) return finding('problem', 'certificate-none');
  const days = Math.floor((facts.validTo.getTime() - now.getTime()) / DAY_MS);
  if (days < 0) return finding('problem', 'certificate-expired', { days: -days });
  if (facts.refusal !== null)
    return finding('problem', 'certificate-untrusted', { reason: facts.refusal, days });
  return days < WARNING_DAYS
    ? finding('problem', 'certificate-ends-soon', { days })
    : finding('ok', 'certificate-ok', { days });
}
