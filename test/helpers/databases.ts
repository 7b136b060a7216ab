import { createHash, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import { afterAll } from 'vitest';
import { openDatabase } from '../../server/storage/database.ts';
import { migrate } from '../../server/storage/migrate.ts';
import type { Database, Db } from '../../server/storage/schema.ts';

export interface TestDatabase {
  readonly name: string;
  /** Tests are skipped where this database is not available. Never with `CI=true`: there `open` throws instead. */
  readonly isSkipped: boolean;
  /**
   * An empty database with the current schema, closed at the end of the test file. Of `pglite` and `postgres`
   * a test file has one database: a second call empties it, and the first handle must not be used any more.
   */
  open(): Promise<Db>;
}

const postgresUrl = process.env.TEST_POSTGRES_URL ?? '';
const isCi = process.env.CI === 'true';
const cleanups: (() => Promise<void> | void)[] = [];

afterAll(async () => {
  for (const cleanUp of cleanups.reverse()) await cleanUp();
});

if (postgresUrl === '' && !isCi) {
  console.warn('\nSKIPPED: tests on a real PostgreSQL of this file. Set TEST_POSTGRES_URL to run them.\n');
}

/** The handle is closed at the end of the file; a test may close it earlier. */
function keep(db: Db): Db {
  cleanups.push(() => db.destroy());
  return db;
}

async function openMigrated(url: string): Promise<Db> {
  const db = keep(await openDatabase(url));
  await migrate(db);
  return db;
}

async function openFile(): Promise<Db> {
  const folder = mkdtempSync(join(tmpdir(), 'hailong-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return openMigrated(`sqlite:${join(folder, 'test.sqlite')}`);
}

/** `truncate` does not fire the triggers that forbid to delete ballots. */
async function emptyTables(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%'`.execute(db);
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(db);
}

const IMAGES = 'node_modules/.cache/hailong';
const DAY_MS = 86_400_000;

/** Changes with the code that creates the schema and with the installed packages. */
function digestOfShape(): string {
  const digest = createHash('sha256').update(readFileSync('package-lock.json'));
  const names = readdirSync('server/storage', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  for (const name of names.sort()) digest.update(name).update(readFileSync(join('server/storage', name)));
  return digest.digest('hex').slice(0, 16);
}

function readImage(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** A new instance takes seconds, so an empty database is cached on disk for later test files and runs. */
async function startPglite(): Promise<PGlite> {
  const file = join(IMAGES, `pglite-${digestOfShape()}.tar`);
  const image = readImage(file);
  if (image !== null) return new PGlite({ loadDataDir: new Blob([new Uint8Array(image)]) });
  const fresh = new PGlite();
  await migrate(openHandle(fresh));
  const dump = await fresh.dumpDataDir('none');
  mkdirSync(IMAGES, { recursive: true });
  for (const name of readdirSync(IMAGES)) {
    const old = statSync(join(IMAGES, name), { throwIfNoEntry: false });
    if (old !== undefined && old.mtimeMs < Date.now() - DAY_MS) rmSync(join(IMAGES, name), { force: true });
  }
  // Written under another name and renamed, because another test file may read the cache at the same time.
  const part = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(part, Buffer.from(await dump.arrayBuffer()));
  renameSync(part, file);
  return fresh;
}

/** Closing the handle does not close the instance, which serves the whole test file. */
function openHandle(instance: PGlite): Db {
  const client = { query: instance.query.bind(instance), close: async () => {} } as unknown as PGlite;
  return keep(new Kysely<Database>({ dialect: new PGliteDialect(client) }));
}

let pglite: PGlite | null = null;

async function openPglite(): Promise<Db> {
  const isFirst = pglite === null;
  pglite ??= await startPglite();
  const shared = pglite;
  if (isFirst) cleanups.push(() => shared.close());
  const db = openHandle(shared);
  if (!isFirst) await emptyTables(db);
  return db;
}

let postgresDatabase: string | null = null;

async function runAsOwner(statement: ReturnType<typeof sql>): Promise<void> {
  const owner = await openDatabase(postgresUrl);
  await statement.execute(owner).finally(() => owner.destroy());
}

/** Waits until connections have ended by themselves: terminating them would look like an error of the server. */
async function dropDatabase(name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runAsOwner(sql`drop database ${sql.id(name)}`);
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function openPostgres(): Promise<Db> {
  if (postgresUrl === '') throw new Error('tests on a real PostgreSQL need TEST_POSTGRES_URL');
  const isFirst = postgresDatabase === null;
  const name = postgresDatabase ?? `hailong_test_${randomBytes(6).toString('hex')}`;
  if (isFirst) {
    await runAsOwner(sql`create database ${sql.id(name)}`);
    cleanups.push(() => dropDatabase(name));
    postgresDatabase = name;
  }
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  const db = keep(await openDatabase(url.href));
  await (isFirst ? migrate(db) : emptyTables(db));
  return db;
}

export const DATABASES: readonly TestDatabase[] = [
  { name: 'sqlite', isSkipped: false, open: () => openMigrated('sqlite::memory:') },
  { name: 'sqlite file', isSkipped: false, open: openFile },
  // Without a PostgreSQL server, PGlite takes its place.
  ...(postgresUrl === '' ? [{ name: 'pglite', isSkipped: false, open: openPglite }] : []),
  { name: 'postgres', isSkipped: postgresUrl === '' && !isCi, open: openPostgres },
];
