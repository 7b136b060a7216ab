import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { RULE_IDS } from '../../server/unit/rule-setting.ts';
import { trustVi } from '../../web/messages/trust.vi.ts';
import { textOf } from '../helpers/page-facts.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

const RULES = '/quan-tri/quy-tac';
const DEVICE = `${RULES}/repeat-device`;

async function open(role: 'administrator' | 'supervisor' = 'administrator', hasFirstRules = true) {
  const testApp = await createTestApp({ hasFirstRules });
  return { testApp, person: await signInAs(testApp, { role }) };
}

const read = async (browser: Pick<TestBrowser, 'get'>, path: string): Promise<string> =>
  (await browser.get(path)).text();

function readConfirmation(page: string): Record<string, string> {
  const hidden = page.match(/<input type="hidden"[^>]*>/g) ?? [];
  const attributeOf = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return Object.fromEntries(hidden.map((tag) => [attributeOf(tag, 'name'), attributeOf(tag, 'value')]));
}

const confirm = (person: TestBrowser, path: string, page: string): Promise<Response> => {
  const fields = readConfirmation(page);
  expect(Object.keys(fields)).toContain('confirm');
  return person.post(path, fields);
};

const publicText = async (testApp: TestApp): Promise<string> =>
  textOf(await (await testApp.get('/ket-qua')).text());

describe('the page of the rules', () => {
  it('is reached from the administration, and shows every rule’s state', async () => {
    const { person } = await open();
    expect(await read(person, '/quan-tri')).toContain(`href="${RULES}"`);
    const page = await read(person, RULES);
    for (const id of RULE_IDS) {
      expect(page).toContain(trustVi.rules[id]?.name);
      expect(page).toContain(`href="${RULES}/${id}"`);
    }
    expect(textOf(page)).toContain(
      'Đang bật. Với phiếu qua mã QR tại quầy và đường dẫn, mỗi máy được tính 2 phiếu một ngày',
    );
    expect(textOf(page)).toContain('Áp dụng từ ngày 29/01/2024.');
    expect(textOf(page)).toContain('Ngưỡng ban đầu; sau 20 ngày làm việc có phiếu, ngưỡng được tính lại');
  });

  it('is read and not changed by a supervisor', async () => {
    const { person } = await open('supervisor');
    for (const path of [RULES, DEVICE]) {
      const page = await read(person, path);
      expect(page).toContain('Vai trò Giám sát chỉ xem trang này.');
      expect(page).not.toContain(`action="${RULES}`);
    }
    expect((await person.post(DEVICE, { state: 'off', threshold: '2', confirm: 'yes' })).status).toBe(403);
  });

  it('knows no other rule', async () => {
    const { person } = await open();
    for (const id of ['other', 'Burst', '__proto__', 'constructor', 'a'.repeat(500)]) {
      expect((await person.get(`${RULES}/${id}`)).status, id).toBe(404);
      expect((await person.post(`${RULES}/${id}`, { state: 'off' })).status, id).toBe(404);
    }
  });

  it('writes nothing when shown, nor when it asks for confirmation', async () => {
    const { testApp, person } = await open();
    const before = await dumpTables(testApp.context.db);
    await read(person, RULES);
    for (const id of RULE_IDS) await read(person, `${RULES}/${id}`);
    const asked = await person.post(DEVICE, { state: 'off', threshold: '2' });
    expect(asked.status).toBe(200);
    expect(textOf(await asked.text())).toContain('tắt quy tắc “Một máy gửi nhiều phiếu trong ngày”');
    expect(await dumpTables(testApp.context.db)).toEqual(before);
  });
});

