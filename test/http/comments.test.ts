import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { ballotsOf, endDay, fillDay, listShownTexts } from '../helpers/comment-days.ts';
import { textOf } from '../helpers/page-facts.ts';
import { openBrowser, signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

const COMMENTS = '/can-bo/gop-y';
const MONDAY = '2024-01-29';

/** A day with five ballots at each of the first two counters, with these comments. */
async function openWith(first: readonly string[], second: readonly string[] = []): Promise<TestApp> {
  const testApp = await createTestApp();
  const [one, two] = testApp.counters.map(({ code }) => code) as [string, string];
  await fillDay(testApp, MONDAY, [
    ...ballotsOf(one, Math.max(5, first.length), first),
    ...ballotsOf(two, 5, second),
  ]);
  await endDay(testApp, MONDAY);
  return testApp;
}

const read = async (browser: TestBrowser, path = COMMENTS): Promise<string> => {
  const response = await browser.get(path);
  expect(response.status, path).toBe(200);
  return response.text();
};

/** Id, markup and form action of each card. */
function listCards(html: string): { name: string; html: string; action: string | undefined }[] {
  return [...html.matchAll(/<li class="comment-card[^"]*" id="([^"]+)">(.*?)<\/li>/gs)].map(
    ([, name = '', card = '']) => ({
      name,
      html: card,
      action: /<form[^>]*action="([^"]*)"/.exec(card)?.[1]?.replaceAll('&amp;', '&'),
    }),
  );
}

const countsOf = (html: string): Record<string, number> =>
  Object.fromEntries(
    [...html.matchAll(/<a href="[^"]*"[^>]*>([^<(]+) <b>(\d+)<\/b><\/a>/g)].map(([, name = '', n]) => [
      name,
      Number(n),
    ]),
  );

