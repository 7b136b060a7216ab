import type { Counter } from './counter.ts';

export interface CounterSuccessor {
  readonly counter_code: string;
  readonly successor_code: string;
  /** Permanently closed in favour of the successor. */
  readonly is_merged: boolean;
}

/** Follows successors, which may have closed since, to the first open counter; null: none. Stops at cycles. */
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
