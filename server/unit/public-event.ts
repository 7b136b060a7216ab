import { z } from 'zod';
import { type Day, isDay } from '../lib/day.ts';
import { NUMBER_SETTINGS } from './dated-setting.ts';
import { RULE_IDS } from './rule-setting.ts';

const day = z.string().refine(isDay);
/** The name that a counter or unit had on the day of the event. */
const name = z.string().min(1);
/** These settings were removed from the product, but their old events remain. */
const headline_figure = z.enum(['all', 'single-use']);
const suggestion_tick = z.enum(['off', 'on']);

/** Two surveys may have the same title, but not the same id and version. */
const survey = z.strictObject({
  id: z.string(),
  version: z.int(),
  title: z.strictObject({ vi: z.string(), en: z.string() }),
});
/** Names of counters on the day of the event; null: all counters. */
const counters = z.array(z.string()).min(1).nullable();
const rule = z.enum(RULE_IDS);
const threshold = z.number().positive().nullable();

/** A number changes from the day `since` on; `from` is null if there was none before. */
const numberChanged = (value: z.ZodType<number>) =>
  z.strictObject({ since: day, from: value.nullable(), to: value });
/** A planned change of a number was withdrawn; `stays` remains in force. */
const numberWithdrawn = (value: z.ZodType<number>) =>
  z.strictObject({ since: day, withdrawn: value, stays: value });

/** Parameters by kind of public event. */
export const PUBLIC_EVENTS = {
  /** The data were restored from a backup; `copied_on` is its day, null if the file does not contain one. */
  restored: z.strictObject({ copied_on: day.nullable() }),
  'unit-renamed': z.strictObject({ from: name, to: name }),
  'counter-opened': z.strictObject({ counter: name }),
  'counter-renamed': z.strictObject({ from: name, to: name }),
  'counter-closed': z.strictObject({ counter: name }),
  'counter-reopened': z.strictObject({ counter: name }),
  /**
   * A counter is closed for good; the counter `into` continues its work. Ballots of the closed counter are not
   * moved.
   */
  'counter-merged': z.strictObject({ counter: name, into: name }),
  'target-changed': numberChanged(NUMBER_SETTINGS.target_percent.schema),
  'target-withdrawn': numberWithdrawn(NUMBER_SETTINGS.target_percent.schema),
  'minimum-changed': numberChanged(NUMBER_SETTINGS.minimum_n.schema),
  'minimum-withdrawn': numberWithdrawn(NUMBER_SETTINGS.minimum_n.schema),
  /** From `since` on the main figure was computed from other ballots: from all, or only from those with slips. */
  'headline-changed': z.strictObject({ since: day, from: headline_figure, to: headline_figure }),
  /** From `since` on forms ask, or no longer ask, whether somebody suggested the answers. */
  'suggestion-tick-changed': z.strictObject({ since: day, from: suggestion_tick, to: suggestion_tick }),
  'survey-changed': z.strictObject({ since: day, counters, survey }),
  'survey-withdrawn': z.strictObject({ since: day, counters, survey }),
  /** These rules set ballots aside from the day of the event on; earlier ballots were not judged. */
  'rules-begun': z.strictObject({ rules: z.array(rule).min(1) }),
  /** A rule that sets ballots aside is switched on or off or gets another threshold, from `since` on. */
  'rule-changed': z.strictObject({
    rule,
    since: day,
    is_on: z.boolean(),
    threshold,
    was_on: z.boolean(),
    was_threshold: threshold,
  }),
  'rule-withdrawn': z.strictObject({
    rule,
    since: day,
    is_on: z.boolean(),
    threshold,
    stays_on: z.boolean(),
    stays_threshold: threshold,
  }),
  /** A rule gets a learned threshold from `since` on; `days`: working days from which it was learned. */
  'rule-learned': z.strictObject({ rule, since: day, threshold, days: z.int().positive() }),
  /**
   * Numbers of transactions in finished weeks were corrected: first and last day, how many numbers, and their sums
   * before and after.
   */
  'transactions-corrected': z.strictObject({
    from: day,
    to: day,
    entries: z.int().min(1),
    before: z.int().min(0),
    after: z.int().min(0),
  }),
  /** The trial ended: its days, and the number of ballots erased. */
  'official-start': z.strictObject({ from: day, to: day, erased: z.int().min(0) }),
  /** The trial was made longer; `until` is null before its first ballot. */
  'trial-extended': z.strictObject({ until: day.nullable() }),
  /** Data of the trial were restored after the official start. */
  'trial-restored': z.strictObject({ copied_on: day.nullable() }),
  /** The data were restored although they do not match the seals; `from` is the first day that differs. */
  'seal-differs': z.strictObject({ from: day }),
  /**
   * The clock was ahead, so the seals of these days are void. `reports`: number of reports that will be stored
   * again.
   */
  'seals-voided': z.strictObject({ from: day, to: day, reports: z.int().min(0) }),
} as const;

export type PublicEventKind = keyof typeof PUBLIC_EVENTS;

export type PublicEvent = {
  readonly [Kind in PublicEventKind]: {
    readonly day: Day;
    readonly kind: Kind;
    readonly params: z.infer<(typeof PUBLIC_EVENTS)[Kind]>;
  };
}[PublicEventKind];
