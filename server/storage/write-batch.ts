import type { Db, Trx } from './schema.ts';
import { StorageError, storageCauseOf } from './storage-cause.ts';
import { inTransaction } from './transaction.ts';

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Maximum number of items per batch; with more, the first item would wait longer than the disk takes. */
const MAX_ITEMS = 256;
/** Maximum number of turns of the event loop to wait for more items; limits the delay under steady load. */
const MAX_TURNS = 8;
/** A request fails after this time, even if the database does not respond. */
const PATIENCE_MS = 6_000;

/**
 * Combines writes of concurrent requests into one transaction, and thus one fsync. `write` returns one result per
 * item, in order. If a transaction fails, each item is retried alone, so that only invalid items fail. If the
 * connection was lost, the batch is retried once on a new connection; if the database cannot be used, all items
 * fail.
 */
export function createWriteBatch<Item, Result>(
  db: Db,
  write: (trx: Trx, items: readonly Item[]) => Promise<readonly Result[]>,
  onStored: () => void = () => {},
) {
  let queue: Waiting<Item, Result>[] = [];
  let running: Promise<void> | null = null;
  let isClosed = false;

  async function commit(group: readonly Waiting<Item, Result>[], isRetry = false): Promise<void> {
    let results: readonly Result[];
    try {
      const items = group.map(({ item }) => item);
      results = await inTransaction(db, (trx) => write(trx, items));
    } catch (error) {
      const cause = storageCauseOf(error);
      if (cause === 'unreachable' && !isRetry) await commit(group, true);
      else if (cause !== null || group.length === 1) for (const waiting of group) waiting.reject(error);
      else for (const waiting of group) await commit([waiting]);
      return;
    }
    onStored();
    group.forEach((waiting, index) => {
      waiting.resolve(results[index] as Result);
    });
  }

  /**
   * Waits for further turns of the event loop as long as each turn adds items. Without waiting, a ballot would cost
   * five times as much processor time.
   */
  async function gather(): Promise<void> {
    let before: number;
    let turns = 0;
    do {
      before = queue.length;
      turns += 1;
      await new Promise((resolve) => setImmediate(resolve));
    } while (queue.length > before && queue.length < MAX_ITEMS && turns < MAX_TURNS);
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      await gather();
      const group = queue.slice(0, MAX_ITEMS);
      queue = queue.slice(MAX_ITEMS);
      await commit(group);
    }
    running = null;
  }

  return {
    /**
     * Resolves after the commit, with the result of `write` for this item. If it rejects with a storage cause, the
     * item may have been stored nevertheless: a retry must be idempotent.
     */
    add(item: Item): Promise<Result> {
      if (isClosed) return Promise.reject(new Error('the batch is closed'));
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      const timer = setTimeout(() => reject(new StorageError('slow')), PATIENCE_MS);
      queue.push({ item, resolve, reject });
      running ??= drain();
      return promise.finally(() => clearTimeout(timer));
    },
    waiting: () => queue.length,
    /** Waits for queued items; later calls of `add` are rejected. */
    async close(): Promise<void> {
      isClosed = true;
      await running;
    },
  };
}

export type WriteBatch<Item, Result> = ReturnType<typeof createWriteBatch<Item, Result>>;
