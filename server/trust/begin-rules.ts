import type { Day } from '../lib/day.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { insertDatedSetting, listDatedSettings } from '../unit/dated-setting.store.ts';
import { insertPublicEvent } from '../unit/public-event.store.ts';
import { FIRST_RULES, RULE_IDS, RULE_SETTING_NAMES } from '../unit/rule-setting.ts';
import { listUnits } from '../unit/unit.store.ts';
import { toDatedSetting } from './rule-settings.ts';

/**
 * Enables the initial rules where a unit lacks them: for a new unit from its first day, for an older one from today
 * with a public line, because its earlier ballots were not judged. Idempotent.
 */
export async function beginRules(db: Db, today: Day): Promise<void> {
  await inTransaction(db, async (trx) => {
    await lockTable(trx, 'dated_settings');
    for (const { code, opened_on } of await listUnits(trx)) {
      const known = new Set((await listDatedSettings(trx, code)).map(({ name }) => name));
      const missing = RULE_IDS.filter((id) => FIRST_RULES[id].is_on && !known.has(RULE_SETTING_NAMES[id]));
      if (missing.length === 0) continue;
      for (const id of missing)
        await insertDatedSetting(trx, code, toDatedSetting(id, today, FIRST_RULES[id]));
      if (opened_on < today)
        await insertPublicEvent(trx, code, { day: today, kind: 'rules-begun', params: { rules: missing } });
    }
  });
}
