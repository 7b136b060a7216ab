import { z } from 'zod';
import { type Day, isDay } from '../lib/day.ts';
import { NUMBER_SETTINGS, type NumberSettingName } from './dated-setting.ts';
import { RULE_IDS } from './rule-setting.ts';

const day = z.string().refine(isDay);
/** A name as it was on that day. */
const name = z.string().min(1);
/** Values of removed settings; their lines stay. */
const headline_figure = z.enum(['all', 'single-use']);
const suggestion_tick = z.enum(['off', 'on']);

/** A survey as lines name it: its words may be those of another one, its id and version are not. */
const survey = z.strictObject({
  id: z.string(),
  version: z.int(),
  title: z.strictObject({ vi: z.string(), en: z.string() }),
});
/** Names of counters as they were that day; null: all of them. */
const counters = z.array(z.string()).min(1).nullable();
const rule = z.enum(RULE_IDS);
const threshold = z.number().positive().nullable();

/** From `since` on another number holds; `from` null: there was none. */
const numberChanged = (value: z.ZodType<number>) =>
  z.strictObject({ since: day, from: value.nullable(), to: value });
/** A number that was to hold from `since` on will not: `stays` goes on. */
const numberWithdrawn = (value: z.ZodType<number>) =>
  z.strictObject({ since: day, withdrawn: value, stays: value });
type Stem = (typeof NUMBER_SETTINGS)[NumberSettingName]['stem'];

const numberEvents = Object.fromEntries(
  Object.values(NUMBER_SETTINGS).flatMap(({ stem, schema }) => [
    [`${stem}-changed`, numberChanged(schema)],
    [`${stem}-withdrawn`, numberWithdrawn(schema)],
  ]),
) as Readonly<
  Record<`${Stem}-changed`, ReturnType<typeof numberChanged>> &
    Record<`${Stem}-withdrawn`, ReturnType<typeof numberWithdrawn>>
>;

/** What is said in public with its day, and what each kind of line needs to be said. */
export const PUBLIC_EVENTS = {
  /** The data were put back from a copy; `copied_on`: the day of that copy, null where the file does not say. */
  restored: z.strictObject({ copied_on: day.nullable() }),
  'unit-renamed': z.strictObject({ from: name, to: name }),
  'counter-opened': z.strictObject({ counter: name }),
  'counter-renamed': z.strictObject({ from: name, to: name }),
  'counter-closed': z.strictObject({ counter: name }),
  'counter-reopened': z.strictObject({ counter: name }),
  /** Permanently closed; its ballots stay with it. */
  'counter-merged': z.strictObject({ counter: name, into: name }),
  ...numberEvents,
  /** From `since` on another figure comes first: of all ballots, or of one-time slips alone. */
  'headline-changed': z.strictObject({ since: day, from: headline_figure, to: headline_figure }),
  /** From `since` on forms ask, or ask no more, whether somebody suggested the answers. */
  'suggestion-tick-changed': z.strictObject({ since: day, from: suggestion_tick, to: suggestion_tick }),
  'survey-changed': z.strictObject({ since: day, counters, survey }),
  'survey-withdrawn': z.strictObject({ since: day, counters, survey }),
  /** From the day of the line on, these rules set ballots aside; ballots before it were not judged. */
  'rules-begun': z.strictObject({ rules: z.array(rule).min(1) }),
  /** A rule that sets ballots aside is switched or gets another threshold, from `since` on. */
  'rule-changed': z.strictObject({
    rule,
    since: day,
    is_on: z.boolean(),
    threshold,
    was_on: z.boolean(),
    was_threshold: threshold,
  }),
  /** A change of a rule that was to hold from `since` on will not. */
  'rule-withdrawn': z.strictObject({
    rule,
    since: day,
    is_on: z.boolean(),
    threshold,
    stays_on: z.boolean(),
    stays_threshold: threshold,
  }),
  /** A rule switches itself on from `since`, with a threshold from as many working days of history. */
  'rule-learned': z.strictObject({ rule, since: day, threshold, days: z.int().positive() }),
  /**
   * Numbers of transactions that had stood in a finished week were corrected; the days from the first to the
   * last one, how many numbers, and what they added up to before and after.
   */
  'transactions-corrected': z.strictObject({
    from: day,
    to: day,
    entries: z.int().min(1),
    before: z.int().min(0),
    after: z.int().min(0),
  }),
  /** The data were put back though they are not what was sealed; `from`: the first day that differs. */
  'seal-differs': z.strictObject({ from: day }),
} as const;

export type PublicEventKind = keyof typeof PUBLIC_EVENTS;

export type PublicEvent = {
  readonly [Kind in PublicEventKind]: {
    readonly day: Day;
    readonly kind: Kind;
    readonly params: z.infer<(typeof PUBLIC_EVENTS)[Kind]>;
  };
}[PublicEventKind];
