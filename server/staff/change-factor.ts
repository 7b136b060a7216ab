import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { toVietnamTime } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';
import { deleteLinks } from './one-time-link.store.ts';
import type { Role } from './role.ts';
import {
  deleteFactor,
  demandsFactor,
  findFactor,
  insertFactor,
  listFactorUsers,
  replaceFactorRoles,
} from './second-factor.store.ts';
import { makeFactorSecret } from './second-factor.ts';
import { renewRecoveryCodes, secondStepPair, setUpFactor } from './second-step.ts';
import { deleteUserSessions } from './session.store.ts';
import { SECOND_STEP_MS, type SignedIn } from './session.ts';
import type { StaffParts } from './staff-parts.ts';
import { tell } from './tell.ts';
import { listUsers } from './user.store.ts';
import type { User } from './user.ts';

// Callers of the functions in this file must have checked the password of the person who acts.

/** Returns a new secret, or null if the person already has a confirmed factor. */
export function beginFactor(deps: Deps, user: User): Promise<string | null> {
  const secret = makeFactorSecret(deps.random);
  return inTransaction(deps.db, async (trx) => {
    await insertFactor(trx, { user_id: user.id, secret, made_at: toVietnamTime(deps.clock.now()) });
    return (await findFactor(trx, user.id))?.secret === secret ? secret : null;
  });
}

/** Null once the secret is confirmed or expired. */
export async function findPendingSecret(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  user: User,
): Promise<string | null> {
  const factor = await findFactor(db, user.id);
  if (!factor || factor.confirmed_at !== null) return null;
  return clock.now().getTime() < Date.parse(factor.made_at) + SECOND_STEP_MS ? factor.secret : null;
}

/** Returns recovery codes. Ends all other browser sessions, because they began without a second step. */
export async function confirmOwnFactor(
  parts: Omit<StaffParts, 'passwords'>,
  { user, sessionId }: SignedIn,
  secret: string,
  code: string,
): Promise<readonly string[] | Fault> {
  const pair = secondStepPair(user.name, sessionId);
  if (parts.slowdown.begin(pair, parts.clock.now()) > 0) return { field: 'code', code: 'code-slowed' };
  const codes = await inTransaction(parts.db, async (trx) => {
    const made = await setUpFactor(trx, parts, { user, secret }, code);
    if (made !== null) await deleteUserSessions(trx, user.id, 'browser', sessionId);
    return made;
  });
  if (codes === null) return { field: 'code', code: 'code-wrong' };
  parts.slowdown.succeed(pair);
  return codes;
}

export const renewOwnRecoveryCodes = (deps: Deps, user: User): Promise<string[]> =>
  inTransaction(deps.db, async (trx) => {
    await recordAct(trx, deps, user, 'recovery-codes-renewed', { user: user.name });
    return renewRecoveryCodes(trx, deps.random, user.id);
  });

/** Returns a fault if one of the person's roles requires a second factor. */
export const turnFactorOff = (deps: Deps, user: User): Promise<Fault | null> =>
  inTransaction(deps.db, async (trx) => {
    if (await demandsFactor(trx, user.roles)) return { field: 'current', code: 'factor-demanded' };
    if (await deleteFactor(trx, user.id))
      await recordAct(trx, deps, user, 'second-factor-off', { user: user.name });
    return null;
  });

/** For a person who lost the phone and the recovery codes. `actor` is null for the server's console. */
export const resetFactor = (deps: Deps, actor: Actor | null, user: User): Promise<boolean> =>
  inTransaction(deps.db, async (trx) => {
    const hadFactor = await deleteFactor(trx, user.id);
    await deleteLinks(trx, 'second-step', user.id);
    if (hadFactor) {
      await recordAct(trx, deps, actor, 'second-factor-reset', { user: user.name });
      await tell(trx, deps, user, 'factor-reset', actor);
    }
    return hadFactor;
  });

/**
 * Makes a second factor mandatory for the roles. People without one are signed out and set one up at the next
 * sign-in. Remembered phones stay signed in, because they may only read.
 */
export const demandFactor = (deps: Deps, actor: User, roles: readonly Role[]): Promise<Fault | null> =>
  inTransaction(deps.db, async (trx) => {
    const having = await listFactorUsers(trx);
    const isMeant = ({ id, roles: own }: User) => !having.has(id) && own.some((role) => roles.includes(role));
    if (isMeant(actor)) return { field: 'factor_role', code: 'own-factor-first' };
    await replaceFactorRoles(trx, roles);
    for (const user of await listUsers(trx))
      if (isMeant(user)) await deleteUserSessions(trx, user.id, 'browser');
    await recordAct(trx, deps, actor, 'second-factor-demanded', { roles: roles.join(' ') });
    return null;
  });
