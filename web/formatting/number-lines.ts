import type { FigureMessages } from '../messages/figures.vi.ts';
import { formatDay } from './dates.ts';
import { formatCount, formatTarget } from './numbers.ts';

/** Prefix in the kinds of a setting's public events and log entries: `target` in `target-changed`. */
export type NumberStem = keyof FigureMessages['events']['numbers'];

/**
 * A numeric setting was set, changed or withdrawn. `since` is `YYYY-MM-DD`; `stays` is in force after the withdrawal.
 */
export type NumberChange =
  | { readonly since: string; readonly from: number | null; readonly to: number }
  | { readonly since: string; readonly withdrawn: number; readonly stays: number };

/** The end of a sentence: `from 5 Feb 2024 the target changes from 90% to 85%`. */
export function sayNumberChange(stem: NumberStem, change: NumberChange, figures: FigureMessages): string {
  const { locale, events } = figures;
  const words = events.numbers[stem];
  const say = (value: number) =>
    words.unit === 'percent' ? formatTarget(value, locale) : formatCount(value, locale);
  const since = formatDay(change.since, locale);
  if ('withdrawn' in change) return words.withdrawn(since, say(change.withdrawn), say(change.stays));
  if (change.from === null) return words.set(since, say(change.to));
  return words.changed(since, say(change.from), say(change.to));
}

/** Text of a public event; `day` is formatted already. */
export function sayNumberLine(
  stem: NumberStem,
  change: NumberChange,
  day: string,
  figures: FigureMessages,
): string {
  const { events } = figures;
  const line = events.line(day, sayNumberChange(stem, change, figures));
  return 'to' in change && change.from !== null ? `${line} ${events.closedStay}` : line;
}

export const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
