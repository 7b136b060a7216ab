import { deleteAccessBefore } from '../act/access.store.ts';
import { ACCESS_RETENTION_DAYS } from '../act/access.ts';
import { addDays, dayOf, toVietnamTime } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';
import { deleteEndedLinks } from './one-time-link.store.ts';
import { deleteEndedSessions } from './session.store.ts';

/** Cleanup of sessions and links, which are invalid anyway, and of the access log. */
export async function deleteEnded({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = toVietnamTime(clock.now());
  await inTransaction(db, async (trx) => {
    await deleteEndedSessions(trx, now);
    await deleteEndedLinks(trx, now);
    await deleteAccessBefore(trx, addDays(dayOf(clock.now()), -ACCESS_RETENTION_DAYS));
  });
}
