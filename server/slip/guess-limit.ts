import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { keyedHash } from '../lib/hash.ts';

/** Unknown codes per network before the delay starts. Typing mistakes do not count. */
export const FREE_MISSES = 20;
/** Delay of each further unknown code from that network, ms. */
export const DELAY_MS = 2_000;
/** Concurrent delayed responses per network; further ones are rejected. */
export const MAX_DELAYED = 30;
/** The count of a network is reset this long after its last miss, ms. */
const RESET_MS = 3_600_000;
/** Maximum number of networks in memory; the least recently active ones are evicted. */
const MAX_NETWORKS = 10_000;

/**
 * Rate limit against guessing slip codes. Only well-formed codes that do not exist are counted; the check character
 * catches typing mistakes. After twenty such codes from a network, the response to each further one is delayed by two
 * seconds. Existing codes are never delayed: their holders may share the network with a guesser. The main protection is
 * the number of codes, 2^50. Kept in memory only; the keys are HMACs of addresses with a key of this process.
 */
export function createGuessLimit(delay: (ms: number) => Promise<void> = setTimeout) {
  const networks = new LRUCache<string, { misses: number; last: number; delayed: number }>({
    max: MAX_NETWORKS,
  });
  const key = randomBytes(32);
  return {
    /**
     * Records a well-formed code that does not exist, and waits; resolves to false when too many responses are delayed.
     */
    async miss(address: string, now: Date): Promise<boolean> {
      const name = keyedHash(key, address);
      const state = networks.peek(name) ?? { misses: 0, last: 0, delayed: 0 };
      const isRecent = now.getTime() - state.last <= RESET_MS;
      // Mutated, not replaced: delayed responses decrement `delayed` of this object.
      state.misses = isRecent ? state.misses + 1 : 1;
      state.last = now.getTime();
      networks.set(name, state);
      if (state.misses <= FREE_MISSES) return true;
      if (state.delayed >= MAX_DELAYED) return false;
      state.delayed += 1;
      await delay(DELAY_MS).finally(() => {
        state.delayed -= 1;
      });
      return true;
    },
  };
}

export type GuessLimit = ReturnType<typeof createGuessLimit>;
