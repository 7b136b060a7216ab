import { type Day, earlierOf } from '../lib/day.ts';
import { parsePeriod } from '../period/period.ts';
import type { SlipBatch } from '../slip/slip-batch.ts';
import type { BatchCount } from './alert-input.ts';

interface WeekUses {
  readonly batch_id: string;
  /** ISO week, such as `2024-W05`. */
  readonly week: string;
  readonly used: number;
}

/** For each batch printed by the day `to`, the number of slips used by then, as far as disclosed. */
export function countBatches(
  batches: readonly SlipBatch[],
  uses: readonly WeekUses[],
  to: Day,
): BatchCount[] {
  return batches
    .filter(({ issued_on }) => issued_on <= to)
    .map(({ id, counter_code: counter, issued_on, slips }) => {
      const known = uses.flatMap(({ batch_id, week, used }) => {
        const period = batch_id === id ? parsePeriod(week) : null;
        return period !== null && period.from <= to ? [{ used, until: period.to }] : [];
      });
      const until =
        known
          .map((one) => one.until)
          .sort()
          .at(-1) ?? issued_on;
      return {
        id,
        counter,
        issued_on,
        slips,
        used: known.reduce((sum, one) => sum + one.used, 0),
        counted_to: earlierOf(until, to),
      };
    });
}
