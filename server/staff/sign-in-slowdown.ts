import { createHmac, randomBytes } from 'node:crypto';

/** Wrong passwords that cost nothing but the time to type them. */
export const FREE_FAILURES = 5;
/** The longest wait, a quarter of an hour: about a hundred guesses a day. */
export const LONGEST_WAIT_MS = 15 * 60_000;
/** A pair without attempts for this long starts again with no failures. */
const FORGET_MS = 24 * 3_600_000;
/** Pairs that are kept at most; beyond them the longest quiet ones are forgotten. */
const MAX_PAIRS = 50_000;

/** Wait after this many wrong passwords in a row, ms: none for the first five, then 1 s doubling to 15 min. */
export const waitAfter = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (failures - FREE_FAILURES));

/**
 * Slows down whoever tries passwords: a pair of account and address, or of account and known browser, and
 * nobody else. Kept in memory alone and under a key of this process, so that no address is on disk even as a
 * hash.
 */
export interface SignInSlowdown {
  /**
   * Begins an attempt, which counts as a failure until `succeed` is called, so that many at once gain
   * nothing. Returns how long the pair must still wait, ms; 0: the password may be compared.
   */
  begin(pair: string, now: Date): number;
  /** The password was right: the pair is as new. */
  succeed(pair: string): void;
  /** The attempt did not take place after all. */
  withdraw(pair: string): void;
}

/** Makes the one slow-down of the process. */
export function createSignInSlowdown(): SignInSlowdown {
  const pairs = new Map<string, { failures: number; last: number }>();
  const key = randomBytes(32);
  const hide = (pair: string): string => createHmac('sha256', key).update(pair).digest('base64url');
  return {
    begin(named, now) {
      const pair = hide(named);
      const time = now.getTime();
      const known = pairs.get(pair);
      const state = known && time - known.last < FORGET_MS ? known : { failures: 0, last: time };
      const wait = state.last + waitAfter(state.failures) - time;
      if (state.failures > 0 && wait > 0) return wait;
      // Put last again: a map keeps the order in which keys came, so the first are the longest quiet.
      pairs.delete(pair);
      pairs.set(pair, { failures: state.failures + 1, last: time });
      for (const oldest of pairs.keys()) {
        if (pairs.size <= MAX_PAIRS) break;
        pairs.delete(oldest);
      }
      return 0;
    },
    succeed(pair) {
      pairs.delete(hide(pair));
    },
    withdraw(pair) {
      const state = pairs.get(hide(pair));
      if (!state) return;
      state.failures -= 1;
      // Attempts that cost nothing must not fill the memory and push out the pairs that wait.
      if (state.failures === 0) pairs.delete(hide(pair));
    },
  };
}
