import type { Database, Db, Trx } from '../storage/schema.ts';
import { parseRoles } from './role.ts';
import type { User } from './user.ts';

const toUser = ({ password_hash, roles, counters, is_active, ...row }: Database['users']): User => ({
  ...row,
  roles: parseRoles(roles.split(' ')),
  counters: counters === null ? null : (JSON.parse(counters) as string[]),
  is_active: is_active === 1,
  has_password: password_hash !== null,
});

const toCounters = (counters: readonly string[] | null): string | null =>
  counters === null ? null : JSON.stringify(counters);

/** Returns false if the name is taken. */
export async function insertUser(trx: Trx, { has_password: _, ...user }: User): Promise<boolean> {
  const row = await trx
    .insertInto('users')
    .values({
      ...user,
      roles: user.roles.join(' '),
      counters: toCounters(user.counters),
      is_active: user.is_active ? 1 : 0,
      password_hash: null,
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Includes disabled accounts. */
export const listUsers = async (db: Db | Trx): Promise<User[]> =>
  (await db.selectFrom('users').selectAll().orderBy('name').execute()).map(toUser);

export async function findUser(db: Db | Trx, id: string): Promise<User | undefined> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toUser(row);
}

export async function findUserByName(
  db: Db | Trx,
  name: string,
): Promise<{ user: User; passwordHash: string | null } | undefined> {
  const row = await db.selectFrom('users').selectAll().where('name', '=', name).executeTakeFirst();
  return row && { user: toUser(row), passwordHash: row.password_hash };
}

export async function updateUserRoles(
  trx: Trx,
  id: string,
  { roles, counters }: Pick<User, 'roles' | 'counters'>,
): Promise<void> {
  await trx
    .updateTable('users')
    .set({ roles: roles.join(' '), counters: toCounters(counters) })
    .where('id', '=', id)
    .execute();
}

export async function updateUserActive(trx: Trx, id: string, isActive: boolean): Promise<void> {
  await trx
    .updateTable('users')
    .set({ is_active: isActive ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

export async function updatePasswordHash(trx: Trx, id: string, hash: string): Promise<void> {
  await trx.updateTable('users').set({ password_hash: hash }).where('id', '=', id).execute();
}

/** Only those who can sign in: active and with a password. */
export async function countAdministrators(db: Db | Trx): Promise<number> {
  const rows = await db
    .selectFrom('users')
    .select('id')
    .where('roles', 'like', '%administrator%')
    .where('is_active', '=', 1)
    .where('password_hash', 'is not', null)
    .execute();
  return rows.length;
}
