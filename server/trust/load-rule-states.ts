import type { Day } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { type RuleState, ruleStates } from './rule-settings.ts';

/** A unit's rules today, each with what is decided for tomorrow. */
export const loadRuleStates = async (db: Db, unitCode: string, today: Day): Promise<readonly RuleState[]> =>
  ruleStates(await listDatedSettings(db, unitCode), today);
