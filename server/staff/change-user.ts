import type { RoleChoice } from '../../web/types/account.ts';
import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import { AppError } from '../lib/errors.ts';
import type { Deps } from '../storage/deps.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { checkRoles } from './add-user.ts';
import { deleteLinks, deleteUserLinks } from './one-time-link.store.ts';
import { mayBeRemembered } from './role.ts';
import { demandsFactor, listFactorUsers } from './second-factor.store.ts';
import { deleteUserSessions } from './session.store.ts';
import { countAdministrators, findUser, updateUserActive, updateUserRoles } from './user.store.ts';
import type { User } from './user.ts';

/**
 * Takes effect at once, also in existing sessions. Ends sessions of remembered phones if no new role may use them,
 * and sessions without a second step if a role requires it.
 * @throws AppError `invalid` `last-administrator`; `forbidden` `role` if the actor is no administrator any more
 */
export function changeRoles(
  deps: Deps,
  actor: Actor,
  id: string,
  choice: RoleChoice,
): Promise<readonly Fault[]> {
  return inTransaction(deps.db, async (trx) => {
    const user = await lockUser(trx, id);
    // The actor may have lost the role since the request was authorised.
    if (actor !== null && !(await findUser(trx, actor.id))?.roles.includes('administrator'))
      throw new AppError('forbidden', 'role');
    const { roles, counters, faults } = await checkRoles(trx, choice);
    if (faults.length > 0) return faults;
    await updateUserRoles(trx, id, { roles, counters });
    await refuseWithoutAdministrator(trx, user);
    if (!mayBeRemembered(roles)) {
      await deleteUserSessions(trx, id, 'phone');
      await deleteLinks(trx, 'remember-phone', id);
    }
    if ((await demandsFactor(trx, roles)) && !(await listFactorUsers(trx)).has(id))
      await deleteUserSessions(trx, id, 'browser');
    await recordAct(trx, deps, actor, 'user-role-changed', {
      user: user.name,
      from: user.roles.join(' '),
      role: roles.join(' '),
    });
    return [];
  });
}

/**
 * Ends all sessions and invalidates one-time links. The account and its log entries are kept.
 * @throws AppError `invalid` `last-administrator`
 */
export function disableUser(deps: Deps, actor: Actor, id: string): Promise<void> {
  return inTransaction(deps.db, async (trx) => {
    const user = await lockUser(trx, id);
    await updateUserActive(trx, id, false);
    await refuseWithoutAdministrator(trx, user);
    await deleteUserSessions(trx, id, null);
    await deleteUserLinks(trx, id);
    await recordAct(trx, deps, actor, 'user-disabled', { user: user.name });
  });
}

export function enableUser(deps: Deps, actor: Actor, id: string): Promise<void> {
  return inTransaction(deps.db, async (trx) => {
    const user = await lockUser(trx, id);
    await updateUserActive(trx, id, true);
    await recordAct(trx, deps, actor, 'user-enabled', { user: user.name });
  });
}

/** Locks the table, because two transactions could otherwise remove the last two administrators. */
async function lockUser(trx: Trx, id: string): Promise<User> {
  await lockTable(trx, 'users');
  const user = await findUser(trx, id);
  if (!user) throw new AppError('not-found', 'user-unknown');
  return user;
}

async function refuseWithoutAdministrator(trx: Trx, before: User): Promise<void> {
  if (!before.roles.includes('administrator')) return;
  if ((await countAdministrators(trx)) === 0) throw new AppError('invalid', 'last-administrator');
}
