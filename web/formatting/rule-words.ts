import type { RuleMessages } from '../messages/public-rules.vi.ts';

/** How a rule that sets ballots aside is configured on a day; days are `YYYY-MM-DD`. */
export interface RuleOnDayView {
  /** Also stored on the ballots that the rule sets aside, as the reason. */
  readonly id: string;
  readonly is_on: boolean;
  readonly threshold: number | null;
  /** First day of this configuration; null: the rule was never configured. */
  readonly since: string | null;
}

export interface RuleStateView extends RuleOnDayView {
  readonly next: RuleOnDayView | null;
  /** After this many working days with ballots the initial threshold is replaced; null: never. */
  readonly learns_after_days: number | null;
}

export const ruleName = (id: string, words: RuleMessages): string => words.rules[id]?.name ?? id;

export const ruleText = (
  { id, threshold }: Pick<RuleOnDayView, 'id' | 'threshold'>,
  words: RuleMessages,
): string => words.rules[id]?.text(threshold ?? 0) ?? id;
