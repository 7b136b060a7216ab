import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { keyedHash } from '../lib/hash.ts';

/** Number of wrong passwords before the first delay. */
export const FREE_FAILURES = 5;
/** Longest delay; it still allows about a hundred guesses a day. */
export const LONGEST_WAIT_MS = 15 * 60_000;
/** Time without attempts after which the failure count is reset. */
const FORGET_MS = 24 * 3_600_000;
/**
 * Maximum number of pairs (account and address, or account and browser) in memory; the least recently used are
 * evicted.
 */
const MAX_PAIRS = 50_000;

/**
 * Rate limit: `burst` attempts at once, then one per `everyMs`. Its delay does not grow, so that attackers can
 * delay an account's owner for minutes only.
 */
interface TryBudget {
  readonly name: string;
  readonly burst: number;
  readonly everyMs: number;
}

/** Limits attempts at one account from all unknown browsers together. */
export const accountBudget = (account: string): TryBudget => ({
  name: `account\n${account}`,
  burst: 10,
  everyMs: 3 * 60_000,
});

/** Limits wrong passwords for all accounts together from one address, which a whole office may share. */
export const addressBudget = (address: string): TryBudget => ({
  name: `address\n${address}`,
  burst: 20,
  everyMs: 60_000,
});

/** Exponential backoff, ms. */
export const waitAfter = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (failures - FREE_FAILURES));

export type SignInSlowdown = ReturnType<typeof createSignInSlowdown>;

/**
 * Rate limit of sign-ins by pair (account and address, or account and known browser) and by budgets. In memory
 * only; keys are hashed with a key of this process, so that no address is stored.
 */
export function createSignInSlowdown() {
  const pairs = new LRUCache<string, { failures: number; last: number }>({ max: MAX_PAIRS });
  /** Time in ms when the full burst of a budget is available again; the least recently used entries are evicted. */
  const fullAt = new LRUCache<string, number>({ max: MAX_PAIRS });
  const key = randomBytes(32);
  const hide = (pair: string): string => keyedHash(key, pair);
  /** A time later than an exhausted budget can reach means that the clock was set back; it is then ignored. */
  const whenFull = ({ name, burst, everyMs }: TryBudget, time: number): number => {
    const at = fullAt.peek(hide(name)) ?? 0;
    return at > time + burst * everyMs ? time : Math.max(at, time);
  };
  const waitFor = (budget: TryBudget, time: number): number =>
    whenFull(budget, time) - time - (budget.burst - 1) * budget.everyMs;
  const giveBack = (budgets: readonly TryBudget[]) => {
    for (const { name, everyMs } of budgets) fullAt.set(hide(name), (fullAt.peek(hide(name)) ?? 0) - everyMs);
  };
  return {
    /**
     * Begins an attempt. It counts as a failure until `succeed` is called, so that parallel attempts have no
     * advantage. Returns the wait in ms; 0 means that the password may be checked. An attempt that has to wait uses
     * up no budget.
     */
    begin(named: string, now: Date, budgets: readonly TryBudget[] = []): number {
      const pair = hide(named);
      const time = now.getTime();
      const known = pairs.peek(pair);
      const state = known && time - known.last < FORGET_MS ? known : { failures: 0, last: time };
      // After the clock was set back, `last` may be in the future.
      state.last = Math.min(state.last, time);
      const wait = state.last + waitAfter(state.failures) - time;
      if (state.failures > 0 && wait > 0) return wait;
      const longest = Math.max(0, ...budgets.map((budget) => waitFor(budget, time)));
      if (longest > 0) return longest;
      for (const budget of budgets) fullAt.set(hide(budget.name), whenFull(budget, time) + budget.everyMs);
      pairs.set(pair, { failures: state.failures + 1, last: time });
      return 0;
    },
    /** Resets the pair's failures and returns this attempt to the budgets. */
    succeed(pair: string, budgets: readonly TryBudget[] = []): void {
      giveBack(budgets);
      pairs.delete(hide(pair));
    },
    /** Undoes the failure that `begin` counted. */
    withdraw(pair: string, budgets: readonly TryBudget[] = []): void {
      giveBack(budgets);
      const state = pairs.peek(hide(pair));
      if (!state) return;
      state.failures -= 1;
      // Pairs without failures must not evict pairs with failures from the cache.
      if (state.failures === 0) pairs.delete(hide(pair));
    },
  };
}
