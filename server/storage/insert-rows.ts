import { type RawBuilder, sql } from 'kysely';
import { compileOnce } from './compiled-query.ts';
import { rowsPerStatement } from './dialect.ts';
import type { Database, Trx } from './schema.ts';

/** Values of each row are in the order of `columns`. */
interface InsertedRows<Table extends keyof Database> {
  readonly table: Table;
  readonly columns: readonly (keyof Database[Table] & string)[];
  readonly rows: readonly (readonly unknown[])[];
  /** If left out, a conflict fails the statement. */
  readonly onConflict?:
    | 'skip'
    | {
        readonly keys: readonly (keyof Database[Table] & string)[];
        /** Columns that are overwritten. */
        readonly replace: readonly (keyof Database[Table] & string)[];
      };
  /** This column of the inserted rows is returned. */
  readonly returning?: keyof Database[Table] & string;
}

/**
 * Multi-row insert or upsert with a statement that is compiled once. It bypasses Kysely's plugins, so it does not
 * invalidate `read-cache.ts`.
 */
export async function insertRows<Table extends keyof Database>(
  trx: Trx,
  inserted: InsertedRows<Table>,
): Promise<unknown[]> {
  const { table, columns, rows, onConflict, returning } = inserted;
  if (rows.length === 0) return [];
  const name = ['insert', table, columns.join(), JSON.stringify(onConflict ?? ''), returning].join(' ');
  const size = rowsPerStatement(trx);
  const results: unknown[] = [];
  // Uses one connection for all statements, because acquiring one costs as much as inserting a row.
  await trx.getExecutor().provideConnection(async (connection) => {
    for (let start = 0; start < rows.length; start += size) {
      const some = rows.slice(start, start + size);
      const statement = compileOnce<Record<string, unknown>>(trx, `${name} ${some.length}`, () =>
        writeInsert(inserted, some),
      );
      const parameters = some.length === 1 ? (some[0] as readonly unknown[]) : some.flat();
      const result = await connection.executeQuery<Record<string, unknown>>({ ...statement, parameters });
      if (returning !== undefined) for (const row of result.rows) results.push(row[returning]);
    }
  });
  return results;
}

function writeInsert<Table extends keyof Database>(
  { table, columns, onConflict, returning }: InsertedRows<Table>,
  rows: readonly (readonly unknown[])[],
): RawBuilder<unknown> {
  const names = (list: readonly string[]) => sql.join(list.map((name) => sql.ref(name)));
  const tuples = sql.join(rows.map((row) => sql`(${sql.join([...row])})`));
  return sql`insert into ${sql.table(table)} (${names(columns)}) values ${tuples}${
    onConflict === undefined ? sql`` : sql` on conflict `
  }${onConflict === 'skip' ? sql`do nothing` : sql``}${
    typeof onConflict === 'object'
      ? sql`(${names(onConflict.keys)}) do update set ${sql.join(
          onConflict.replace.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
        )}`
      : sql``
  }${returning === undefined ? sql`` : sql` returning ${sql.ref(returning)}`}`;
}
