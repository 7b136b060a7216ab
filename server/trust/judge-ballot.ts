import type { RuleId, RuleSetting } from '../unit/rule-setting.ts';
import { isBurst } from './burst.ts';
import { type FormSource, isForeignForm } from './foreign-form.ts';
import { isRepeatDevice } from './repeat-device.ts';
import { isSameRun } from './same-run.ts';
import { isTooFast } from './too-fast.ts';

/**
 * What is known when a ballot arrives, and forgotten when it is judged. Null: not known, or not asked of this
 * way of answering; the rule that needs it then does not apply. Nothing here was typed by the rated office.
 */
export interface IntakeFacts {
  readonly source: FormSource | null;
  /** Ballots that the device sent today before this one. */
  readonly sentToday: number | null;
  /** Seconds for each question answered; null too for a form that was shown again with its answers. */
  readonly pace: number | null;
  /** Ballots with the same answers that came right before this one from the same network. */
  readonly sameBefore: number | null;
  /** Ballots of the counter in the last ten minutes that count. */
  readonly countedInWindow: number | null;
}

/** For ballots that come without a citizen's browser. */
export const NO_FACTS: IntakeFacts = {
  source: null,
  sentToday: null,
  pace: null,
  sameBefore: null,
  countedInWindow: null,
};

interface Rule extends RuleSetting {
  readonly id: RuleId;
}

/**
 * The reason for which a ballot is set aside; null when it counts. `rules` in the order in which they are
 * asked: the first one that is on and applies gives the reason. The answers are not among the facts.
 */
export const judgeBallot = (rules: readonly Rule[], facts: IntakeFacts): RuleId | null =>
  rules.find((rule) => rule.is_on && applies(rule, facts))?.id ?? null;

function applies({ id, threshold }: Rule, facts: IntakeFacts): boolean {
  const isBeyond = (fact: number | null, rule: (fact: number, threshold: number) => boolean): boolean =>
    fact !== null && threshold !== null && rule(fact, threshold);
  switch (id) {
    case 'foreign-form':
      return facts.source !== null && isForeignForm(facts.source);
    case 'repeat-device':
      return isBeyond(facts.sentToday, isRepeatDevice);
    case 'too-fast':
      return isBeyond(facts.pace, isTooFast);
    case 'same-run':
      return isBeyond(facts.sameBefore, isSameRun);
    case 'burst':
      return isBeyond(facts.countedInWindow, isBurst);
  }
}
