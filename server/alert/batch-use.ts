import { type Day, earlierOf } from '../lib/day.ts';
import { parsePeriod } from '../period/period.ts';
import type { SlipBatch } from '../slip/slip-batch.ts';
import { fisherGreater } from '../statistics/fisher.ts';
import { type Alert, type BatchCount, levelOf } from './alert.ts';

/**
 * A batch is tested only against at least this many other batches, which must have `LEAST_SLIPS` slips together.
 */
const LEAST_BATCHES = 2;
const LEAST_SLIPS = 60;
const LEAST_COMPARED = 30;
/** Minimum difference in percentage points: the share of used slips varies between batches even without fraud. */
const FAR = 25;

/**
 * Finds batches of slips of which a far larger share was used than of earlier batches: somebody may have filled in
 * many slips, or chosen who gets one. Answers cannot be compared, because no ballot stores its batch. Each batch is
 * compared with all earlier ones together by Fisher's exact test.
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
