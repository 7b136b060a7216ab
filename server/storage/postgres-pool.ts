import type { Pool, PoolClient } from 'pg';
import { storageCauseOf } from './storage-cause.ts';

/**
 * Timeouts: `requests` of visitors fail after a few seconds; `work`, such as daily work and commands, may read many
 * rows.
 */
export type Patience = 'requests' | 'work';

const CONNECT_MS = 3_000;
const LIMITS = {
  requests: { max: 8, lock_timeout: 3_000, statement_timeout: 4_000, query_timeout: 5_000 },
  // Ballots queue behind a `vacuum full` that waits for its lock, so it gives up soon and is retried later.
  work: { max: 4, lock_timeout: 3_000, statement_timeout: 0, query_timeout: 10 * 60_000 },
} as const;
/** Connections that do not close within this time are destroyed. */
const END_MS = 1_500;

/** The pool replaces broken and unresponsive connections. */
export async function openPostgresPool(url: string, patience: Patience): Promise<Pool> {
  // Imported only here, to save memory on SQLite installations.
  const { default: postgres } = await import('pg');
  const pool = new postgres.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    ...LIMITS[patience],
  });
  const clients = new Set<PoolClient>();
  // A broken connection without an error listener would end the process. The pool replaces broken connections.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    clients.add(client);
    client.on('error', () => {});
    failFast(client);
  });
  pool.on('remove', (client) => clients.delete(client));
  const end = pool.end.bind(pool);
  pool.end = (async () => {
    const cut = setTimeout(() => clients.forEach(destroy), END_MS);
    await end().finally(() => clearTimeout(cut));
  }) as typeof pool.end;
  return pool;
}

/** Destroys an unresponsive connection, because `pg` would queue further statements behind it. */
function failFast(client: PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
  let broken: Error | null = null;
  const guarded = async (...args: unknown[]) => {
    if (broken !== null) throw broken;
    try {
      return await query(...args);
    } catch (error) {
      // An SQLSTATE, such as 57014 (statement cancelled), is a response, so the connection can be used again.
      const isAlive =
        (error as { code?: unknown }).code !== undefined && storageCauseOf(error) !== 'unreachable';
      if (!isAlive && storageCauseOf(error) !== null) {
        broken = error as Error;
        destroy(client);
      }
      throw error;
    }
  };
  client.query = guarded as unknown as PoolClient['query'];
}

const destroy = (client: PoolClient): void =>
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
