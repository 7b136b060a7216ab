import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { createPostgresDatabase, hasPostgres } from '../helpers/postgres-database.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

// Two server processes on one database, and people who submit the same form at the same moment.

interface Pair {
  readonly apps: readonly [TestApp, TestApp];
  as(role: 'administrator' | 'staff'): Promise<readonly TestBrowser[]>;
}

async function startPair(): Promise<Pair> {
  const environment = { DATABASE_URL: await createPostgresDatabase() };
  const apps = [await createTestApp({ environment }), await createTestApp({ environment })] as const;
  return { apps, as: (role) => Promise.all(apps.map((app) => signInAs(app, { role }))) };
}

/** Submits the same form to both processes, three times each, concurrently; returns the statuses, unordered. */
async function pressTogether(
  browsers: readonly TestBrowser[],
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<number[]> {
  const presses = [...browsers, ...browsers, ...browsers].map((browser) => browser.post(path, fields));
  return (await Promise.all(presses)).map(({ status }) => status).sort();
}

const ONCE = [303, 422, 422, 422, 422, 422];
const EACH = [303, 303, 303, 303, 303, 303];

describe.skipIf(!hasPostgres())('two processes on one PostgreSQL', () => {
  it('make each change of a setting once, with one act and one public line', async () => {
    const { apps, as } = await startPair();
    const { db } = apps[0].context;
    const admins = await as('administrator');
    const confirm = 'yes';
    const since = '30/01/2024';
    const target = { setting: 'target_percent', value: '77', since, confirm };
    const survey = { survey: 'mot-cua-day-du/1', counter: 'all', since, confirm };
    const unit = { name: 'UBND xã Mới', receiver: 'UBND tỉnh', official_code: '', contact_phone: '' };
    const counter = { name: 'Quầy mới', channel: 'poster', field: '' };
    expect(await pressTogether(admins, '/quan-tri/quay', counter)).toEqual(ONCE);
    expect(await pressTogether(admins, '/quan-tri/muc-tieu', target)).toEqual(ONCE);
    expect(await pressTogether(admins, '/quan-tri/phieu', survey)).toEqual(ONCE);
    const rule = { state: 'on', threshold: '3', confirm };
    expect(await pressTogether(admins, '/quan-tri/quy-tac/repeat-device', rule)).toEqual(ONCE);
    expect(await pressTogether(admins, '/quan-tri/don-vi', unit)).toEqual(EACH);

    const changes = ['target-changed', 'survey-changed', 'rule-changed', 'unit-renamed'];
    const acts = await db.selectFrom('acts').select('kind').execute();
    const lines = await db.selectFrom('public_events').select('kind').execute();
    for (const [kinds, found] of [
      [[...changes, 'counter-added'], acts],
      [[...changes, 'counter-opened'], lines],
    ] as const) {
      const counts = kinds.map((kind) => [kind, found.filter((row) => row.kind === kind).length]);
      expect(counts).toEqual(kinds.map((kind) => [kind, 1]));
    }
  });

  it('never merge two counters into each other', async () => {
    const { apps, as } = await startPair();
    const [first, second] = await as('administrator');
    const [a, b] = apps[0].counters.map(({ code }) => code) as [string, string];
    const merge = (browser: TestBrowser | undefined, from: string, into: string) =>
      browser?.post(`/quan-tri/quay/${from}/gop`, { into, confirm: 'yes' });
    const answers = await Promise.all([merge(first, a, b), merge(second, b, a)]);
    expect(answers.map((answer) => answer?.status).sort()).toEqual([303, 422]);
  });

  it('keep one number of transactions, show each comment once and end each day once', async () => {
    const { apps, as } = await startPair();
    const { db } = apps[0].context;
    for (let index = 0; index < 6; index += 1) {
      const answered = await apps[index % 2]!.submit(apps[0].counters[0]!.code, {
        'q.overall': '5',
        comment: `Lời thứ ${index}`,
      });
      expect(answered.status).toBe(303);
    }
    for (const app of apps) app.setTime('2024-02-02T10:00:00+07:00');
    const total = { ky: '2024-W05', quay: 'all', n: '100' };
    expect(await pressTogether(await as('staff'), '/can-bo/giao-dich/tong', total)).toEqual(EACH);
    expect(await db.selectFrom('transaction_entries').select(['revision', 'n']).execute()).toEqual([
      { revision: 1, n: 100 },
    ]);
    for (const time of ['2024-02-03T00:10:00+07:00', '2024-02-12T00:10:00+07:00']) {
      for (const app of apps) app.setTime(time);
      await Promise.all([...apps, ...apps].map(({ context }) => runDailyWork(context)));
    }
    const comments = await db.selectFrom('comments').select('state').execute();
    expect(comments.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'unread'));
    const seals = await db.selectFrom('day_seals').select('day').orderBy('day').execute();
    expect(seals.map(({ day }) => day)).toHaveLength(14);
    expect(seals.at(-1)?.day).toBe('2024-02-11');
  });
});
