import type { Fault } from '../../web/types/fault.ts';
import { recordAct } from '../act/record-act.ts';
import { inTransaction } from '../storage/transaction.ts';
import { listGuessableNames } from './guessable-names.ts';
import { deleteUserLinks } from './one-time-link.store.ts';
import { PasswordsBusy } from './password-queue.ts';
import { findPasswordFault } from './password-rules.ts';
import { deleteUserSessions } from './session.store.ts';
import { startSession } from './session.ts';
import type { StaffParts } from './staff-parts.ts';
import { findUserByName, updatePasswordHash } from './user.store.ts';
import type { User } from './user.ts';

type ChangePasswordResult =
  | { readonly outcome: 'done'; readonly token: string }
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] }
  | { readonly outcome: 'slowed'; readonly waitMs: number }
  | { readonly outcome: 'busy' };

/**
 * Requires the present password: access to an open browser is not enough. Ends all other sessions of the person,
 * remembered phones and one-time links included; this browser gets a new session. Attempts are rate-limited.
 */
export async function changePassword(
  parts: StaffParts,
  user: User,
  given: { readonly current: string; readonly password: string; readonly sessionId: string },
): Promise<ChangePasswordResult> {
  const { db, clock, passwords, slowdown } = parts;
  const faults: Fault[] = [];
  const names = await listGuessableNames(db, { userName: user.name, fullName: user.full_name });
  const fault = findPasswordFault(given.password, names);
  if (fault !== null) faults.push(fault);
  if (given.current === '') faults.unshift({ field: 'current', code: 'current-missing' });
  if (faults.length > 0) return { outcome: 'faults', faults };

  const pair = `session\n${user.name}\n${given.sessionId}`;
  const waitMs = slowdown.begin(pair, clock.now());
  if (waitMs > 0) return { outcome: 'slowed', waitMs };
  try {
    const found = await findUserByName(db, user.name);
    if (!(await passwords.verify(given.current, found?.passwordHash ?? null, true))) {
      return { outcome: 'faults', faults: [{ field: 'current', code: 'current-wrong' }] };
    }
    slowdown.succeed(pair);
    const hash = await passwords.hash(given.password, true);
    const token = await inTransaction(db, async (trx) => {
      await updatePasswordHash(trx, user.id, hash);
      await deleteUserSessions(trx, user.id, null);
      await deleteUserLinks(trx, user.id);
      await recordAct(trx, parts, user, 'password-changed', { user: user.name });
      return startSession(trx, parts, user.id, 'browser', undefined);
    });
    return { outcome: 'done', token };
  } catch (error) {
    if (!(error instanceof PasswordsBusy)) throw error;
    slowdown.withdraw(pair);
    return { outcome: 'busy' };
  }
}
