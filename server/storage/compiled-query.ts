import { CompiledQuery, type RawBuilder } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Db, Trx } from './schema.ts';

/** Compiled statements by name; per engine, because placeholders differ. */
const STATEMENTS = { sqlite: new Map<string, CompiledQuery>(), postgres: new Map<string, CompiledQuery>() };

/**
 * Compiles a statement on the first use of `name`: for the statements of every batch, compiling costs more than
 * running. The text may depend on nothing but the name, and the number of names must be bounded. Placeholders are
 * filled in the order in which `build` uses its values; the values themselves are ignored.
 */
export function compileOnce<Row>(
  db: Db | Trx,
  name: string,
  build: () => RawBuilder<unknown>,
): CompiledQuery<Row> {
  const statements = isPostgres(db) ? STATEMENTS.postgres : STATEMENTS.sqlite;
  const known = statements.get(name) as CompiledQuery<Row> | undefined;
  if (known !== undefined) return known;
  const statement = CompiledQuery.raw(build().compile(db.withoutPlugins()).sql) as CompiledQuery<Row>;
  statements.set(name, statement);
  return statement;
}

export async function runCompiled<Row>(
  db: Db | Trx,
  name: string,
  build: () => RawBuilder<unknown>,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await db.executeQuery<Row>({ ...compileOnce<Row>(db, name, build), parameters: values });
  return rows;
}