describe('reading comments', () => {
  it('goes from a citizen’s form to the counter’s staff, who marks it, without script', async () => {
    const testApp = await createTestApp();
    const { code, name } = testApp.counters[0]!;
    const comment = 'Đăng ký khai sinh nhanh.\nGọi tôi: 0912 345 678 nhé';
    for (let citizen = 0; citizen < 5; citizen += 1) {
      const fields = { 'q.overall': '4', ...(citizen === 2 ? { comment } : {}) };
      expect((await testApp.submit(code, fields)).status).toBe(303);
    }
    const staff = await signInAs(testApp, { role: 'staff', name: 'mot-cua', counters: [code] });
    const empty = await read(staff);
    expect(empty).toContain('Chưa có góp ý nào để xem');
    expect(listCards(empty)).toEqual([]);

    testApp.setTime('2024-01-30T00:06:00+07:00');
    await runDailyWork(testApp.context);
    // The session expired overnight.
    expect((await staff.signIn('mot-cua')).status).toBe(303);
    const html = await read(staff);
    const [card, ...rest] = listCards(html);
    expect(rest).toEqual([]);
    expect(card?.html).toContain(name);
    expect(card?.html).toContain('Tuần 29/01–04/02/2024');
    expect(card?.html).toContain('Đăng ký khai sinh nhanh.\nGọi tôi: •••<span class="vh"> (đã che)</span>');
    expect(html).not.toContain('0912');
    expect(countsOf(html)).toEqual({
      'Tất cả': 1,
      'Chưa đọc': 1,
      'Đã đọc': 0,
      'Đã xử lý': 0,
      'Ngoài thẩm quyền': 0,
    });

    const marked = await staff.post(card?.action ?? '', { comment: card?.name ?? '', state: 'da-xu-ly' });
    expect(marked.status).toBe(303);
    const after = await read(staff, marked.headers.get('location') ?? '');
    expect(countsOf(after)).toMatchObject({ 'Chưa đọc': 0, 'Đã xử lý': 1 });
    expect(textOf(after)).toContain('Đã chuyển 1 góp ý sang Đã xử lý. Hoàn tác');
    expect(textOf(after)).toContain('Đã đọc hết 1 góp ý');
    const handled = listCards(await read(staff, `${COMMENTS}?trang-thai=da-xu-ly`))[0];
    expect(handled?.html).toContain('Đã xử lý: mot-cua, 30/01/2024, mã ');

    const supervisor = await signInAs(testApp, { role: 'supervisor' });
    const log = await read(supervisor, '/quan-tri/nhat-ky');
    const reference = card?.name.split('.')[1]?.slice(0, 6).toUpperCase();
    expect(log).toContain(`Đánh dấu 1 góp ý là “Đã xử lý”: mã ${reference}`);
    expect(log).not.toContain('khai sinh');
  });

  it('shows staff of some counters only their comments, in the list, in counts and in searches', async () => {
    const testApp = await openWith(['ghế gãy'], ['quạt hỏng']);
    const [own, other] = testApp.counters.map(({ code }) => code) as [string, string];
    const staff = await signInAs(testApp, { role: 'staff', counters: [own] });
    const html = await read(staff);
    expect(html).toContain('ghế gãy');
    expect(html).not.toContain('quạt hỏng');
    expect(html).not.toContain(testApp.counters[1]!.name);
    expect(countsOf(html)['Tất cả']).toBe(1);
    expect(await read(staff, `${COMMENTS}?tim=quat`)).toContain('Không tìm thấy góp ý nào');
    expect((await staff.get(`${COMMENTS}?quay=${other}`)).status).toBe(403);

    const leader = await signInAs(testApp, { role: 'leader' });
    const foreign = listCards(await read(leader)).find(({ html: card }) => card.includes('quạt hỏng'));
    const before = await dumpTables(testApp.context.db);
    const refused = await staff.post(COMMENTS, { comment: foreign!.name, state: 'da-doc' });
    expect(refused.status).toBe(404);
    expect((await dumpTables(testApp.context.db)).comments).toEqual(before.comments);
    const none = await signInAs(testApp, { role: 'staff', counters: [] });
    expect(countsOf(await read(none))['Tất cả']).toBe(0);
  });

  it('lets leaders and supervisors read all, supervisors without a button, administrators nothing', async () => {
    const testApp = await openWith(['ghế gãy'], ['quạt hỏng']);
    for (const role of ['leader', 'supervisor'] as const) {
      const browser = await signInAs(testApp, { role });
      const cards = listCards(await read(browser));
      expect(cards).toHaveLength(2);
      expect(cards.filter(({ action }) => action !== undefined)).toHaveLength(role === 'leader' ? 2 : 0);
    }
    const supervisor = await signInAs(testApp, { role: 'supervisor' });
    expect((await supervisor.post(COMMENTS, { state: 'da-doc' })).status).toBe(403);
    const administrator = await signInAs(testApp, { role: 'administrator' });
    expect((await administrator.get(COMMENTS)).status).toBe(403);
    expect((await openBrowser(testApp).get(COMMENTS)).headers.get('location')).toMatch(/^\/dang-nhap/);
  });

  it('keeps filter, search and place when something is marked', async () => {
    const testApp = await openWith(['Đăng ký chậm', 'đăng ký nhanh', 'ghế gãy']);
    const leader = await signInAs(testApp, { role: 'leader' });
    const code = testApp.counters[0]!.code;
    const plain = `${COMMENTS}?quay=${code}&tim=dang+ky`;
    const path = `${COMMENTS}?trang-thai=chua-doc&quay=${code}&tim=dang+ky`;
    const html = await read(leader, path);
    const cards = listCards(html);
    expect(cards).toHaveLength(2);
    expect(countsOf(html)['Tất cả']).toBe(2);
    expect(html).toMatch(/<input[^>]*name="tim"[^>]*value="dang ky"/);
    expect(html).toMatch(new RegExp(`<option value="${code}" selected`));
    expect(cards[0]?.action).toBe(plain);
    const response = await leader.post(path, {
      comment: cards[0]!.name,
      next: cards[1]!.name,
      state: 'ngoai-tham-quyen',
    });
    const undo = encodeURIComponent(`chua-doc:${cards[0]!.name}`);
    expect(response.headers.get('location')).toBe(
      `${plain}&xong=ngoai-tham-quyen&hoan-tac=${undo}#${cards[1]!.name}`,
    );
    expect(listCards(await read(leader, path)).map(({ name }) => name)).toEqual([cards[1]!.name]);
    // The fragment is only ever a comment's id.
    const astray = await leader.post(path, {
      comment: cards[0]!.name,
      next: '//evil.example/',
      state: 'da-doc',
    });
    expect(astray.headers.get('location')).not.toContain('evil');
  });

  it('marks the ticked comments or the whole page at once, without script', async () => {
    const testApp = await openWith(Array.from({ length: 25 }, (_, index) => `lời ${index}`));
    const leader = await signInAs(testApp, { role: 'leader' });
    const html = await read(leader);
    expect(html).toContain('Trang 1/2');
    const names = listCards(html).map(({ name }) => name);
    expect(names).toHaveLength(20);
    const form = /<form id="several".*?<\/form>/s.exec(html)?.[0] ?? '';
    const shown = [...form.matchAll(/name="shown" value="([^"]+)"/g)].map(([, name]) => name);
    expect(shown).toEqual(names);
    const boxes = [
      ...html.matchAll(/<input type="checkbox"[^>]* form="several" name="comment" value="([^"]+)"/g),
    ];
    expect(boxes.map(([, name]) => name)).toEqual(names);
    // All fields that a browser sends: the ticked comments apply unless the whole page is ticked.
    const some = await leader.post(COMMENTS, { comment: names.slice(0, 2), shown: names, state: 'da-doc' });
    expect(some.status).toBe(303);
    expect(countsOf(await read(leader))).toMatchObject({ 'Chưa đọc': 23, 'Đã đọc': 2 });
    await leader.post(COMMENTS, { comment: names.slice(0, 2), shown: names, all: 'yes', state: 'da-doc' });
    expect(countsOf(await read(leader))).toMatchObject({ 'Chưa đọc': 5, 'Đã đọc': 20 });
    expect(listCards(await read(leader, `${COMMENTS}?trang-thai=tat-ca&trang=2`))).toHaveLength(5);
  });

  it('takes back what was just marked, each comment to its own state', async () => {
    const testApp = await openWith(['một', 'hai', 'ba']);
    const leader = await signInAs(testApp, { role: 'leader' });
    const names = listCards(await read(leader)).map(({ name }) => name);
    await leader.post(COMMENTS, { comment: names[0]!, state: 'da-doc' });
    const all = `${COMMENTS}?trang-thai=tat-ca`;
    const marked = await leader.post(all, { comment: names, state: 'da-xu-ly' });
    const html = await read(leader, marked.headers.get('location') ?? '');
    expect(countsOf(html)).toMatchObject({ 'Chưa đọc': 0, 'Đã đọc': 0, 'Đã xử lý': 3 });
    const form = /<form class="done-line[^>]*action="([^"]+)".*?<\/form>/s.exec(html);
    const undo = [...(form?.[0] ?? '').matchAll(/name="mark" value="([^"]+)"/g)].map(([, mark = '']) => mark);
    expect(undo).toHaveLength(3);
    const undone = await leader.post(form?.[1] ?? '', { mark: undo });
    const after = await read(leader, undone.headers.get('location') ?? '');
    expect(countsOf(after)).toMatchObject({ 'Chưa đọc': 2, 'Đã đọc': 1, 'Đã xử lý': 0 });
    expect(textOf(after)).toContain('Đã chuyển 3 góp ý về tình trạng trước.');
    const kinds = await testApp.context.db.selectFrom('acts').select('kind').execute();
    expect(kinds.filter(({ kind }) => kind === 'comments-marked')).toHaveLength(4);
    // A query can only show an undo form; an invalid one shows none.
    expect(await read(leader, `${COMMENTS}?hoan-tac=chua-doc:x&hoan-tac=%3Cb%3E`)).not.toContain('Hoàn tác');
  });

  it('escapes hostile text', async () => {
    const wide = '\u{1F46A}'.repeat(500) + '︻'.repeat(500);
    const hostile = [
      '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;</p></li>',
      '\u202Eđảo ngược\u2066 https://evil.example/ javascript:alert(1)',
      wide,
      `e${'\u0301'.repeat(900)}`,
      '"><form action="//evil.example/"><input name=state>',
    ];
    const testApp = await openWith(hostile);
    const leader = await signInAs(testApp, { role: 'leader' });
    const html = await read(leader);
    const cards = listCards(html);
    expect(cards).toHaveLength(5);
    expect(html).toContain('&lt;script>alert(1)&lt;/script>');
    expect(html).not.toMatch(/<script>alert|<img|href="(https|javascript):/);
    expect(html).not.toContain('<form action="//');
    expect(html).toContain(wide);
    // Each comment has its own text direction.
    expect(html.match(/<span class="comment-text" dir="auto">/g)).toHaveLength(5);
  });

  it('refuses odd addresses and forms, and writes nothing', async () => {
    const testApp = await openWith(['ghế gãy']);
    const leader = await signInAs(testApp, { role: 'leader' });
    const [card] = listCards(await read(leader));
    const name = card!.name;
    const before = await dumpTables(testApp.context.db);
    for (const [query, status] of [
      ['?trang-thai=', 404],
      ['?trang-thai=tat-ca', 200],
      ['?quay=zzzzz', 404],
      ['?quay=%00', 404],
      ['?trang=0', 200],
      ['?trang=999999', 200],
      ['?trang=-1', 200],
      [`?tim=${'%E1%BB%87'.repeat(3000)}`, 200],
      ['?tim=%FF%00%27%22%3C', 200],
    ] as const) {
      expect((await leader.get(`${COMMENTS}${query}`)).status, query).toBe(status);
    }
    const gone = `2024-W05.${'0'.repeat(32)}`;
    for (const [fields, status] of [
      [{}, 422],
      [{ comment: name }, 422],
      [{ state: 'da-doc' }, 422],
      [{ comment: name, state: 'withheld' }, 422],
      [{ comment: name, state: 'toString' }, 422],
      [{ comment: Array(21).fill(name), state: 'da-doc' }, 422],
      [{ shown: Array(21).fill(name), all: 'yes', state: 'da-doc' }, 422],
      [{ shown: name, state: 'da-doc' }, 303],
      [{ mark: Array(21).fill(`da-doc:${name}`) }, 422],
      [{ mark: [`da-doc:${name}`, `withheld:${name}`] }, 404],
      [{ mark: [`da-doc:${name}`, `da-doc:${gone}`] }, 404],
      [{ comment: 'x', state: 'da-doc' }, 404],
      [{ comment: [name, gone], state: 'da-doc' }, 404],
    ] as const) {
      expect((await leader.post(COMMENTS, fields)).status, JSON.stringify(fields)).toBe(status);
    }
    const foreign = await leader.post(
      COMMENTS,
      { comment: name, state: 'da-doc' },
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    );
    expect(foreign.status).toBe(403);
    expect(await dumpTables(testApp.context.db)).toEqual(before);
  });
});

describe('how long comments are kept', () => {
  const RETENTION = '/quan-tri/luu-giu';

  it('is chosen by the administrator for tomorrow on, and the privacy page says what is in force', async () => {
    const testApp = await createTestApp();
    const privacy = async () => (await testApp.get('/rieng-tu')).text();
    expect(await privacy()).toContain('được xóa sau 24 tháng');
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const page = await read(administrator, RETENTION);
    expect(page).toMatch(/<input(?=[^>]*value="24")(?=[^>]*checked)[^>]*>/);

    // A longer retention deletes nothing, so no confirmation is needed.
    const longer = await administrator.post(RETENTION, { months: '36' });
    expect([longer.status, longer.headers.get('location')]).toEqual([303, `${RETENTION}?xong=1`]);
    expect(textOf(await read(administrator, RETENTION))).toContain('30/01/2024 36 tháng sẽ áp dụng');
    expect(await privacy()).toContain('được xóa sau 24 tháng');
    testApp.setTime('2024-01-30T00:00:00+07:00');
    expect(await privacy()).toContain('được xóa sau 36 tháng');
    expect(await (await testApp.get('/rieng-tu?lang=en')).text()).toContain('deleted after 36 months');
    const supervisor = await signInAs(testApp, { role: 'supervisor' });
    expect(await read(supervisor, RETENTION)).not.toContain('<button type="submit">Lưu');
    expect(await read(supervisor, '/quan-tri/nhat-ky')).toContain('Từ ngày 30/01/2024 giữ góp ý 36 tháng');
  });

  it('is asked about before it becomes shorter, and names what will go; what goes is gone in the night', async () => {
    const testApp = await openWith(['sẽ bị xóa']);
    testApp.setTime('2024-08-20T09:00:00+07:00');
    const administrator = await signInAs(testApp, { role: 'administrator' });
    const before = await dumpTables(testApp.context.db);
    const question = await administrator.post(RETENTION, { months: '6' });
    expect(question.status).toBe(200);
    const html = await question.text();
    expect(html).toContain('Từ ngày 21/08/2024, mọi góp ý của các tuần trước ngày 19/02/2024 bị xóa');
    expect(await dumpTables(testApp.context.db)).toEqual(before);
    expect((await administrator.post(RETENTION, { months: '6', confirm: 'yes' })).status).toBe(303);
    await runDailyWork(testApp.context);
    expect(await listShownTexts(testApp)).toEqual(['sẽ bị xóa']);
    await endDay(testApp, '2024-08-20');
    expect(await listShownTexts(testApp)).toEqual([]);
    expect((await dumpTables(testApp.context.db)).ballots).toEqual(before.ballots);
  });

  it('can be taken back until midnight, and choosing what is in force leaves no trace', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    await administrator.post(RETENTION, { months: '24' });
    const { dated_settings } = await dumpTables(testApp.context.db);
    expect(dated_settings?.filter((row) => row.includes('comment_months'))).toEqual([]);
    await administrator.post(RETENTION, { months: '6', confirm: 'yes' });
    await administrator.post(RETENTION, { months: '24' });
    expect(await read(administrator, RETENTION)).toMatch(/24 tháng<\/td><td[^>]*>sẽ áp dụng/);
    const kinds = await testApp.context.db.selectFrom('acts').select('kind').execute();
    expect(kinds).toHaveLength(2);
  });

  it('names a missing or an odd choice at the top and at its field', async () => {
    const testApp = await createTestApp();
    const administrator = await signInAs(testApp, { role: 'administrator' });
    for (const fields of [{}, { months: '7' }, { months: '6 ' }, { months: '99', confirm: 'yes' }]) {
      const response = await administrator.post(RETENTION, fields as Record<string, string>);
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html.match(/Vui lòng chọn một thời hạn\./g)).toHaveLength(2);
      expect(html).toContain('href="#comment_months-months"');
      expect(html).toContain('id="comment_months-months"');
    }
    expect((await dumpTables(testApp.context.db)).acts).toEqual([]);
  });
});
