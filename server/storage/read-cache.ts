import type { OperationNode, RawNode, RootOperationNode, TableNode } from 'kysely';
import { readForeignWrites } from './dialect.ts';
import type { Database, Db, Trx } from './schema.ts';
import { storageCauseOf } from './storage-cause.ts';

type Table = keyof Database;

interface CachePolicy {
  readonly ttlMs: number;
  /** Maximum number of values; the cache is cleared when it is full. */
  readonly limit: number;
  /** Whether an expired value is used again if no other process has written to the database since it was loaded. */
  readonly isRevalidated: boolean;
  /** Time limit of a reload, after which the expired value is returned; null: expired values are never returned. */
  readonly patienceMs: number | null;
}

interface Entry {
  /** A promise, so that concurrent readers share one load. */
  readonly value: Promise<unknown>;
  readonly tables: readonly Table[];
  readonly expiresAt: number;
  /** Result of `readForeignWrites` before the load; null when unknown. */
  readonly mark: Promise<number | null>;
}

/**
 * For settings. Writes of other processes take effect after `ttlMs`, writes of this process at once. Keys contain
 * user input, so their number is limited. While the database cannot be used, expired values are returned, so that
 * citizens can open the survey; their phones keep the ballots and retry.
 */
const SETTINGS: CachePolicy = { ttlMs: 1_000, limit: 1_000, isRevalidated: false, patienceMs: 1_000 };
/**
 * For data of settled days, which only the command `recount`, another process, can change. A value has a few
 * kilobytes at most.
 */
const SETTLED_DAYS: CachePolicy = { ttlMs: 15 * 60_000, limit: 400, isRevalidated: true, patienceMs: null };

/**
 * After a reload has timed out, expired values are returned at once for this long, because a request reads several
 * settings.
 */
const IMPATIENT_MS = 5_000;

type Load<Value> = () => Promise<Value>;
type Read = (
  policy: CachePolicy,
  key: string,
  tables: readonly Table[],
  load: Load<unknown>,
) => Promise<unknown>;

/** By database handle. Transactions have other handles, so they bypass the cache. */
const readers = new WeakMap<object, Read>();

/** Returns a handle with a cache. Each write of this process invalidates the values of the written tables. */
export function withReadCache(db: Db): Db {
  const caches = new Map([SETTINGS, SETTLED_DAYS].map((policy) => [policy, new Map<string, Entry>()]));
  const written = new WeakMap<object, readonly Table[] | 'all'>();
  let impatientUntil = 0;
  const invalidate = (tables: readonly Table[] | 'all'): void => {
    for (const cache of caches.values()) {
      for (const [key, entry] of cache) {
        if (tables === 'all' || entry.tables.some((table) => tables.includes(table))) cache.delete(key);
      }
    }
  };
  const cached = db.withPlugin({
    transformQuery({ node, queryId }) {
      const tables = tablesWritten(node);
      if (tables !== null) {
        written.set(queryId, tables);
        invalidate(tables);
      }
      return node;
    },
    // Invalidates again after the write, because a concurrent read may have cached the old value in between.
    async transformResult({ queryId, result }) {
      const tables = written.get(queryId);
      if (tables !== undefined) invalidate(tables);
      return result;
    },
  });
  readers.set(cached, (policy, key, tables, load) => {
    const cache = caches.get(policy) as Map<string, Entry>;
    const known = cache.get(key);
    if (known && known.expiresAt > performance.now()) return known.value;
    // Read before the load, because it is unknown whether the load sees a concurrent write.
    const mark = policy.isRevalidated ? readForeignWrites(db) : Promise.resolve(null);
    // If nothing awaits this promise, a rejection would end the process.
    mark.catch(() => {});
    const fresh = known === undefined ? load() : revalidate(known, mark, load);
    const value =
      known === undefined || policy.patienceMs === null
        ? fresh
        : orExpired(fresh, known, performance.now() < impatientUntil ? 0 : policy.patienceMs, () => {
            impatientUntil = performance.now() + IMPATIENT_MS;
          });
    if (cache.size >= policy.limit) cache.clear();
    const entry = { value, tables, expiresAt: performance.now() + policy.ttlMs, mark };
    cache.set(key, entry);
    value.catch(() => {
      if (cache.get(key) === entry) cache.delete(key);
    });
    return value;
  });
  return cached;
}

/** Returns the expired value if the database cannot be used or does not respond in time. */
async function orExpired(
  fresh: Promise<unknown>,
  known: Entry,
  patienceMs: number,
  onTrouble: () => void,
): Promise<unknown> {
  const late = Symbol('late');
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), patienceMs);
  });
  try {
    const first = await Promise.race([fresh, timeout]);
    if (first !== late) return first;
  } catch (error) {
    if (storageCauseOf(error) === null) throw error;
  } finally {
    clearTimeout(timer);
    fresh.catch(() => {});
  }
  onTrouble();
  return known.value;
}

async function revalidate(known: Entry, mark: Promise<number | null>, load: Load<unknown>): Promise<unknown> {
  const [before, now] = [await known.mark.catch(() => null), await mark];
  return now !== null && now === before ? known.value : load();
}

/** The cast is safe, because each key is always loaded by the same code. */
const readBy = <Value>(
  policy: CachePolicy,
  db: Db | Trx,
  key: string,
  tables: readonly Table[],
  load: Load<Value>,
) => (readers.get(db)?.(policy, key, tables, load) ?? load()) as Promise<Value>;

/**
 * Caches `load()` for one second, for settings; not in transactions. A write to `tables` invalidates the value.
 * Never mutate the value, because callers share it. `key` must name everything that `load` depends on.
 */
export const readCached = <Value>(
  db: Db | Trx,
  key: string,
  tables: readonly Table[],
  load: Load<Value>,
): Promise<Value> => readBy(SETTINGS, db, key, tables, load);

/**
 * Caches `load()` for 15 minutes, for data of settled days; on SQLite longer, while no other process writes to the
 * file. Ballots of the current day are written with `withoutInvalidation`, so that they do not clear this cache.
 */
export const readSettledCached = <Value>(
  db: Db | Trx,
  key: string,
  tables: readonly Table[],
  load: Load<Value>,
): Promise<Value> => readBy(SETTLED_DAYS, db, key, tables, load);

/** For writes to unsettled days, on which the cached data of settled days do not depend. */
export const withoutInvalidation = (trx: Trx): Trx => trx.withoutPlugins();

/** Tables that a statement may write to; null for a pure read. */
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

/** Tables that raw SQL names by `sql.table(…)`; raw SQL that names none may write to any table. */
const tablesNamed = (node: RawNode): Table[] =>
  node.parameters.flatMap((part) => {
    if (isTable(part)) return [nameOf(part)];
    return part.kind === 'RawNode' ? tablesNamed(part as RawNode) : [];
  });
