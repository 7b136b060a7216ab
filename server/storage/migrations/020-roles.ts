import type { Kysely } from 'kysely';

// A person can have several roles. Existing rows stay valid: a single role is a list with one item.

export const up = (db: Kysely<unknown>): Promise<void> =>
  db.schema.alterTable('users').renameColumn('role', 'roles').execute();
