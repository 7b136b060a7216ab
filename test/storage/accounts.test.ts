import { describe, expect, it } from 'vitest';
import { insertAct, listActs } from '../../server/act/act.store.ts';
import { loadActs } from '../../server/act/record-act.ts';
import { addUser } from '../../server/staff/add-user.ts';
import { changeRoles, disableUser } from '../../server/staff/change-user.ts';
import { makePhoneLink, renewFirstAdministratorLink } from '../../server/staff/make-link.ts';
import { findSignedIn } from '../../server/staff/session.ts';
import { rememberPhone, setPasswordByLink } from '../../server/staff/use-link.ts';
import { findUser, listUsers } from '../../server/staff/user.store.ts';
import { deleteEnded } from '../../server/staff/write-access.ts';
import type { Db } from '../../server/storage/schema.ts';
import { DATABASES } from '../helpers/databases.ts';
import { createTestApp } from '../helpers/test-app.ts';

const PASSWORD = 'bốn quyển vở mới';
const given = {
  full_name: 'Người A',
  password: PASSWORD,
  visit: { heldToken: undefined, device: '' },
  knownBrowserCookie: undefined,
};

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('accounts on $name', ({ open }) => {
  async function start() {
    const db: Db = await open();
    const { context, setTime } = await createTestApp({ db });
    const code = (await renewFirstAdministratorLink(context))!;
    const first = await setPasswordByLink(context, { ...given, code, name: 'quan-ly' });
    if (first.outcome !== 'done') throw new Error(first.outcome);
    if (first.entry.stage !== 'session') throw new Error(first.entry.stage);
    return { context, setTime, administrator: first.user, token: first.entry.token };
  }

  it('are created, signed in, remembered and disabled', async () => {
    const { context, setTime, administrator, token } = await start();
    expect((await findSignedIn(context, token, 'browser'))?.user.name).toBe('quan-ly');
    expect(await findSignedIn(context, token, 'phone')).toBeNull();
    const choice = { roles: ['leader'], allCounters: true, counters: [] };
    const added = await addUser(context, administrator, {
      ...choice,
      name: 'chu-tich',
      full_name: 'Người B',
    });
    if (added.outcome !== 'done') throw new Error('faults');
    const again = await addUser(context, administrator, {
      ...choice,
      name: 'chu-tich',
      full_name: 'Người C',
    });
    expect(again).toMatchObject({ outcome: 'faults', faults: [{ field: 'name', code: 'user-name-taken' }] });
    const phone = await makePhoneLink(context, administrator, added.user);
    const remembered = await rememberPhone(context, phone, given.visit);
    expect((await findSignedIn(context, remembered!.token, 'phone'))?.isRemembered).toBe(true);
    expect(await rememberPhone(context, phone, given.visit)).toBeNull();
    await disableUser(context, administrator, added.user.id);
    expect(await findSignedIn(context, remembered!.token, 'phone')).toBeNull();
    await expect(disableUser(context, administrator, administrator.id)).rejects.toThrow('last-administrator');
    expect((await listUsers(context.db)).map(({ name, is_active }) => [name, is_active])).toEqual([
      ['chu-tich', false],
      ['quan-ly', true],
    ]);
    setTime('2024-01-31T08:00:00+07:00');
    await deleteEnded(context);
    expect(await context.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  });

  it('take a limited set of counters, which must be theirs', async () => {
    const { context, administrator } = await start();
    const counters = await context.db.selectFrom('counters').select('code').orderBy('position').execute();
    const some = [counters[2]!.code, counters[0]!.code];
    const choice = { roles: ['staff'], allCounters: false, name: 'mot-cua', full_name: 'Người B' };
    const unknown = await addUser(context, administrator, { ...choice, counters: ['zzzzz'] });
    expect(unknown).toMatchObject({ faults: [{ field: 'counters' }] });
    const added = await addUser(context, administrator, { ...choice, counters: some });
    expect(added).toMatchObject({ user: { counters: [counters[0]!.code, counters[2]!.code] } });
  });

  it('have several roles, but a supervisor no other, and counters limit staff alone', async () => {
    const { context, administrator } = await start();
    const person = { name: 'pho-chu-tich', full_name: 'Người B', allCounters: false, counters: [] };
    const refused = async (roles: string[]) => {
      const result = await addUser(context, administrator, { ...person, roles });
      return result.outcome === 'faults' ? result.faults.map(({ code }) => code) : [];
    };
    expect(await refused([])).toEqual(['role-missing']);
    expect(await refused(['leader', 'owner'])).toEqual(['role-missing']);
    expect(await refused(['supervisor', 'staff'])).toEqual(['supervisor-alone']);
    expect(await refused(['staff'])).toEqual(['counters-missing']);
    const added = await addUser(context, administrator, { ...person, roles: ['leader', 'staff'] });
    if (added.outcome !== 'done') throw new Error('faults');
    expect((await findUser(context.db, added.user.id))?.roles).toEqual(['staff', 'leader']);
    expect(added.user.counters).toBeNull();
    const everything = { roles: ['administrator'], allCounters: true, counters: [] };
    expect(await changeRoles(context, administrator, added.user.id, everything)).toEqual([]);
    const acts = await listActs(context.db, 10, null);
    expect(acts.find(({ kind }) => kind === 'user-role-changed')).toMatchObject({
      actor: { name: 'quan-ly' },
      params: { user: 'pho-chu-tich', from: 'staff leader', role: 'administrator' },
    });
    await expect(
      changeRoles(context, administrator, administrator.id, { ...everything, roles: ['leader'] }),
    ).rejects.toThrow('last-administrator');
    const both = { ...everything, roles: ['leader', 'administrator'] };
    expect(await changeRoles(context, administrator, administrator.id, both)).toEqual([]);
    // Identified as an administrator before the form arrived; by then the role is gone.
    expect(
      await changeRoles(context, administrator, added.user.id, { ...everything, roles: ['staff'] }),
    ).toEqual([]);
    await expect(changeRoles(context, added.user, added.user.id, everything)).rejects.toThrow('role');
    expect((await findUser(context.db, added.user.id))?.roles).toEqual(['staff']);
  });

  it('leave an append-only log', async () => {
    const { context } = await start();
    const { db } = context;
    const before = await listActs(db, 10, null);
    expect(before.map(({ kind }) => kind)).toEqual(['first-administrator-created']);
    await expect(db.updateTable('acts').set({ kind: 'other' }).execute()).rejects.toThrow(/append-only/);
    await expect(db.deleteFrom('acts').execute()).rejects.toThrow(/append-only/);
    expect(await listActs(db, 10, null)).toEqual(before);
  });

  it('leave a log that is read page by page, each act once, newest first', async () => {
    const { context } = await start();
    const { db } = context;
    await db.transaction().execute(async (trx) => {
      for (let n = 0; n < 120; n += 1) {
        await insertAct(trx, {
          id: ((n * 7919) % 997).toString(16).padStart(32, '0'),
          at: `2024-01-${String(10 + (n % 9)).padStart(2, '0')}T08:00:00+07:00`,
          actor: n % 2 === 0 ? null : { id: 'x', name: 'quan-ly' },
          kind: 'user-added',
          params: { user: `nguoi-${n}`, role: 'staff' },
        });
      }
    });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await loadActs(db, cursor);
      seen.push(...page.acts.map(({ at, id }) => `${at} ${id}`));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen.length).toBe(121);
    expect(new Set(seen).size).toBe(121);
    expect(seen).toEqual([...seen].sort().reverse());
    expect((await loadActs(db, 'nonsense')).acts[0]?.kind).toBe('first-administrator-created');
  });
});
