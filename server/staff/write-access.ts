import { addAccess, deleteAccessBefore } from '../act/access.store.ts';
import { ACCESS_RETENTION_DAYS, type AccessKind, accessAt } from '../act/access.ts';
import type { Clock } from '../lib/clock.ts';
import { addDays, dayOf, toVietnamTime } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import type { Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { deleteEndedLinks } from './one-time-link.store.ts';
import { deleteEndedSessions } from './session.store.ts';
import type { StaffParts } from './staff-parts.ts';
import { listUsers } from './user.store.ts';

export type EntryWay = 'password' | 'link' | 'second-factor' | 'recovery-code' | 'phone';

/** Call it in the transaction that creates the session. */
export const recordEntry = (trx: Trx, clock: Clock, userName: string, detail: EntryWay): Promise<void> => {
  const kind: AccessKind = 'signed-in';
  return addAccess(trx, [{ at: accessAt(kind, clock.now()), user_name: userName, kind, detail, count: 1 }]);
};

/** Stores what was counted since the last call; after a failure the counts are kept for the next call. */
export async function writeAccess({ db, access }: Pick<StaffParts, 'db' | 'access'>): Promise<void> {
  const rows = access.take();
  if (rows.length === 0) return;
  try {
    await inTransaction(db, async (trx) => {
      // A typed name is stored only if such an account exists, because it may be a password typed into the wrong
      // field.
      const names = new Set((await listUsers(trx)).map(({ name }) => name));
      const known = rows.map((row) => (names.has(row.user_name) ? row : { ...row, user_name: '' }));
      await addAccess(trx, known);
    });
  } catch (error) {
    for (const { kind, user_name, detail, at, count } of rows)
      access.note(kind, user_name, detail, new Date(at), count);
    throw error;
  }
}

export async function deleteEnded({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = toVietnamTime(clock.now());
  await inTransaction(db, async (trx) => {
    await deleteEndedSessions(trx, now);
    await deleteEndedLinks(trx, now);
    await deleteAccessBefore(trx, addDays(dayOf(clock.now()), -ACCESS_RETENTION_DAYS));
  });
}
