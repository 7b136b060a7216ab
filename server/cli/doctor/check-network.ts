import { connect } from 'node:tls';
import { type Finding, finding } from './finding.ts';

const LOCAL_MS = 3_000;
const REMOTE_MS = 8_000;

const ask = (address: string, patienceMs: number): Promise<Response> =>
  fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });

/** Requests the health page of an origin. `isOurs` is false when another program responds. */
async function askHealth(origin: string, patienceMs: number) {
  const response = await ask(`${origin}/healthz`, patienceMs);
  return { isOurs: response.status === 200 && (await response.text()) === 'ok', status: response.status };
}

const causeOf = (error: unknown) => ((error as Error).cause as { code?: string } | undefined)?.code;

export async function checkPort(host: string, port: number): Promise<Finding> {
  if (port === 0) return finding('note', 'port-any');
  const name = ['0.0.0.0', '::', ''].includes(host) ? '127.0.0.1' : host;
  const origin = `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  try {
    if (!(await askHealth(origin, LOCAL_MS)).isOurs) return finding('problem', 'port-taken', { port });
    const ready = await (await ask(`${origin}/readyz`, 2 * LOCAL_MS)).text();
    const cause = /^database: ([a-z-]+)$/.exec(ready)?.[1];
    return finding('ok', 'port-served', cause === undefined ? { port } : { port, cause });
  } catch (error) {
    return causeOf(error) === 'ECONNREFUSED'
      ? finding('note', 'port-free', { port })
      : finding('problem', 'port-taken', { port });
  }
}

/** Checks the address as seen from this machine. Sends requests to no other address. */
export async function checkPublicUrl(address: string): Promise<Finding> {
  try {
    const { isOurs, status } = await askHealth(address, REMOTE_MS);
    return isOurs
      ? finding('ok', 'public-url-ok', { address })
      : finding('problem', 'public-url-foreign', { address, status });
  } catch (error) {
    const { name } = error as Error;
    const reason = name === 'TimeoutError' ? 'timeout' : (causeOf(error) ?? name);
    return finding('problem', 'public-url-unreachable', { address, reason });
  }
}

export interface AddressFacts {
  readonly publicUrl: string | null;
  /** Origin of the URLs in QR codes. */
  readonly shownAddress: string;
  /** Whether the server listens on loopback only. */
  readonly isOnlyHere: boolean;
  /** First IPv4 address of this machine in a local network; null: none. */
  readonly lanAddress: string | null;
  readonly ownHosts: readonly string[];
}

const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

/**
 * Whether the address on posters leads to this machine. A firewall can only be tested by hand, so the result
 * includes a note about it.
 */
export function checkAddress(facts: AddressFacts): Finding[] {
  const { publicUrl, shownAddress, isOnlyHere, lanAddress, ownHosts } = facts;
  const shown = new URL(shownAddress);
  const port = Number(shown.port || (shown.protocol === 'https:' ? 443 : 80));
  const firewall = finding('note', 'firewall', { address: shownAddress, port });
  if (publicUrl === null) {
    if (isOnlyHere) return [finding('note', 'address-here-only')];
    if (lanAddress === null) return [finding('problem', 'no-network')];
    return [finding('note', 'address-local', { address: shownAddress }), firewall];
  }
  const { hostname, protocol } = new URL(publicUrl);
  if (PRIVATE.test(hostname) && !ownHosts.includes(hostname)) {
    return [finding('problem', 'address-changed', { host: hostname, now: lanAddress ?? '?' }), firewall];
  }
  const judged =
    protocol === 'https:'
      ? finding('ok', 'address-set', { address: publicUrl })
      : finding('note', 'address-http', { address: publicUrl });
  return [judged, firewall];
}

interface CertificateFacts {
  readonly validTo: Date;
  /** Why browsers reject the certificate; null: it is valid. */
  readonly refusal: string | null;
}

/** ACME clients renew about 30 days before expiry; with two weeks left, renewal must have failed. */
const WARNING_DAYS = 14;
const DAY_MS = 86_400_000;

/** null when the origin does not speak TLS. */
export function readCertificate(origin: string): Promise<CertificateFacts | null> {
  const { hostname, port } = new URL(origin);
  const host = hostname.replace(/^\[|\]$/g, '');
  // Invalid certificates must be read, too, to report them. Nothing is sent over the connection.
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
    socket.setTimeout(REMOTE_MS, () => end(null));
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
