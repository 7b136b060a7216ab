import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import type { Clock } from '../lib/clock.ts';
import { type Day, dayOf } from '../lib/day.ts';
import type { Random } from '../lib/random.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { listRetentions, upsertRetention } from './retention.store.ts';
import { firstKeptWeek, parseRetentionMonths, retentionInForce, retentionSince } from './retention.ts';

/** What became of a choice. */
export type RetentionResult =
  | { readonly outcome: 'saved' }
  | {
      readonly outcome: 'faults';
      readonly faults: readonly { readonly field: string; readonly code: string }[];
    }
  /** It deletes more than is deleted today, and must be confirmed. */
  | {
      readonly outcome: 'to-confirm';
      readonly months: number;
      readonly since: Day;
      /** Comments of weeks that ended before this day go. */
      readonly keptFrom: Day;
    };

/**
 * Chooses how long a unit keeps comments, from tomorrow on. Keeping them for less time than today is asked
 * about first. A choice that changes nothing leaves no trace.
 */
export function setRetention(
  parts: { readonly db: Db; readonly clock: Clock; readonly random: Random },
  actor: Actor,
  unitCode: string,
  typed: { readonly months: string; readonly isConfirmed: boolean },
): Promise<RetentionResult> {
  return inTransaction(parts.db, async (trx): Promise<RetentionResult> => {
    const months = parseRetentionMonths(typed.months);
    if (months === null) {
      return { outcome: 'faults', faults: [{ field: 'months', code: 'retention-missing' }] };
    }
    const rows = await listRetentions(trx, unitCode);
    const today = dayOf(parts.clock.now());
    const since = retentionSince(today);
    if (months < retentionInForce(rows, today) && !typed.isConfirmed) {
      return { outcome: 'to-confirm', months, since, keptFrom: firstKeptWeek(since, months).from };
    }
    if (months !== retentionInForce(rows, since)) {
      await upsertRetention(trx, unitCode, { since, months });
      await recordAct(trx, parts, actor, 'comment-retention-set', { months, since });
    }
    return { outcome: 'saved' };
  });
}
