import type { Actor } from '../act/act.ts';
import { toVietnamTime } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import type { Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { deleteNotices, insertNotice } from './notice.store.ts';
import type { User } from './user.ts';

/**
 * Stores a notice, shown after the person's next sign-in with a password. `actor` is null for the server's console.
 */
export const tell = (
  trx: Trx,
  { clock }: Pick<Deps, 'clock'>,
  user: Pick<User, 'id'>,
  kind: Parameters<typeof insertNotice>[1]['kind'],
  actor: Actor | null,
): Promise<void> =>
  insertNotice(trx, {
    user_id: user.id,
    at: toVietnamTime(clock.now()),
    kind,
    actor_name: actor?.name ?? null,
  });

export const forgetNotices = ({ db }: Pick<Deps, 'db'>, user: User, until: string): Promise<void> =>
  inTransaction(db, (trx) => deleteNotices(trx, user.id, until));
