import type { Kysely } from 'kysely';

// A person can have several roles. A single role is a list of one, so rows keep their value.

export const up = (db: Kysely<unknown>): Promise<void> =>
  db.schema.alterTable('users').renameColumn('role', 'roles').execute();
