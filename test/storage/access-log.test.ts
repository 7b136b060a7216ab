import { describe, expect, it } from 'vitest';
import { listAccess } from '../../server/act/access.store.ts';
import { runDailyWork } from '../../server/daily-work.ts';
import { writeAccess } from '../../server/staff/write-access.ts';
import { DATABASES } from '../helpers/databases.ts';
import { addPerson } from '../helpers/staff-client.ts';
import { createTestApp } from '../helpers/test-app.ts';

const ALL = { userName: null, kind: null };
const AT = new Date('2024-02-05T09:41:12+07:00');

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('the access log on $name', ({ open }) => {
  it('has a row for an account and hour however many fail, and no name that is no account', async () => {
    const testApp = await createTestApp({ db: await open() });
    const { context } = testApp;
    const { name } = await addPerson(testApp, { role: 'leader' });
    const { access, db } = context;
    for (let n = 0; n < 5_000; n += 1) {
      access.note('sign-in-failed', name, 'password', AT);
      access.note('sign-in-failed', `mật khẩu gõ nhầm ${n}`, 'password', AT);
    }
    await Promise.all([writeAccess(context), writeAccess(context)]);
    access.note('sign-in-failed', name, 'password', AT);
    await writeAccess(context);
    const at = '2024-02-05T09:00:00+07:00';
    const row = { at, kind: 'sign-in-failed', detail: 'password' };
    expect(await listAccess(db, ALL, 10, 0)).toEqual([
      { ...row, user_name: '', count: 5_000 },
      { ...row, user_name: name, count: 5_001 },
    ]);
    expect(await listAccess(db, { userName: name, kind: 'exported' }, 10, 0)).toEqual([]);
    expect(await listAccess(db, { userName: '', kind: 'sign-in-failed' }, 10, 0)).toHaveLength(1);
    expect(await listAccess(db, ALL, 10, 1)).toHaveLength(1);
  });

  it('keeps what could not be written, and deletes rows after 180 days', async () => {
    const testApp = await createTestApp({ db: await open() });
    const { context } = testApp;
    const { name } = await addPerson(testApp, { role: 'leader' });
    context.access.note('exported', name, '/lanh-dao/so-lieu.csv', AT);
    const broken = {
      ...context,
      db: new Proxy(context.db, {
        get: () => () => {
          throw new Error('no database');
        },
      }),
    };
    await expect(writeAccess(broken)).rejects.toThrow('no database');
    testApp.setTime('2024-02-05T10:00:00+07:00');
    await runDailyWork(context);
    expect(await listAccess(context.db, ALL, 10, 0)).toMatchObject([{ count: 1, user_name: name }]);
    testApp.setTime('2024-08-03T23:00:00+07:00');
    await runDailyWork(context);
    expect(await listAccess(context.db, ALL, 10, 0)).toHaveLength(1);
    testApp.setTime('2024-08-04T01:00:00+07:00');
    await runDailyWork(context);
    expect(await listAccess(context.db, ALL, 10, 0)).toEqual([]);
  });
});
