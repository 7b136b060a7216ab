import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { dayOf } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { updateCounter, updateCounterPosition } from './counter.store.ts';
import { parseCounterForm, type TypedCounter } from './counter-form.ts';
import { withCounter } from './get-counter.ts';
import { listFields } from './load-counter-settings.ts';
import { insertPublicEvent } from './public-event.store.ts';

/**
 * Changes a counter's name and field from the next ballot on. Earlier ballots keep the field under which they
 * were counted.
 */
export function changeCounter(
  deps: Deps & { readonly surveys: SurveyCatalogue },
  actor: Actor,
  code: string,
  typed: TypedCounter,
): Promise<readonly Fault[]> {
  const day = dayOf(deps.clock.now());
  return withCounter(deps.db, code, async (trx, { unit, counter, counters }) => {
    const fields = await listFields(trx, deps.surveys, counter, day);
    const { name, field, faults } = parseCounterForm(
      typed,
      counter.code,
      counters,
      fields.map(({ id }) => id),
    );
    if (faults.length > 0) return faults;
    await updateCounter(trx, counter.code, { name, field });
    if (name !== counter.name) {
      const params = { from: counter.name, to: name };
      await insertPublicEvent(trx, unit.code, { day, kind: 'counter-renamed', params });
      await recordAct(trx, deps, actor, 'counter-renamed', params);
    }
    if (field !== counter.field) {
      const chosen = fields.find(({ id }) => id === field)?.text.vi ?? '';
      await recordAct(trx, deps, actor, 'counter-field-changed', { counter: name, field: chosen });
    }
    return [];
  });
}

/** Swaps an open counter with the previous or next open one; at either end nothing changes. */
export function moveCounter(deps: Deps, actor: Actor, code: string, direction: 'up' | 'down'): Promise<void> {
  return withCounter(deps.db, code, async (trx, { counter, counters }) => {
    const open = counters.filter(({ is_open }) => is_open);
    const at = open.findIndex((candidate) => candidate.code === counter.code);
    const other = at < 0 ? undefined : open[at + (direction === 'up' ? -1 : 1)];
    if (!other) return;
    await updateCounterPosition(trx, counter.code, other.position);
    await updateCounterPosition(trx, other.code, counter.position);
    await recordAct(trx, deps, actor, 'counter-moved', { counter: counter.name });
  });
}
