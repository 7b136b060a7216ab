import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Day } from '../lib/day.ts';
import type { Random } from '../lib/random.ts';
import { BURST_WINDOW_MS } from './burst.ts';
import { createRecentTimes, type RecentTimes } from './recent-times.ts';

/** What the process knew just before a ballot came. */
export interface Before {
  /** Ballots of the counter in the last ten minutes that count. */
  readonly countedInWindow: number;
  /** Ballots with the same answers that count, right before this one from the same network; null for an unknown network. */
  readonly sameBefore: number | null;
}

/** A ballot on its way in, as far as the memory needs it. */
export interface Arrival {
  readonly counterCode: string;
  /** The network that it came from; empty: not known. Never kept: only a keyed hash of it is. */
  readonly network: string;
  /** The answers in their canonical form; never kept either. */
  readonly answers: string;
  readonly now: Date;
  readonly today: Day;
}

/**
 * What a running process remembers of the ballots of today, for the rules that look at several at once. It is
 * never written down, and a restart forgets it. Each process has its own.
 */
export interface IntakeMemory {
  /** What was known before this ballot. */
  look(arrival: Arrival): Before;
  /**
   * Notes a ballot that counts, at once, so that others that come meanwhile see it; returns how to take it
   * back. One that is set aside is not noted: it would cost nothing to fill places and runs with such.
   */
  note(arrival: Arrival): () => void;
}

interface Run {
  readonly answers: string;
  length: number;
}

const KEY_BYTES = 32;
/** More networks or times than this are a flood; the oldest are forgotten. */
const MOST_NETWORKS = 10_000;
const MOST_TIMES = 2_000;

/** A memory under a random key of its own, which is thrown away with all that it holds when a day is over. */
export function createIntakeMemory(random: Random): IntakeMemory {
  let day: Day = '';
  let key = '';
  /** By counter: when its ballots that count came, oldest first. */
  const times = new Map<string, RecentTimes>();
  /** By keyed hash of the network: the run that is going on. */
  const runs = new LRUCache<string, Run>({ max: MOST_NETWORKS });

  const beginDay = (today: Day): void => {
    if (today === day) return;
    day = today;
    key = Buffer.from(random.bytes(KEY_BYTES)).toString('hex');
    latest = null;
    times.clear();
    runs.clear();
  };
  // The key is as long as a block of what is hashed, never leaves this function and ends with the day.
  const keyed = (purpose: string, text: string): string =>
    hash('sha256', `${key}${purpose}\n${text}`, 'base64url');

  /** Looked at, then noted: the same arrival comes twice, and what it is known by is worked out once. */
  let latest: { readonly arrival: Arrival; readonly place: string; readonly same: string } | null = null;
  const keysOf = (arrival: Arrival) => {
    if (latest?.arrival !== arrival) {
      const place = keyed('network', arrival.network);
      latest = { arrival, place, same: keyed('answers', arrival.answers) };
    }
    return latest;
  };

  const inWindow = (counterCode: string, now: Date): RecentTimes => {
    const known = times.get(counterCode);
    const recent = known ?? createRecentTimes(BURST_WINDOW_MS, MOST_TIMES);
    if (!known) times.set(counterCode, recent);
    recent.forgetOld(now.getTime());
    return recent;
  };

  return {
    look(arrival) {
      const { counterCode, network, now, today } = arrival;
      beginDay(today);
      const countedInWindow = inWindow(counterCode, now).count();
      if (network === '') return { countedInWindow, sameBefore: null };
      const { place, same } = keysOf(arrival);
      const run = runs.peek(place);
      return { countedInWindow, sameBefore: run?.answers === same ? run.length : 0 };
    },
    note(arrival) {
      const { counterCode, network, now, today } = arrival;
      beginDay(today);
      const time = now.getTime();
      inWindow(counterCode, now).add(time);
      const forgetTime = () => times.get(counterCode)?.takeBack(time);
      if (network === '') return forgetTime;
      const { place, same } = keysOf(arrival);
      const before = runs.peek(place);
      const run = before?.answers === same ? before : { answers: same, length: 0 };
      run.length += 1;
      runs.set(place, run);
      return () => {
        forgetTime();
        run.length -= 1;
      };
    },
  };
}
