import { isDeepStrictEqual } from 'node:util';
import type { RuleValue } from '../../web/types/settings.ts';
import { addDays, type Day } from '../lib/day.ts';
import { type DatedSetting, settingInForce } from '../unit/dated-setting.ts';
import { FIRST_RULES, RULE_IDS, RULE_SETTING_NAMES, type RuleId } from '../unit/rule-setting.ts';
import { DAYS_TO_LEARN, LEARNING_RULES } from './learn-threshold.ts';

export interface RuleOnDay extends RuleValue {
  readonly id: RuleId;
  /** Day from which the setting is in force; null: never set, so `FIRST_RULES` applies. */
  readonly since: Day | null;
}

export function ruleOnDay(rows: readonly DatedSetting[], id: RuleId, day: Day): RuleOnDay {
  const row = settingInForce(rows, RULE_SETTING_NAMES[id], day);
  return { id, since: row?.since ?? null, ...(row?.value ?? FIRST_RULES[id]) };
}

/** In the order in which the rules are applied. */
export const rulesOnDay = (rows: readonly DatedSetting[], day: Day): readonly RuleOnDay[] =>
  RULE_IDS.map((id) => ruleOnDay(rows, id, day));

/** `next` is a change that takes effect on the next day; null: there is none. */
interface RuleState extends RuleOnDay {
  readonly next: RuleOnDay | null;
  /** Working days with ballots after which a learned threshold replaces the initial one; null: never. */
  readonly learns_after_days: number | null;
}

export const ruleStates = (rows: readonly DatedSetting[], today: Day): readonly RuleState[] =>
  rulesOnDay(rows, today).map((rule) => {
    const next = ruleOnDay(rows, rule.id, addDays(today, 1));
    return {
      ...rule,
      next: next.since === rule.since ? null : next,
      learns_after_days: isToLearn(rows, rule.id) ? DAYS_TO_LEARN : null,
    };
  });

/**
 * Whether the rule still has its initial setting. A threshold is learned only once, and never after a change by
 * hand.
 */
export function isToLearn(rows: readonly DatedSetting[], id: RuleId): boolean {
  const own = rows.filter(({ name }) => name === RULE_SETTING_NAMES[id]);
  const first = toDatedSetting(id, own[0]?.since ?? '', FIRST_RULES[id]);
  return LEARNING_RULES.includes(id) && own.length < 2 && own.every((row) => isDeepStrictEqual(row, first));
}

export const toDatedSetting = (id: RuleId, since: Day, { is_on, threshold }: RuleValue): DatedSetting =>
  // The type system cannot derive the value's schema from the name; the store validates the value.
  ({ name: RULE_SETTING_NAMES[id], since, value: { is_on, threshold } }) as DatedSetting;
