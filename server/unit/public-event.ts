import { z } from 'zod';
import { type Day, isDay } from '../lib/day.ts';

const day = z.string().refine(isDay);

/** What is said in public with its day, and what each kind of line needs to be said. */
export const PUBLIC_EVENTS = {
  /** The data were put back from a copy; `copied_on`: the day of that copy, null where the file does not say. */
  restored: z.strictObject({ copied_on: day.nullable() }),
} as const;

/** The kinds of lines. */
export type PublicEventKind = keyof typeof PUBLIC_EVENTS;

/** One dated line that everybody may read. */
export type PublicEvent = {
  readonly [Kind in PublicEventKind]: {
    readonly day: Day;
    readonly kind: Kind;
    readonly params: z.infer<(typeof PUBLIC_EVENTS)[Kind]>;
  };
}[PublicEventKind];
