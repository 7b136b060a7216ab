import {
  appendFileSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeDailyCopy, writeCopy } from '../../server/backup/copies.ts';
import { restoreCopy } from '../../server/backup/restore-copy.ts';
import { runDailyWork } from '../../server/daily-work.ts';
import { makePasswordLink } from '../../server/staff/make-link.ts';
import { openDatabase, openSqlite } from '../../server/storage/database.ts';
import { MIGRATIONS, migrate } from '../../server/storage/migrate.ts';
import { copyDatabase, measureFile, TRAILER_BYTES } from '../../server/storage/sqlite-file.ts';
import { finishDays } from '../helpers/finished-days.ts';
import { digestFolder } from '../helpers/folder-digest.ts';
import { createMachine } from '../helpers/machine.ts';
import { addPerson, openBrowser } from '../helpers/staff-client.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp, createTestClock, type TestApp } from '../helpers/test-app.ts';

const TODAY = '2024-01-29';

async function openOffice(ballots = 12): Promise<{ app: TestApp; folder: string; database: string }> {
  const folder = join(makeFolder('office'), 'data');
  const database = join(folder, 'hailong.sqlite');
  const app = await createTestApp({
    environment: { DATA_DIR: folder, DATABASE_URL: `sqlite:${database}` },
  });
  await app.storeMany(
    Array.from({ length: ballots }, (_, index) => ({
      overall: ((index % 5) + 1) as 1,
      comment: index === 0 ? 'Ghế ngồi chờ còn thiếu' : null,
    })),
  );
  return { app, folder, database };
}

/** Path of a backup, shared by the tests that only read it. */
let copy = '';
let closedOffice = '';
beforeAll(async () => {
  const { app, database } = await openOffice();
  copy = join(makeFolder('copies'), 'copy.sqlite');
  await writeCopy(database, copy, '2024-01-28', false, copyDatabase);
  await app.close();
  closedOffice = database;
});

const read = (path: string, query: string): unknown[] => {
  const connection = new SqliteConnection(path, { readonly: true });
  try {
    return connection.prepare(query).all();
  } finally {
    connection.close();
  }
};

