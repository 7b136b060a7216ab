import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { doctorCommand } from '../../server/cli/commands/doctor.ts';
import { parseConfig } from '../../server/config.ts';
import { lockForServer } from '../../server/storage/server-lock.ts';
import { startDatabaseProxy } from '../helpers/database-proxy.ts';
import { createPostgresDatabase, hasPostgres } from '../helpers/postgres-database.ts';
import { runProgram, startServer } from '../helpers/server-process.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp, createTestClock, START } from '../helpers/test-app.ts';

type Environment = Readonly<Record<string, string>>;

/** Runs the doctor; returns the codes of its findings and its whole output. */
async function examine(environment: Environment, now: string = START) {
  const config = parseConfig({ HOST: '127.0.0.1', PORT: '1', ...environment });
  const run = async (asJson: boolean) => {
    const lines: string[] = [];
    await doctorCommand(config, createTestClock(now), { isThorough: true, asJson }, (line) =>
      lines.push(line),
    );
    return lines.join('\n');
  };
  const found: { level: string; code: string }[] = JSON.parse(await run(true));
  const problems = found.flatMap(({ level, code }) =>
    level === 'problem' && !['copy-none', 'port-taken'].includes(code) ? [code] : [],
  );
  return { problems, codes: found.map(({ code }) => code), text: await run(false) };
}

/** Whether another user can read this checkout's survey files; root itself can read everything. */
function isCheckoutOpen(): boolean {
  if (!isRoot) return true;
  process.seteuid?.(65_534);
  try {
    // The absolute path, because the program uses it too.
    readFileSync(resolve('surveys/published.json'));
    return true;
  } catch {
    return false;
  } finally {
    process.seteuid?.(0);
  }
}

/** Advice that would lose data: restoring a backup, or starting with an empty database. */
const LOSES_DATA = /khôi phục từ|sẽ tạo khi chạy/;

async function makeOffice(): Promise<{ folder: string; file: string; environment: Environment }> {
  const folder = join(makeFolder('doctor'), 'data');
  const file = join(folder, 'hailong.sqlite');
  const app = await createTestApp({ environment: { DATA_DIR: folder, DATABASE_URL: `sqlite:${file}` } });
  await app.storeMany([{ overall: 5 }, { overall: 2 }]);
  await app.close();
  return { folder, file, environment: { DATA_DIR: folder } };
}

const isRoot = process.getuid?.() === 0;

describe('doctor on a SQLite office in trouble', () => {
  it('names a foreign lock', async () => {
    const { file, environment } = await makeOffice();
    const other = new SqliteConnection(file);
    other.exec('begin immediate');
    const { problems, text } = await examine(environment);
    other.close();
    expect(problems).toEqual(['database-busy']);
    expect(text).not.toMatch(LOSES_DATA);
    expect((await examine(environment)).problems).toEqual([]);
  }, 30_000);

  it('names a server on another port', async () => {
    const { file, environment } = await makeOffice();
    const unlock = await lockForServer(file);
    const { problems } = await examine(environment);
    unlock();
    expect(problems).toEqual(['server-elsewhere']);
    expect((await examine(environment)).problems).toEqual([]);
  });

  it.skipIf(process.platform === 'win32' || !isCheckoutOpen())(
    'names missing rights, and calls nothing damaged or absent',
    async () => {
      const { folder, file, environment } = await makeOffice();
      // Root can read everything, so the doctor runs as another user. Locked in turn: file, folder, parent
      // folder.
      const asOther = async () => {
        if (isRoot) process.seteuid?.(65_534);
        try {
          return await examine(environment);
        } finally {
          if (isRoot) process.seteuid?.(0);
        }
      };
      const parent = join(folder, '..');
      for (const [path, mode] of [
        [file, 0o000],
        [folder, 0o555],
        [folder, 0o000],
        [parent, 0o000],
      ] as const) {
        chmodSync(parent, 0o755);
        chmodSync(folder, 0o755);
        chmodSync(file, isRoot ? 0o644 : 0o600);
        chmodSync(path, mode);
        const { problems, codes, text } = await asOther();
        chmodSync(parent, 0o755);
        chmodSync(folder, 0o755);
        const named = ['database-no-rights', 'database-read-only', 'not-writable'];
        expect(
          problems.some((code) => named.includes(code)),
          `${path} ${mode}: ${problems}`,
        ).toBe(true);
        expect(codes).not.toContain('database-damaged');
        expect(codes).not.toContain('no-database-yet');
        expect(text).not.toMatch(LOSES_DATA);
      }
    },
  );

  describe.skipIf(!isRoot || spawnSync('mount', ['--version']).status !== 0)('on a small disk', () => {
    const disk = makeFolder('disk');
    let isMounted = false;
    beforeAll(() => {
      isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]).status === 0;
      if (!isMounted) console.warn('SKIPPED: no file system can be mounted here.');
    });
    afterAll(() => {
      if (isMounted) spawnSync('umount', [disk]);
    });
    const freeBytes = () =>
      Number(spawnSync('df', ['--output=avail', '-B1', disk]).stdout.toString().split('\n')[1]);

    it.each([0, 60_000, 180_000, 300_000])(
      'has %i bytes for a first start: one sentence, and later a start as if nothing had been',
      async (free) => {
        if (!isMounted) return;
        const folder = join(disk, 'first');
        const filler = join(disk, 'filler');
        writeFileSync(filler, Buffer.alloc(freeBytes() - free));
        const { code, stderr } = await runProgram('main', [], {
          DATA_DIR: folder,
          PORT: '0',
          LANG: 'C.UTF-8',
        });
        expect(code).toBe(1);
        expect(stderr).toMatch(/^Ổ đĩa đầy.*\n$/);
        rmSync(filler);
        const server = await startServer({ DATA_DIR: folder });
        expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
        await server.stop();
        rmSync(folder, { recursive: true });
      },
    );

    it('names a full disk, and one that is read-only', async ({ skip }) => {
      if (!isMounted) skip();
      const { folder } = await makeOffice();
      const moved = join(disk, 'data');
      spawnSync('cp', ['-a', folder, moved]);
      const environment = { DATA_DIR: moved };
      const filler = join(disk, 'filler');
      writeFileSync(filler, Buffer.alloc(freeBytes()));
      const full = await examine(environment);
      expect(full.problems).toContain('disk-full');
      expect(full.codes).not.toContain('database-damaged');
      expect(full.text).not.toMatch(LOSES_DATA);
      rmSync(filler);
      expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0);
      const { problems, codes, text } = await examine(environment);
      spawnSync('mount', ['-o', 'remount,rw', disk]);
      expect(problems.some((code) => ['not-writable', 'database-read-only'].includes(code))).toBe(true);
      expect(codes).not.toContain('database-damaged');
      expect(text).not.toMatch(LOSES_DATA);
    });
  });

  it('names a folder that was deleted or replaced under the server', async () => {
    const folder = join(makeFolder('office'), 'data');
    const server = await startServer({ DATA_DIR: folder });
    const environment = { DATA_DIR: folder, PORT: new URL(server.origin).port };
    renameSync(folder, `${folder}-away`);
    const gone = await examine(environment, new Date().toISOString());
    mkdirSync(folder);
    const replaced = await examine(environment, new Date().toISOString());
    await server.stop();
    for (const { problems, codes, text } of [gone, replaced]) {
      expect(problems.filter((code) => code.startsWith('database-'))).toEqual(['database-replaced']);
      expect(codes).not.toContain('no-database-yet');
      expect(text).not.toMatch(LOSES_DATA);
    }
  }, 60_000);

  it('advises a restore for a damaged file alone, after a copy of what is there', async () => {
    const { file, environment } = await makeOffice();
    const bytes = readFileSync(file);
    bytes.fill(0xee, 4_096 * 3, 4_096 * 7);
    writeFileSync(file, bytes);
    const { problems, text } = await examine(environment);
    expect(problems).toEqual(['database-damaged']);
    expect(text).toContain('chép giữ cả thư mục dữ liệu');
  });
});

