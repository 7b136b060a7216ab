import { makeId } from '../lib/random.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findKnownBrowser, rememberAccount } from './known-browser.ts';
import { type PasswordHasher, PasswordsBusy } from './password-hash.ts';
import { startSession } from './session.ts';
import type { StaffParts } from './staff-parts.ts';
import { findUserByName, updatePasswordHash } from './user.store.ts';
import { foldUserName, type User } from './user.ts';

/** What a person sends to sign in. */
export interface SignInAttempt {
  readonly name: string;
  readonly password: string;
  /** Where the request comes from, see `http/client-address`. */
  readonly address: string;
  readonly knownBrowserCookie: string | undefined;
  /** The session's token that the browser holds already, if any. */
  readonly heldToken: string | undefined;
}

/** How it ended. `wrong` says neither whether there is such an account nor why it does not open. */
export type SignInResult =
  | {
      readonly outcome: 'signed-in';
      readonly user: User;
      readonly token: string;
      readonly knownBrowserCookie: string;
    }
  | { readonly outcome: 'missing' | 'wrong' | 'busy' }
  | { readonly outcome: 'slowed'; readonly waitMs: number };

/**
 * Signs a person in. An unknown name, a disabled person and a wrong password take the same work and get
 * the same answer. Wrong passwords slow down the pair of account and address; a browser on which the
 * account signed in before is a pair of its own.
 */
export async function signIn(parts: StaffParts, attempt: SignInAttempt): Promise<SignInResult> {
  const { db, clock, random, passwords, slowdown, knownBrowserKey } = parts;
  const name = foldUserName(attempt.name);
  if (name === '' || attempt.password === '') return { outcome: 'missing' };
  const browser = findKnownBrowser(knownBrowserKey, name, attempt.knownBrowserCookie);
  const pair = browser === null ? `address\n${name}\n${attempt.address}` : `browser\n${name}\n${browser}`;
  const waitMs = slowdown.begin(pair, clock.now());
  if (waitMs > 0) return { outcome: 'slowed', waitMs };

  const found = await findUserByName(db, name);
  const stored = found?.user.is_active ? found.passwordHash : null;
  let isRight: boolean;
  try {
    isRight = await passwords.verify(attempt.password, stored, browser !== null);
  } catch (error) {
    if (!(error instanceof PasswordsBusy)) throw error;
    slowdown.withdraw(pair);
    return { outcome: 'busy' };
  }
  if (!isRight || !found || stored === null) return { outcome: 'wrong' };

  slowdown.succeed(pair);
  const { user } = found;
  const rehashed = passwords.isWeak(stored) ? await hashWhenIdle(passwords, attempt.password) : null;
  const token = await inTransaction(db, async (trx) => {
    // Since the comparison the password may have been changed, or the account disabled.
    const now = await findUserByName(trx, name);
    if (now?.passwordHash !== stored || !now.user.is_active) return null;
    if (rehashed !== null) await updatePasswordHash(trx, user.id, rehashed);
    return startSession(trx, parts, user.id, 'browser', attempt.heldToken);
  });
  if (token === null) return { outcome: 'wrong' };
  const knownBrowserCookie = rememberAccount(
    knownBrowserKey,
    name,
    makeId(random),
    attempt.knownBrowserCookie,
  );
  return { outcome: 'signed-in', user, token, knownBrowserCookie };
}

/** A stronger hash of a password that is right; null where others wait, because the next sign-in can do it. */
async function hashWhenIdle(passwords: PasswordHasher, password: string): Promise<string | null> {
  try {
    return await passwords.hash(password);
  } catch (error) {
    if (error instanceof PasswordsBusy) return null;
    throw error;
  }
}
