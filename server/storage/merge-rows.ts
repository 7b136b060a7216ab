import { sql } from 'kysely';
import { isPostgres } from './dialect.ts';
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
 * Adds to a day's rows of counts in a few statements, however many rows there are: one reads and locks the day's,
 * one writes back those that changed, and one adds those that are missing. Two processes that add the same row at
 * once both count: the second finds the first one's and merges.
 */
export async function mergeIntoRows<Table extends keyof Database, Row extends object>(
  trx: Trx,
  rows: MergedRows<Table, Row>,
): Promise<void> {
  const keyOf = (row: Row): string => rows.keys.map((key) => String(row[key])).join('\n');
  let left = [...rows.additions].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  // A second turn only where another process added a row between this one's look and its write.
  while (left.length > 0) {
    const known = new Map((await readDay<Table, Row>(trx, rows)).map((row) => [keyOf(row), row]));
    const merged = left.flatMap((row) => {
      const before = known.get(keyOf(row));
      return before === undefined ? [] : [rows.merge(before, row)];
    });
    if (merged.length > 0) await writeRows(trx, rows, merged, 'replace');
    const missing = left.filter((row) => !known.has(keyOf(row)));
    const added = missing.length === 0 ? [] : await writeRows(trx, rows, missing, 'keep');
    const done = new Set(added.map(keyOf));
    left = missing.filter((row) => !done.has(keyOf(row)));
  }
}

async function readDay<Table extends keyof Database, Row extends object>(
  trx: Trx,
  { table, unitCode, day, keys, values }: MergedRows<Table, Row>,
): Promise<Row[]> {
  const columns = sql.join([...keys, ...values].map((name) => sql.ref(name)));
  const order = sql.join(keys.map((name) => sql.ref(name)));
  // One order for all processes, so that none waits for another in a ring.
  const { rows } = await sql<Row>`
    select ${columns} from ${sql.table(table)} where unit_code = ${unitCode} and day = ${day}
    order by ${order} ${isPostgres(trx) ? sql`for update` : sql``}`.execute(trx);
  return rows;
}

/** Writes rows, over those that are there or beside them; the keys of those that were written. */
async function writeRows<Table extends keyof Database, Row extends object>(
  trx: Trx,
  { table, unitCode, day, keys, values }: MergedRows<Table, Row>,
  written: readonly Row[],
  where: 'replace' | 'keep',
): Promise<Row[]> {
  const names = [...keys, ...values];
  const tuples = written.map((row) => sql`(${sql.join([unitCode, day, ...names.map((name) => row[name])])})`);
  const set = sql.join(values.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`));
  const target = sql.join(['unit_code', 'day', ...keys].map((name) => sql.ref(name)));
  const conflict = where === 'replace' ? sql`(${target}) do update set ${set}` : sql`do nothing`;
  const { rows } = await sql<Row>`
    insert into ${sql.table(table)} (unit_code, day, ${sql.join(names.map((name) => sql.ref(name)))})
    values ${sql.join(tuples)} on conflict ${conflict}
    returning ${sql.join(keys.map((name) => sql.ref(name)))}`.execute(trx);
  return rows;
}
