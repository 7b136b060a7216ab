import { sql } from 'kysely';
import { lockDay } from './dialect.ts';
import type { Database, Trx } from './schema.ts';

/** Rows of counts that a transaction adds to. */
export interface MergedRows<Table extends keyof Database, Row extends object> {
  readonly table: Table;
  /** Of one unit's one day. */
  readonly unitCode: string;
  readonly day: string;
  /** What tells its rows apart beside unit and day. */
  readonly keys: readonly (keyof Row & keyof Database[Table] & string)[];
  /** Columns with counts. */
  readonly values: readonly (keyof Row & keyof Database[Table] & string)[];
  /** New rows, or what is to be added to those that are there; they differ in their keys. */
  readonly additions: readonly Row[];
  /** A row that is there together with its addition. */
  merge(known: Row, addition: Row): Row;
}

/**
 * Adds to a day's rows of counts in two statements, however many rows there are: one reads the day's, one writes
 * those that changed or are new. Processes that add to the same day take turns.
 */
export async function mergeIntoRows<Table extends keyof Database, Row extends object>(
  trx: Trx,
  { table, unitCode, day, keys, values, additions, merge }: MergedRows<Table, Row>,
): Promise<void> {
  if (additions.length === 0) return;
  await lockDay(trx, table, unitCode, day);
  const names = [...keys, ...values];
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const { rows } = await sql<Row>`
    select ${columns} from ${sql.table(table)} where unit_code = ${unitCode} and day = ${day}`.execute(trx);
  const keyOf = (row: Row): string => keys.map((key) => String(row[key])).join('\n');
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  const written = additions.map((row) => {
    const before = known.get(keyOf(row));
    return before === undefined ? row : merge(before, row);
  });
  const tuples = written.map((row) => sql`(${sql.join([unitCode, day, ...names.map((name) => row[name])])})`);
  const target = sql.join(['unit_code', 'day', ...keys].map((name) => sql.ref(name)));
  const set = sql.join(values.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`));
  await sql`
    insert into ${sql.table(table)} (unit_code, day, ${columns}) values ${sql.join(tuples)}
    on conflict (${target}) do update set ${set}`.execute(trx);
}
