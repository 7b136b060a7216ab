import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';
import { deleteUserLinks } from './one-time-link.store.ts';
import {
  deleteOtherSessions,
  deleteOwnSession,
  deletePhone,
  deleteSessionByHash,
  deleteUserSessions,
} from './session.store.ts';
import { hashToken, isTokenForm } from './token.ts';
import type { User } from './user.ts';

/** Ends the session of a token; invalid tokens are ignored. */
export async function signOut(
  { db }: Pick<Deps, 'db'>,
  tokens: readonly (string | undefined)[],
): Promise<void> {
  const known = tokens.filter(isTokenForm);
  if (known.length === 0) return;
  await inTransaction(db, async (trx) => {
    for (const token of known) await deleteSessionByHash(trx, hashToken(token));
  });
}

/** Ends one of a person's own sessions; of another's nothing. */
export const endSession = ({ db }: Pick<Deps, 'db'>, user: User, id: string): Promise<void> =>
  inTransaction(db, (trx) => deleteOwnSession(trx, user.id, id));

/** Remembered phones included. */
export const endOtherSessions = ({ db }: Pick<Deps, 'db'>, user: User, keptId: string): Promise<void> =>
  inTransaction(db, (trx) => deleteOtherSessions(trx, user.id, keptId, null));

/** Also ends the sessions of remembered phones. */
export async function signOutEverywhere(deps: Deps, actor: Actor, user: User): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    await deleteUserSessions(trx, user.id, null);
    await deleteUserLinks(trx, user.id);
    await recordAct(trx, deps, actor, 'user-signed-out-everywhere', { user: user.name });
  });
}

/** Returns whether the person had such a phone. */
export function revokePhone(deps: Deps, actor: Actor, user: User, phoneId: string): Promise<boolean> {
  return inTransaction(deps.db, async (trx) => {
    const isRevoked = await deletePhone(trx, user.id, phoneId);
    if (isRevoked) await recordAct(trx, deps, actor, 'phone-revoked', { user: user.name });
    return isRevoked;
  });
}
