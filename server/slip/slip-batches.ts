import type { Fault } from '../../web/types/fault.ts';
import type { SlipWeek } from '../../web/types/slips.ts';
import { recordAct } from '../act/record-act.ts';
import { addDays, dayOf } from '../lib/day.ts';
import { type Period, parsePeriod, periodOf } from '../period/period.ts';
import type { User } from '../staff/user.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Counter } from '../unit/counter.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { insertSlipBatch, listSlipBatches, listSlipUses } from './slip.store.ts';
import { checkBatchWish, isExpired, SLIPS_ON_SHEET, type SlipBatch, type TypedBatch } from './slip-batch.ts';
import { hashSlipCode, makeSlipCode } from './slip-code.ts';

/** A new batch with its codes, which cannot be read again later, because only their hashes are stored. */
export interface PrintedBatch {
  readonly batch: SlipBatch;
  readonly counter: Counter | null;
  readonly codes: readonly string[];
}

const printableCounters = (user: User, counters: readonly Counter[]): Counter[] =>
  counters.filter(
    ({ code, is_open, channel }) =>
      is_open && channel !== 'link' && (user.counters === null || user.counters.includes(code)),
  );

/**
 * Creates a batch for a counter, or, for a supervisor, without one. `id` comes from the form, so a form that is
 * sent twice creates only one batch and then returns a fault.
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
    const isSupervisor = user.roles.includes('supervisor');
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
      expires_on: addDays(today, wish.validDays),
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

interface BatchLine extends SlipBatch {
  readonly counterName: string | null;
  readonly isExpired: boolean;
  /** Disclosed number of used slips (see `findUsesToShow`); null while it is 0. */
  readonly used: number | null;
  /**
   * Slips of an expired batch that were not disclosed as used; a few of them may be used. Null before expiry, and
   * if `used` is null.
   */
  readonly expired: number | null;
}

/** Batches of the user's counters. Users whose only role is `staff` do not get batches of supervisors. */
export async function listBatches({ db, clock }: Pick<Deps, 'db' | 'clock'>, user: User) {
  const unit = await getMainUnit(db);
  const counters = await listCounters(db, unit.code);
  const uses = await listSlipUses(db);
  const today = dayOf(clock.now());
  const isSeen = ({ counter_code }: SlipBatch): boolean =>
    counter_code === null
      ? user.roles.some((role) => role !== 'staff')
      : user.counters === null || user.counters.includes(counter_code);
  const batches = (await listSlipBatches(db, unit.code)).filter(isSeen).map((batch): BatchLine => {
    const used = uses.filter(({ batch_id }) => batch_id === batch.id).reduce((sum, row) => sum + row.used, 0);
    const expired = isExpired(batch, today);
    return {
      ...batch,
      counterName: counters.find(({ code }) => code === batch.counter_code)?.name ?? null,
      isExpired: expired,
      used: used === 0 ? null : used,
      expired: expired && used > 0 ? batch.slips - used : null,
    };
  });
  const own = new Set(batches.map(({ id }) => id));
  const shownUses = uses.filter(({ batch_id }) => own.has(batch_id));
  return { batches, weeks: sumWeeks(batches, shownUses), counters: printableCounters(user, counters) };
}

function sumWeeks(
  batches: readonly BatchLine[],
  uses: readonly { readonly week: string; readonly used: number }[],
): SlipWeek[] {
  const weeks = new Map<string, SlipWeek>();
  const add = ({ id, from, to }: Period, what: 'issued' | 'used' | 'expired', n: number) => {
    const known = weeks.get(id) ?? { id, from, to, issued: 0, used: 0, expired: 0 };
    weeks.set(id, { ...known, [what]: known[what] + n });
  };
  for (const { issued_on, expires_on, slips, expired } of batches) {
    add(periodOf('week', issued_on), 'issued', slips);
    if (expired !== null) add(periodOf('week', addDays(expires_on, 1)), 'expired', expired);
  }
  for (const { week, used } of uses) {
    const period = parsePeriod(week);
    if (period !== null) add(period, 'used', used);
  }
  return [...weeks.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}
