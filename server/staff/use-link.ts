import type { Fault } from '../../web/types/fault.ts';
import { recordAct } from '../act/record-act.ts';
import { toVietnamTime } from '../lib/day.ts';
import { makeId } from '../lib/random.ts';
import { normaliseLine, truncateText } from '../lib/text.ts';
import type { Deps } from '../storage/deps.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { type Entry, enter } from './enter.ts';
import { rememberAccount } from './known-browser.ts';
import { deleteUserLinks, findLink, markOpened, takeLink } from './one-time-link.store.ts';
import { listGuessableNames } from './own-password.ts';
import { findPasswordFault } from './password-rules.ts';
import { mayBeRemembered } from './role.ts';
import { deleteUserSessions } from './session.store.ts';
import { startSession, type Visit } from './session.ts';
import type { StaffParts } from './staff-parts.ts';
import { hashToken, isTokenForm } from './token.ts';
import { countAdministrators, findUser, insertUser, updatePasswordHash } from './user.store.ts';
import { FULL_NAME_LIMIT, parseUserName, type User } from './user.ts';
import { recordEntry } from './write-access.ts';

type Parts = Pick<StaffParts, 'db' | 'clock' | 'random' | 'passwords' | 'knownBrowserKey'>;

export type OpenLink =
  | { readonly purpose: 'first-administrator'; readonly user: null }
  | { readonly purpose: 'set-password' | 'remember-phone' | 'demo'; readonly user: User };

/** Does not use up the code. Null if it is unknown, used or expired, or if its person may no longer use it. */
export async function findOpenLink(
  { db, clock }: { readonly db: Db | Trx; readonly clock: Deps['clock'] },
  code: string,
): Promise<OpenLink | null> {
  if (!isTokenForm(code)) return null;
  const link = await findLink(db, hashToken(code), toVietnamTime(clock.now()));
  if (!link) return null;
  if (link.purpose === 'first-administrator') {
    // An administrator may have been created in another way meanwhile, such as by `staff create`.
    return (await countAdministrators(db)) > 0 ? null : { purpose: link.purpose, user: null };
  }
  const user = link.user_id === null ? undefined : await findUser(db, link.user_id);
  if (!user?.is_active || link.purpose === 'second-step') return null;
  if (link.purpose === 'remember-phone' && !mayBeRemembered(user.roles)) return null;
  return { purpose: link.purpose, user };
}

/**
 * Adds the first opening of a password link to the audit log. The actor is the signed-in person, or else the
 * account itself.
 */
export async function recordOpening(
  deps: Deps,
  code: string,
  user: User,
  signedIn: User | null,
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const link = await markOpened(trx, hashToken(code), toVietnamTime(deps.clock.now()));
    const params = { user: user.name, by: link?.maker_name ?? '', known: signedIn === null ? 0 : 1 };
    if (link) await recordAct(trx, deps, signedIn ?? user, 'password-link-opened', params);
  });
}

interface NewPassword {
  readonly code: string;
  /** Sign-in name of the first administrator; ignored for other people. */
  readonly name: string;
  readonly full_name: string;
  readonly password: string;
  /** null: the password is set at the server's console. */
  readonly visit: Visit | null;
  readonly knownBrowserCookie: string | undefined;
}

type SetPasswordResult =
  | {
      readonly outcome: 'done';
      readonly user: User;
      readonly entry: Entry;
      readonly knownBrowserCookie: string;
    }
  | { readonly outcome: 'faults'; readonly link: OpenLink; readonly faults: readonly Fault[] }
  | { readonly outcome: 'no-link' };

/**
 * Uses up a code: creates the first administrator's account, or sets another person's new password. Ends all other
 * sessions and links, and signs the person in or begins the second step. Faults do not use up the code.
 */
