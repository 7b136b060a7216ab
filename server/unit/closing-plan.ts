import type { Fault } from '../../web/types/fault.ts';
import { type Counter, parseCounterCode } from './counter.ts';
import type { CounterAmongOthers } from './get-counter.ts';

/** Closing, or merging, a counter: what is wrong with it, or the counter that takes its place. */
export interface ClosingPlan {
  /** The open counter where citizens are sent; null: none is named. */
  readonly successor: Counter | null;
  readonly faults: readonly Fault[];
}

/** Checks a closing that was asked for; `typedSuccessor` may be empty. */
export function planClosing({ counter, counters }: CounterAmongOthers, typedSuccessor: string): ClosingPlan {
  const others = counters.filter(({ is_open, code }) => is_open && code !== counter.code);
  if (others.length === 0) return { successor: null, faults: [{ field: 'close', code: 'last-open' }] };
  if (typedSuccessor === '') return { successor: null, faults: [] };
  const successor = findOther(others, typedSuccessor);
  return { successor, faults: successor ? [] : [{ field: 'successor', code: 'successor-unknown' }] };
}

/** Checks a merging that was asked for: into an open counter, once. */
export function planMerging(
  { counter, counters, isMerged }: CounterAmongOthers,
  typedInto: string,
): ClosingPlan {
  const others = counters.filter(({ is_open, code }) => is_open && code !== counter.code);
  const successor = findOther(others, typedInto);
  if (isMerged) return { successor, faults: [{ field: 'into', code: 'merged-already' }] };
  return { successor, faults: successor ? [] : [{ field: 'into', code: 'into-missing' }] };
}

const findOther = (others: readonly Counter[], typedCode: string): Counter | null => {
  const code = parseCounterCode(typedCode);
  return others.find((other) => other.code === code) ?? null;
};