/** Creates in each kind of database an office whose last finished day is 29 January. */
async function makeEnded(environment: Environment): Promise<void> {
  const app = await createTestApp({ environment });
  await app.context.db.insertInto('settled_days').values({ day: '2024-01-29' }).execute();
  await app.close();
}

describe.each([
  { name: 'SQLite', isSkipped: false, open: async () => ({}) },
  {
    name: 'PostgreSQL',
    isSkipped: !hasPostgres(),
    open: async () => ({ DATABASE_URL: await createPostgresDatabase() }),
  },
])('doctor on $name', ({ isSkipped, open }) => {
  it.skipIf(isSkipped)(
    'names a clock that is ahead or behind, and both ways to mend it',
    async () => {
      const folder = join(makeFolder('doctor'), 'data');
      const given: Environment = { DATA_DIR: folder, ...(await open()) };
      await makeEnded({ DATABASE_URL: `sqlite:${join(folder, 'hailong.sqlite')}`, ...given });
      for (const [now, code] of [
        ['2024-02-20T23:00:00+07:00', null],
        ['2024-02-21T08:00:00+07:00', 'clock-ahead'],
        ['2025-01-30T08:00:00+07:00', 'clock-ahead'],
        ['2024-01-28T08:00:00+07:00', 'clock-behind'],
        ['2000-01-01T08:00:00+07:00', 'clock-year'],
      ] as const) {
        const { problems, text } = await examine(given, now);
        expect([now, problems]).toEqual([now, code === null ? [] : [code]]);
        if (code?.startsWith('clock-') && code !== 'clock-year')
          expect(text).toContain(`hailong clock confirm ${now.slice(0, 10)}`);
      }
    },
    60_000,
  );
});

describe.skipIf(!hasPostgres())('doctor on a PostgreSQL in trouble', () => {
  it('names one that is frozen, one that refuses, and one that is gone', async () => {
    const proxy = await startDatabaseProxy(await createPostgresDatabase(), onTestFinished);
    const environment = { DATA_DIR: makeFolder('doctor'), DATABASE_URL: proxy.url };
    const problemsOf = async (url = proxy.url) =>
      (await examine({ ...environment, DATABASE_URL: url })).problems;
    proxy.freeze();
    const start = performance.now();
    expect(await problemsOf()).toEqual(['database-slow']);
    expect(performance.now() - start).toBeLessThan(20_000);
    await proxy.restore();
    await proxy.refuse();
    expect(await problemsOf()).toEqual(['database-unreachable']);
    expect(await problemsOf(proxy.url.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:1'))).toEqual([
      'database-unreachable',
    ]);
    await proxy.restore();
  }, 60_000);
});
