import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import type { CommentKey } from '../../server/feedback/comment-query.ts';
import { loadComments, markComments } from '../../server/feedback/office-comments.ts';
import { MIGRATIONS, migrate } from '../../server/storage/migrate.ts';
import type { CommentState } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { insertDatedSetting } from '../../server/unit/dated-setting.store.ts';
import { ballotsOf, endDay, fillDay, listShownTexts } from '../helpers/comment-days.ts';
import { DATABASES } from '../helpers/databases.ts';
import { countOccurrences } from '../helpers/sqlite-file.ts';
import { addPerson } from '../helpers/staff-client.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

/** Monday to Wednesday of 2024-W05. */
const [MONDAY, TUESDAY, WEDNESDAY] = ['2024-01-29', '2024-01-30', '2024-01-31'] as const;
const ALL = { state: null, counter: null, search: '', page: 1 } as const;

const marksOf = (keys: readonly CommentKey[], state: CommentState) => keys.map((key) => ({ key, state }));

const textsOf = async (
  testApp: TestApp,
  query: Partial<{ state: 'unread' | 'read'; counter: string; search: string; page: number }> = {},
  counters: readonly string[] | null = null,
): Promise<string[]> => {
  const { comments } = await loadComments(testApp.context.db, 'dong-son', counters, { ...ALL, ...query });
  return comments.map(({ text }) => text);
};

