import type { RuleId, RuleSetting } from '../unit/rule-setting.ts';
import { isBurst } from './burst.ts';
import { type FormSource, isForeignForm } from './foreign-form.ts';
import { isRepeatDevice } from './repeat-device.ts';
import { isSameRun } from './same-run.ts';
import { isTooFast } from './too-fast.ts';

/**
 * Known at intake and never stored. null: unknown, or not applicable to this channel; rules that need it are skipped.
 * Nothing here was typed by the rated office.
 */
export interface IntakeFacts {
  readonly source: FormSource | null;
  /** Earlier ballots of the device today. */
  readonly sentToday: number | null;
  /** Seconds per answered question; also null for a form that was shown again with its answers. */
  readonly pace: number | null;
  /** Ballots with the same answers directly before this one from the same network. */
  readonly sameBefore: number | null;
  /** Counted ballots of the counter in the last ten minutes. */
  readonly countedInWindow: number | null;
}

/** Facts of a ballot that was not sent by a citizen's browser. */
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
 * null: the ballot counts. The first enabled rule that applies, in the order of `rules`, gives the reason. Answers
 * are not among the facts.
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
