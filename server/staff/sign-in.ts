import { makeId } from '../lib/random.ts';
import { inTransaction } from '../storage/transaction.ts';
import { type Entry, enter } from './enter.ts';
import { findKnownBrowser, rememberAccount } from './known-browser.ts';
import { type PasswordHasher, PasswordsBusy } from './password-hash.ts';
import type { Visit } from './session.ts';
import { accountBudget, addressBudget } from './sign-in-slowdown.ts';
import type { StaffParts } from './staff-parts.ts';
import { findUserByName, updatePasswordHash } from './user.store.ts';
import { foldUserName, type User } from './user.ts';

interface SignInAttempt {
  readonly name: string;
  readonly password: string;
  readonly address: string;
  readonly knownBrowserCookie: string | undefined;
  readonly visit: Visit;
}

/** Loopback addresses in the format of `narrowAddress`. */
const LOOPBACK = /^(127\.|0:0:0:0$)/;

/** `wrong` does not reveal whether the account exists. */
type SignInResult =
  | {
      readonly outcome: 'signed-in';
      readonly user: User;
      readonly entry: Entry;
      readonly knownBrowserCookie: string;
    }
  | { readonly outcome: 'missing' | 'wrong' | 'busy' }
  | { readonly outcome: 'slowed'; readonly waitMs: number };

/**
 * Unknown names, disabled accounts and wrong passwords take the same time and give the same result. Failures are
 * rate-limited by account and address, by account over all addresses, and by address over all accounts. A known
 * browser has its own limit, and this machine its own limit by account; both have priority in the hashing queue.
 */
export async function signIn(parts: StaffParts, attempt: SignInAttempt): Promise<SignInResult> {
  const { db, clock, random, passwords, slowdown, access, knownBrowserKey } = parts;
  const name = foldUserName(attempt.name);
  if (name === '' || attempt.password === '') return { outcome: 'missing' };
  const browser = findKnownBrowser(knownBrowserKey, name, attempt.knownBrowserCookie);
  const pair = browser === null ? `address\n${name}\n${attempt.address}` : `browser\n${name}\n${browser}`;
  const isLocal = LOOPBACK.test(attempt.address);
  const budgets =
    browser === null
      ? [accountBudget(isLocal ? `this machine\n${name}` : name), addressBudget(attempt.address)]
      : [];
  const waitMs = slowdown.begin(pair, clock.now(), budgets);
  if (waitMs > 0) {
    access.note('slowed', name, '', clock.now());
    return { outcome: 'slowed', waitMs };
  }

  const found = await findUserByName(db, name);
  const stored = found?.user.is_active ? found.passwordHash : null;
  let isRight: boolean;
  try {
    isRight = await passwords.verify(attempt.password, stored, browser !== null || isLocal);
  } catch (error) {
    if (!(error instanceof PasswordsBusy)) throw error;
    slowdown.withdraw(pair, budgets);
    return { outcome: 'busy' };
  }
  if (!isRight || !found || stored === null) {
    access.note('sign-in-failed', name, 'password', clock.now());
    return { outcome: 'wrong' };
  }

  slowdown.succeed(pair, budgets);
  const { user } = found;
  const rehashed = passwords.isWeak(stored) ? await hashWhenIdle(passwords, attempt.password) : null;
  const entry = await inTransaction(db, async (trx) => {
    // The account may have changed since the password was checked.
    const now = await findUserByName(trx, name);
    if (now?.passwordHash !== stored || !now.user.is_active) return null;
    if (rehashed !== null) await updatePasswordHash(trx, user.id, rehashed);
    return enter(trx, parts, now.user, attempt.visit, 'password');
  });
  if (entry === null) return { outcome: 'wrong' };
  const knownBrowserCookie = rememberAccount(
    knownBrowserKey,
    name,
    makeId(random),
    attempt.knownBrowserCookie,
  );
  return { outcome: 'signed-in', user, entry, knownBrowserCookie };
}

/** Null when the queue is full; the password is then rehashed at a later sign-in. */
async function hashWhenIdle(passwords: PasswordHasher, password: string): Promise<string | null> {
  try {
    return await passwords.hash(password);
  } catch (error) {
    if (error instanceof PasswordsBusy) return null;
    throw error;
  }
}
