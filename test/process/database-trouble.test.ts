import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../server/storage/database.ts';
import { openForm, sendForm } from '../helpers/citizen-client.ts';
import { startDatabaseProxy } from '../helpers/database-proxy.ts';
import { eventually } from '../helpers/eventually.ts';
import { answersOf } from '../helpers/numbered-ballots.ts';
import { createPostgresDatabase, hasPostgres } from '../helpers/postgres-database.ts';
import { startServer } from '../helpers/server-process.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';

const settingsFor = (url: string) => ({ DATABASE_URL: url, DATA_DIR: makeFolder('data'), LOG_LEVEL: 'info' });

describe.skipIf(!hasPostgres())('a PostgreSQL that fails under the server', () => {
  it('may end connections in use, again and again: the process lives and every ballot counts once', {
    timeout: 90_000,
  }, async () => {
    const url = await createPostgresDatabase();
    const owner = await openDatabase(url);
    const server = await startServer(settingsFor(url));
    const code = server.counterCodes[0] ?? '';
    let isDone = false;
    let acknowledged = 0;
    const cuts = (async () => {
      let count = 0;
      for (; !isDone; count += 1) {
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`.execute(owner);
        // Even on a slow machine at least one ballot is acknowledged between two cuts.
        const before = acknowledged;
        await eventually(async () => isDone || acknowledged > before);
      }
      return count;
    })();
    const sent = Array.from({ length: 120 }, (_, serial) => serial);
    for (let start = 0; start < sent.length; start += 12) {
      await Promise.all(
        sent.slice(start, start + 12).map(async (serial) => {
          const form = await eventually(() =>
            openForm(server.origin, code, { ...answersOf(serial), kind: 'citizen' }).catch(() => null),
          );
          await eventually(async () => (await sendForm(server.origin, form)) === 'thanks');
          acknowledged += 1;
        }),
      );
    }
    isDone = true;
    expect(await cuts).toBeGreaterThan(5);
    const { rows } = await sql<{ n: unknown }>`select count(*) as n from ballot_box`.execute(owner);
    expect(Number(rows[0]?.n)).toBe(sent.length);
    expect((await server.stop()).code).toBe(0);
    await owner.destroy();
  });

  it('is waited for at the start, with a line for each attempt', { timeout: 60_000 }, async () => {
    const proxy = await startDatabaseProxy(await createPostgresDatabase(), onTestFinished);
    await proxy.refuse();
    let printed = () => '';
    const started = startServer(settingsFor(proxy.url), {
      onOutput: (read) => {
        printed = read;
      },
    });
    await eventually(() => /ECONNREFUSED/.test(printed()));
    await proxy.restore();
    const server = await started;
    expect(server.printed()).toMatch(/Không vào được cơ sở dữ liệu.*ECONNREFUSED.*thử lại/);
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
    expect((await server.stop()).code).toBe(0);
  });

  it('may freeze: readyz, a ballot and other pages all answer in time', {
    timeout: 90_000,
  }, async () => {
    const proxy = await startDatabaseProxy(await createPostgresDatabase(), onTestFinished);
    const before = await startServer(settingsFor(proxy.url));
    const code = before.counterCodes[1] ?? '';
    const form = await openForm(before.origin, code, { ...answersOf(7), comment: 'Chờ lâu quá' });
    await before.kill();
    // This process has not served any page yet.
    const server = await startServer(settingsFor(proxy.url));
    proxy.freeze();

    expect(await timed(() => fetch(`${server.origin}/readyz`))).toSatisfy(
      ({ response, ms }: Timed) => response.status === 503 && ms < 3_500,
    );
    const refused = await timed(() =>
      fetch(server.origin + form.path, { method: 'POST', body: new URLSearchParams(form.fields) }),
    );
    expect(refused.response.status).toBe(503);
    expect(refused.response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(refused.ms).toBeLessThan(10_500);
    const page = await refused.response.text();
    expect(page).toContain('Chờ lâu quá');
    expect(page).toContain(form.fields.t);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);

    await proxy.restore();
    await eventually(async () => (await sendForm(server.origin, form)) === 'thanks');
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
    const lines = server
      .printed()
      .split('\n')
      .filter((line) => line.includes('cannot be used'));
    expect(lines).toHaveLength(1);
    await server.kill();
  });

  it('may hold a locked table: ballots get a 503 and are taken when it is free', {
    timeout: 60_000,
  }, async () => {
    const url = await createPostgresDatabase();
    const owner = await openDatabase(url);
    const server = await startServer(settingsFor(url));
    const form = await openForm(server.origin, server.counterCodes[0] ?? '', answersOf(3));
    await owner.transaction().execute(async (trx) => {
      await sql`lock table tallies in access exclusive mode`.execute(trx);
      const { response, ms } = await timed(() =>
        fetch(server.origin + form.path, { method: 'POST', body: new URLSearchParams(form.fields) }),
      );
      expect(response.status).toBe(503);
      expect(ms).toBeLessThan(10_500);
      expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    });
    await eventually(async () => (await sendForm(server.origin, form)) === 'thanks');
    await server.stop();
    await owner.destroy();
  });
});

interface Timed {
  readonly response: Response;
  readonly ms: number;
}

async function timed<Result>(run: () => Promise<Result>): Promise<{ response: Result; ms: number }> {
  const start = performance.now();
  const response = await run();
  return { response, ms: performance.now() - start };
}
