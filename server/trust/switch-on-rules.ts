import type { Clock } from '../lib/clock.ts';
import { addDays, dayOf } from '../lib/day.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { insertDatedSetting, listDatedSettings } from '../unit/dated-setting.store.ts';
import { openingHoursOn } from '../unit/dated-setting.ts';
import { findInstallation } from '../unit/installation.store.ts';
import { isWorkingDay } from '../unit/opening-hours.ts';
import { insertPublicEvent } from '../unit/public-event.store.ts';
import type { RuleId } from '../unit/rule-setting.ts';
import { listUnits } from '../unit/unit.store.ts';
import { deleteIntakeCounts, listIntakeCounts } from './intake-count.store.ts';
import { DAYS_TO_LEARN, daysToLearnFrom, LEARNING_RULES, learnThreshold } from './learn-threshold.ts';
import { isToLearn, toDatedSetting } from './rule-settings.ts';

/** Days for which counts are kept; covers twenty working days and a long holiday. */
const KEPT_DAYS = 60;
/**
 * Days for which counts of hours are kept: alerts in the report of a year need history from before that year.
 */
const HOURS_KEPT_DAYS = 500;

/**
 * Replaces, from tomorrow and with a public line, the first threshold of each learning rule that has enough history.
 * Only once: later settings are the administrator's. Returns the rules. A trial teaches nothing: its ballots are tests.
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
