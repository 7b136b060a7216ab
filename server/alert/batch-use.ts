import { type Day, earlierOf } from '../lib/day.ts';
import { parsePeriod } from '../period/period.ts';
import type { SlipBatch } from '../slip/slip-batch.ts';
import { fisherGreater } from '../statistics/fisher.ts';
import { type Alert, type BatchCount, levelOf } from './alert.ts';

/**
 * A batch is compared only with at least this many other batches, and only if they have `LEAST_SLIPS` slips
 * together.
 */
const LEAST_BATCHES = 2;
const LEAST_SLIPS = 60;
/** Minimum number of slips of the batch that is tested. */
const LEAST_COMPARED = 30;
/** Minimum difference in percentage points: the share of used slips varies even if nobody cheats. */
const FAR = 25;

/**
 * Finds batches whose share of used slips is far above that of batches printed earlier or on the same day:
 * somebody may have filled in a stack or chosen whom to give its slips to. The answers of batches cannot be
 * compared, because no ballot stores its batch. Each batch is tested against all the earlier ones together
 * with Fisher's exact test.
 */
export function findBatchUse(batches: readonly BatchCount[]): Alert[] {
  return batches.flatMap((batch): Alert[] => {
    const others = batches.filter(({ id, issued_on }) => id !== batch.id && issued_on <= batch.issued_on);
    const slips = others.reduce((sum, other) => sum + other.slips, 0);
    const used = others.reduce((sum, other) => sum + other.used, 0);
    if (others.length < LEAST_BATCHES || slips < LEAST_SLIPS || batch.slips < LEAST_COMPARED) return [];
    const observed = (100 * batch.used) / batch.slips;
    const expected = (100 * used) / slips;
    if (observed - expected < FAR) return [];
    const level = levelOf('batch-use');
    const p = fisherGreater(batch.used, batch.slips - batch.used, used, slips - used);
    if (p > level) return [];
    return [
      {
        id: 'batch-use',
        counter: batch.counter,
        channel: 'slip',
        from: batch.issued_on,
        to: batch.counted_to,
        observed,
        expected,
        p,
        level,
        params: {
          slips: batch.slips,
          used: batch.used,
          other_batches: others.length,
          other_slips: slips,
          other_used: used,
        },
      },
    ];
  });
}

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
