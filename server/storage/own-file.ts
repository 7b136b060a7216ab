import { sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Db } from './schema.ts';

/** "HaiL" in ASCII; `pragma application_id` of our SQLite files. */
export const APPLICATION_ID = 0x48_61_69_4c;

/** Sets `application_id`; programs other than ours ignore it. */
export async function markOwnFile(db: Db): Promise<void> {
  if (isPostgres(db)) return;
  const { rows } = await sql<{ application_id: number }>`pragma application_id`.execute(db);
  if (rows[0]?.application_id !== 0) return;
  await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(db);
}
