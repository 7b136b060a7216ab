import { sql } from 'kysely';
import { runCompiled } from './compiled-query.ts';
import { lockDay } from './dialect.ts';
import { insertRows } from './insert-rows.ts';
import type { Database, Trx } from './schema.ts';

type Column<Table extends keyof Database> = keyof Database[Table] & string;
type Stored<Table extends keyof Database> = Readonly<Record<Column<Table>, string | number>>;

/** Rows of counts that a transaction adds to. */
export interface MergedRows<Table extends keyof Database, Addition extends object> {
  readonly table: Table;
  /** Of one unit's one day. */
  readonly unitCode: string;
  readonly day: string;
  /** What tells its rows apart beside unit and day. */
  readonly keys: readonly (Column<Table> & keyof Addition)[];
  /** Columns with counts. */
  readonly values: readonly Column<Table>[];
  /** What is to be added; they differ in their keys. */
  readonly additions: readonly Addition[];
  /** The columns with counts, in the order of `values`, of an addition together with the row that is there, if any. */
  merge(addition: Addition, known: Stored<Table> | undefined): readonly (string | number)[];
}

/**
 * Adds to a day's rows of counts, however many rows there are: one statement reads the day's, then those that changed
 * or are new are written. Processes that add to the same day take turns.
 */
export async function mergeIntoRows<Table extends keyof Database, Addition extends object>(
  trx: Trx,
  { table, unitCode, day, keys, values, additions, merge }: MergedRows<Table, Addition>,
): Promise<void> {
  if (additions.length === 0) return;
  await lockDay(trx, table, unitCode, day);
  const rows = await runCompiled<Stored<Table>>(
    trx,
    `counts of a day ${table}`,
    () => {
      const columns = sql.join([...keys, ...values].map((name) => sql.ref(name)));
      return sql`select ${columns} from ${sql.table(table)} where unit_code = ${unitCode} and day = ${day}`;
    },
    [unitCode, day],
  );
  const keyOf = (row: Readonly<Record<string, unknown>>): string =>
    keys.map((key) => String(row[key])).join('\n');
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  await insertRows<Table>(trx, {
    table,
    columns: ['unit_code', 'day', ...keys, ...values] as readonly Column<Table>[],
    rows: additions.map((addition) => {
      const row = addition as Readonly<Record<string, unknown>>;
      return [unitCode, day, ...keys.map((key) => row[key]), ...merge(addition, known.get(keyOf(row)))];
    }),
    onConflict: { keys: ['unit_code', 'day', ...keys] as readonly Column<Table>[], replace: values },
  });
}
