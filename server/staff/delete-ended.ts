import { toVietnamTime } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';
import { deleteEndedLinks } from './one-time-link.store.ts';
import { deleteEndedSessions } from './session.store.ts';

/** Cleanup; expired sessions and links are invalid anyway. */
export async function deleteEnded({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = toVietnamTime(clock.now());
  await inTransaction(db, async (trx) => {
    await deleteEndedSessions(trx, now);
    await deleteEndedLinks(trx, now);
  });
}
