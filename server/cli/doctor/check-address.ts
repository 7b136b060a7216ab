import { type Finding, finding } from './finding.ts';

export interface AddressFacts {
  /** PUBLIC_URL; null: not set. */
  readonly publicUrl: string | null;
  /** Origin in QR codes. */
  readonly shownAddress: string;
  /** Whether the server listens on loopback only. */
  readonly isOnlyHere: boolean;
  /** First IPv4 address of this machine on a network; null: none. */
  readonly lanAddress: string | null;
  /** All addresses of this machine. */
  readonly ownHosts: readonly string[];
}

const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

/**
 * Checks whether the address on posters reaches this machine. A firewall can only be tested by hand, so the
 * result includes a note about it.
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
