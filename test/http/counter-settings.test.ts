import { describe, expect, it } from 'vitest';
import { insertCounterSurvey } from '../../server/unit/counter.store.ts';
import { textOf } from '../helpers/page-facts.ts';
import { fieldValue } from '../helpers/page-form.ts';
import { signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

const COUNTERS = '/quan-tri/quay';

interface Office {
  readonly testApp: TestApp;
  readonly admin: TestBrowser;
  /** Codes of the first unit's counters, in the order of pages. */
  readonly codes: readonly string[];
}

async function openOffice(): Promise<Office> {
  const testApp = await createTestApp();
  const admin = await signInAs(testApp, { role: 'administrator' });
  return { testApp, admin, codes: testApp.counters.map(({ code }) => code) };
}

const listRows = ({ testApp }: Office) =>
  testApp.context.db.selectFrom('counters').selectAll().orderBy('position').execute();
const nameOf = async (office: Office, code: string) =>
  (await listRows(office)).find((row) => row.code === code)!.name;

async function pageText(browser: TestBrowser, path: string): Promise<string> {
  const response = await browser.get(path);
  expect(response.status, path).toBe(200);
  return textOf(await response.text());
}

/** Public events on the results page, newest first. */
async function publicLines({ testApp }: Office): Promise<string> {
  const html = await (await testApp.get('/ket-qua')).text();
  return textOf(/<section aria-labelledby="events">.*?<\/section>/s.exec(html)?.[0] ?? '');
}

/** Presses a button on a counter's page and confirms. */
async function confirm(admin: TestBrowser, path: string, fields: Record<string, string>): Promise<Response> {
  const asked = await admin.post(path, fields);
  const html = await asked.text();
  expect(asked.status, textOf(html)).toBe(200);
  expect(html).toContain('Xác nhận');
  const sent = { ...fields, confirm: hiddenField(html, 'confirm') };
  return admin.post(path, sent);
}

describe('a new counter', () => {
  it('is last, has its own code, and accepts ballots at once', async () => {
    const office = await openOffice();
    const { testApp, admin, codes } = office;
    const response = await admin.post(COUNTERS, {
      name: '  Quầy 6:  Nông nghiệp ',
      channel: 'poster',
      field: 'labour-social',
    });
    expect(response.status).toBe(303);
    const href = response.headers.get('location')!;
    const code = href.slice(href.lastIndexOf('/') + 1);
    expect(codes).not.toContain(code);
    expect((await listRows(office)).at(-1)).toMatchObject({
      code,
      name: 'Quầy 6: Nông nghiệp',
      channel: 'poster',
      field: 'labour-social',
      is_open: 1,
    });
    expect(await pageText(admin, href)).toContain('Quầy này đứng thứ 6 trong 6 quầy đang mở.');
    expect((await testApp.submit(code, { 'q.overall': '5' })).status).toBe(303);
    expect(await publicLines(office)).toContain('Ngày 29/01/2024: mở thêm quầy “Quầy 6: Nông nghiệp”.');
    expect(await pageText(admin, '/quan-tri/nhat-ky')).toContain(
      `Thêm quầy “Quầy 6: Nông nghiệp”, mã ${code}`,
    );
  });

  it('has the survey of the first open one of its channel, what is planned there included', async () => {
    const office = await openOffice();
    const { testApp, admin, codes } = office;
    const { db } = testApp.context;
    await db.transaction().execute((trx) =>
      insertCounterSurvey(trx, {
        counter_code: codes[0]!,
        since: '2024-03-01',
        survey_id: 'mot-cua-day-du',
        survey_version: 1,
      }),
    );
    const response = await admin.post(COUNTERS, { name: 'Quầy mới', channel: 'poster', field: '' });
    const code = response.headers.get('location')!.split('/').at(-1)!;
    const rows = await db
      .selectFrom('counter_surveys')
      .select(['since', 'survey_id'])
      .where('counter_code', '=', code)
      .orderBy('since')
      .execute();
    expect(rows).toEqual([
      { since: '2024-01-29', survey_id: 'mot-cua-ngan' },
      { since: '2024-03-01', survey_id: 'mot-cua-day-du' },
    ]);
  });

  it('has the survey for online dossiers if it is for them and no other counter is', async () => {
    const { testApp, admin } = await openOffice();
    const { db } = testApp.context;
    await db.updateTable('counters').set({ channel: 'poster' }).execute();
    const response = await admin.post(COUNTERS, { name: 'Nộp trực tuyến', channel: 'link', field: '' });
    const code = response.headers.get('location')!.split('/').at(-1)!;
    const form = await (await testApp.get(`/k/${code}`)).text();
    expect(hiddenField(form, 's')).toBe('truc-tuyen/1');
    expect(form).not.toContain('Chỗ ngồi');
  });

  it('is refused with every fault at once, what was typed kept, and nothing written', async () => {
    const office = await openOffice();
    const { admin } = office;
    const taken = await nameOf(office, office.codes[1]!);
    const before = await listRows(office);
    for (const [fields, sentences] of [
      [{}, ['Vui lòng điền tên quầy.', 'Vui lòng chọn cách người dân mở phiếu.']],
      [
        { name: taken.toUpperCase().normalize('NFD'), channel: 'slip', field: 'nuclear' },
        [
          'đã mang tên này',
          'Vui lòng chọn lĩnh vực trong danh sách.',
          'Vui lòng chọn cách người dân mở phiếu.',
        ],
      ],
      [{ name: 'ộ'.repeat(121), channel: 'poster' }, ['Tên quầy dài quá 120 ký tự.']],
    ] as const) {
      const response = await admin.post(COUNTERS, fields);
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).toContain('<title>Lỗi: Quầy');
      for (const sentence of sentences) expect(textOf(html)).toContain(sentence);
      const name = 'name' in fields ? fields.name : '';
      expect(fieldValue(html, 'name')).toBe(name);
    }
    expect(await listRows(office)).toEqual(before);
    expect(await publicLines(office)).toContain('Chưa có việc nào.');
  });
});

