import { describe, expect, it } from 'vitest';
import { faultsOf, textOf } from '../helpers/page-facts.ts';
import { signInAs } from '../helpers/staff-client.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

const PAGE = '/quan-tri/phieu';
const LONG = 'mot-cua-day-du/2';
const SHORT = 'mot-cua-ngan/2';
const ONLINE = 'truc-tuyen/1';
const administrator = (testApp: TestApp) => signInAs(testApp, { role: 'administrator' });
const read = async (response: Promise<Response>) => textOf(await (await response).text());
const surveyAt = async (testApp: TestApp, code: string) =>
  hiddenField(await (await testApp.get(`/k/${code}`)).text(), 's');

async function dump(testApp: TestApp) {
  const { sessions: _, ...tables } = await dumpTables(testApp.context.db);
  return tables;
}

describe('the page of surveys', () => {
  it('puts a survey in force at one counter from a day on, and no sooner', async () => {
    const testApp = await createTestApp();
    const [first, second] = testApp.counters.map(({ code }) => code) as [string, string];
    const browser = await administrator(testApp);
    const before = await dump(testApp);
    const html = await (await browser.get(PAGE)).text();
    expect(faultsOf(html)).toEqual([]);
    expect(textOf(html)).toContain('Chưa có thay đổi nào sắp áp dụng.');

    const typed = { survey: LONG, counter: second, since: '01/02/2024' };
    const asked = await read(browser.post(PAGE, typed));
    expect(asked).toContain('mot-cua-day-du, phiên bản 2 ở:');
    expect(asked).toContain(testApp.counters[1]!.name);
    expect(await dump(testApp)).toEqual(before);
    expect((await browser.post(PAGE, { ...typed, confirm: 'yes' })).status).toBe(303);

    const name = '“Phiếu hỏi mức độ hài lòng” (mot-cua-day-du, phiên bản 2)';
    const line = `Ngày 29/01/2024: từ 01/02/2024 dùng mẫu phiếu ${name} ở: ${testApp.counters[1]!.name}.`;
    expect(await read(testApp.get('/ket-qua'))).toContain(line);
    const { events } = (await (await testApp.get('/ket-qua.json')).json()) as { events: unknown[] };
    expect(events).toEqual([
      {
        day: '2024-01-29',
        kind: 'survey-changed',
        params: {
          since: '2024-02-01',
          counters: [testApp.counters[1]!.name],
          survey: {
            id: 'mot-cua-day-du',
            version: 2,
            title: { vi: 'Phiếu hỏi mức độ hài lòng', en: 'Satisfaction survey' },
          },
        },
      },
    ]);

    expect(await surveyAt(testApp, second)).toBe(SHORT);
    testApp.setTime('2024-02-01T00:00:00+07:00');
    expect(await surveyAt(testApp, second)).toBe(LONG);
    expect(await surveyAt(testApp, first)).toBe(SHORT);
  });

  it('puts one in force everywhere, and withdraws it everywhere before its day', async () => {
    const testApp = await createTestApp();
    const browser = await administrator(testApp);
    const plan = { survey: LONG, counter: 'all', since: '02/02/2024', confirm: 'yes' };
    expect((await browser.post(PAGE, plan)).status).toBe(303);
    expect(await read(browser.get(PAGE))).toContain('tất cả các quầy Rút lại');
    const withdrawal = { survey: LONG, since: '2024-02-02' };
    expect(await read(browser.post(`${PAGE}/rut`, withdrawal))).toContain('ở tất cả các quầy. Mẫu đang dùng');
    expect((await browser.post(`${PAGE}/rut`, { ...withdrawal, confirm: 'yes' })).status).toBe(303);
    const text = await read(testApp.get('/ket-qua'));
    expect(text).toContain('Ngày 29/01/2024: từ 02/02/2024 tất cả các quầy dùng mẫu phiếu');
    expect(text).toContain('Ngày 29/01/2024: rút lại mẫu phiếu');
    testApp.setTime('2024-02-02T08:00:00+07:00');
    for (const { code, channel } of testApp.counters) {
      expect(await surveyAt(testApp, code)).toBe(channel === 'link' ? ONLINE : SHORT);
    }
  });

  it('accepts a form that was shown before the change', async () => {
    const testApp = await createTestApp();
    const code = testApp.counters[0]!.code;
    testApp.setTime('2024-01-30T08:00:00+07:00');
    const form = await (await testApp.get(`/k/${code}`)).text();
    const browser = await administrator(testApp);
    const plan = { survey: LONG, counter: code, since: '30/01/2024', confirm: 'yes' };
    expect((await browser.post(PAGE, plan)).status).toBe(303);
    expect(await surveyAt(testApp, code)).toBe(LONG);
    const fields = { t: hiddenField(form, 't'), s: hiddenField(form, 's'), 'q.overall': '5' };
    expect((await testApp.post(`/k/${code}`, fields)).headers.get('location')).toBe('/cam-on?gui=1');
  });

  it('reports all faults at once and keeps the choice', async () => {
    const testApp = await createTestApp();
    const browser = await administrator(testApp);
    const before = await dump(testApp);
    const code = testApp.counters[2]!.code;
    const bad = await browser.post(PAGE, { survey: '__proto__/1', counter: code, since: '31/02/2024' });
    expect(bad.status).toBe(422);
    const html = await bad.text();
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('href="#field-survey"');
    expect(html).toContain('href="#field-since"');
    expect(html).toMatch(new RegExp(`<option selected[^>]*value="${code}"|value="${code}"[^>]*selected`));
    const same = await read(browser.post(PAGE, { survey: SHORT, counter: code, since: '30/01/2024' }));
    expect(same).toContain('đang được dùng hoặc đã được đặt ở đó rồi');
    // The initial survey is in force from the first start, which is today.
    const taken = await read(browser.post(PAGE, { survey: LONG, counter: 'all', since: '29/01/2024' }));
    expect(taken).toContain(`Hôm nay quầy ${testApp.counters[0]!.name} đã được đặt một mẫu phiếu.`);
    for (const fields of [{}, { survey: LONG, since: 'x' }, { survey: LONG, since: '2024-03-01' }]) {
      expect((await browser.post(`${PAGE}/rut`, fields)).status).toBe(404);
    }
    expect(await dump(testApp)).toEqual(before);
  });

  it('is read by a supervisor, without forms', async () => {
    const testApp = await createTestApp();
    const browser = await signInAs(testApp, { role: 'supervisor' });
    const html = await (await browser.get(PAGE)).text();
    expect(html).toContain('/quan-tri/phieu/xem?phieu=mot-cua-ngan%2F2');
    // Version 1 is in force nowhere.
    expect(html).not.toContain('phieu=mot-cua-ngan%2F1');
    expect(html).not.toContain(`action="${PAGE}`);
  });
});
