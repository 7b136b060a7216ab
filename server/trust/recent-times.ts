/** Sliding window of times in ms. */
export interface RecentTimes {
  count(): number;
  add(time: number): void;
  /** Removes the latest entry that equals `time`. */
  remove(time: number): void;
  removeExpired(now: number): void;
}

/** Expired entries are removed from the array in chunks of this size. */
const COMPACT_AT = 1_000;

/** Keeps at most `most` times of the last `windowMs` ms. Adding takes amortised constant time. */
export function createRecentTimes(windowMs: number, most: number): RecentTimes {
  let times: number[] = [];
  /** Index of the first unexpired entry. */
  let first = 0;
  return {
    count: () => times.length - first,
    add: (time) => void times.push(time),
    remove(time) {
      const at = times.lastIndexOf(time);
      if (at >= first) times.splice(at, 1);
    },
    removeExpired(now) {
      first = Math.max(first, times.length - most);
      while (first < times.length && (times[first] ?? 0) <= now - windowMs) first += 1;
      if (first < COMPACT_AT) return;
      times = times.slice(first);
      first = 0;
    },
  };
}
