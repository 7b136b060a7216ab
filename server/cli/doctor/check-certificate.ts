import { connect } from 'node:tls';
import { type Finding, finding } from './finding.ts';

/** What a server shows of itself over TLS. */
export interface CertificateFacts {
  readonly validTo: Date;
  /** Why browsers refuse it; null where they do not. */
  readonly refusal: string | null;
}

const PATIENCE_MS = 8_000;
/** Certificates renew themselves about 30 days ahead; two weeks before the end something is wrong. */
const WARNING_DAYS = 14;
const DAY_MS = 86_400_000;

/** Reads the certificate at an https origin; null when nothing there speaks TLS. */
export function readCertificate(origin: string): Promise<CertificateFacts | null> {
  const { hostname, port } = new URL(origin);
  const host = hostname.replace(/^\[|\]$/g, '');
  // An expired certificate is read as well: that is what the check is for. Nothing is sent.
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

/** Whether phones trust the certificate, and for how long still. */
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
