import type { Fault } from '../../web/types/fault.ts';
import { recordAct } from '../act/record-act.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { listCounters } from '../unit/counter.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { deleteUserLinks } from './one-time-link.store.ts';
import { PasswordsBusy, refuseBusy } from './password-hash.ts';
import { findPasswordFault } from './password-rules.ts';
import { deleteUserSessions } from './session.store.ts';
import { type SignedIn, startSession, type Visit } from './session.ts';
import type { StaffParts } from './staff-parts.ts';
import { findUserByName, updatePasswordHash } from './user.store.ts';

/**
 * Changes to an account's credentials require the current password, because others may have access to an open
 * browser. Null if it is correct. Attempts are rate-limited.
 * @throws AppError `unavailable` `passwords-busy`
 */
export async function checkOwnPassword(
  { db, clock, passwords, slowdown, access }: Omit<StaffParts, 'random' | 'knownBrowserKey'>,
  { user, sessionId }: SignedIn,
  password: string,
): Promise<Fault | null> {
  const field = 'current';
  if (password === '') return { field, code: 'current-missing' };
  const pair = `session\n${user.name}\n${sessionId}`;
  if (slowdown.begin(pair, clock.now()) > 0) return { field, code: 'current-slowed' };
  const found = await findUserByName(db, user.name);
  const isRight = await passwords
    .verify(password, found?.passwordHash ?? null, true)
    .catch((error: unknown) => {
      if (error instanceof PasswordsBusy) slowdown.withdraw(pair);
      return refuseBusy(error);
    });
  if (!isRight) {
    access.note('sign-in-failed', user.name, 'own-password', clock.now());
    return { field, code: 'current-wrong' };
  }
  slowdown.succeed(pair);
  return null;
}

/**
 * Requires the current password. Ends all other sessions of the person, remembered phones included, and invalidates
 * one-time links; this browser gets a new session.
 */
export async function changePassword(
  parts: StaffParts,
  signedIn: SignedIn,
  given: { readonly current: string; readonly password: string; readonly visit: Visit },
): Promise<{ readonly token: string } | { readonly faults: readonly Fault[] }> {
  const { db, passwords } = parts;
  const { user } = signedIn;
  const names = await listGuessableNames(db, { userName: user.name, fullName: user.full_name });
  const fault = findPasswordFault(given.password, names);
  // If the new password is refused, the current one is not checked, so that this does not count as an attempt.
  const own =
    fault === null || given.current === '' ? await checkOwnPassword(parts, signedIn, given.current) : null;
  const faults = [own, fault].filter((one) => one !== null);
  if (faults.length > 0) return { faults };
  const hash = await passwords.hash(given.password, true).catch(refuseBusy);
  return inTransaction(db, async (trx) => {
    await updatePasswordHash(trx, user.id, hash);
    await deleteUserSessions(trx, user.id, null);
    await deleteUserLinks(trx, user.id);
    await recordAct(trx, parts, user, 'password-changed', { user: user.name });
    return { token: await startSession(trx, parts, user.id, 'browser', given.visit) };
  });
}

/** Names that an attacker would try first in this person's password. */
export async function listGuessableNames(
  db: Db,
  person: { readonly userName: string; readonly fullName: string },
): Promise<string[]> {
  const unit = await getMainUnit(db);
  const counters = await listCounters(db, unit.code);
  return [
    ...[person.userName, person.fullName, unit.name, unit.head_agency, unit.receiver],
    ...unit.places.split('\n'),
    ...counters.map(({ name }) => name),
  ];
}