describe('a rule', () => {
  it('is switched off from tomorrow: confirmed, logged, and published', async () => {
    const { testApp, person } = await open();
    const asked = await person.post(DEVICE, { state: 'off', threshold: '2' });
    const answer = await confirm(person, DEVICE, await asked.text());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, DEVICE]);
    expect(textOf(await read(person, RULES))).toContain('Từ ngày 30/01/2024: tắt.');
    expect(textOf(await read(person, '/quan-tri/nhat-ky'))).toContain(
      'Tắt quy tắc “Một máy gửi nhiều phiếu trong ngày” từ ngày 30/01/2024, ngưỡng 2',
    );
    const today = await publicText(testApp);
    expect(today).toContain('mỗi máy được tính 2 phiếu một ngày');
    expect(today).toContain(
      'Ngày 29/01/2024: quyết định tắt quy tắc “Một máy gửi nhiều phiếu trong ngày” từ ngày 30/01/2024.',
    );
    testApp.setTime('2024-01-30T08:00:00+07:00');
    const tomorrow = await publicText(testApp);
    expect(tomorrow).not.toContain('mỗi máy được tính 2 phiếu một ngày');
    expect(tomorrow).toContain('Một máy gửi nhiều phiếu trong ngày (tắt từ ngày 30/01/2024)');
  });

  it('gets another threshold, which judges from the next day on and not before', async () => {
    const { testApp, person } = await open('administrator', false);
    const asked = await person.post(DEVICE, { state: 'on', threshold: '1' });
    expect((await confirm(person, DEVICE, await asked.text())).status).toBe(303);
    expect(await publicText(testApp)).toContain('quyết định đổi ngưỡng của quy tắc');
    const code = testApp.counters[0]!.code;
    const vote = async (cookie: string) => {
      const html = await (await testApp.get(`/k/${code}`)).text();
      const fields = { t: hiddenField(html, 't'), s: hiddenField(html, 's'), 'q.overall': '5' };
      const response = await testApp.post(`/k/${code}`, fields, cookie === '' ? {} : { Cookie: cookie });
      return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    };
    await vote(await vote(''));
    const aside = async () =>
      (await testApp.context.db.selectFrom('ballot_box').select('set_aside').execute()).filter(
        ({ set_aside }) => set_aside !== null,
      ).length;
    expect(await aside()).toBe(0);
    testApp.setTime('2024-01-30T08:00:00+07:00');
    await vote(await vote(''));
    expect(await aside()).toBe(1);
  });

  it('keeps rejected input, and reports all faults at once', async () => {
    const { testApp, person } = await open();
    const before = await dumpTables(testApp.context.db);
    const path = `${RULES}/too-fast`;
    for (const confirmed of [{}, { confirm: 'yes' }]) {
      const response = await person.post(path, { threshold: '"><b>9', ...confirmed });
      expect(response.status).toBe(422);
      const page = await response.text();
      expect(page).toContain('Vui lòng chọn bật hay tắt.');
      expect(page).toContain('Ngưỡng cần là một số trong khoảng cho phép.');
      expect(page).toContain('value="&quot;>&lt;b>9"');
      expect(page).toContain('href="#rule_too_fast-threshold"');
      expect(page).toContain('id="rule_too_fast-threshold"');
    }
    expect(await dumpTables(testApp.context.db)).toEqual(before);
    const commas = await person.post(path, { state: 'on', threshold: '0,75' });
    expect(textOf(await commas.text())).toContain('chưa đến 0,75 giây cho mỗi câu');
  });

  it('is changed once a day, and a second press of the button is no second change', async () => {
    const { testApp, person } = await open();
    const page = await (await person.post(`${RULES}/foreign-form`, { state: 'off' })).text();
    const path = `${RULES}/foreign-form`;
    expect((await confirm(person, path, page)).status).toBe(303);
    const second = await confirm(person, path, page);
    expect(second.status).toBe(422);
    expect(await second.text()).toContain('Muốn đổi khác, vui lòng rút lại thay đổi đó trước.');
    const { events } = (await (await testApp.get('/ket-qua.json')).json()) as { events: unknown[] };
    expect(events).toHaveLength(1);
  });

  it('stands in the public JSON with its threshold and its days, as it judges', async () => {
    const { testApp } = await open();
    const body = (await (await testApp.get('/ket-qua.json')).json()) as { rules: { set_aside: unknown[] } };
    expect(body.rules.set_aside.slice(0, 3)).toEqual([
      {
        id: 'foreign-form',
        is_on: true,
        threshold: null,
        since: '2024-01-29',
        next: null,
        learns_after_days: null,
      },
      {
        id: 'repeat-device',
        is_on: true,
        threshold: 2,
        since: '2024-01-29',
        next: null,
        learns_after_days: null,
      },
      { id: 'too-fast', is_on: true, threshold: 0.5, since: '2024-01-29', next: null, learns_after_days: 20 },
    ]);
    expect(body.rules.set_aside).toHaveLength(RULE_IDS.length);
  });
});

describe('a report that is closed', () => {
  it('is byte for byte the same after rules were changed', async () => {
    const { testApp, person } = await open();
    await testApp.storeMany(Array.from({ length: 8 }, () => ({ overall: 4 as const })));
    testApp.setTime('2024-02-12T08:00:00+07:00');
    await runDailyWork(testApp.context);
    const bodies = () => testApp.context.db.selectFrom('closed_reports').select(['period', 'body']).execute();
    const before = await bodies();
    expect(before.length).toBeGreaterThan(0);
    await person.signIn(person.user.name);
    const asked = await person.post(DEVICE, { state: 'off', threshold: '2' });
    expect((await confirm(person, DEVICE, await asked.text())).status).toBe(303);
    testApp.setTime('2024-02-14T08:00:00+07:00');
    await runDailyWork(testApp.context);
    expect(await bodies()).toEqual(before);
  });
});
