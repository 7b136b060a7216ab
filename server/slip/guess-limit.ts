import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { keyedHash } from '../lib/hash.ts';

/** Number of unknown codes per network before responses are delayed. Typing mistakes do not count. */
export const FREE_MISSES = 20;
/** Milliseconds by which the response to each further unknown code is delayed. */
export const DELAY_MS = 2_000;
/** Maximum number of concurrent delayed responses per network; further requests are rejected. */
export const MAX_DELAYED = 30;
/** Milliseconds after a network's last unknown code until its count is reset. */
const RESET_MS = 3_600_000;
/** Maximum number of networks in memory; the least recently active ones are evicted. */
const MAX_NETWORKS = 10_000;

/**
 * Rate limit against guessing slip codes. Counts only well-formed codes that do not exist, because the check
 * character reveals typing mistakes. After twenty, each further unknown code from the network is answered two
 * seconds later. Existing codes are never delayed, because citizens may share the network with the attacker. The
 * main protection is the number of codes, 2^50. In memory only; addresses are hashed with a key of this process.
 */
export function createGuessLimit(delay: (ms: number) => Promise<void> = setTimeout) {
  const networks = new LRUCache<string, { misses: number; last: number; delayed: number }>({
    max: MAX_NETWORKS,
  });
  const key = randomBytes(32);
  return {
    /** Records an unknown code and waits; resolves to false when too many responses are delayed. */
    async miss(address: string, now: Date): Promise<boolean> {
      const name = keyedHash(key, address);
      const state = networks.peek(name) ?? { misses: 0, last: 0, delayed: 0 };
      const isRecent = now.getTime() - state.last <= RESET_MS;
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
