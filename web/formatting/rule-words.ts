import type { RuleMessages } from '../messages/public-rules.vi.ts';

/** Setting of a rule on a day; days are `YYYY-MM-DD`. */
export interface RuleOnDayView {
  /** Id of the rule; also stored as the reason on ballots that the rule sets aside. */
  readonly id: string;
  readonly is_on: boolean;
  /** Null for a rule without a threshold. */
  readonly threshold: number | null;
  /** First day of this setting; null: never set. */
  readonly since: string | null;
}

/** A rule today, with the change already planned. */
export interface RuleStateView extends RuleOnDayView {
  readonly next: RuleOnDayView | null;
  /** Working days with ballots after which the first threshold is replaced; null: never. */
  readonly learns_after_days: number | null;
}

/** Name of a rule; its id where the rule is unknown. */
export const ruleName = (id: string, words: RuleMessages): string => words.rules[id]?.name ?? id;

export const ruleText = (
  { id, threshold }: Pick<RuleOnDayView, 'id' | 'threshold'>,
  words: RuleMessages,
): string => words.rules[id]?.text(threshold ?? 0) ?? id;