describe('a counter', () => {
  it('is renamed: the citizen, the log and the public see it, and its address stays', async () => {
    const office = await openOffice();
    const { testApp, admin, codes } = office;
    const code = codes[0]!;
    const old = await nameOf(office, code);
    const change = { name: 'Quầy 1: <Hộ tịch> & chứng thực', field: '' };
    const response = await admin.post(`${COUNTERS}/${code}/thong-tin`, change);
    expect(response.headers.get('location')).toBe(`${COUNTERS}/${code}?xong=1`);
    expect(await pageText(admin, `${COUNTERS}/${code}?xong=1`)).toContain('Đã lưu.');
    const survey = await (await testApp.get(`/k/${code.toUpperCase()}`)).text();
    expect(textOf(survey)).toContain('Quầy 1: <Hộ tịch> & chứng thực');
    expect(survey).not.toContain('<Hộ tịch>');
    expect(await publicLines(office)).toContain(
      `Ngày 29/01/2024: quầy “${old}” đổi tên thành “Quầy 1: <Hộ tịch> & chứng thực”.`,
    );
    const { events } = (await (await testApp.get('/ket-qua.json')).json()) as { events: unknown };
    expect(events).toEqual([
      { day: '2024-01-29', kind: 'counter-renamed', params: { from: old, to: change.name } },
    ]);

    // Saving the same values again is no change and publishes nothing.
    await admin.post(`${COUNTERS}/${code}/thong-tin`, change);
    const log = await pageText(admin, '/quan-tri/nhat-ky');
    expect(log.match(/Đổi tên quầy/g)).toHaveLength(1);
  });

  it('is given a field, and its form asks no more; that is in the log alone', async () => {
    const office = await openOffice();
    const { testApp, admin, codes } = office;
    const [code] = codes as [string];
    const name = await nameOf(office, code);
    const asks = async () => (await (await testApp.get(`/k/${code}`)).text()).includes('name="field"');
    expect(await asks()).toBe(true);
    await admin.post(`${COUNTERS}/${code}/thong-tin`, { name, field: 'labour-social' });
    expect(await asks()).toBe(false);
    expect(await publicLines(office)).toContain('Chưa có việc nào.');
    expect(await pageText(admin, '/quan-tri/nhat-ky')).toContain(`Đổi lĩnh vực của quầy “${name}” thành`);
    const wrong = await admin.post(`${COUNTERS}/${code}/thong-tin`, { name, field: 'nuclear' });
    expect(wrong.status).toBe(422);
    await admin.post(`${COUNTERS}/${code}/thong-tin`, { name, field: '' });
    expect(await asks()).toBe(true);
  });

  it('is found by its code with punctuation around it, and redirects to the code alone', async () => {
    const { admin, codes } = await openOffice();
    const code = codes[1]!;
    for (const odd of [`%0d%0a${code}`, `%20${code.toUpperCase()}`]) {
      for (const act of ['len', 'xuong', 'mo-lai']) {
        const { status, headers } = await admin.post(`${COUNTERS}/${odd}/${act}`, {});
        expect([status, headers.get('location')?.split('?')[0]]).toEqual([303, `${COUNTERS}/${code}`]);
      }
    }
  });

  it('moves up and down among the open ones, and not past the ends', async () => {
    const office = await openOffice();
    const { admin, codes } = office;
    const [first, second, third] = codes as [string, string, string];
    await confirm(admin, `${COUNTERS}/${second}/dong`, { successor: '' });
    const order = async () =>
      (await listRows(office)).filter((row) => row.is_open === 1).map(({ code }) => code);
    await admin.post(`${COUNTERS}/${third}/len`, {});
    expect((await order()).slice(0, 2)).toEqual([third, first]);
    await admin.post(`${COUNTERS}/${third}/len`, {});
    expect((await order()).slice(0, 2)).toEqual([third, first]);
    await admin.post(`${COUNTERS}/${third}/xuong`, {});
    expect((await order()).slice(0, 2)).toEqual([first, third]);
    // Closed counters are not part of the order.
    expect((await admin.post(`${COUNTERS}/${second}/len`, {})).status).toBe(303);
    expect((await order()).slice(0, 2)).toEqual([first, third]);
    const page = await (await admin.get(`${COUNTERS}/${first}`)).text();
    expect(page).not.toContain('Đưa lên trên');
    expect(page).toContain('Đưa xuống dưới');
  });

  it('that is not there has no page and takes no change', async () => {
    const { admin, codes } = await openOffice();
    for (const code of ['zzzzz', 'x', encodeURIComponent('../'), `${codes[0]}x`]) {
      expect((await admin.get(`${COUNTERS}/${code}`)).status, code).toBe(404);
      for (const act of ['thong-tin', 'len', 'xuong', 'dong', 'mo-lai', 'gop']) {
        const sent = { confirm: 'yes', name: 'x', into: codes[0]! };
        expect((await admin.post(`${COUNTERS}/${code}/${act}`, sent)).status, `${code} ${act}`).toBe(404);
      }
    }
  });
});

