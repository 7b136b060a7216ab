import { fisherGreater } from '../statistics/fisher.ts';
import type { Alert } from './alert.ts';
import type { BatchCount } from './alert-input.ts';
import { levelOf } from './false-alarms.ts';

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
