import { sql } from 'kysely';
import { runCompiled } from './compiled-query.ts';
import { lockDay } from './dialect.ts';
import { insertRows } from './insert-rows.ts';
import type { Database, Trx } from './schema.ts';

type Column<Table extends keyof Database> = keyof Database[Table] & string;
type Stored<Table extends keyof Database> = Readonly<Record<Column<Table>, string | number>>;

interface MergedRows<Table extends keyof Database, Addition extends object> {
  readonly table: Table;
  readonly unitCode: string;
  readonly day: string;
  /** Key columns beside unit and day. */
  readonly keys: readonly (Column<Table> & keyof Addition)[];
  /** Columns that `merge` computes. */
  readonly values: readonly Column<Table>[];
  /** At most one addition for each key. */
  readonly additions: readonly Addition[];
  /** Returns `values` of the merged row; `known` is the stored one. */
  merge(addition: Addition, known: Stored<Table> | undefined): readonly (string | number)[];
}

/**
 * Read-modify-write of one day's rows, with the day locked: one select, then one upsert of the changed rows.
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