describe('a closed counter', () => {
  it('says so kindly, names the others or the one that was chosen, and opens again', async () => {
    const office = await openOffice();
    const { testApp, admin, codes } = office;
    const [code, other] = codes as [string, string];
    const path = `${COUNTERS}/${code}/dong`;
    const name = await nameOf(office, code);
    const otherName = await nameOf(office, other);

    const asked = await admin.post(path, { successor: other });
    expect(textOf(await asked.text())).toContain(`được chỉ sang quầy “${otherName}”`);
    expect((await testApp.get(`/k/${code}`)).status).toBe(200);
    expect((await listRows(office))[0]).toMatchObject({ code, is_open: 1 });

    expect((await confirm(admin, path, { successor: other })).status).toBe(303);
    const page = await (await testApp.get(`/k/${code}`)).text();
    expect(textOf(page)).toContain('Quầy này đang tạm dừng nhận phiếu');
    expect([...page.matchAll(/href="(\/k\/[^"]+)"/g)].map(([, href]) => href)).toContain(`/k/${other}`);
    expect(page).not.toContain(`/k/${codes[2]}`);
    expect(page).not.toContain('<form id="survey"');
    expect(await publicLines(office)).toContain(`Ngày 29/01/2024: quầy “${name}” đóng, ngừng nhận phiếu.`);
    expect(await pageText(admin, COUNTERS)).toContain(`đã đóng, chỉ sang quầy “${otherName}”`);

    // Closing again has no effect.
    expect((await admin.post(path, { confirm: 'yes' })).status).toBe(303);
    expect((await admin.post(path, {})).status).toBe(303);

    expect((await admin.post(`${COUNTERS}/${code}/mo-lai`, {})).status).toBe(303);
    expect((await testApp.submit(code, { 'q.overall': '4' })).status).toBe(303);
    expect(await publicLines(office)).toMatch(
      new RegExp(`“${name}” mở lại\\..*“${name}” đóng, ngừng nhận phiếu\\.`),
    );

    await confirm(admin, path, { successor: '' });
    const again = await (await testApp.get(`/k/${code}?lang=en`)).text();
    for (const open of codes.slice(1)) expect(again).toContain(`/k/${open}?lang=en`);
  });

  it('takes the form that was shown before it closed', async () => {
    const { testApp, admin, codes } = await openOffice();
    const [code] = codes as [string];
    const html = await (await testApp.get(`/k/${code}`)).text();
    await confirm(admin, `${COUNTERS}/${code}/dong`, { successor: '' });
    const form = { t: hiddenField(html, 't'), s: hiddenField(html, 's'), 'q.overall': '5' };
    expect((await testApp.post(`/k/${code}`, form)).headers.get('location')).toBe('/cam-on?gui=1');
    expect((await testApp.post(`/k/${code}`, { ...form, t: 'x' })).status).toBe(422);
  });

  it('sends on to where its successor sends, when that one closed too', async () => {
    const { testApp, admin, codes } = await openOffice();
    const [first, second, third] = codes as [string, string, string];
    await confirm(admin, `${COUNTERS}/${first}/dong`, { successor: second });
    await confirm(admin, `${COUNTERS}/${second}/gop`, { into: third });
    const page = await (await testApp.get(`/k/${first}`)).text();
    expect(page).toContain(`href="/k/${third}"`);
    expect(page).not.toContain(`href="/k/${second}"`);
  });

  it('is never the last one, and never sends to one that is closed or not there', async () => {
    const office = await openOffice();
    const { admin, codes } = office;
    const last = codes.at(-1)!;
    for (const code of codes.slice(0, -1))
      await confirm(admin, `${COUNTERS}/${code}/dong`, { successor: '' });
    for (const fields of [{}, { confirm: 'yes' }]) {
      const response = await admin.post(`${COUNTERS}/${last}/dong`, fields);
      expect(response.status).toBe(422);
      expect(textOf(await response.text())).toContain('Đây là quầy duy nhất đang mở.');
    }
    await admin.post(`${COUNTERS}/${codes[0]}/mo-lai`, {});
    for (const successor of [codes[1]!, last, 'zzzzz', '<b>']) {
      const response = await admin.post(`${COUNTERS}/${last}/dong`, { successor, confirm: 'yes' });
      expect(response.status, successor).toBe(422);
      expect(textOf(await response.text())).toContain('Quầy được chọn không còn mở.');
    }
    expect((await listRows(office)).filter((row) => row.is_open === 1)).toHaveLength(2);
  });

  it('does not open again under a name that another one has by now', async () => {
    const office = await openOffice();
    const { admin, codes } = office;
    const [code, other] = codes as [string, string];
    const name = await nameOf(office, code);
    await confirm(admin, `${COUNTERS}/${code}/dong`, { successor: '' });
    await admin.post(`${COUNTERS}/${other}/thong-tin`, { name, field: '' });
    const response = await admin.post(`${COUNTERS}/${code}/mo-lai`, {});
    expect(response.status).toBe(422);
    expect(textOf(await response.text())).toContain('Vui lòng đặt tên khác.');
  });
});

describe('a merged counter', () => {
  it('says that it joined the other one, never opens again, and keeps its ballots and its staff', async () => {
    const office = await openOffice();
    const { testApp, admin, codes } = office;
    const [code, into] = codes as [string, string];
    const name = await nameOf(office, code);
    const intoName = await nameOf(office, into);
    const staff = await signInAs(testApp, { role: 'staff', counters: [code] });
    await testApp.storeMany(Array.from({ length: 10 }, () => ({ counter_code: code, overall: 5 as const })));

    const path = `${COUNTERS}/${code}/gop`;
    const missing = await admin.post(path, { into: '' });
    expect(missing.status).toBe(422);
    expect(textOf(await missing.text())).toContain('Vui lòng chọn một quầy đang mở để gộp vào.');
    expect((await confirm(admin, path, { into })).status).toBe(303);

    const page = await (await testApp.get(`/k/${code}`)).text();
    expect(textOf(page)).toContain('Quầy này đã gộp vào quầy khác');
    expect(page).toContain(`<a href="/k/${into}">${intoName}</a>`);
    expect(await publicLines(office)).toContain(`quầy “${name}” gộp vào quầy “${intoName}”`);
    const own = await pageText(admin, `${COUNTERS}/${code}`);
    expect(own).toContain(`Quầy này đã gộp vào quầy “${intoName}” và không mở lại được.`);
    expect(own).not.toContain('Mở lại quầy');
    expect((await admin.post(`${COUNTERS}/${code}/mo-lai`, {})).status).toBe(422);
    const twice = await admin.post(path, { into: codes[2]!, confirm: 'yes' });
    expect(textOf(await twice.text())).toContain('Quầy này đã gộp vào quầy khác rồi.');

    const ballots = await testApp.context.db
      .selectFrom('ballot_box')
      .select('id')
      .where('counter_code', '=', code)
      .execute();
    expect(ballots).toHaveLength(10);
    expect(await pageText(staff, `/can-bo?quay=${code}`)).toContain(name);
    expect((await staff.get('/can-bo')).status).toBe(200);
    expect((await staff.get('/can-bo/ma-qr')).status).toBe(200);
    expect((await staff.get(`/can-bo?quay=${into}`)).status).toBe(403);
    expect((await admin.get('/quan-tri/nguoi-dung')).status).toBe(200);
  });
});
