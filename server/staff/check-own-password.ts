import type { Fault } from '../../web/types/fault.ts';
import type { SignedIn } from './find-signed-in.ts';
import { PasswordsBusy, refuseBusy } from './password-queue.ts';
import type { StaffParts } from './staff-parts.ts';
import { findUserByName } from './user.store.ts';

/**
 * Access to an open browser is not enough for what gives access to an account. null: it is the present password.
 * Attempts are rate-limited.
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
