import { type Finding, finding } from './finding.ts';

/** What is known of the addresses by which phones come. */
export interface AddressFacts {
  /** PUBLIC_URL; null: not set. */
  readonly publicUrl: string | null;
  /** What QR codes carry. */
  readonly shownAddress: string;
  /** Whether the server listens for this machine alone. */
  readonly isOnlyHere: boolean;
  /** The first IPv4 address of this machine on a network; null when it is on none. */
  readonly lanAddress: string | null;
  /** All addresses of this machine, as hosts. */
  readonly ownHosts: readonly string[];
}

const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** Whether posters lead here, and how to find out whether a firewall stands between. */
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
