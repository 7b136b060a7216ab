import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { dayOf, yearOf } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';
import { putSipas } from './dated-setting.store.ts';
import { getMainUnit } from './main-unit.ts';
import { parseSipasForm, type TypedSipas } from './sipas-form.ts';

/**
 * Sets the province's SIPAS figure from today on, or takes it away. No figure of the survey is made of it, so it
 * may be corrected on the same day. All faults are told at once.
 */
export async function setSipas(deps: Deps, actor: Actor, typed: TypedSipas): Promise<readonly Fault[]> {
  const today = dayOf(deps.clock.now());
  const { value, faults } = parseSipasForm(typed, yearOf(today));
  if (faults.length > 0) return faults;
  return inTransaction(deps.db, async (trx) => {
    const unit = await getMainUnit(trx);
    await putSipas(trx, unit.code, today, value);
    if (value === null) await recordAct(trx, deps, actor, 'sipas-removed', {});
    else await recordAct(trx, deps, actor, 'sipas-set', { year: value.year, percent: value.percent });
    return [];
  });
}
