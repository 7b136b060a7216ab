import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll } from 'vitest';
import { openDatabase } from '../../server/storage/database.ts';

const ownerUrl = process.env.TEST_POSTGRES_URL ?? '';
const made: string[] = [];

async function runAsOwner(name: string, make: (name: string) => ReturnType<typeof sql>): Promise<void> {
  const owner = await openDatabase(ownerUrl);
  await make(name)
    .execute(owner)
    .finally(() => owner.destroy());
}

afterAll(async () => {
  for (const name of made) await runAsOwner(name, (id) => sql`drop database ${sql.id(id)} with (force)`);
});

/**
 * Without a PostgreSQL server tests are skipped with a warning. With `CI=true` they fail instead, because
 * nobody would notice that they were skipped.
 */
export function hasPostgres(): boolean {
  if (ownerUrl !== '') return true;
  if (process.env.CI === 'true') throw new Error('Tests on a real PostgreSQL need TEST_POSTGRES_URL.');
  console.warn('\nSKIPPED: tests on a real PostgreSQL of this file. Set TEST_POSTGRES_URL to run them.\n');
  return false;
}

/** URL of a new empty database, which is dropped at the end of the test file. */
export async function createPostgresDatabase(): Promise<string> {
  const name = `hailong_test_${randomBytes(6).toString('hex')}`;
  await runAsOwner(name, (id) => sql`create database ${sql.id(id)}`);
  made.push(name);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}
