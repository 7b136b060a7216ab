import { LRUCache } from 'lru-cache';

/** Limit for one API key. A program that reads every unit and period of a province needs fewer requests. */
export const REQUESTS_PER_MINUTE = 600;
const MINUTE = 60_000;
const MAX_KEYS = 1_000;

/** Requests in the current minute, by id of the key. */
type KeyRates = LRUCache<string, { readonly minute: number; count: number }>;

export const createKeyRates = (): KeyRates => new LRUCache({ max: MAX_KEYS });

/** Counts a request. Returns the seconds that the key must wait; 0 when the request is allowed. */
export function countKeyRequest(rates: KeyRates, keyId: string, now: Date): number {
  const minute = Math.floor(now.getTime() / MINUTE);
  const last = rates.get(keyId);
  const entry = last?.minute === minute ? last : { minute, count: 0 };
  entry.count += 1;
  rates.set(keyId, entry);
  return entry.count <= REQUESTS_PER_MINUTE ? 0 : Math.ceil(((minute + 1) * MINUTE - now.getTime()) / 1000);
}
