import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { openDatabase } from './database.ts';
import { isPostgres } from './dialect.ts';
import * as initial from './migrations/001-initial.ts';
import * as accounts from './migrations/002-accounts.ts';
import * as publicEvents from './migrations/003-public-events.ts';
import * as counterSuccessors from './migrations/004-counter-successors.ts';
import * as transactions from './migrations/006-transactions.ts';
import * as comments from './migrations/007-comments.ts';
import * as seals from './migrations/008-seals.ts';
import * as intakeCounts from './migrations/009-intake-counts.ts';
import * as slips from './migrations/010-slips.ts';
import * as suggestions from './migrations/012-suggestions.ts';
import * as importMappings from './migrations/013-import-mappings.ts';
import * as commentMonths from './migrations/014-comment-months.ts';
import * as figureStarts from './migrations/015-figure-starts.ts';
import * as installation from './migrations/016-installation.ts';
import * as unitFacts from './migrations/017-unit-facts.ts';
import * as voidedSeals from './migrations/017-voided-seals.ts';
import * as secondFactor from './migrations/018-second-factor.ts';
import * as signIns from './migrations/018-sign-ins.ts';
import * as roles from './migrations/020-roles.ts';
import type { Db } from './schema.ts';

/** Migrations in order of execution. Never edit a published one: existing databases would not run it again. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-initial': initial,
  '002-accounts': accounts,
  '003-public-events': publicEvents,
  '004-counter-successors': counterSuccessors,
  '006-transactions': transactions,
  '007-comments': comments,
  '008-seals': seals,
  '009-intake-counts': intakeCounts,
  '010-slips': slips,
  '012-suggestions': suggestions,
  '013-import-mappings': importMappings,
  '014-comment-months': commentMonths,
  '015-figure-starts': figureStarts,
  '016-installation': installation,
  '017-unit-facts': unitFacts,
  '017-voided-seals': voidedSeals,
  '018-second-factor': secondFactor,
  '018-sign-ins': signIns,
  '020-roles': roles,
};

export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS);
/** Every database of this product has run this migration. */
export const FIRST_MIGRATION = '001-initial';

const makeMigrator = (db: Db, migrations: Readonly<Record<string, Migration>>) =>
  new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });

/** Returns the names of the migrations that it has run. */
export async function migrate(
  db: Db,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<string[]> {
  const { error, results } = await makeMigrator(db, migrations).migrateToLatest();
  if (error) throw error;
  await markOwnFile(db);
  return (results ?? []).map((result) => result.migrationName);
}

/** Pending migrations of an existing database; empty for a new one. */
export async function listDueMigrations(db: Db): Promise<string[]> {
  const all = await makeMigrator(db, MIGRATIONS).getMigrations();
  const due = all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
  return due.length === all.length ? [] : due;
}

/**
 * Whether a database's triggers and views differ from those of a new database. Foreign triggers could change or hide
 * rows.
 */
export async function hasOwnTriggers(db: Db): Promise<boolean> {
  const listTriggers = async (of: Db): Promise<string> => {
    const query = sql`select name, tbl_name, sql from sqlite_master where type in ('trigger', 'view') order by name`;
    return JSON.stringify((await query.execute(of)).rows);
  };
  const fresh = await openDatabase('sqlite::memory:');
  try {
    await migrate(fresh);
    return (await listTriggers(db)) === (await listTriggers(fresh));
  } finally {
    await fresh.destroy();
  }
}

/** "HaiL" in ASCII; the `application_id` of this product's SQLite files. */
export const APPLICATION_ID = 0x48_61_69_4c;

async function markOwnFile(db: Db): Promise<void> {
  if (isPostgres(db)) return;
  const { rows } = await sql<{ application_id: number }>`pragma application_id`.execute(db);
  if (rows[0]?.application_id !== 0) return;
  await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(db);
}
