import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { dayOf } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import { lockTable } from '../storage/dialect.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findInstallation } from './installation.store.ts';
import { getMainUnit } from './main-unit.ts';
import { insertPublicEvent } from './public-event.store.ts';
import { updateUnit } from './unit.store.ts';
import { parseUnitForm, type TypedUnit } from './unit-form.ts';

/** Audit log entries by field. Changes of these fields are not published. */
const FACT_ACTS = {
  official_code: 'unit-official-code-changed',
  contact_phone: 'unit-phone-changed',
  receiver: 'unit-receiver-changed',
  kind: 'unit-fact-changed',
  area_code: 'unit-fact-changed',
  head_agency: 'unit-fact-changed',
  places: 'unit-fact-changed',
  procedures_receiver: 'unit-fact-changed',
} as const;

/**
 * Logs only fields whose value changes, and publishes only a new name. If there are faults, returns all and saves
 * nothing.
 */
export async function changeUnit(deps: Deps, actor: Actor, typed: TypedUnit): Promise<readonly Fault[]> {
  const { facts, faults } = parseUnitForm(typed);
  if (faults.length > 0) return faults;
  return inTransaction(deps.db, async (trx) => {
    await lockTable(trx, 'units');
    const unit = await getMainUnit(trx);
    await updateUnit(trx, unit.code, facts);
    if (facts.name !== unit.name) {
      const params = { from: unit.name, to: facts.name };
      const day = dayOf(deps.clock.now());
      await insertPublicEvent(trx, unit.code, { day, kind: 'unit-renamed', params });
      // A new installation has an example name, which the log need not mention.
      const isExample = unit.kind === '' && (await findInstallation(trx))?.official_since === null;
      await recordAct(trx, deps, actor, 'unit-renamed', { ...params, from: isExample ? '' : unit.name });
    }
    for (const field of Object.keys(FACT_ACTS) as (keyof typeof FACT_ACTS)[]) {
      if (facts[field] === unit[field]) continue;
      const params = { from: unit[field] ?? '', to: facts[field] ?? '' };
      await recordAct(trx, deps, actor, FACT_ACTS[field], { fact: field, ...params });
    }
    return [];
  });
}
