import { CompiledQuery, type RawBuilder } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Db, Trx } from './schema.ts';

/** Texts by name, for each engine: they write the places of values differently. */
const TEXTS = { sqlite: new Map<string, string>(), postgres: new Map<string, string>() };

/**
 * The text of a statement, put together the first time that its name is said. Names are few: a statement's text may
 * depend on nothing but its name. `build` gives its values, whatever they are, in the order of their places.
 */
export function compileOnce(db: Db | Trx, name: string, build: () => RawBuilder<unknown>): string {
  const texts = isPostgres(db) ? TEXTS.postgres : TEXTS.sqlite;
  const known = texts.get(name);
  if (known !== undefined) return known;
  const { sql } = build().compile(db.withoutPlugins());
  texts.set(name, sql);
  return sql;
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
  const text = compileOnce(db, name, build);
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return rows;
}
