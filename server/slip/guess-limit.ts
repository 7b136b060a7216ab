import { createHmac, randomBytes } from 'node:crypto';

/** Codes that no slip has, of one network, which cost nothing. A slip of the finger is no such code. */
export const FREE_MISSES = 20;
/** How long each further look-up from that network is held back, ms. */
export const HOLD_MS = 2_000;
/** Look-ups of one network that may be held back at a time; the next one is refused. */
export const MOST_HELD = 30;
/** A network whose last miss is this long ago starts again with no misses. */
const FORGET_MS = 3_600_000;
/** Networks that are kept at most; beyond them the longest quiet ones are forgotten. */
const MAX_NETWORKS = 10_000;

/**
 * Slows down whoever guesses slips. A typing mistake is caught by the check character and never counted; only
 * codes that are well made and belong to no slip are. After twenty of them a look-up from that network waits
 * two seconds, a right one too, as nobody can tell before: guessing comes to fifteen a second against 2^54
 * codes, and an office behind the same address waits two seconds and is never shut out. Kept in memory alone,
 * under a key of this process.
 */
export interface GuessLimit {
  /** Waits as long as it must; false where too many wait already. */
  admit(address: string, now: Date): Promise<boolean>;
  /** A code that belongs to no slip came from there. */
  miss(address: string, now: Date): void;
}

const waitFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Makes the one limit of the process. */
export function createGuessLimit(hold: (ms: number) => Promise<void> = waitFor): GuessLimit {
  const networks = new Map<string, { misses: number; last: number; held: number }>();
  const key = randomBytes(32);
  const hide = (address: string): string => createHmac('sha256', key).update(address).digest('base64url');
  return {
    async admit(address, now) {
      const state = networks.get(hide(address));
      if (!state || state.misses < FREE_MISSES || now.getTime() - state.last > FORGET_MS) return true;
      if (state.held >= MOST_HELD) return false;
      state.held += 1;
      await hold(HOLD_MS).finally(() => {
        state.held -= 1;
      });
      return true;
    },
    miss(address, now) {
      const name = hide(address);
      const state = networks.get(name) ?? { misses: 0, last: 0, held: 0 };
      const isRecent = now.getTime() - state.last <= FORGET_MS;
      // The same object: those that are held back give their place up in it.
      state.misses = isRecent ? state.misses + 1 : 1;
      state.last = now.getTime();
      // Put last again: a map keeps the order in which keys came, so the first are the longest quiet.
      networks.delete(name);
      networks.set(name, state);
      for (const oldest of networks.keys()) {
        if (networks.size <= MAX_NETWORKS) break;
        networks.delete(oldest);
      }
    },
  };
}
