import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { toVietnamTime } from '../lib/day.ts';
import { makeId } from '../lib/random.ts';
import type { Deps } from '../storage/deps.ts';
import type { Database, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { deleteUserLinks } from './one-time-link.store.ts';
import {
  deleteSession,
  deleteUserSessions,
  findSessionByHash,
  insertSession,
  listUserSessions,
  updateSessionSeen,
} from './session.store.ts';
import { hashToken, isTokenForm, makeToken } from './token.ts';
import { findUser } from './user.store.ts';
import type { User } from './user.ts';

const HOUR_MS = 3_600_000;

const SESSION_IDLE_MS = 8 * HOUR_MS;
export const SESSION_LIFETIME_MS = 24 * HOUR_MS;
export const PHONE_LIFETIME_MS = 90 * 24 * HOUR_MS;
/** Minimum interval between updates of `seen_at`, to save writes. */
const SEEN_STEP_MS = 5 * 60_000;
/** Validity of a password link; long enough for somebody who is away. */
export const PASSWORD_LINK_MS = 7 * 24 * HOUR_MS;
export const PHONE_LINK_MS = 10 * 60_000;
/** Time limit for the second step of signing in, including setting it up. */
export const SECOND_STEP_MS = 15 * 60_000;
/** Validity of the first administrator's link. Each start of the server creates a new link. */
export const FIRST_LINK_MS = 30 * 24 * HOUR_MS;

const isInForce = ({ kind, seen_at, ends_at }: Database['sessions'], now: Date): boolean =>
  now.getTime() < Date.parse(ends_at) &&
  (kind === 'phone' || now.getTime() < Date.parse(seen_at) + SESSION_IDLE_MS);

export interface Visit {
  /** Session token that the browser sent with the request. */
  readonly heldToken: string | undefined;
  readonly device: string;
}

/**
 * Returns the token for the cookie; only its hash is stored. Ends the browser's previous session, to prevent
 * session fixation.
 */
export async function startSession(
  trx: Trx,
  { clock, random }: Pick<Deps, 'clock' | 'random'>,
  userId: string,
  kind: 'browser' | 'phone',
  { heldToken, device }: Visit,
): Promise<string> {
  if (isTokenForm(heldToken)) await deleteSession(trx, { hash: hashToken(heldToken) });
  const now = clock.now();
  const token = makeToken(random);
  const lifetime = kind === 'phone' ? PHONE_LIFETIME_MS : SESSION_LIFETIME_MS;
  await insertSession(trx, {
    id: makeId(random),
    hash: hashToken(token),
    user_id: userId,
    kind,
    device,
    started_at: toVietnamTime(now),
    seen_at: toVietnamTime(now),
    ends_at: toVietnamTime(new Date(now.getTime() + lifetime)),
  });
  return token;
}

export interface SignedIn {
  readonly user: User;
  /** Signed in by a remembered phone, which gives read access only. */
  readonly isRemembered: boolean;
  readonly sessionId: string;
}

/**
 * Reads the account on each request, so that a disabled account or changed role takes effect at once. Null for a
 * token that is unknown, expired, or of the other kind of cookie. `isAttended` false (automatic refresh) does not
 * extend the idle timeout.
 */
export async function findSignedIn(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  token: string | undefined,
  kind: 'browser' | 'phone',
  isAttended = true,
): Promise<SignedIn | null> {
  if (!isTokenForm(token)) return null;
  const session = await findSessionByHash(db, hashToken(token));
  if (session?.kind !== kind) return null;
  const now = clock.now();
  if (!isInForce(session, now)) return null;
  const user = await findUser(db, session.user_id);
  if (!user?.is_active) return null;
  if (isAttended && now.getTime() - Date.parse(session.seen_at) >= SEEN_STEP_MS) {
    await inTransaction(db, (trx) => updateSessionSeen(trx, session.id, toVietnamTime(now)));
  }
  return { user, isRemembered: kind === 'phone', sessionId: session.id };
}

/** Valid sessions of a person, most recently used first. */
export async function listSessions(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  userId: string,
): Promise<Database['sessions'][]> {
  const now = clock.now();
  const rows = await listUserSessions(db, userId, toVietnamTime(now));
  return rows.filter((session) => isInForce(session, now));
}

export async function signOut(
  { db }: Pick<Deps, 'db'>,
  tokens: readonly (string | undefined)[],
): Promise<void> {
  const known = tokens.filter(isTokenForm);
  if (known.length === 0) return;
  await inTransaction(db, async (trx) => {
    for (const token of known) await deleteSession(trx, { hash: hashToken(token) });
  });
}

/** Does nothing if the session belongs to another person. */
export const endSession = ({ db }: Pick<Deps, 'db'>, user: User, id: string): Promise<boolean> =>
  inTransaction(db, (trx) => deleteSession(trx, { user_id: user.id, id }));

/** Also ends the sessions of remembered phones. */
export const endOtherSessions = ({ db }: Pick<Deps, 'db'>, user: User, keptId: string): Promise<void> =>
  inTransaction(db, (trx) => deleteUserSessions(trx, user.id, null, keptId));

/** Also ends the sessions of remembered phones. */
export async function signOutEverywhere(deps: Deps, actor: Actor, user: User): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    await deleteUserSessions(trx, user.id, null);
    await deleteUserLinks(trx, user.id);
    await recordAct(trx, deps, actor, 'user-signed-out-everywhere', { user: user.name });
  });
}

export function revokePhone(deps: Deps, actor: Actor, user: User, phoneId: string): Promise<boolean> {
  return inTransaction(deps.db, async (trx) => {
    const isRevoked = await deleteSession(trx, { user_id: user.id, id: phoneId });
    if (isRevoked) await recordAct(trx, deps, actor, 'phone-revoked', { user: user.name });
    return isRevoked;
  });
}
