import { addDays, type Day } from '../lib/day.ts';
import { periodOf } from '../period/period.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import {
  addSlipUses,
  countSpentSlips,
  listBatchesExpiringFrom,
  listSlipUses,
  reorderSpentSlips,
} from './slip.store.ts';
import { findUsesToShow } from './slip-batch.ts';

/** A form shown on a slip's last day can be submitted for 7 times 24 hours, which end on the 8th day. */
const FORM_DAYS = 8;

/**
 * Work at the end of a day: rewrites used slips in key order, and adds the uses that may be disclosed to the week
 * of `from`. Idempotent; safe to interrupt.
 */
export async function settleSlips(db: Db, from: Day, to: Day): Promise<void> {
  for (const batch of await listBatchesExpiringFrom(db, addDays(from, -FORM_DAYS - 1))) {
    await inTransaction(db, (trx) => reorderSpentSlips(trx, batch.id));
    await inTransaction(db, async (trx) => {
      const shown = (await listSlipUses(trx))
        .filter(({ batch_id }) => batch_id === batch.id)
        .reduce((sum, { used }) => sum + used, 0);
      const used = await countSpentSlips(trx, batch.id);
      const isExpired = addDays(batch.expires_on, FORM_DAYS) <= to;
      const more = findUsesToShow({ used, shown, isExpired });
      if (more > 0) await addSlipUses(trx, batch.id, periodOf('week', from).id, more);
    });
  }
}
