import type { Fault } from '../../web/types/fault.ts';
import { recordAct } from '../act/record-act.ts';
import { inTransaction } from '../storage/transaction.ts';
import { checkOwnPassword } from './check-own-password.ts';
import type { SignedIn } from './find-signed-in.ts';
import { listGuessableNames } from './guessable-names.ts';
import { deleteUserLinks } from './one-time-link.store.ts';
import { refuseBusy } from './password-queue.ts';
import { findPasswordFault } from './password-rules.ts';
import { deleteUserSessions } from './session.store.ts';
import { startSession, type Visit } from './session.ts';
import type { StaffParts } from './staff-parts.ts';
import { updatePasswordHash } from './user.store.ts';

type ChangePasswordResult =
  | { readonly outcome: 'done'; readonly token: string }
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] };

/**
 * Requires the present password. Ends all other sessions of the person, remembered phones and one-time links included;
 * this browser gets a new session.
 */
export async function changePassword(
  parts: StaffParts,
  signedIn: SignedIn,
  given: { readonly current: string; readonly password: string; readonly visit: Visit },
): Promise<ChangePasswordResult> {
  const { db, passwords } = parts;
  const { user } = signedIn;
  const names = await listGuessableNames(db, { userName: user.name, fullName: user.full_name });
  const fault = findPasswordFault(given.password, names);
  // A new password that is refused costs no attempt.
  const own =
    fault === null || given.current === '' ? await checkOwnPassword(parts, signedIn, given.current) : null;
  const faults = [own, fault].filter((one) => one !== null);
  if (faults.length > 0) return { outcome: 'faults', faults };
  const hash = await passwords.hash(given.password, true).catch(refuseBusy);
  const token = await inTransaction(db, async (trx) => {
    await updatePasswordHash(trx, user.id, hash);
    await deleteUserSessions(trx, user.id, null);
    await deleteUserLinks(trx, user.id);
    await recordAct(trx, parts, user, 'password-changed', { user: user.name });
    return startSession(trx, parts, user.id, 'browser', given.visit);
  });
  return { outcome: 'done', token };
}
