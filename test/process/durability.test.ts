import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/storage/database.ts';
import { openForm, sendForm } from '../helpers/citizen-client.ts';
import { openGatedSqlite } from '../helpers/gated-commits.ts';
import { answersOf, serialOf } from '../helpers/numbered-ballots.ts';
import { startServer } from '../helpers/server-process.ts';
import { hasStrace, parseSystemCalls } from '../helpers/strace.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp, hiddenField } from '../helpers/test-app.ts';

/** Number of ballots that another process would read from the file now. */
function countOnDisk(path: string): number {
  const other = new SqliteConnection(path, { readonly: true });
  const { n } = other.prepare('select count(*) as n from ballot_box').get() as { n: number };
  other.close();
  return n;
}

/** Lets all pending work finish, except commits that the gated database blocks. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('an acknowledged ballot', () => {
  it('is written with an fsync at each commit', async () => {
    const db = await openDatabase(`sqlite:${join(makeFolder('data'), 'test.sqlite')}`);
    const read = async (name: string) => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await read('journal_mode')).toBe('wal');
    // 2 is FULL: fsync before a commit returns.
    expect(await read('synchronous')).toBe(2);
    await db.destroy();
  });

  describe('with a gate before the commit', () => {
    async function openApp() {
      const path = join(makeFolder('data'), 'test.sqlite');
      const gated = openGatedSqlite(path);
      const app = await createTestApp({ db: gated.db });
      const code = app.counters[0]?.code ?? '';
      const html = await (await app.get(`/k/${code}`)).text();
      const fields = { t: hiddenField(html, 't'), s: hiddenField(html, 's'), 'q.overall': '5' };
      return { app, gated, path, send: () => app.post(`/k/${code}`, fields) };
    }

    it('is not acknowledged before its commit', async () => {
      const { app, gated, path, send } = await openApp();
      gated.shut();
      let status: number | null = null;
      const sent = send().then((response) => {
        status = response.status;
      });
      await gated.reached();
      await idle();
      expect(status).toBeNull();
      expect(countOnDisk(path)).toBe(0);
      gated.open();
      await sent;
      expect(status).toBe(303);
      expect(countOnDisk(path)).toBe(1);
      await app.close();
    });

    it('is not acknowledged when its commit fails, and counts once on a retry', async () => {
      const { app, gated, path, send } = await openApp();
      gated.shut();
      const sent = send();
      await gated.reached();
      gated.fail();
      expect((await sent).status).toBe(500);
      expect(countOnDisk(path)).toBe(0);
      expect((await send()).status).toBe(303);
      expect((await send()).status).toBe(303);
      expect(countOnDisk(path)).toBe(1);
      await app.close();
    });

    it('sent twice concurrently is not acknowledged before the commit', async () => {
      const { app, gated, path, send } = await openApp();
      gated.shut();
      const statuses: number[] = [];
      const note = async () => {
        statuses.push((await send()).status);
      };
      const both = [note()];
      await gated.reached();
      both.push(note());
      await idle();
      expect(statuses).toEqual([]);
      gated.open();
      await Promise.all(both);
      expect(statuses).toEqual([303, 303]);
      expect(countOnDisk(path)).toBe(1);
      await app.close();
    });
  });
});

describe.skipIf(!hasStrace())('the system calls of a server', () => {
  it('fsync the write-ahead log after its last write and before the response', async () => {
    const folder = makeFolder('data');
    const trace = join(makeFolder('trace'), 'calls');
    const server = await startServer(
      { DATA_DIR: folder },
      {
        // -D: the server is our child, not strace's; -y: paths of descriptors; -ttt: timestamps.
        wrapper: ['strace', '-D', '-f', '-y', '-ttt', '-s', '120', '-o', trace, '-e', CALLS],
      },
    );
    const rounds = 3;
    for (let serial = 0; serial < rounds; serial++) {
      const form = await openForm(server.origin, server.counterCodes[0] ?? '', answersOf(serial));
      expect(await sendForm(server.origin, form)).toBe('thanks');
    }
    await server.stop();
    await expect.poll(() => readFileSync(trace, 'utf8'), { timeout: 10_000 }).toMatch(/\+\+\+ exited with 0/);

    const calls = parseSystemCalls(readFileSync(trace, 'utf8'));
    const isSync = ({ name, text }: (typeof calls)[number]) =>
      /^f(data)?sync$/.test(name) && text.includes('hailong.sqlite-wal>') && / = 0$/.test(text);
    const isLogWrite = ({ name, text }: (typeof calls)[number]) =>
      name === 'pwrite64' && text.includes('hailong.sqlite-wal>');
    const answers = calls.flatMap(({ text }, index) => (text.includes('"HTTP/1.1 303') ? [index] : []));
    const firstOpened = calls.findIndex(({ text }) => text.includes('"HTTP/1.1 200'));
    expect(answers).toHaveLength(rounds);
    expect(firstOpened).toBeGreaterThanOrEqual(0);
    let from = firstOpened;
    for (const at of answers) {
      const before = calls.slice(from, at);
      const lastWrite = before.findLastIndex(isLogWrite);
      const lastSync = before.findLastIndex(isSync);
      expect(lastWrite, 'the ballot is written to the log').toBeGreaterThanOrEqual(0);
      expect(lastSync, 'the log is on disk when the thanks leave').toBeGreaterThan(lastWrite);
      from = at;
    }
  });
});

const CALLS = 'trace=fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg';

/** A preconnection without a request, as browsers open. */
async function connect(port: number): Promise<Socket> {
  const socket = createConnection(port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

// Windows has no SIGTERM.
describe.skipIf(process.platform === 'win32')('a server on SIGTERM', () => {
  it('stops cleanly and soon: acknowledged ballots are stored, and the write-ahead log is empty', async () => {
    const folder = makeFolder('data');
    const server = await startServer({ DATA_DIR: folder });
    const code = server.counterCodes[0] ?? '';
    const acknowledged = new Set<number>();
    let serial = 0;
    const phone = async () => {
      for (let answer = 'thanks'; answer === 'thanks'; ) {
        const own = serial++;
        const form = await openForm(server.origin, code, answersOf(own)).catch(() => null);
        answer = form === null ? 'none' : await sendForm(server.origin, form);
        if (answer === 'thanks') acknowledged.add(own);
      }
    };
    const inAdvance = await connect(server.port);
    const phones = Array.from({ length: 8 }, phone);
    await expect.poll(() => acknowledged.size, { timeout: 20_000, interval: 5 }).toBeGreaterThan(20);
    const begun = Date.now();
    const exit = await server.stop();
    const took = Date.now() - begun;
    await Promise.all(phones);
    inAdvance.destroy();

    expect(exit).toEqual({ code: 0, signal: null });
    // Open idle connections must not delay the stop.
    expect(took).toBeLessThan(3_000);
    const kept = ['backups', 'first-administrator.txt', 'hailong.sqlite.lock'];
    expect(readdirSync(folder).filter((name) => !kept.includes(name))).toEqual(['hailong.sqlite']);
    const stored = await listSerials(`sqlite:${join(folder, 'hailong.sqlite')}`);
    expect(new Set(stored).size).toBe(stored.length);
    expect(stored).toEqual(expect.arrayContaining([...acknowledged]));
    expect(acknowledged.size).toBeGreaterThan(20);
  });

  it('completes a ballot that is being received, and accepts no other', async () => {
    const folder = makeFolder('data');
    const server = await startServer({ DATA_DIR: folder });
    const { path, fields } = await openForm(server.origin, server.counterCodes[0] ?? '', answersOf(7));
    const body = new URLSearchParams(fields).toString();
    const phone = await connect(server.port);
    let received = '';
    phone.on('data', (bytes) => {
      received += bytes;
    });
    const head = [
      `POST ${path} HTTP/1.1`,
      `Host: localhost:${server.port}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
    ];
    phone.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 20)}`);
    // The server has read the half once it answers a later request on another connection.
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    const stopped = server.stop();
    await expect.poll(() => fetch(`${server.origin}/healthz`).catch(() => 'gone')).toBe('gone');
    phone.write(body.slice(20));
    await once(phone, 'close');
    expect(received).toMatch(/^HTTP\/1\.1 303 /);
    expect(received).toMatch(/^connection: close\r$/im);
    expect(await stopped).toEqual({ code: 0, signal: null });
    expect(await listSerials(`sqlite:${join(folder, 'hailong.sqlite')}`)).toEqual([7]);
  });
});

/** Numbers of all ballots in a database that no server has open. */
async function listSerials(url: string): Promise<number[]> {
  const db = await openDatabase(url);
  const rows = await db.selectFrom('ballot_box').select('answers').execute();
  const moved = await db.selectFrom('ballots').select('answers').execute();
  await db.destroy();
  return [...rows, ...moved].map(({ answers }) => serialOf(answers));
}
