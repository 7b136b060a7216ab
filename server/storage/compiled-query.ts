import { CompiledQuery, type RawBuilder } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Db, Trx } from './schema.ts';

/** Statements by name, for each engine: they write the places of values differently. */
const STATEMENTS = { sqlite: new Map<string, CompiledQuery>(), postgres: new Map<string, CompiledQuery>() };

/**
 * A statement, put together the first time that its name is said. Names are few: a statement's text may depend on
 * nothing but its name. `build` gives its values, whatever they are, in the order of their places.
 */
export function compileOnce(db: Db | Trx, name: string, build: () => RawBuilder<unknown>): CompiledQuery {
  const statements = isPostgres(db) ? STATEMENTS.postgres : STATEMENTS.sqlite;
  const known = statements.get(name);
  if (known !== undefined) return known;
  const statement = CompiledQuery.raw(build().compile(db.withoutPlugins()).sql);
  statements.set(name, statement);
  return statement;
}

/**
 * Runs a statement that reads, such as every group of ballots runs: to put its text together costs more than to run
 * it.
 */
export async function runCompiled<Row>(
  db: Db | Trx,
  name: string,
  build: () => RawBuilder<unknown>,
  values: readonly unknown[],
): Promise<Row[]> {
  const statement = compileOnce(db, name, build) as CompiledQuery<Row>;
  const { rows } = await db.executeQuery<Row>({ ...statement, parameters: values });
  return rows;
}
