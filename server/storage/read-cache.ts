import type {
  KyselyPlugin,
  OperationNode,
  PluginTransformQueryArgs,
  RawNode,
  RootOperationNode,
  TableNode,
} from 'kysely';
import { readForeignWrites } from './dialect.ts';
import type { Database, Db, Trx } from './schema.ts';

/** What many requests need and few change, kept so that not every one goes to the database. */
interface ReadCache {
  /** Sees every statement of this process, and forgets what a write touches. */
  readonly plugin: KyselyPlugin;
  read<Value>(
    keeping: Keeping,
    key: string,
    tables: readonly Table[],
    load: () => Promise<Value>,
  ): Promise<Value>;
}

/** How long values of one sort are kept, and how many. */
interface Keeping {
  readonly ms: number;
  readonly most: number;
  /** Whether they are kept on where it can be told that no other program has written anything meanwhile. */
  readonly isProlonged: boolean;
}

type Table = keyof Database;

interface Kept {
  /** Of those who ask at the same time one reads, and all get what it reads. */
  readonly value: Promise<unknown>;
  readonly tables: readonly Table[];
  /** Milliseconds on the process's own clock, which nobody puts back. */
  readonly until: number;
  /** Of the writes of other programs before it was read; null: not told. */
  readonly mark: Promise<number | null>;
}

/**
 * Settings. For so long what another process changed may go unseen here; what this process changes is seen at once.
 * Keys hold what visitors type, so there may be any number of them.
 */
const SETTINGS: Keeping = { ms: 1_000, most: 1_000, isProlonged: false };
/**
 * What was put together from finished days. Nothing changes those but a `recount` that puts tallies right, from
 * another process. Each has some kilobytes at most.
 */
const FINISHED_DAYS: Keeping = { ms: 15 * 60_000, most: 400, isProlonged: true };

/** By the handle of a database; a transaction's handle is not among them and reads for itself. */
const byHandle = new WeakMap<object, ReadCache>();

/** Makes the memory of a database that is about to be opened; `attach` it to the handle then. */
export function createReadCache(): ReadCache & { attach(db: Db): Db } {
  const keptOf = new Map<Keeping, Map<string, Kept>>([
    [SETTINGS, new Map()],
    [FINISHED_DAYS, new Map()],
  ]);
  let handle: Db | null = null;
  const markNow = async (keeping: Keeping): Promise<number | null> =>
    handle === null || !keeping.isProlonged ? null : readForeignWrites(handle);
  const touched = new WeakMap<object, readonly Table[] | 'all'>();
  const forget = (tables: readonly Table[] | 'all'): void => {
    for (const kept of keptOf.values()) {
      for (const [key, entry] of kept) {
        if (tables === 'all' || entry.tables.some((table) => tables.includes(table))) kept.delete(key);
      }
    }
  };
  const recent: ReadCache = {
    plugin: {
      transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
        const tables = tablesWritten(node);
        if (tables === null) return node;
        touched.set(queryId, tables);
        forget(tables);
        return node;
      },
      // Again when it is done: a read that stood before it in the queue has been answered meanwhile.
      async transformResult({ queryId, result }) {
        const tables = touched.get(queryId);
        if (tables !== undefined) forget(tables);
        return result;
      },
    },
    read<Value>(
      keeping: Keeping,
      key: string,
      tables: readonly Table[],
      load: () => Promise<Value>,
    ): Promise<Value> {
      const kept = keptOf.get(keeping) ?? new Map<string, Kept>();
      const known = kept.get(key);
      // A key names one kind of value: whoever reads it loads it in the same way.
      if (known && known.until > performance.now()) return known.value as Promise<Value>;
      // Before anything is read: what another program writes while it is read may be seen or not.
      const mark = markNow(keeping);
      const value = known === undefined ? load() : renew(known, mark, load);
      if (kept.size >= keeping.most) kept.clear();
      const entry = { value, tables, until: performance.now() + keeping.ms, mark };
      kept.set(key, entry);
      // What could not be read is asked for again.
      value.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      return value;
    },
  };
  return {
    ...recent,
    attach(db) {
      handle = db;
      byHandle.set(db, recent);
      return db;
    },
  };
}

/** What was kept, where no other program has written since; else what is read now. */
async function renew<Value>(
  known: Kept,
  mark: Promise<number | null>,
  load: () => Promise<Value>,
): Promise<Value> {
  const [before, now] = [await known.mark, await mark];
  return now !== null && now === before ? (known.value as Promise<Value>) : load();
}

/**
 * Reads what `load` reads from these tables, or remembers what it read within the last second. For settings only,
 * outside transactions; the value is shared, so nobody may change it. `key` begins with the name of the reading.
 */
export const readCached = <Value>(
  db: Db | Trx,
  key: string,
  tables: readonly Table[],
  load: () => Promise<Value>,
): Promise<Value> => byHandle.get(db)?.read(SETTINGS, key, tables, load) ?? load();

/**
 * The same for what is put together from days that are settled, remembered for a quarter of an hour, and on as long
 * as no other program has written to the file. Ballots that come in are of no settled day, and are written past
 * this memory (`withoutInvalidation`).
 */
export const readSettledCached = <Value>(
  db: Db | Trx,
  key: string,
  tables: readonly Table[],
  load: () => Promise<Value>,
): Promise<Value> => byHandle.get(db)?.read(FINISHED_DAYS, key, tables, load) ?? load();

/** A transaction's handle for writes to counts of a day that is not settled: they leave what is remembered as it is. */
export const withoutInvalidation = (trx: Trx): Trx => trx.withoutPlugins();

/** The tables that a statement writes to, or might; null: none. */
function tablesWritten(node: RootOperationNode): readonly Table[] | 'all' | null {
  switch (node.kind) {
    case 'SelectQueryNode':
      return null;
    case 'InsertQueryNode':
      return node.into ? [nameOf(node.into)] : 'all';
    case 'UpdateQueryNode':
      return node.table && isTable(node.table) ? [nameOf(node.table)] : 'all';
    case 'DeleteQueryNode': {
      const tables = node.from.froms.filter(isTable);
      return tables.length > 0 ? tables.map(nameOf) : 'all';
    }
    case 'RawNode': {
      const tables = tablesNamed(node);
      return tables.length > 0 ? tables : 'all';
    }
    default:
      return 'all';
  }
}

const isTable = (node: OperationNode): node is TableNode => node.kind === 'TableNode';
const nameOf = (node: TableNode): Table => node.table.identifier.name as Table;

/** Raw SQL names its tables as parts of their own; one that names none may write to any. */
const tablesNamed = (node: RawNode): Table[] =>
  node.parameters.flatMap((part) => {
    if (isTable(part)) return [nameOf(part)];
    return part.kind === 'RawNode' ? tablesNamed(part as RawNode) : [];
  });
