import type { Counter } from './counter.ts';

/** Where citizens of a closed counter are sent. */
export interface CounterSuccessor {
  readonly counter_code: string;
  readonly successor_code: string;
  /** Closed for good: its work is done at the other counter. */
  readonly is_merged: boolean;
}

/**
 * The open counter that stands at the end of the way from a closed one, which may lead over counters that
 * were closed since; null where it leads to none.
 */
export function findOpenSuccessor(
  code: string,
  successors: readonly CounterSuccessor[],
  counters: readonly Counter[],
): Counter | null {
  const passed = new Set([code]);
  for (let at: string | undefined = code; at !== undefined; ) {
    const next: string | undefined = successors.find(
      ({ counter_code }) => counter_code === at,
    )?.successor_code;
    const counter = counters.find((candidate) => candidate.code === next);
    if (!counter || passed.has(counter.code)) return null;
    if (counter.is_open) return counter;
    passed.add(counter.code);
    at = counter.code;
  }
  return null;
}
