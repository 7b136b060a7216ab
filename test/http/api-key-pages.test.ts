import { describe, expect, it } from 'vitest';
import { listApiKeys } from '../../server/reporting/api-key.store.ts';
import { revokeKey } from '../../server/reporting/manage-api-keys.ts';
import { createApiClient } from '../helpers/api-client.ts';
import { faultsOf, textOf } from '../helpers/page-facts.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { createTestApp } from '../helpers/test-app.ts';

const PAGE = '/quan-tri/khoa-api';
const KEY = /hl_[0-9A-Za-z]{43}/;
const WEEK = '/api/v1/reports/dong-son/2024-W05';

describe('the page of keys', () => {
  it('shows a new key once, which reads reports until it is revoked', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'administrator' });
    expect(textOf(await (await browser.get(PAGE)).text())).toContain('Chưa cấp khóa nào.');
    const made = await browser.post(PAGE, { name: ' Phòng Nội vụ ', units: 'own', expires: '31/12/2024' });
    expect(made.status).toBe(200);
    expect(made.headers.get('Cache-Control')).toBe('no-store');
    const html = await made.text();
    expect(faultsOf(html)).toEqual([]);
    const key = KEY.exec(html)?.[0] ?? '';
    const ask = async () => (await testApp.get(WEEK, { Authorization: `Bearer ${key}` })).status;
    expect(await ask()).toBe(200);

    const [stored] = await listApiKeys(testApp.context.db);
    expect(stored).toMatchObject({ name: 'Phòng Nội vụ', units: ['dong-son'], expires_on: '2024-12-31' });
    const list = await (await browser.get(PAGE)).text();
    expect(faultsOf(list)).toEqual([]);
    expect(list).not.toMatch(KEY);
    expect(list).not.toContain(stored!.hash);
    expect(textOf(list)).toContain('Phòng Nội vụ UBND xã Đông Sơn 29/01/2024 31/12/2024 đang dùng được');

    const action = `${PAGE}/${stored!.id}/thu-hoi`;
    const asked = await (await browser.post(action, {})).text();
    expect(textOf(asked)).toContain('Thu hồi khóa cấp cho Phòng Nội vụ');
    expect(await ask()).toBe(200);
    expect((await browser.post(action, { confirm: 'yes' })).headers.get('location')).toBe(PAGE);
    expect(await ask()).toBe(401);
    const after = textOf(await (await browser.get(PAGE)).text());
    expect(after).toContain('đã thu hồi ngày 29/01/2024');
    // Submitting again changes nothing, not even the log.
    expect((await browser.post(action, { confirm: 'yes' })).status).toBe(303);
    const log = textOf(await (await browser.get('/quan-tri/nhat-ky')).text());
    expect(log.match(/Thu hồi khóa của phần mềm: Phòng Nội vụ/g)).toHaveLength(1);
    expect(log).toContain(`${browser.user.name} Tạo khóa cho phần mềm: Phòng Nội vụ`);
  });

  it('makes a key for all units and without an end when that is chosen', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'administrator' });
    await browser.post(PAGE, { name: 'Tỉnh', units: 'all', expires: '' });
    expect(await listApiKeys(testApp.context.db)).toMatchObject([{ units: null, expires_on: null }]);
    expect(textOf(await (await browser.get(PAGE)).text())).toContain('tất cả đơn vị 29/01/2024 không có hạn');
  });

  it('gives a key of one unit where nothing is chosen', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'administrator' });
    await browser.post(PAGE, { name: 'Tỉnh' });
    expect(await listApiKeys(testApp.context.db)).toMatchObject([{ units: ['dong-son'] }]);
  });

  it('reports all faults at once, keeps the input, and creates nothing', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'administrator' });
    const send = async (name: string, expires: string) => {
      const response = await browser.post(PAGE, { name, expires, units: 'all' });
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(faultsOf(html)).toEqual([]);
      expect(html).toMatch(/value="all"[^>]*checked|checked[^>]*value="all"/);
      return textOf(html);
    };
    const both = await send('\u0000 \u200e'.slice(0, 2), '28/01/2024');
    expect(both).toContain('Vui lòng điền khóa này cấp cho ai.');
    expect(both).toContain('Ngày này đã qua');
    expect(await send('ộ'.repeat(121), 'mai')).toContain('Tên dài quá 120 ký tự.');
    expect(await send('A', '31/02/2025')).toContain('Ngày này không có trong lịch.');
    expect(await listApiKeys(testApp.context.db)).toEqual([]);
  });

  it('knows no key that is not there', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'administrator' });
    for (const id of ['f'.repeat(32), '__proto__', "'", '%00']) {
      expect((await browser.post(`${PAGE}/${id}/thu-hoi`, {})).status, id).toBe(404);
      expect((await browser.post(`${PAGE}/${id}/thu-hoi`, { confirm: 'yes' })).status, id).toBe(404);
    }
  });

  it('shows a supervisor which keys there are, and nothing to press', async () => {
    const testApp = await createTestApp();
    await createApiClient(testApp, { expiresOn: '2024-01-29' });
    testApp.setTime('2024-01-30T08:00:00+07:00');
    const browser = await signInAs(testApp, { role: 'supervisor' });
    const html = await (await browser.get(PAGE)).text();
    expect(textOf(html)).toContain('đã hết hạn');
    expect(html).not.toContain(`action="${PAGE}`);
  });
});

describe('revoking at the console', () => {
  it('is in the log as done there, and says whether it was done before', async () => {
    const testApp = await createTestApp();
    await createApiClient(testApp);
    const [key] = await listApiKeys(testApp.context.db);
    expect(await revokeKey(testApp.context, null, key!.id)).toEqual({ name: 'Phòng Nội vụ', isNew: true });
    expect((await revokeKey(testApp.context, null, key!.id)).isNew).toBe(false);
    await expect(revokeKey(testApp.context, null, 'x')).rejects.toThrow('key-unknown');
    const browser = await signInAs(testApp, { role: 'supervisor' });
    const log = textOf(await (await browser.get('/quan-tri/nhat-ky')).text());
    expect(log).toContain('máy chủ Thu hồi khóa của phần mềm: Phòng Nội vụ');
  });
});
