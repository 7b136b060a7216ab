import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Day } from '../lib/day.ts';
import type { Random } from '../lib/random.ts';
import { BURST_WINDOW_MS } from './judge-ballot.ts';

/** What earlier ballots of the day tell the rules about a new ballot. */
export interface Before {
  /** Counted ballots of the same counter in the last ten minutes. */
  readonly countedInWindow: number;
  /**
   * Number of counted ballots with the same answers directly before this one, from the same network; null: unknown
   * network.
   */
  readonly sameBefore: number | null;
  /** Ballots of the same network in the last ten minutes, counted or not; null: unknown network. */
  readonly fromNetwork: number | null;
}

export interface Arrival {
  readonly counterCode: string;
  /** IP network of the client; empty: unknown. Only a keyed hash is kept. */
  readonly network: string;
  /** Canonical JSON. Only a keyed hash is kept. */
  readonly answers: string;
  readonly now: Date;
  readonly today: Day;
}

/** State of the rules that compare today's ballots with each other. Lost on restart; each process has its own. */
export interface IntakeMemory {
  look(arrival: Arrival): Before;
  /**
   * Records a ballot before it is stored, so that concurrent ballots see it; returns a function that undoes this. A
   * ballot set aside is recorded only for its network, because an attacker could otherwise use such ballots to
   * block other people's.
   */
  note(arrival: Arrival, isCounted: boolean): () => void;
}

interface Run {
  readonly answers: string;
  length: number;
}

const KEY_BYTES = 32;
/** Limits memory use during a flood; the oldest entries are evicted. */
const MOST_NETWORKS = 10_000;
const MOST_TIMES = 2_000;

/** A new day begins with a new hash key and without any state. */
export function createIntakeMemory(random: Random): IntakeMemory {
  let day: Day = '';
  let key = '';
  /** Times of counted ballots by counter, oldest first. */
  const times = new Map<string, number[]>();
  /** Consecutive counted ballots with the same answers, by keyed hash of the network. */
  const runs = new LRUCache<string, Run>({ max: MOST_NETWORKS });
  /** Times of all ballots, counted or not, by keyed hash of the network. */
  const sent = new LRUCache<string, number[]>({ max: MOST_NETWORKS });

  const beginDay = (today: Day): void => {
    if (today === day) return;
    day = today;
    key = Buffer.from(random.bytes(KEY_BYTES)).toString('hex');
    latest = null;
    times.clear();
    runs.clear();
    sent.clear();
  };
  // A prefix is sufficient instead of HMAC: the key fills one SHA-256 block, never leaves this function, and is
  // replaced each day.
  const keyed = (purpose: string, text: string): string =>
    hash('sha256', `${key}${purpose}\n${text}`, 'base64url');

  /** `look` and `note` get the same arrival, so its hashes are cached. */
  let latest: { readonly arrival: Arrival; readonly place: string; readonly same: string } | null = null;
  const keysOf = (arrival: Arrival) => {
    if (latest?.arrival !== arrival) {
      const place = keyed('network', arrival.network);
      latest = { arrival, place, same: keyed('answers', arrival.answers) };
    }
    return latest;
  };

  /** Removes times outside the window. Callers may append to the returned array. */
  const inWindow = (
    known: { get(key: string): number[] | undefined; set(key: string, times: number[]): unknown },
    key: string,
    now: Date,
  ): number[] => {
    const times = known.get(key) ?? [];
    known.set(key, times);
    const first = times.findIndex((time) => time > now.getTime() - BURST_WINDOW_MS);
    times.splice(0, Math.max(first < 0 ? times.length : first, times.length - MOST_TIMES));
    return times;
  };

  return {
    look(arrival) {
      const { counterCode, network, now, today } = arrival;
      beginDay(today);
      const countedInWindow = inWindow(times, counterCode, now).length;
      if (network === '') return { countedInWindow, sameBefore: null, fromNetwork: null };
      const { place, same } = keysOf(arrival);
      const run = runs.peek(place);
      const fromNetwork = inWindow(sent, place, now).length;
      return { countedInWindow, sameBefore: run?.answers === same ? run.length : 0, fromNetwork };
    },
    note(arrival, isCounted) {
      const { counterCode, network, now, today } = arrival;
      beginDay(today);
      const time = now.getTime();
      if (isCounted) inWindow(times, counterCode, now).push(time);
      const removeTime = () => isCounted && removeLast(times.get(counterCode), time);
      if (network === '') return removeTime;
      const { place, same } = keysOf(arrival);
      inWindow(sent, place, now).push(time);
      const removeTimes = () => {
        removeTime();
        removeLast(sent.peek(place), time);
      };
      if (!isCounted) return removeTimes;
      const before = runs.peek(place);
      const run = before?.answers === same ? before : { answers: same, length: 0 };
      run.length += 1;
      runs.set(place, run);
      return () => {
        removeTimes();
        run.length -= 1;
      };
    },
  };
}

function removeLast(times: number[] | undefined, time: number): void {
  const at = times?.lastIndexOf(time) ?? -1;
  if (at >= 0) times?.splice(at, 1);
}
