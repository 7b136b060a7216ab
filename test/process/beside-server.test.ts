import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/storage/database.ts';
import { inSnapshot, inTransaction } from '../../server/storage/transaction.ts';
import { openForm, sendForm } from '../helpers/citizen-client.ts';
import { answersOf } from '../helpers/numbered-ballots.ts';
import { runProgram, startServer } from '../helpers/server-process.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';

describe('another program on the same SQLite file', () => {
  it('cannot write between what a transaction reads and what it writes', async () => {
    const path = join(makeFolder('data'), 'test.sqlite');
    const db = await openDatabase(`sqlite:${path}`);
    await sql`create table t (n integer)`.execute(db);
    const other = new SqliteConnection(path, { timeout: 0 });
    const write = () => other.prepare('insert into t values (1)').run();
    await inTransaction(db, async (trx) => {
      await sql`select n from t`.execute(trx);
      // Without the lock, this write would make the one below fail: its read would be stale.
      expect(write).toThrow('database is locked');
      await sql`insert into t values (2)`.execute(trx);
    });
    expect(write().changes).toBe(1);
    other.close();
    await db.destroy();
  });

  it('does not change what a snapshot reads', async () => {
    const path = join(makeFolder('data'), 'test.sqlite');
    const db = await openDatabase(`sqlite:${path}`);
    await sql`create table t (n integer)`.execute(db);
    const other = new SqliteConnection(path, { timeout: 0 });
    await inSnapshot(db, async (trx) => {
      const count = async () => (await sql`select n from t`.execute(trx)).rows.length;
      expect(await count()).toBe(0);
      other.prepare('insert into t values (1)').run();
      expect(await count()).toBe(0);
    });
    other.close();
    await db.destroy();
  });

  it('may be the administrator’s tool, while ballots come in: nobody is refused', async () => {
    const settings = { DATA_DIR: makeFolder('data') };
    const server = await startServer(settings);
    let isOver = false;
    const answers: string[] = [];
    const phone = async () => {
      while (!isOver) {
        const form = await openForm(server.origin, server.counterCodes[0] ?? '', answersOf(answers.length));
        answers.push(await sendForm(server.origin, form));
      }
    };
    const phones = [phone(), phone()];
    const create = ['api-key', 'create', '--name', 'Phòng Nội vụ'];
    for (const args of [create, ['recount'], create, ['counters', '--json']]) {
      const { code, stderr } = await runProgram('cli/hailong', args, settings);
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
    }
    isOver = true;
    await Promise.all(phones);
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.filter((answer) => answer !== 'thanks')).toEqual([]);
    await server.stop();
  });
});
