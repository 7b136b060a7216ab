import { sql } from 'kysely';
import { inChunks } from './in-chunks.ts';
import type { Database, Trx } from './schema.ts';

/**
 * Takes out the rows in which a column has this value and puts them back in the order of `keys`, so that
 * neither where they lie nor, on PostgreSQL, the mark of a transaction tells which was written last.
 * `keys` are columns of text that together differ from row to row.
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
