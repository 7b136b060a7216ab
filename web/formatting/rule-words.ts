import type { RuleMessages } from '../messages/public-rules.vi.ts';

/** A rule that sets ballots aside, on a day; days are `YYYY-MM-DD`. */
export interface RuleOnDayView {
  /** The reason on the ballot. */
  readonly id: string;
  readonly is_on: boolean;
  /** Null for a rule without one. */
  readonly threshold: number | null;
  /** The first day of this setting; null: nobody has set it yet. */
  readonly since: string | null;
}

/** A rule today, with the change that is already decided. */
export interface RuleStateView extends RuleOnDayView {
  readonly next: RuleOnDayView | null;
  /** Working days with ballots after which it switches itself on; null: it does not. */
  readonly learns_after_days: number | null;
}

/** The short name of a rule; its id where the catalogue does not know it. */
export const ruleName = (id: string, words: RuleMessages): string => words.rules[id]?.name ?? id;

/** What a rule does, with its threshold. */
export const ruleText = (
  { id, threshold }: Pick<RuleOnDayView, 'id' | 'threshold'>,
  words: RuleMessages,
): string => words.rules[id]?.text(threshold ?? 0) ?? id;