export async function setPasswordByLink(deps: Parts, given: NewPassword): Promise<SetPasswordResult> {
  const { db, clock, random, passwords } = deps;
  const link = await findOpenLink(deps, given.code);
  if (link?.purpose !== 'first-administrator' && link?.purpose !== 'set-password')
    return { outcome: 'no-link' };
  const name = link.user?.name ?? parseUserName(given.name);
  const fullName = link.user?.full_name ?? normaliseLine(given.full_name);
  const faults: Fault[] = [];
  if (fullName === '') faults.push({ field: 'full_name', code: 'full-name-missing' });
  if (truncateText(fullName, FULL_NAME_LIMIT) !== fullName) {
    faults.push({ field: 'full_name', code: 'full-name-long' });
  }
  if (name === null) faults.push({ field: 'name', code: 'user-name-form' });
  const names = await listGuessableNames(db, { userName: name ?? '', fullName });
  const fault = findPasswordFault(given.password, names);
  if (fault !== null) faults.push(fault);
  if (faults.length > 0 || name === null) return { outcome: 'faults', link, faults };

  const hash = await passwords.hash(given.password, true);
  return inTransaction(db, async (trx): Promise<SetPasswordResult> => {
    // Checked again in the transaction, so that only one of two concurrent uses succeeds.
    const open = await findOpenLink({ db: trx, clock }, given.code);
    if (open?.purpose !== link.purpose || !(await takeLink(trx, hashToken(given.code)))) {
      return { outcome: 'no-link' };
    }
    const user: User = open.user ?? {
      id: makeId(random),
      name,
      full_name: fullName,
      roles: ['administrator'],
      counters: null,
      is_active: true,
      has_password: true,
      created_at: toVietnamTime(clock.now()),
    };
    if (open.user === null && !(await insertUser(trx, user))) {
      // Rolls back the transaction, so that the code stays valid.
      throw new NameTaken();
    }
    await updatePasswordHash(trx, user.id, hash);
    await deleteUserSessions(trx, user.id, null);
    await deleteUserLinks(trx, user.id);
    const entry: Entry =
      given.visit === null ? { stage: 'none' } : await enter(trx, deps, user, given.visit, 'link');
    const kind = open.user === null ? 'first-administrator-created' : 'password-set-by-link';
    await recordAct(trx, deps, user, kind, { user: user.name });
    const knownBrowserCookie = rememberAccount(
      deps.knownBrowserKey,
      user.name,
      makeId(random),
      given.knownBrowserCookie,
    );
    return { outcome: 'done', user, entry, knownBrowserCookie };
  }).catch((error: unknown) => {
    if (!(error instanceof NameTaken)) throw error;
    return { outcome: 'faults', link, faults: [{ field: 'name', code: 'user-name-taken' }] };
  });
}

class NameTaken extends Error {}

/** Uses up a code; the session lasts 90 days. Null if the code is invalid. */
export function rememberPhone(
  deps: Deps,
  code: string,
  visit: Visit,
): Promise<{ readonly user: User; readonly token: string } | null> {
  return inTransaction(deps.db, async (trx) => {
    const link = await findOpenLink({ db: trx, clock: deps.clock }, code);
    if (link?.purpose !== 'remember-phone' || !(await takeLink(trx, hashToken(code)))) return null;
    const token = await startSession(trx, deps, link.user.id, 'phone', visit);
    await recordEntry(trx, deps.clock, link.user.name, 'phone');
    await recordAct(trx, deps, link.user, 'phone-remembered', { user: link.user.name });
    return { user: link.user, token };
  });
}

/** Demo codes can be used repeatedly. Null if the code is invalid. */
export function signInToDemo(
  deps: Deps,
  code: string,
  visit: Visit,
): Promise<{ readonly user: User; readonly token: string } | null> {
  return inTransaction(deps.db, async (trx) => {
    const link = await findOpenLink({ db: trx, clock: deps.clock }, code);
    if (link?.purpose !== 'demo') return null;
    return { user: link.user, token: await startSession(trx, deps, link.user.id, 'browser', visit) };
  });
}
