import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { dayOf } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';
import { putOpeningHours } from './dated-setting.store.ts';
import { getMainUnit } from './main-unit.ts';
import { parseOpeningHoursForm, type TypedOpeningHours } from './opening-hours-form.ts';

/**
 * Sets when the counters are open, from a day on that is not over. Hours that were set for the same day are
 * replaced: nothing was judged by them yet but that day itself. All faults are told at once.
 */
export async function setOpeningHours(
  deps: Deps,
  actor: Actor,
  typed: TypedOpeningHours,
): Promise<readonly Fault[]> {
  const { since, hours, faults } = parseOpeningHoursForm(typed, dayOf(deps.clock.now()));
  if (faults.length > 0) return faults;
  return inTransaction(deps.db, async (trx) => {
    const unit = await getMainUnit(trx);
    await putOpeningHours(trx, unit.code, since, hours);
    await recordAct(trx, deps, actor, 'opening-hours-set', { since });
    return [];
  });
}
