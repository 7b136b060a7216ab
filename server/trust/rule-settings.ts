import { addDays, type Day } from '../lib/day.ts';
import { type DatedSetting, settingInForce } from '../unit/dated-setting.ts';
import {
  FIRST_RULES,
  RULE_IDS,
  RULE_SETTING_NAMES,
  type RuleId,
  type RuleSetting,
} from '../unit/rule-setting.ts';
import { DAYS_TO_LEARN, LEARNING_RULES } from './learn-threshold.ts';

/** A rule on a day: its setting and since when that holds. */
export interface RuleOnDay extends RuleSetting {
  readonly id: RuleId;
  /** Null: nobody has set it yet, and `FIRST_RULES` holds. */
  readonly since: Day | null;
}

/** A rule as it is on a day, by a unit's dated settings. */
export function ruleOnDay(rows: readonly DatedSetting[], id: RuleId, day: Day): RuleOnDay {
  const row = settingInForce(rows, RULE_SETTING_NAMES[id], day);
  return { id, since: row?.since ?? null, ...(row?.value ?? FIRST_RULES[id]) };
}

/** All rules as they are on a day, in the order in which they are asked. */
export const rulesOnDay = (rows: readonly DatedSetting[], day: Day): readonly RuleOnDay[] =>
  RULE_IDS.map((id) => ruleOnDay(rows, id, day));

/** A rule with the change that is already decided, if any: changes hold from the next day on. */
export interface RuleState extends RuleOnDay {
  readonly next: RuleOnDay | null;
  /** Working days with ballots after which the rule switches itself on; null: it does not, or not any more. */
  readonly learns_after_days: number | null;
}

/** All rules today, each with what is decided for tomorrow. */
export const ruleStates = (rows: readonly DatedSetting[], today: Day): readonly RuleState[] =>
  rulesOnDay(rows, today).map((rule) => {
    const next = ruleOnDay(rows, rule.id, addDays(today, 1));
    const isWaiting = next.since === null && LEARNING_RULES.includes(rule.id);
    return {
      ...rule,
      next: next.since === rule.since ? null : next,
      learns_after_days: isWaiting ? DAYS_TO_LEARN : null,
    };
  });

/** The dated row of a rule's setting. */
export const toDatedSetting = (id: RuleId, since: Day, { is_on, threshold }: RuleSetting): DatedSetting =>
  // Which schema the value must fit depends on the name, which the types cannot follow; the store checks it.
  ({ name: RULE_SETTING_NAMES[id], since, value: { is_on, threshold } }) as DatedSetting;
