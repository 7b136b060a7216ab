import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** Lifetime of the cached addresses. The system call takes 40 µs or more, as long as rendering a page. */
const TTL_MS = 5_000;
let cached: readonly NetworkInterfaceInfo[] = [];
let expiresAt = Number.NEGATIVE_INFINITY;

export function listNetworkAddresses(): readonly NetworkInterfaceInfo[] {
  if (performance.now() > expiresAt) {
    cached = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    expiresAt = performance.now() + TTL_MS;
  }
  return cached;
}