for (const database of DATABASES) {
  describe.skipIf(database.isSkipped)(`comments on ${database.name}`, () => {
    const open = async (): Promise<TestApp> => createTestApp({ db: await database.open() });

    it('appear on the day after, all at once, when their counter has five ballots, and not with four', async () => {
      const testApp = await open();
      const [five, four] = testApp.counters.map(({ code }) => code) as [string, string];
      // Makes the unit's ten ballots two complete groups of five, so that no comment is withheld.
      const third = testApp.counters[2]!.code;
      await fillDay(testApp, MONDAY, [
        ...ballotsOf(five, 5, ['một', 'hai']),
        ...ballotsOf(four, 4, ['bốn']),
        ...ballotsOf(third, 1),
      ]);
      await runDailyWork(testApp.context);
      expect(await listShownTexts(testApp)).toEqual([]);
      await endDay(testApp, MONDAY);
      expect(await listShownTexts(testApp)).toEqual(['hai', 'một']);
      expect(await textsOf(testApp, { counter: four })).toEqual([]);

      // One more ballot makes five; its comment and the hidden one are shown together.
      await fillDay(testApp, TUESDAY, [...ballotsOf(four, 1, ['năm']), ...ballotsOf(third, 4)]);
      expect(await listShownTexts(testApp)).toEqual(['hai', 'một']);
      await endDay(testApp, TUESDAY);
      expect(await listShownTexts(testApp)).toEqual(['bốn', 'hai', 'một', 'năm']);
    });

    it('wait where few ballots came since the last ones, until the week has closed and its ballots count', async () => {
      const testApp = await open();
      const { code } = testApp.counters[0]!;
      await fillDay(testApp, MONDAY, ballotsOf(code, 5, ['thứ hai']));
      await endDay(testApp, MONDAY);
      expect(await listShownTexts(testApp)).toEqual(['thứ hai']);
      await fillDay(testApp, TUESDAY, ballotsOf(code, 1, ['lẻ loi']));
      await endDay(testApp, TUESDAY);
      // The week ends on 4 February and closes at the end of the 9th.
      await endDay(testApp, '2024-02-08');
      expect(await listShownTexts(testApp)).toEqual(['thứ hai']);
      await endDay(testApp, '2024-02-09');
      expect(await listShownTexts(testApp)).toEqual(['thứ hai']);
      // The last ballot of the week is pending until that counter has four more.
      await fillDay(testApp, '2024-02-12', ballotsOf(code, 4));
      await endDay(testApp, '2024-02-12');
      expect(await listShownTexts(testApp)).toEqual(['lẻ loi', 'thứ hai']);
    });

    it('never appear where the week has four ballots that count, whatever comes in other weeks', async () => {
      const testApp = await open();
      const { code } = testApp.counters[0]!;
      await fillDay(testApp, WEDNESDAY, [
        ...ballotsOf(code, 4, ['bốn phiếu']),
        // A fifth ballot that is set aside does not complete a group of five.
        ...ballotsOf(code, 1).map((ballot) => ({ ...ballot, set_aside: 'repeat-device' })),
      ]);
      await fillDay(testApp, '2024-02-05', ballotsOf(code, 5, ['tuần sau']));
      await endDay(testApp, '2024-02-05');
      expect(await listShownTexts(testApp)).toEqual(['tuần sau']);
      await endDay(testApp, '2024-02-20');
      expect(await listShownTexts(testApp)).toEqual(['tuần sau']);
      const states = await testApp.context.db.selectFrom('comments').select('state').execute();
      expect(states.map(({ state }) => state).sort()).toEqual(['unread', 'withheld']);
    });

    it('are not looked at twice for the same day, and not while a day is not ended', async () => {
      const testApp = await open();
      const { code } = testApp.counters[0]!;
      await fillDay(testApp, MONDAY, ballotsOf(code, 3, ['ba']));
      await endDay(testApp, MONDAY);
      const before = await dumpTables(testApp.context.db);
      await runDailyWork(testApp.context);
      expect(await dumpTables(testApp.context.db)).toEqual(before);
    });

    it('are found without marks and capitals, by every word of the search', async () => {
      const testApp = await open();
      const { code } = testApp.counters[0]!;
      const texts = ['ĐĂNG KÝ khai sinh nhanh', 'Đường vào xa', 'không đăng được, 50% hỏng', 'Ký tên'];
      await fillDay(testApp, MONDAY, ballotsOf(code, 5, texts));
      await endDay(testApp, MONDAY);
      expect(await textsOf(testApp, { search: 'dang ky' })).toEqual(['ĐĂNG KÝ khai sinh nhanh']);
      expect(await textsOf(testApp, { search: 'Đăng ký'.normalize('NFD') })).toHaveLength(1);
      expect(await textsOf(testApp, { search: 'duong' })).toEqual(['Đường vào xa']);
      expect(await textsOf(testApp, { search: 'KY' })).toHaveLength(2);
      expect(await textsOf(testApp, { search: '50%' })).toHaveLength(1);
      expect(await textsOf(testApp, { search: '%' })).toHaveLength(4);
    });

    it('come unread first, then the newest week, in an order that stays, page by page', async () => {
      const testApp = await open();
      const { code } = testApp.counters[0]!;
      const user = await addPerson(testApp, { role: 'staff' });
      const early = Array.from({ length: 15 }, (_, index) => `cũ ${index}`);
      const late = Array.from({ length: 15 }, (_, index) => `mới ${index}`);
      await fillDay(testApp, MONDAY, ballotsOf(code, 15, early));
      await fillDay(testApp, '2024-02-05', ballotsOf(code, 15, late));
      await endDay(testApp, '2024-02-05');
      const { db } = testApp.context;
      const first = await loadComments(db, 'dong-son', null, ALL);
      expect([first.page, first.pages, first.comments.length]).toEqual([1, 2, 20]);
      const second = await loadComments(db, 'dong-son', null, { ...ALL, page: 2 });
      const all = [...first.comments, ...second.comments];
      expect(all.map(({ week }) => week)).toEqual([
        ...Array(15).fill('2024-W06'),
        ...Array(15).fill('2024-W05'),
      ]);
      expect(new Set(all.map(({ id }) => id)).size).toBe(30);
      expect((await loadComments(db, 'dong-son', null, { ...ALL, page: 99 })).page).toBe(2);
      // The comments are not in the order of submission.
      const order = all.slice(0, 15).map(({ text }) => Number(text.slice(4)));
      expect(order).not.toEqual([...order].sort((a, b) => a - b));

      await markComments(testApp.context, user, 'dong-son', marksOf(all.slice(0, 1), 'handled'));
      const after = await loadComments(db, 'dong-son', null, ALL);
      expect(after.counts).toEqual({ unread: 29, read: 0, handled: 1, outside: 0, total: 30 });
      const last = await loadComments(db, 'dong-son', null, { ...ALL, page: 2 });
      expect(last.comments.at(-1)?.id).toBe(all[0]?.id);
      expect(last.comments.at(-1)).toMatchObject({ marked_by: user.name, marked_on: '2024-02-06' });
    });

    it('keep their state on later days, and are marked all or none', async () => {
      const testApp = await open();
      const [own, other] = testApp.counters.map(({ code }) => code) as [string, string];
      await fillDay(testApp, MONDAY, [
        ...ballotsOf(own, 5, ['của tôi', 'của tôi nữa']),
        ...ballotsOf(other, 5, ['của người khác']),
      ]);
      await endDay(testApp, MONDAY);
      const { context } = testApp;
      const user = await addPerson(testApp, { role: 'staff', counters: [own] });
      const { comments } = await loadComments(context.db, 'dong-son', null, ALL);
      await expect(markComments(context, user, 'dong-son', marksOf(comments, 'read'))).rejects.toMatchObject({
        code: 'comment-unknown',
      });
      expect(await textsOf(testApp, { state: 'read' })).toEqual([]);
      const mine = comments.filter(({ counter_code }) => counter_code === own);
      await markComments(context, user, 'dong-son', marksOf(mine, 'read'));
      await markComments(context, user, 'dong-son', marksOf(mine, 'read'));
      const acts = await context.db.selectFrom('acts').select(['kind', 'params']).execute();
      expect(acts.map(({ kind }) => kind)).toEqual(['comments-marked']);
      expect(acts[0]?.params).not.toContain('tôi');
      await fillDay(testApp, TUESDAY, ballotsOf(own, 5, ['hôm sau']));
      await endDay(testApp, TUESDAY);
      expect((await textsOf(testApp, { state: 'read' })).sort()).toEqual(['của tôi', 'của tôi nữa']);
      expect((await textsOf(testApp, { state: 'unread' }, [own])).sort()).toEqual(['hôm sau']);
    });

    it('that wait or are withheld are not marked: there is no such comment', async () => {
      const testApp = await open();
      await fillDay(testApp, MONDAY, ballotsOf(testApp.counters[0]!.code, 2, ['chờ']));
      await endDay(testApp, MONDAY);
      const { context } = testApp;
      const user = await addPerson(testApp, { role: 'leader' });
      const rows = await context.db.selectFrom('comments').select(['week', 'id']).execute();
      expect(rows).toHaveLength(1);
      await expect(markComments(context, user, 'dong-son', marksOf(rows, 'read'))).rejects.toMatchObject({
        kind: 'not-found',
      });
    });

    it('are deleted when their time is over, shown or not, and nothing else is', async () => {
      const testApp = await open();
      const { code } = testApp.counters[0]!;
      await fillDay(testApp, MONDAY, ballotsOf(code, 5, ['sẽ bị xóa']));
      await fillDay(testApp, WEDNESDAY, ballotsOf(testApp.counters[1]!.code, 1, ['chưa hiện']));
      await fillDay(testApp, '2024-02-05', ballotsOf(code, 5, ['được giữ']));
      await endDay(testApp, '2024-02-05');
      const { db } = testApp.context;
      await inTransaction(db, (trx) =>
        insertDatedSetting(trx, 'dong-son', { name: 'comment_months', since: '2024-03-01', value: 6 }),
      );
      const kept = await dumpTables(db);
      // The date six months earlier is still in the week.
      await endDay(testApp, '2024-08-03');
      expect((await db.selectFrom('comments').select('text').execute()).length).toBe(3);
      await endDay(testApp, '2024-08-04');
      expect(await db.selectFrom('comments').select('text').execute()).toEqual([{ text: 'được giữ' }]);
      const after = await dumpTables(db);
      for (const table of ['ballots', 'tallies', 'acts'] as const) {
        expect(after[table], table).toEqual(kept[table]);
      }
      expect(after.comment_groups).toHaveLength(1);
    });
  });
}

