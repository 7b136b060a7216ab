import type { Db, Trx } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** Batches writes of concurrent requests into one transaction, hence one fsync. */
export interface WriteBatch<Item, Result> {
  /** Resolves after the commit, with the result of `write` for this item. */
  add(item: Item): Promise<Result>;
  /** Waits for pending items. Later ones are rejected. */
  close(): Promise<void>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Limit of items in a batch: with more, the first would wait longer than the disk takes. */
const MAX_ITEMS = 256;
/** Limits the delay of the first item under steady load. */
const MAX_TURNS = 8;

/**
 * `write` returns one result for each item, in order. When a transaction fails, each of its items is retried alone,
 * so that one bad item fails alone.
 */
export function createWriteBatch<Item, Result>(
  db: Db,
  write: (trx: Trx, items: readonly Item[]) => Promise<readonly Result[]>,
): WriteBatch<Item, Result> {
  let queue: Waiting<Item, Result>[] = [];
  let running: Promise<void> | null = null;
  let isClosed = false;

  async function commit(group: readonly Waiting<Item, Result>[]): Promise<void> {
    let results: readonly Result[];
    try {
      results = await inTransaction(db, (trx) =>
        write(
          trx,
          group.map((waiting) => waiting.item),
        ),
      );
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else for (const waiting of group) await commit([waiting]);
      return;
    }
    group.forEach((waiting, index) => {
      waiting.resolve(results[index] as Result);
    });
  }

  /**
   * Waits for more turns of the event loop while each adds items. Without this wait a ballot costs five times
   * as much.
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
    add(item) {
      if (isClosed) return Promise.reject(new Error('the batch is closed'));
      return new Promise<Result>((resolve, reject) => {
        queue.push({ item, resolve, reject });
        running ??= drain();
      });
    },
    async close() {
      isClosed = true;
      await running;
    },
  };
}