describe('a copy of the database', () => {
  it('is one complete file that only its owner can read', async () => {
    const { app, database } = await openOffice();
    const file = join(makeFolder('copies'), 'a.sqlite');
    await writeCopy(database, file, TODAY, false, copyDatabase);
    expect(readdirSync(join(file, '..'))).toEqual(['a.sqlite']);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(measureFile(file).trailer?.madeOn).toBe(TODAY);
    for (const table of ['units', 'counters', 'ballot_box', 'tallies', 'comment_box', 'secrets']) {
      const query = `select * from ${table}`;
      expect(read(file, query)).toEqual(read(database, query));
      expect(read(file, query).length).toBeGreaterThan(0);
    }
    await app.close();
  });

  it('does not reveal the order of today’s ballots in its pages', async () => {
    const { app, database } = await openOffice(0);
    for (let index = 0; index < 30; index += 1) await app.storeMany([{ overall: 5 }]);
    await app.close();
    const ids = (read(database, 'select id from ballot_box order by id') as { id: string }[]).map(
      ({ id }) => id,
    );
    const places = (path: string) => {
      const bytes = readFileSync(path);
      return ids.map((id) => bytes.lastIndexOf(id));
    };
    const file = join(makeFolder('copies'), 'a.sqlite');
    await writeCopy(database, file, TODAY, false, copyDatabase);
    const isMonotonous = (numbers: readonly number[]) =>
      numbers.every((number, at) => at === 0 || number < (numbers[at - 1] as number));
    // SQLite fills a page from its end; a rewritten page has its rows in the order of their random ids.
    expect(isMonotonous(places(file))).toBe(true);
    expect(isMonotonous(places(database))).toBe(false);
  });

  it('overwrites a file only with --force, and never the database', async () => {
    const file = join(makeFolder('copies'), 'a.sqlite');
    writeFileSync(file, 'something else');
    const before = digestFolder(join(file, '..'));
    await expect(writeCopy(closedOffice, file, TODAY, false, copyDatabase)).rejects.toMatchObject({
      code: 'exists',
    });
    expect(digestFolder(join(file, '..'))).toEqual(before);
    await writeCopy(closedOffice, file, TODAY, true, copyDatabase);
    expect(measureFile(file).trailer).not.toBeNull();

    const office = digestFolder(join(closedOffice, '..'));
    await expect(writeCopy(closedOffice, closedOffice, TODAY, true, copyDatabase)).rejects.toMatchObject({
      code: 'same-file',
    });
    expect(digestFolder(join(closedOffice, '..'))).toEqual(office);
  });

  it('needs a database and a folder, and leaves nothing when it fails', async () => {
    const folder = makeFolder('copies');
    const file = join(folder, 'a.sqlite');
    const none = join(folder, 'none.sqlite');
    await expect(writeCopy(none, file, TODAY, false, copyDatabase)).rejects.toMatchObject({
      code: 'no-database',
    });
    await expect(
      writeCopy(closedOffice, join(folder, 'none', 'a.sqlite'), TODAY, false, copyDatabase),
    ).rejects.toMatchObject({ code: 'no-folder' });
    const failing = (_: string, target: string) => {
      writeFileSync(target, 'half of it');
      throw new Error('disk full');
    };
    await expect(writeCopy(closedOffice, file, TODAY, false, failing)).rejects.toThrow('disk full');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not made of a damaged database', async () => {
    const folder = makeFolder('damaged');
    const damaged = join(folder, 'hailong.sqlite');
    const bytes = readFileSync(closedOffice);
    bytes.fill(0xff, 4_096 * 2, 4_096 * 8);
    writeFileSync(damaged, bytes);
    await expect(
      writeCopy(damaged, join(folder, 'copy.sqlite'), TODAY, false, copyDatabase),
    ).rejects.toMatchObject({ code: 'source-damaged' });
    expect(readdirSync(folder)).toEqual(['hailong.sqlite']);
  });

  it('is not made of a database of another program', async () => {
    const folder = makeFolder('foreign');
    const foreign = join(folder, 'foreign.sqlite');
    new SqliteConnection(foreign).exec('create table notes (text)').close();
    await expect(
      writeCopy(foreign, join(folder, 'copy.sqlite'), TODAY, false, copyDatabase),
    ).rejects.toMatchObject({ code: 'foreign' });
    expect(readdirSync(folder)).toEqual(['foreign.sqlite']);
  });
});

