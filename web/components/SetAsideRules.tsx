import { formatDay } from '../formatting/dates.ts';
import { type RuleOnDayView, type RuleStateView, ruleName, ruleText } from '../formatting/rule-words.ts';
import type { FigureMessages } from '../messages/figures.vi.ts';
import type { RuleMessages } from '../messages/public-rules.vi.ts';
import type { Locale } from '../types/locale.ts';

interface SetAsideRulesProps {
  readonly rules: readonly RuleStateView[];
  readonly isTrial: boolean;
  readonly words: FigureMessages;
}

export function SetAsideRules({ rules, isTrial, words: { rules: words, locale } }: SetAsideRulesProps) {
  const on = rules.filter((rule) => rule.is_on);
  const off = rules.filter((rule) => !rule.is_on);
  return (
    <>
      {on.length === 0 ? (
        <p>{words.public.none}</p>
      ) : (
        <>
          <p>{words.public.intro}</p>
          {isTrial ? <p>{words.public.trial}</p> : null}
          <ul>
            {on.map((rule) => (
              <li key={rule.id}>
                <strong>{ruleName(rule.id, words)}.</strong> {ruleText(rule, words)}{' '}
                {sayDays(rule, locale, words)}
              </li>
            ))}
          </ul>
        </>
      )}
      {off.length === 0 ? null : (
        <>
          <p>{words.public.off}</p>
          <ul>
            {off.map((rule) => (
              <li key={rule.id}>
                {sayOff(rule, locale, words)}
                {rule.next === null ? null : `. ${sayNext(rule.next, locale, words)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function sayOff(rule: RuleStateView, locale: Locale, words: RuleMessages): string {
  const name = ruleName(rule.id, words);
  if (rule.since !== null) return words.public.offSince(name, formatDay(rule.since, locale));
  return words.public.offYet(name);
}

export function sayDays(
  { since, next, learns_after_days: days }: RuleStateView,
  locale: Locale,
  words: RuleMessages,
): string {
  return [
    since === null ? '' : words.public.since(formatDay(since, locale)),
    days === null ? '' : words.public.learns(days),
    next === null ? '' : sayNext(next, locale, words),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

export function sayNext(next: RuleOnDayView, locale: Locale, words: RuleMessages): string {
  const day = next.since === null ? '' : formatDay(next.since, locale);
  return next.is_on ? words.public.nextOn(day, ruleText(next, words)) : words.public.nextOff(day);
}
