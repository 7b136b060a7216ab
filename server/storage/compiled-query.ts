import { CompiledQuery, type RawBuilder } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Db, Trx } from './schema.ts';

/** Statements by name, for each engine: they write placeholders differently. */
const STATEMENTS = { sqlite: new Map<string, CompiledQuery>(), postgres: new Map<string, CompiledQuery>() };

/**
 * A statement, compiled the first time that its name is used: those that every group of ballots runs cost more to
 * compile than to run. Names are few, and a statement's text may depend on nothing but its name.
 * `build` gives its values, whatever they are, in the order of their places.
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

/** Runs a statement that is compiled once. */
export async function runCompiled<Row>(
  db: Db | Trx,
  name: string,
  build: () => RawBuilder<unknown>,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await db.executeQuery<Row>({ ...compileOnce<Row>(db, name, build), parameters: values });
  return rows;
}
