import type { FigureMessages } from '../messages/figures.vi.ts';
import { formatDay } from './dates.ts';
import { ruleName, ruleText } from './rule-words.ts';

interface RuleOn {
  readonly rule: string;
  readonly since: string;
  readonly is_on: boolean;
  readonly threshold: number | null;
}

/** A public event about the rules that set ballots aside; days are `YYYY-MM-DD`. */
export type RuleEvent =
  | { readonly kind: 'rules-begun'; readonly params: { readonly rules: readonly string[] } }
  | {
      readonly kind: 'rule-changed';
      readonly params: RuleOn & { readonly was_on: boolean; readonly was_threshold: number | null };
    }
  | {
      readonly kind: 'rule-withdrawn';
      readonly params: RuleOn & { readonly stays_on: boolean; readonly stays_threshold: number | null };
    }
  | {
      readonly kind: 'rule-learned';
      readonly params: Omit<RuleOn, 'is_on'> & { readonly days: number };
    };

/** `day` is formatted already. */
export function sayRuleEvent(
  event: RuleEvent,
  day: string,
  { events: words, rules, locale }: FigureMessages,
): string {
  if (event.kind === 'rules-begun') {
    return words.rulesBegun(day, event.params.rules.map((id) => ruleName(id, rules)).join('; '));
  }
  const { rule, threshold } = event.params;
  const name = ruleName(rule, rules);
  const since = formatDay(event.params.since, locale);
  const text = ruleText({ id: rule, threshold }, rules);
  if (event.kind === 'rule-learned') return words.ruleLearned(day, name, since, event.params.days, text);
  if (event.kind === 'rule-withdrawn') {
    const { stays_on, stays_threshold } = event.params;
    const stays = stays_on ? ruleText({ id: rule, threshold: stays_threshold }, rules) : words.ruleStaysOff;
    return words.ruleWithdrawn(day, name, since, stays);
  }
  const { is_on, was_on, was_threshold } = event.params;
  if (!is_on) return words.ruleOff(day, name, since);
  if (!was_on) return words.ruleOn(day, name, since, text);
  return words.ruleThreshold(day, name, since, ruleText({ id: rule, threshold: was_threshold }, rules), text);
}
