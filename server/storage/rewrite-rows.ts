import { sql } from 'kysely';
import { inChunks } from './in-chunks.ts';
import type { Database, Trx } from './schema.ts';

/**
 * Deletes the rows where `column` is `value` and inserts them again sorted by `keys`, so that neither their position
 * nor, on PostgreSQL, `xmin` reveals which was written last. `keys`: text columns, unique together.
 */
export async function rewriteRows<Table extends keyof Database>(
  trx: Trx,
  table: Table,
  column: keyof Database[Table] & string,
  value: string,
  keys: readonly (keyof Database[Table] & string)[],
): Promise<void> {
  const { rows } = await sql<Record<string, unknown>>`
    delete from ${sql.table(table)} where ${sql.ref(column)} = ${value} returning *`.execute(trx);
  const keyOf = (row: Record<string, unknown>): string => keys.map((key) => String(row[key])).join('\n');
  const inOrder = rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
  const columns = Object.keys(inOrder[0] ?? {});
  for (const chunk of inChunks(inOrder)) {
    const values = chunk.map((row) => sql`(${sql.join(columns.map((name) => row[name]))})`);
    await sql`
      insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
      values ${sql.join(values)}`.execute(trx);
  }
}
