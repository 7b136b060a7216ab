import {
  CompiledQuery,
  type Expression,
  expressionBuilder,
  type RawBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import type { Day } from '../lib/day.ts';
import { isPostgres, lockDay, rowsPerStatement } from './dialect.ts';
import type { Database, Db, Trx } from './schema.ts';

/** Compiled statements by name. Each engine has its own, because placeholders differ. */
const STATEMENTS = { sqlite: new Map<string, CompiledQuery>(), postgres: new Map<string, CompiledQuery>() };

/**
 * Compiles a statement on the first use of `name`, because compiling costs more than running it. The text must
 * depend on `name` only, and the number of names must be bounded. Placeholders are numbered in the order in which
 * `build` uses its values; the values themselves are ignored.
 */
function compileOnce<Row>(db: Db | Trx, name: string, build: () => RawBuilder<unknown>): CompiledQuery<Row> {
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

/** The values of each row are in the order of `columns`. */
interface InsertedRows<Table extends keyof Database> {
  readonly table: Table;
  readonly columns: readonly (keyof Database[Table] & string)[];
  readonly rows: readonly (readonly unknown[])[];
  /** If omitted, a conflict is an error. */
  readonly onConflict?:
    | 'skip'
    | {
        readonly keys: readonly (keyof Database[Table] & string)[];
        /** Columns that are overwritten on a conflict. */
        readonly replace: readonly (keyof Database[Table] & string)[];
      };
  /** Column of the inserted rows to return. */
  readonly returning?: keyof Database[Table] & string;
}

/**
 * Multi-row insert or upsert with a compiled statement. Does not invalidate the read cache, because it bypasses
 * Kysely's plugins.
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
  // One connection for all statements, because acquiring one costs as much as inserting a row.
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

type Column<Table extends keyof Database> = keyof Database[Table] & string;
type Stored<Table extends keyof Database> = Readonly<Record<Column<Table>, string | number>>;

interface MergedRows<Table extends keyof Database, Addition extends object> {
  readonly table: Table;
  readonly unitCode: string;
  readonly day: string;
  /** Key columns other than unit and day. */
  readonly keys: readonly (Column<Table> & keyof Addition)[];
  readonly values: readonly Column<Table>[];
  /** `additions` contains at most one item per key. */
  readonly additions: readonly Addition[];
  /** Returns the `values` of the merged row; `known` is the stored row. */
  merge(addition: Addition, known: Stored<Table> | undefined): readonly (string | number)[];
}

/** Locks a day, reads its rows with one select, and writes the changed rows with one upsert. */
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

/** SQLite allows 32 766 parameters per statement; every table has fewer than 30 columns. */
const ROWS_PER_STATEMENT = 1_000;

export function* inChunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT)
    yield rows.slice(start, start + ROWS_PER_STATEMENT);
}

/**
 * Deletes the rows where `column` is `value` and inserts them again sorted by `keys`, so that neither their
 * position nor, on PostgreSQL, `xmin` reveals the order of insertion. `keys`: text columns that are unique
 * together.
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

interface DayGroup<Row> {
  readonly unitCode: string;
  readonly day: Day;
  readonly rows: readonly Row[];
}

/** Sorted by unit and day, so that all processes lock days in the same order and cannot deadlock. */
export function groupByDay<Row extends { readonly unit_code: string; readonly day: Day }>(
  rows: readonly Row[],
): DayGroup<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.unit_code}\n${row.day}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => {
      const [unitCode = '', day = ''] = key.split('\n');
      return { unitCode, day, rows: group };
    });
}

/** Both days are included; for any table with the columns `unit_code` and `day`. */
export function betweenDays(unitCode: string, from: Day, to: Day): Expression<SqlBool> {
  const eb = expressionBuilder<Database, 'tallies'>();
  return eb.and([eb('unit_code', '=', unitCode), eb('day', '>=', from), eb('day', '<=', to)]);
}
