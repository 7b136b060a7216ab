/** Instants of the last while, in milliseconds, oldest first. */
export interface RecentTimes {
  count(): number;
  add(time: number): void;
  /** Takes out the latest that is the same. */
  takeBack(time: number): void;
  /** Forgets what is as old as the window or older. */
  forgetOld(now: number): void;
}

/** This many forgotten ones at the front are cleared away together. */
const CLEAR_AT = 1_000;

/**
 * Remembers instants of the last `windowMs` milliseconds, at most `most` of them. However many there are, one more
 * costs the same.
 */
export function createRecentTimes(windowMs: number, most: number): RecentTimes {
  let times: number[] = [];
  /** Where those that still count begin. */
  let first = 0;
  return {
    count: () => times.length - first,
    add: (time) => void times.push(time),
    takeBack(time) {
      const at = times.lastIndexOf(time);
      if (at >= first) times.splice(at, 1);
    },
    forgetOld(now) {
      first = Math.max(first, times.length - most);
      while (first < times.length && (times[first] ?? 0) <= now - windowMs) first += 1;
      if (first < CLEAR_AT) return;
      times = times.slice(first);
      first = 0;
    },
  };
}
