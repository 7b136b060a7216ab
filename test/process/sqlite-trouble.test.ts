import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openForm, sendForm } from '../helpers/citizen-client.ts';
import { eventually } from '../helpers/eventually.ts';
import { answersOf } from '../helpers/numbered-ballots.ts';
import { runProgram, startServer } from '../helpers/server-process.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';

const settingsFor = (folder: string) => ({ DATA_DIR: folder, LOG_LEVEL: 'info' });
const post = (origin: string, { path, fields }: { path: string; fields: Readonly<Record<string, string>> }) =>
  fetch(origin + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

describe('a SQLite file in trouble', () => {
  it('may be locked by another program: pages go on, ballots get a 503 with their answers', {
    timeout: 60_000,
  }, async () => {
    const folder = makeFolder('data');
    const server = await startServer(settingsFor(folder));
    const form = await openForm(server.origin, server.counterCodes[2] ?? '', {
      ...answersOf(5),
      comment: 'Ghế ngồi chờ',
    });
    const other = new SqliteConnection(join(folder, 'hailong.sqlite'));
    other.exec('begin immediate');
    const waiting = post(server.origin, form);
    let isWaiting = true;
    let silence = 0;
    while (isWaiting) {
      const start = performance.now();
      expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
      silence = Math.max(silence, performance.now() - start);
      isWaiting = await Promise.race([
        waiting.then(() => false),
        new Promise<boolean>((go) => setTimeout(go, 20, true)),
      ]);
    }
    const refused = await waiting;
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused.text()).toContain('Ghế ngồi chờ');
    expect(silence).toBeLessThan(1_000);
    other.exec('rollback');
    other.close();
    expect(await sendForm(server.origin, form)).toBe('thanks');
    expect(server.printed()).not.toMatch(/\n\s+at /);
    await server.stop();
  });

  it.each(['a new file', 'an existing one'])(
    'may be locked at the start (%s): the server says so and waits',
    {
      timeout: 60_000,
    },
    async (kind) => {
      const folder = makeFolder('data');
      if (kind === 'an existing one') await (await startServer(settingsFor(folder))).kill();
      const other = new SqliteConnection(join(folder, 'hailong.sqlite'));
      other.pragma('journal_mode = WAL');
      other.exec('begin immediate');
      let printed = () => '';
      const started = startServer(settingsFor(folder), {
        onOutput: (read) => {
          printed = read;
        },
      });
      await eventually(() => printed().includes('đang khóa tệp cơ sở dữ liệu'));
      other.exec('rollback');
      other.close();
      const server = await started;
      const form = await openForm(server.origin, server.counterCodes[1] ?? '', answersOf(3));
      expect(await sendForm(server.origin, form)).toBe('thanks');
      expect(server.printed()).not.toMatch(/\n\s+at /);
      await server.stop();
    },
  );

  it('may be moved away and come back: no ballot is thanked for meanwhile', { timeout: 60_000 }, async () => {
    const folder = join(makeFolder('office'), 'data');
    const server = await startServer(settingsFor(folder));
    const form = await openForm(server.origin, server.counterCodes[0] ?? '', answersOf(2));
    renameSync(folder, `${folder}-away`);
    expect((await post(server.origin, form)).status).toBe(503);
    mkdirSync(folder);
    expect((await post(server.origin, form)).status).toBe(503);
    const ready = await fetch(`${server.origin}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([503, 'database: replaced']);
    expect(server.printed()).toContain('"cause":"replaced"');
    renameSync(folder, `${folder}-empty`);
    renameSync(`${folder}-away`, folder);
    await eventually(async () => (await sendForm(server.origin, form)) === 'thanks');
    await server.stop();
  });

  it('has one server: a second one says so and ends, and a killed one leaves no lock', {
    timeout: 60_000,
  }, async () => {
    const folder = makeFolder('data');
    const first = await startServer(settingsFor(folder));
    const second = await runProgram('main', [], { ...settingsFor(folder), HOST: '127.0.0.1', PORT: '0' });
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('Một máy chủ khác đang dùng');
    expect((await fetch(`${first.origin}/readyz`)).status).toBe(200);
    await first.kill();
    const third = await startServer(settingsFor(folder));
    expect((await third.stop()).code).toBe(0);
  });
});
