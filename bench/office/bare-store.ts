import { randomBytes } from 'node:crypto';
import type SqliteConnection from 'better-sqlite3';

/** Stores forms durably and does nothing else. */
export interface BareStore {
  add(counter: string, fields: URLSearchParams): Promise<void>;
}

/** One row per form, as large as a ballot. Rows that arrive together share one commit and its fsync. */
export function createBareStore(connection: SqliteConnection.Database): BareStore {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.exec(`create table if not exists ballots (
    day text not null, unit text not null, id text not null, counter text not null, channel text not null,
    survey text not null, version integer not null, answers text not null) strict`);
  const insert = connection.prepare('insert into ballots values (?, ?, ?, ?, ?, ?, ?, ?)');
  let queue: { row: readonly unknown[]; resolve: () => void }[] = [];
  const commit = connection.transaction((rows: readonly (readonly unknown[])[]) => {
    for (const row of rows) insert.run(...row);
  });
  const drain = (): void => {
    const group = queue;
    queue = [];
    commit(group.map(({ row }) => row));
    for (const { resolve } of group) resolve();
  };
  return {
    add(counter, fields) {
      const levels: Record<string, number> = {};
      for (const [name, value] of fields) if (name.startsWith('q.')) levels[name.slice(2)] = Number(value);
      const id = randomBytes(16).toString('hex');
      const row = [
        '2024-12-05',
        'dong-son',
        id,
        counter,
        'poster',
        'mot-cua-ngan',
        1,
        JSON.stringify(levels),
      ];
      return new Promise((resolve) => {
        if (queue.length === 0) setImmediate(drain);
        queue.push({ row, resolve });
      });
    },
  };
}
