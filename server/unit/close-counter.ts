import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { dayOf } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import { deleteSuccessor, putSuccessor, updateCounterOpen } from './counter.store.ts';
import { type Counter, parseCounterCode } from './counter.ts';
import { isNameTaken, MAX_OPEN_COUNTERS } from './counter-form.ts';
import { type CounterAmongOthers, withCounter } from './get-counter.ts';
import { insertPublicEvent } from './public-event.store.ts';

/**
 * Closes a counter at once, until it is reopened. A form that was rendered before can still be submitted.
 * Closing a closed counter does nothing.
 */
export function closeCounter(
  deps: Deps,
  actor: Actor,
  code: string,
  typedSuccessor: string,
): Promise<readonly Fault[]> {
  return withCounter(deps.db, code, async (trx, among) => {
    const { unit, counter } = among;
    if (!counter.is_open) return [];
    const { successor, faults } = planClosing(among, typedSuccessor);
    if (faults.length > 0) return faults;
    await updateCounterOpen(trx, counter.code, false);
    if (successor) {
      const row = { counter_code: counter.code, successor_code: successor.code, is_merged: false };
      await putSuccessor(trx, row);
    }
    const day = dayOf(deps.clock.now());
    const params = { counter: counter.name };
    await insertPublicEvent(trx, unit.code, { day, kind: 'counter-closed', params });
    await recordAct(trx, deps, actor, 'counter-closed', { ...params, successor: successor?.name ?? '' });
    return [];
  });
}

/**
 * Closes a counter for good, because another one takes over its work. Its ballots stay with it, so that no
 * past figure changes.
 */
export function mergeCounter(
  deps: Deps,
  actor: Actor,
  code: string,
  typedInto: string,
): Promise<readonly Fault[]> {
  return withCounter(deps.db, code, async (trx, among) => {
    const { unit, counter } = among;
    const { successor, faults } = planMerging(among, typedInto);
    if (faults.length > 0 || !successor) return faults;
    await updateCounterOpen(trx, counter.code, false);
    await putSuccessor(trx, { counter_code: counter.code, successor_code: successor.code, is_merged: true });
    const params = { counter: counter.name, into: successor.name };
    const day = dayOf(deps.clock.now());
    await insertPublicEvent(trx, unit.code, { day, kind: 'counter-merged', params });
    await recordAct(trx, deps, actor, 'counter-merged', params);
    return [];
  });
}

/** Reopens a closed counter. A merged one stays closed; reopening an open one does nothing. */
export function reopenCounter(deps: Deps, actor: Actor, code: string): Promise<readonly Fault[]> {
  return withCounter(deps.db, code, async (trx, { unit, counter, counters, isMerged }) => {
    if (counter.is_open) return [];
    const refuse = (fault: string): Fault[] => [{ field: 'reopen', code: fault }];
    if (isMerged) return refuse('merged-already');
    if (isNameTaken(counters, counter.name, counter.code)) return refuse('counter-name-taken');
    if (counters.filter(({ is_open }) => is_open).length >= MAX_OPEN_COUNTERS) return refuse('counters-full');
    await updateCounterOpen(trx, counter.code, true);
    await deleteSuccessor(trx, counter.code);
    const params = { counter: counter.name };
    const day = dayOf(deps.clock.now());
    await insertPublicEvent(trx, unit.code, { day, kind: 'counter-reopened', params });
    await recordAct(trx, deps, actor, 'counter-reopened', params);
    return [];
  });
}

export interface ClosingPlan {
  /** Open counter to which citizens are sent instead; null: none is named. */
  readonly successor: Counter | null;
  readonly faults: readonly Fault[];
}

export function planClosing({ counter, counters }: CounterAmongOthers, typedSuccessor: string): ClosingPlan {
  const others = counters.filter(({ is_open, code }) => is_open && code !== counter.code);
  if (others.length === 0) return { successor: null, faults: [{ field: 'close', code: 'last-open' }] };
  if (typedSuccessor === '') return { successor: null, faults: [] };
  const successor = findOther(others, typedSuccessor);
  return { successor, faults: successor ? [] : [{ field: 'successor', code: 'successor-unknown' }] };
}

/** Checks that a counter can be merged: only into an open counter, and only once. */
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
