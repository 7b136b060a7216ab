import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Number of wrong passwords before the first delay. */
export const FREE_FAILURES = 5;
/** Longest delay; it still allows about a hundred guesses a day. */
export const LONGEST_WAIT_MS = 15 * 60_000;
/** The failure count is reset after this long without attempts. */
const FORGET_MS = 24 * 3_600_000;
/** Pairs of account and address, or account and browser, in memory. Beyond it the least recently used are evicted. */
const MAX_PAIRS = 50_000;

/** Exponential backoff in ms: none for the first five failures, then 1 s, doubling to 15 min. */
export const waitAfter = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (failures - FREE_FAILURES));

/**
 * Rate limit by pair: account and address, or account and known browser. In memory only, hashed with a key of this
 * process, so that no address is stored.
 */
export interface SignInSlowdown {
  /**
   * Begins an attempt, which counts as a failure until `succeed` is called, so that parallel attempts gain
   * nothing. Returns the wait in ms; 0 means that the password may be checked.
   */
  begin(pair: string, now: Date): number;
  /** Forgets the failures of the pair. */
  succeed(pair: string): void;
  /** Takes back the failure that `begin` counted. */
  withdraw(pair: string): void;
}

export function createSignInSlowdown(): SignInSlowdown {
  const pairs = new LRUCache<string, { failures: number; last: number }>({ max: MAX_PAIRS });
  const key = randomBytes(32);
  const hide = (pair: string): string => createHmac('sha256', key).update(pair).digest('base64url');
  return {
    begin(named, now) {
      const pair = hide(named);
      const time = now.getTime();
      const known = pairs.peek(pair);
      const state = known && time - known.last < FORGET_MS ? known : { failures: 0, last: time };
      const wait = state.last + waitAfter(state.failures) - time;
      if (state.failures > 0 && wait > 0) return wait;
      pairs.set(pair, { failures: state.failures + 1, last: time });
      return 0;
    },
    succeed(pair) {
      pairs.delete(hide(pair));
    },
    withdraw(pair) {
      const state = pairs.peek(hide(pair));
      if (!state) return;
      state.failures -= 1;
      // Free attempts must not evict pairs that wait.
      if (state.failures === 0) pairs.delete(hide(pair));
    },
  };
}