describe('restoring', () => {
  const restore = async (
    app: TestApp,
    file: string,
    database: string,
    isRepair = false,
    despiteSeals = false,
  ) =>
    restoreCopy({
      file,
      database,
      surveys: app.context.surveys,
      today: TODAY,
      isRepair,
      despiteSeals,
      beforeStart: false,
    });

  it('restores every row, keeps the previous database and adds a public line', async () => {
    const { app, database, folder } = await openOffice(3);
    await app.close();
    const former = read(database, 'select * from ballot_box');
    const result = await restore(app, copy, database);
    expect(result).toEqual({
      madeOn: '2024-01-28',
      ballots: 12,
      aside: join(folder, 'hailong-before-restore-2024-01-29.sqlite'),
      repaired: 0,
      sealFault: null,
    });
    expect(readdirSync(folder).sort()).toEqual([
      'hailong-before-restore-2024-01-29.sqlite',
      'hailong.sqlite',
    ]);
    for (const table of ['counters', 'ballot_box', 'tallies', 'comment_box', 'secrets', 'spent_tokens']) {
      expect(read(database, `select * from ${table}`)).toEqual(read(copy, `select * from ${table}`));
    }
    expect(read(result.aside as string, 'select * from ballot_box')).toEqual(former);

    const again = await createTestApp({
      environment: { DATA_DIR: folder, DATABASE_URL: `sqlite:${database}` },
      now: '2024-01-30T08:00:00+07:00',
    });
    const events = [{ day: TODAY, kind: 'restored', params: { copied_on: '2024-01-28' } }];
    expect(await (await again.get('/ket-qua.json')).json()).toMatchObject({ received_total: 12, events });
    expect(await (await again.get('/ket-qua')).text()).toContain(
      'Ngày 29/01/2024: dữ liệu được khôi phục từ bản sao lưu ngày 28/01/2024.',
    );
    expect(await (await again.get('/ket-qua?lang=en')).text()).toContain(
      '29 Jan 2024: the data were restored from a backup of 28 Jan 2024.',
    );
    await again.close();
    // The replaced database can be restored too, although it is not a backup.
    const back = await restore(app, result.aside as string, database);
    expect(back).toMatchObject({ madeOn: null, ballots: 3 });
    expect(back.aside).toBe(join(folder, 'hailong-before-restore-2024-01-29-2.sqlite'));
  });

  it('restores no session and no one-time link, which may have ended since', async () => {
    const { app, database } = await openOffice(1);
    const user = await addPerson(app, { role: 'administrator' });
    await openBrowser(app).signIn(user.name);
    await makePasswordLink(app.context, null, user);
    const file = join(makeFolder('copies'), 'a.sqlite');
    await writeCopy(database, file, TODAY, false, copyDatabase);
    await app.close();
    await restore(app, file, database);
    for (const table of ['sessions', 'one_time_links']) {
      expect(read(file, `select * from ${table}`)).toHaveLength(1);
      expect(read(database, `select * from ${table}`)).toEqual([]);
    }
    expect(read(database, 'select name from users')).toEqual([{ name: user.name }]);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'by root leaves the file to the user whom the server runs as',
    async () => {
      const { app, database } = await openOffice(0);
      await app.close();
      chownSync(database, 1234, 5678);
      await restore(app, copy, database);
      expect(statSync(database)).toMatchObject({ uid: 1234, gid: 5678 });
    },
  );

  it('overwrites what a power cut left of an earlier attempt', async () => {
    const { app, database, folder } = await openOffice(0);
    await app.close();
    writeFileSync(join(folder, '.restore.unfinished'), 'half of it');
    expect((await restore(app, copy, database)).ballots).toBe(12);
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('works in a folder that does not exist yet', async () => {
    const { app, database } = await openOffice(0);
    await app.close();
    const empty = join(makeFolder('empty'), 'data', 'hailong.sqlite');
    expect(await restore(app, copy, empty)).toMatchObject({ ballots: 12, aside: null });
    expect(readdirSync(join(empty, '..'))).toEqual(['hailong.sqlite']);
    expect(database).not.toBe(empty);
  });

  it('replaces a database that is too damaged to be opened', async () => {
    const { app, database, folder } = await openOffice(0);
    await app.close();
    writeFileSync(database, 'not a database any more, and long enough for a header'.repeat(20));
    const result = await restore(app, copy, database);
    expect(result.ballots).toBe(12);
    expect(readFileSync(result.aside as string, 'utf8')).toContain('not a database any more');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('migrates an older database', async () => {
    const { app, database } = await openOffice(0);
    await app.close();
    const older = join(makeFolder('older'), 'older.sqlite');
    const db = await openDatabase(`sqlite:${older}`);
    await migrate(db, { '001-initial': MIGRATIONS['001-initial']! });
    await db.destroy();
    await restore(app, older, database);
    expect(read(database, 'select name from kysely_migration order by name')).toEqual(
      Object.keys(MIGRATIONS).map((name) => ({ name })),
    );
  });

  it('is refused while another process has the database open, with nothing changed', async () => {
    const { app, database, folder } = await openOffice(2);
    const other = openSqlite(database);
    other.prepare('select count(*) from ballot_box').get();
    await app.close();
    const before = digestFolder(folder);
    await expect(restore(app, copy, database)).rejects.toMatchObject({ code: 'in-use' });
    expect(digestFolder(folder)).toEqual(before);
    other.close();
    expect((await restore(app, copy, database)).ballots).toBe(12);
  });

  it('refuses a backup whose tallies differ from its ballots, unless they are rebuilt', async () => {
    const { app, database, folder } = await openOffice(0);
    await app.close();
    const wrong = await openOffice(6);
    await wrong.app.close();
    const connection = openSqlite(wrong.database);
    connection.exec(
      'update tallies set ballots = 7, counts = replace(counts, \'"ballots":6\', \'"ballots":7\')',
    );
    connection.close();
    const before = digestFolder(folder);
    await expect(restore(app, wrong.database, database)).rejects.toMatchObject({
      code: 'tallies-differ',
      params: { count: 1 },
    });
    expect(digestFolder(folder)).toEqual(before);
    expect(await restore(app, wrong.database, database, true)).toMatchObject({ ballots: 6, repaired: 1 });
  });

  it('refuses a backup that differs from its seals without --despite-seals, which adds a public line', async () => {
    const { app, database, folder } = await openOffice(0);
    await app.close();
    const sealed = await openOffice(6);
    sealed.app.setTime('2024-01-31T08:00:00+07:00');
    await finishDays(sealed.app.context);
    await sealed.app.close();
    expect(await restore(app, sealed.database, database)).toMatchObject({ ballots: 6, sealFault: null });

    const connection = openSqlite(sealed.database);
    const [{ sql: trigger }] = connection
      .prepare("select sql from sqlite_master where name = 'ballots_no_update'")
      .all() as [{ sql: string }];
    connection.exec('drop trigger ballots_no_update');
    connection.exec(`update ballots set answers = '{"overall":5}' where answers = '{"overall":1}'`);
    connection.exec(trigger);
    connection.close();
    const before = digestFolder(folder);
    // Recomputing the tallies does not help.
    await expect(restore(app, sealed.database, database, true)).rejects.toMatchObject({
      code: 'seals-differ',
      params: { day: TODAY },
    });
    expect(digestFolder(folder)).toEqual(before);
    const result = await restore(app, sealed.database, database, true, true);
    expect(result.sealFault).toEqual({ kind: 'ballots', day: TODAY, sealed: 6, found: 6 });

    const again = await createTestApp({
      environment: { DATA_DIR: folder, DATABASE_URL: `sqlite:${database}` },
      now: '2024-02-01T08:00:00+07:00',
    });
    expect((await (await again.get('/ket-qua.json')).json()).events.at(-1)).toEqual({
      day: TODAY,
      kind: 'seal-differs',
      params: { from: TODAY },
    });
    expect(await (await again.get('/ket-qua')).text()).toContain(
      'dữ liệu được khôi phục dù không khớp mã đối chiếu, kể từ ngày 29/01/2024.',
    );
    expect(await (await again.get('/ket-qua?lang=en')).text()).toContain(
      'the data were restored although they no longer match their check codes, from 29 Jan 2024 on.',
    );
    await again.close();
  });

  describe('refuses with nothing changed', () => {
    let app: TestApp;
    let database = '';
    let folder = '';
    beforeAll(async () => {
      ({ app, database, folder } = await openOffice(4));
      await app.close();
    });

    async function expectRefused(file: string, code: unknown): Promise<void> {
      const before = digestFolder(folder);
      const given = digestFolder(join(file, '..'));
      await expect(restore(app, file, database)).rejects.toMatchObject({ name: 'FileRefused', code });
      expect(digestFolder(folder)).toEqual(before);
      expect(digestFolder(join(file, '..'))).toEqual(given);
    }

    const place = (name: string) => join(makeFolder('given'), name);
    function flip(file: string, at: number): void {
      const bytes = readFileSync(file);
      bytes[at] = (bytes[at] as number) ^ 0x01;
      writeFileSync(file, bytes);
    }
    function damagedCopy(at: number): string {
      const file = place('damaged.sqlite');
      copyFileSync(copy, file);
      flip(file, at);
      return file;
    }

    it('a file that is not there, a folder, an empty file, a text', async () => {
      await expectRefused(place('none.sqlite'), 'missing');
      const folderGiven = place('folder');
      mkdirSync(folderGiven);
      await expectRefused(folderGiven, 'not-a-file');
      const empty = place('empty.sqlite');
      writeFileSync(empty, '');
      await expectRefused(empty, 'empty');
      const text = place('text.sqlite');
      writeFileSync(text, 'Kính gửi UBND huyện');
      await expectRefused(text, 'not-sqlite');
    });

    it('its own database', async () => {
      await expectRefused(database, 'same-file');
    });

    it('a database of another program, marked or not', async () => {
      for (const mark of [0, 1234]) {
        const foreign = place('foreign.sqlite');
        const connection = new SqliteConnection(foreign);
        connection.pragma(`application_id = ${mark}`);
        connection.exec("create table notes (text); insert into notes values ('x')").close();
        await expectRefused(foreign, 'foreign');
      }
    });

    it('a database with a trigger too many or too few', async () => {
      for (const change of [
        'create trigger helper after insert on ballot_box begin delete from ballot_box where id = new.id; end',
        'drop trigger ballots_no_update',
      ]) {
        const crafted = place('crafted.sqlite');
        copyFileSync(closedOffice, crafted);
        const connection = new SqliteConnection(crafted);
        connection.pragma('journal_mode = delete');
        connection.exec(change).close();
        await expectRefused(crafted, 'foreign');
      }
    });

    it('a database of a newer version', async () => {
      const newer = place('newer.sqlite');
      copyFileSync(closedOffice, newer);
      const connection = new SqliteConnection(newer);
      connection.pragma('journal_mode = delete');
      connection.exec("insert into kysely_migration values ('999-from-the-future', '2030-01-01')").close();
      await expectRefused(newer, 'newer');
    });

    it('a file that was copied by hand without the log beside it', async () => {
      const live = await openOffice(1);
      const copied = place('hand.sqlite');
      copyFileSync(live.database, copied);
      copyFileSync(`${live.database}-wal`, `${copied}-wal`);
      await live.app.close();
      await expectRefused(copied, 'has-log');
    });

    it('a copy that was cut, wherever', async () => {
      const { size } = statSync(copy);
      const whole = size - TRAILER_BYTES;
      for (const length of [1, 50, 100, 4_096, Math.floor(whole / 2), whole - 1, whole + 1, size - 1]) {
        const cut = place('cut.sqlite');
        copyFileSync(copy, cut);
        truncateSync(cut, length);
        await expectRefused(cut, expect.stringMatching(/^(truncated|damaged|not-sqlite)$/));
      }
      const longer = place('longer.sqlite');
      copyFileSync(copy, longer);
      appendFileSync(longer, 'x');
      await expectRefused(longer, 'damaged');
    });

    it('a copy with a single bit changed in its header, in a page, in a text or in its trailer', async () => {
      const bytes = readFileSync(copy);
      const places = [
        0,
        16,
        20,
        28,
        60,
        100,
        4_096,
        bytes.indexOf('Ghế ngồi'),
        bytes.length - 5,
        bytes.length - 76,
      ];
      for (const at of places) {
        expect(at).toBeGreaterThanOrEqual(0);
        await expectRefused(damagedCopy(at), expect.any(String));
      }
    });

    it('a copy with any single bit changed', async () => {
      const { size } = statSync(copy);
      // The trailer is short, so its bytes are chosen as often as all others together.
      const bytePlace = fc.oneof(fc.nat(size - 1), fc.integer({ min: size - TRAILER_BYTES, max: size - 1 }));
      await fc.assert(
        fc.asyncProperty(bytePlace, async (at) => {
          await expectRefused(damagedCopy(at), expect.any(String));
        }),
        { numRuns: 150 },
      );
    });

    it('a database file without a trailer whose pages are damaged', async () => {
      const bare = place('bare.sqlite');
      copyFileSync(closedOffice, bare);
      const bytes = readFileSync(bare);
      bytes.fill(0xff, 4_096 * 3, 4_096 * 4);
      writeFileSync(bare, bytes);
      await expectRefused(bare, 'damaged');
    });
  });
});

describe('the daily copy', () => {
  const day = (n: number) => `2024-02-${String(n).padStart(2, '0')}`;
  const at = (n: number, time = '08:00:00') => `${day(n)}T${time}+07:00`;

  it('is made once a day and kept for 14 days', async () => {
    const { app, folder, database } = await openOffice(1);
    const clock = createTestClock(at(1));
    const copies = join(folder, 'backups');
    for (let n = 1; n <= 20; n += 1) {
      clock.set(at(n));
      expect(await makeDailyCopy(database, folder, clock, copyDatabase)).toBe(
        join(copies, `daily-${day(n)}.sqlite`),
      );
      clock.set(at(n, '23:59:00'));
      expect(await makeDailyCopy(database, folder, clock, copyDatabase)).toBeNull();
    }
    expect(readdirSync(copies).sort()).toEqual(
      Array.from({ length: 14 }, (_, index) => `daily-${day(index + 7)}.sqlite`),
    );
    await app.close();
  });

  it('is retried an hour after a failure, which is recorded until it succeeds', async () => {
    const { app, folder, database } = await openOffice(1);
    const clock = createTestClock(at(1));
    const tried: string[] = [];
    const failing = () => {
      tried.push(clock.now().toISOString());
      throw new Error('disk full');
    };
    await expect(makeDailyCopy(database, folder, clock, failing)).rejects.toThrow('disk full');
    clock.set(at(1, '08:59:00'));
    expect(await makeDailyCopy(database, folder, clock, failing)).toBeNull();
    clock.set(at(1, '09:00:00'));
    await expect(makeDailyCopy(database, folder, clock, failing)).rejects.toThrow('disk full');
    expect(tried).toHaveLength(2);
    expect(readdirSync(join(folder, 'backups'))).toEqual(['last-failure.json']);
    clock.set(at(2));
    expect(await makeDailyCopy(database, folder, clock, copyDatabase)).not.toBeNull();
    expect(readdirSync(join(folder, 'backups'))).toEqual(['daily-2024-02-02.sqlite']);
    await app.close();
  });

  it('is part of the daily work, in a worker thread, after the day has ended', async () => {
    const { app, folder } = await openOffice(5);
    // A backup before five minutes past midnight would lack the day before, and would be the only one of that day.
    app.setTime('2024-01-30T00:01:00+07:00');
    await runDailyWork(app.context);
    expect(readdirSync(folder)).not.toContain('backups');
    app.setTime('2024-01-30T00:10:00+07:00');
    await runDailyWork(app.context);
    const file = join(folder, 'backups', 'daily-2024-01-30.sqlite');
    expect(measureFile(file).trailer?.madeOn).toBe('2024-01-30');
    expect(read(file, 'select count(*) as n from ballots')).toEqual([{ n: 5 }]);
    expect(read(file, 'select count(*) as n from ballot_box')).toEqual([{ n: 0 }]);
    await app.close();
  });

  it('goes on while the day is a guess, thins nothing by a wrong clock, and is renewed each day', async () => {
    const folder = join(makeFolder('office'), 'data');
    const environment = { DATA_DIR: folder, DATABASE_URL: `sqlite:${join(folder, 'hailong.sqlite')}` };
    const machine = createMachine('2024-01-29T08:00:00+07:00');
    const start = async (begun: ReturnType<typeof createMachine>) => {
      const app = await createTestApp({ environment, machine: begun });
      await runDailyWork(app.context);
      await app.storeMany([{}]);
      await app.close();
    };
    await start(machine);
    const copies = join(folder, 'backups');
    for (let n = 16; n < 28; n += 1) writeFileSync(join(copies, `daily-2024-01-${n}.sqlite`), 'earlier');
    const before = readdirSync(copies);
    machine.show('2026-11-30T08:00:00+07:00');
    const file = join(copies, 'daily-2024-01-29.sqlite');
    for (const [hoursAgo, ballots] of [
      [0, 0],
      [25, 2],
      [23, 2],
    ] as const) {
      const made = new Date(Date.now() - hoursAgo * 3_600_000);
      utimesSync(file, made, made);
      await start(machine.restarted());
      expect(read(file, 'select count(*) as n from ballot_box')).toEqual([{ n: ballots }]);
    }
    expect(readdirSync(copies)).toEqual(before);
  });

  it('does not stop other work when it fails, and is not made of a database in memory', async () => {
    const { app, folder } = await openOffice(5);
    writeFileSync(join(folder, 'backups'), 'a file where the folder would be');
    app.setTime('2024-01-30T00:10:00+07:00');
    await runDailyWork(app.context);
    const settled = await app.context.db.selectFrom('settled_days').selectAll().execute();
    expect(settled).toEqual([{ day: '2024-01-29' }]);
    await app.close();

    const empty = makeFolder('memory');
    const inMemory = await createTestApp({ environment: { DATA_DIR: empty } });
    await runDailyWork(inMemory.context);
    expect(readdirSync(empty)).toEqual([]);
  });
});

describe('an upgrade', () => {
  it('copies an existing database first, once, and a new one not at all', async () => {
    const folder = join(makeFolder('upgrade'), 'data');
    const database = join(folder, 'hailong.sqlite');
    const environment = { DATA_DIR: folder, DATABASE_URL: `sqlite:${database}` };
    const older = await openDatabase(environment.DATABASE_URL);
    await migrate(older, { '001-initial': MIGRATIONS['001-initial']! });
    await older.destroy();

    const next = Object.keys(MIGRATIONS)[1] as string;
    for (let start = 0; start < 2; start += 1) {
      await (await createTestApp({ environment })).close();
      expect(readdirSync(join(folder, 'backups'))).toEqual([`before-${next}.sqlite`]);
    }
    const copied = join(folder, 'backups', `before-${next}.sqlite`);
    expect(read(copied, 'select name from kysely_migration')).toEqual([{ name: '001-initial' }]);
    expect(measureFile(copied).trailer?.madeOn).toBe(TODAY);
    expect(read(database, 'select count(*) as n from kysely_migration')).toEqual([
      { n: Object.keys(MIGRATIONS).length },
    ]);

    const fresh = join(makeFolder('fresh'), 'data');
    const freshApp = await createTestApp({
      environment: { DATA_DIR: fresh, DATABASE_URL: `sqlite:${join(fresh, 'hailong.sqlite')}` },
    });
    await freshApp.close();
    expect(readdirSync(fresh)).toEqual(['hailong.sqlite']);
  });

  it('does not begin when the copy cannot be made', async () => {
    const folder = join(makeFolder('upgrade'), 'data');
    const database = join(folder, 'hailong.sqlite');
    const older = await openDatabase(`sqlite:${database}`);
    await migrate(older, { '001-initial': MIGRATIONS['001-initial']! });
    await older.destroy();
    writeFileSync(join(folder, 'backups'), 'a file where the folder would be');
    const before = digestFolder(folder);
    await expect(
      createTestApp({ environment: { DATA_DIR: folder, DATABASE_URL: `sqlite:${database}` } }),
    ).rejects.toThrow(/EEXIST/);
    expect(digestFolder(folder)).toEqual(before);
  });
});
