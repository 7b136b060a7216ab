import type { Clock } from '../lib/clock.ts';
import { addDays, type Day, dayOf } from '../lib/day.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { insertDatedSetting, listDatedSettings } from '../unit/dated-setting.store.ts';
import { openingHoursOn } from '../unit/dated-setting.ts';
import { findInstallation } from '../unit/installation.store.ts';
import { isWorkingDay } from '../unit/opening-hours.ts';
import { insertPublicEvent } from '../unit/public-event.store.ts';
import { FIRST_RULES, RULE_IDS, RULE_SETTING_NAMES, type RuleId } from '../unit/rule-setting.ts';
import { listUnits } from '../unit/unit.store.ts';
import { deleteIntakeCounts, listIntakeCounts } from './intake-count.store.ts';
import { DAYS_TO_LEARN, daysToLearnFrom, LEARNING_RULES, learnThreshold } from './learn-threshold.ts';
import { isToLearn, toDatedSetting } from './rule-settings.ts';

/**
 * Enables the initial rules for units that have none: for a new unit from its first day, for an existing one from
 * today with a public event, because its earlier ballots were not judged. Idempotent.
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

/** Days for which counts for thresholds are kept: enough for twenty working days and a long holiday. */
const KEPT_DAYS = 60;
/** Days for which counts for alerts are kept: alerts in the report of a year need history from before that year. */
const HOURS_KEPT_DAYS = 500;

/**
 * Replaces the initial threshold of each learning rule that has enough history, from tomorrow on and with a public
 * event. Only once; later changes are left to the administrator. Returns the changed rules. Ballots of a trial are
 * ignored, because they are tests.
 */
export async function switchOnRules(db: Db, clock: Clock): Promise<readonly RuleId[]> {
  const today = dayOf(clock.now());
  return inTransaction(db, async (trx) => {
    await lockTable(trx, 'dated_settings');
    await deleteIntakeCounts(trx, addDays(today, -KEPT_DAYS), addDays(today, -HOURS_KEPT_DAYS));
    const switched: RuleId[] = [];
    if ((await findInstallation(trx))?.official_since === null) return switched;
    for (const { code } of await listUnits(trx)) {
      const rows = await listDatedSettings(trx, code);
      const waiting = LEARNING_RULES.filter((id) => isToLearn(rows, id));
      if (waiting.length === 0) continue;
      const counts = await listIntakeCounts(trx, code, today);
      const days = daysToLearnFrom(counts, (day) => isWorkingDay(openingHoursOn(rows, day), day));
      const history = counts.filter(({ day }) => days?.includes(day));
      for (const id of waiting) {
        const threshold = learnThreshold(id, history);
        if (days === null || threshold === null) continue;
        const since = addDays(today, 1);
        await insertDatedSetting(trx, code, toDatedSetting(id, since, { is_on: true, threshold }));
        await insertPublicEvent(trx, code, {
          day: today,
          kind: 'rule-learned',
          params: { rule: id, since, threshold, days: DAYS_TO_LEARN },
        });
        switched.push(id);
      }
    }
    return switched;
  });
}
