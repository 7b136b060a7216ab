import { type Day, dayOf } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import type { Survey, SurveyCatalogue } from '../survey/definition.ts';
import { listCounters } from '../unit/counter.store.ts';
import { type Counter, parseCounterCode } from '../unit/counter.ts';
import { type CounterVisit, findCounterVisit } from '../unit/find-counter-visit.ts';
import { findUnit } from '../unit/unit.store.ts';
import type { Unit } from '../unit/unit.ts';
import { findSlip, type SlipKey } from './slip.store.ts';
import { isExpired } from './slip-batch.ts';
import { hashSlipCode, parseSlipCode } from './slip-code.ts';

interface KnownSlip {
  readonly unit: Unit;
  readonly slip: SlipKey;
  /** The counter that the URL names, else that of the batch; null: neither names one. */
  readonly addressed: Counter | null;
}

export type SlipVisit =
  | { readonly kind: 'unknown' }
  | (KnownSlip & { readonly kind: 'used' })
  | (KnownSlip & { readonly kind: 'expired'; readonly expiresOn: Day })
  /** The citizen chooses the visited counter; the list may be empty. */
  | (KnownSlip & { readonly kind: 'choose'; readonly counters: readonly Counter[] })
  | (KnownSlip & {
      readonly kind: 'open';
      readonly counter: Counter;
      readonly survey: Survey;
      /** True if the URL must name the counter, because the slip does not. */
      readonly namesCounter: boolean;
    });

export type KnownSlipVisit = Exclude<SlipVisit, { kind: 'unknown' }>;

/**
 * Finds slip and counter for a slip's URL. The counter is that of the slip's batch. If the batch has none, because
 * a supervisor printed it, or its counter accepts no more ballots, the citizen chooses a counter (`typedCounter`,
 * from the URL), unless only one is possible.
 */
export async function findSlipVisit(
  db: Db,
  surveys: SurveyCatalogue,
  typedCode: string,
  typedCounter: string | undefined,
  now: Date,
): Promise<SlipVisit> {
  const code = parseSlipCode(typedCode);
  const found = code === null ? undefined : await findSlip(db, hashSlipCode(code));
  const unit = found && (await findUnit(db, found.batch.unit_code));
  if (code === null || !found || !unit) return { kind: 'unknown' };
  const { batch, isUsed } = found;
  const counters = await listCounters(db, unit.code);
  const named = typedCounter === undefined ? null : parseCounterCode(typedCounter);
  const known: KnownSlip = {
    unit,
    slip: { hash: hashSlipCode(code), batch_id: batch.id },
    addressed: counters.find((counter) => counter.code === (named ?? batch.counter_code)) ?? null,
  };
  if (isUsed) return { ...known, kind: 'used' };
  if (isExpired(batch, dayOf(now))) return { ...known, kind: 'expired', expiresOn: batch.expires_on };

  const visit = (counterCode: string): Promise<CounterVisit> =>
    findCounterVisit(db, surveys, counterCode, now);
  const own = batch.counter_code === null ? null : await visit(batch.counter_code);
  if (own?.kind === 'open') {
    const { counter, survey } = own;
    return { ...known, kind: 'open', counter, survey, namesCounter: false };
  }
  const offered =
    own?.kind === 'closed' && own.successor !== null
      ? [own.successor]
      : counters.filter((counter) => counter.is_open && counter.channel !== 'link');
  const chosen = offered.length === 1 ? offered[0] : offered.find((counter) => counter.code === named);
  const at = chosen && (await visit(chosen.code));
  if (at?.kind !== 'open') return { ...known, kind: 'choose', counters: offered };
  const { counter, survey } = at;
  return { ...known, kind: 'open', counter, survey, namesCounter: true };
}
