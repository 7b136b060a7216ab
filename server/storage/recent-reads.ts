import type {
  KyselyPlugin,
  OperationNode,
  PluginTransformQueryArgs,
  RawNode,
  RootOperationNode,
  TableNode,
} from 'kysely';
import type { Database, Db, Trx } from './schema.ts';

/** Reads of settings that every request needs, kept for a moment so that not every request goes to the database. */
interface RecentReads {
  /** Sees every statement of this process, and forgets what a write touches. */
  readonly plugin: KyselyPlugin;
  read<Value>(key: string, tables: readonly Table[], load: () => Promise<Value>): Promise<Value>;
}

type Table = keyof Database;

interface Kept {
  /** Of those who ask at the same time one reads, and all get what it reads. */
  readonly value: Promise<unknown>;
  readonly tables: readonly Table[];
  /** Milliseconds on the process's own clock, which nobody puts back. */
  readonly until: number;
}

/** For so long what another process changed may go unseen here. What this process changes is seen at once. */
const RECENT_MS = 1_000;
/** Keys hold what visitors type, so there may be any number of them. */
const MOST_KEPT = 1_000;

/** By the handle of a database; a transaction's handle is not among them and reads for itself. */
const byHandle = new WeakMap<object, RecentReads>();

/** Makes the memory of a database that is about to be opened; `attach` it to the handle then. */
export function createRecentReads(): RecentReads & { attach(db: Db): Db } {
  const kept = new Map<string, Kept>();
  const touched = new WeakMap<object, readonly Table[] | 'all'>();
  const forget = (tables: readonly Table[] | 'all'): void => {
    for (const [key, entry] of kept) {
      if (tables === 'all' || entry.tables.some((table) => tables.includes(table))) kept.delete(key);
    }
  };
  const recent: RecentReads = {
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
    read<Value>(key: string, tables: readonly Table[], load: () => Promise<Value>): Promise<Value> {
      const known = kept.get(key);
      // A key names one kind of value: whoever reads it loads it in the same way.
      if (known && known.until > performance.now()) return known.value as Promise<Value>;
      const value = load();
      if (kept.size >= MOST_KEPT) kept.clear();
      const entry = { value, tables, until: performance.now() + RECENT_MS };
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
      byHandle.set(db, recent);
      return db;
    },
  };
}

/**
 * Reads what `load` reads from these tables, or remembers what it read within the last second. For settings only,
 * outside transactions; the value is shared, so nobody may change it. `key` begins with the name of the reading.
 */
export const readRecent = <Value>(
  db: Db | Trx,
  key: string,
  tables: readonly Table[],
  load: () => Promise<Value>,
): Promise<Value> => byHandle.get(db)?.read(key, tables, load) ?? load();

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