describe('a SQLite file', () => {
  it('contains nothing of a deleted comment, neither in free space nor in the log', async () => {
    const path = join(makeFolder('comments'), 'hailong.sqlite');
    const testApp = await createTestApp({
      environment: { DATABASE_URL: `sqlite:${path}`, DATA_DIR: makeFolder('comments-data') },
    });
    const { code } = testApp.counters[0]!;
    // Longer than a database page, so that it uses overflow pages.
    const long = `bí mật ${'ngòi bút '.repeat(110)}`.trim();
    await fillDay(testApp, MONDAY, ballotsOf(code, 5, [long, 'bí mật ngắn']));
    await endDay(testApp, MONDAY);
    const read = (): Buffer => Buffer.concat([path, `${path}-wal`].map((file) => readFileSync(file)));
    expect(countOccurrences(read(), 'bí mật')).toBeGreaterThan(0);
    expect(countOccurrences(read(), 'bi mat')).toBeGreaterThan(0);
    await endDay(testApp, '2026-02-10');
    for (const told of ['bí mật', 'bi mat', 'ngòi bút', 'ngoi but']) {
      expect(countOccurrences(read(), told), told).toBe(0);
    }
  });

  it('of before has its comments looked at after the next day', async () => {
    const testApp = await createTestApp();
    const { db } = testApp.context;
    const { code } = testApp.counters[0]!;
    await fillDay(testApp, MONDAY, ballotsOf(code, 5, ['từ bản cũ']));
    await endDay(testApp, MONDAY);
    // The old schema: without the new tables and columns, but with the comment.
    for (const column of ['state', 'folded', 'marked_by', 'marked_on']) {
      await sql`alter table comments drop column ${sql.ref(column)}`.execute(db);
    }
    await sql`drop table comment_groups`.execute(db);
    await sql`delete from kysely_migration where name >= '007-comments'`.execute(db);
    const known = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name <= '007-comments'));
    expect(await migrate(db, known)).toEqual(['007-comments']);
    await runDailyWork(testApp.context);
    expect(await listShownTexts(testApp)).toEqual(['từ bản cũ']);
  });
});
