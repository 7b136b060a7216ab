import { type Migration, Migrator } from 'kysely';
import * as initial from './migrations/001-initial.ts';
import * as accounts from './migrations/002-accounts.ts';
import type { Db } from './schema.ts';

/** Every migration, in order. A landed one is never edited: data of real offices went through it. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-initial': initial,
  '002-accounts': accounts,
};

/** Brings the database to the present shape and names the migrations that ran; empty when none was due. */
export async function migrate(db: Db): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
