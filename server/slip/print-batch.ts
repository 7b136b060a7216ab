import type { Fault } from '../../web/types/fault.ts';
import { recordAct } from '../act/record-act.ts';
import { dayOf } from '../lib/day.ts';
import type { User } from '../staff/user.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Counter } from '../unit/counter.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { insertSlipBatch } from './slip.store.ts';
import { checkBatchWish, lastDayOf, SLIPS_ON_SHEET, type SlipBatch, type TypedBatch } from './slip-batch.ts';
import { hashSlipCode, makeSlipCode } from './slip-code.ts';

/** A printed batch with its slip codes, which cannot be read again later: only their hashes are stored. */
export interface PrintedBatch {
  readonly batch: SlipBatch;
  readonly counter: Counter | null;
  readonly codes: readonly string[];
}

/** Open counters with a poster, among those that the user can see. */
export const printableCounters = (user: User, counters: readonly Counter[]): Counter[] =>
  counters.filter(
    ({ code, is_open, channel }) =>
      is_open && channel !== 'link' && (user.counters === null || user.counters.includes(code)),
  );

/**
 * Creates a batch for a counter; a supervisor's batch has no counter. `id` comes from the form, so that a
 * resubmitted form creates no second batch and gets a fault.
 */
export function printBatch(
  deps: Deps,
  user: User,
  id: string,
  typed: TypedBatch,
): Promise<PrintedBatch | readonly Fault[]> {
  const { db, clock, random } = deps;
  return inTransaction(db, async (trx): Promise<PrintedBatch | readonly Fault[]> => {
    const unit = await getMainUnit(trx);
    const counters = printableCounters(user, await listCounters(trx, unit.code));
    const isSupervisor = user.role === 'supervisor';
    const codesOfCounters = counters.map(({ code }) => code);
    const { wish, faults } = checkBatchWish(typed, isSupervisor ? null : codesOfCounters);
    if (wish === null) return faults;
    const today = dayOf(clock.now());
    const batch: SlipBatch = {
      id,
      unit_code: unit.code,
      counter_code: wish.counterCode,
      issued_by: user.name,
      issued_on: today,
      expires_on: lastDayOf(today, wish.validDays),
      slips: wish.sheets * SLIPS_ON_SHEET,
    };
    const codes = new Set<string>();
    while (codes.size < batch.slips) codes.add(makeSlipCode(random));
    const isNew = await insertSlipBatch(trx, batch, [...codes].map(hashSlipCode));
    if (!isNew) return [{ field: 'form', code: 'printed-before' }];
    const counter = counters.find(({ code }) => code === wish.counterCode) ?? null;
    const kind = counter === null ? ('supervisor-slips-printed' as const) : ('slips-printed' as const);
    const params = { slips: batch.slips, until: batch.expires_on };
    await recordAct(trx, deps, user, kind, counter === null ? params : { ...params, counter: counter.name });
    return { batch, counter, codes: [...codes] };
  });
}
