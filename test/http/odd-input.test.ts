import { describe, expect, it } from 'vitest';
import type { Counter } from '../../server/unit/counter.ts';
import { readForm } from '../helpers/page-form.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

// Valid forms in unusual encodings: old phones, odd keyboards, proxies, browsers without script.

const FORM_TYPE = 'application/x-www-form-urlencoded';

async function createCounter(): Promise<{ testApp: TestApp; counter: Counter }> {
  const testApp = await createTestApp();
  return { testApp, counter: testApp.counters[0] as Counter };
}

/** Answers and reasons of the only stored ballot. */
async function readBallot({ context: { db } }: TestApp) {
  const { answers, why, ...rest } = await db.selectFrom('ballot_box').selectAll().executeTakeFirstOrThrow();
  return { ...rest, answers: JSON.parse(answers) as unknown, why: why === null ? null : JSON.parse(why) };
}

const readComments = async ({ context: { db } }: TestApp): Promise<string[]> =>
  (await db.selectFrom('comment_box').select('text').execute()).map(({ text }) => text);

describe('a ballot in an unusual dress is counted', () => {
  it('with nothing but the overall answer', async () => {
    const { testApp, counter } = await createCounter();
    expect((await testApp.submit(counter.code, { 'q.overall': '4' })).status).toBe(303);
    expect(await readBallot(testApp)).toMatchObject({ answers: { overall: 4 }, why: null, set_aside: null });
    expect(await readComments(testApp)).toEqual([]);
  });

  it('with empty values for everything that was left open', async () => {
    const { testApp, counter } = await createCounter();
    const empty = { 'q.i25': '', 'q.i37': '', kind: '', field: '', comment: '' };
    expect((await testApp.submit(counter.code, { 'q.overall': '1', ...empty })).status).toBe(303);
    expect((await readBallot(testApp)).answers).toEqual({ overall: 1 });
  });

  it('with fields that mean nothing beside it, which leave no trace', async () => {
    const { testApp, counter } = await createCounter();
    const extra = {
      utf8: '✓',
      x: 'y',
      submit: '',
      Q: '5',
      q: '5',
      'q-overall': '1',
      __proto__x: 'z',
      id: '1',
    };
    expect((await testApp.submit(counter.code, { 'q.overall': '5', ...extra })).status).toBe(303);
    expect((await readBallot(testApp)).answers).toEqual({ overall: 5 });
  });

  it('with reasons that were ticked before the level was changed, which are dropped', async () => {
    const { testApp, counter } = await createCounter();
    const [overall, i25, i28] = ['overall', 'i25', 'i28'].map((id) => {
      const question = testApp.context.surveys
        .find('mot-cua-ngan', 1)
        ?.questions.find((one) => one.id === id);
      return question?.chips.options.map((chip) => chip.id) ?? [];
    }) as [string[], string[], string[]];
    const response = await testApp.submit(counter.code, {
      'q.overall': '3',
      'why.overall': [overall[1], overall[0], overall[1]] as string[],
      'q.i25': '3',
      'why.i25': i25,
      'q.i28': 'na',
      'why.i28': i28,
      'why.i31': [],
    });
    expect(response.status).toBe(303);
    expect(await readBallot(testApp)).toMatchObject({
      answers: { overall: 3, i25: 3, i28: 'na' },
      // Each reason once, and only if reasons are asked for at the chosen level.
      why: { overall: [overall[0], overall[1]].sort() },
    });
    const [row] = await testApp.context.db.selectFrom('tallies').select('counts').execute();
    expect(Object.keys((JSON.parse(row?.counts ?? '{}') as { chips: object }).chips)).toHaveLength(2);
  });

  it('with reasons for a question that was skipped, which are dropped', async () => {
    const { testApp, counter } = await createCounter();
    const chip = testApp.context.surveys.find('mot-cua-ngan', 1)?.questions[1]?.chips.options[0]?.id ?? '';
    await testApp.submit(counter.code, { 'q.overall': '5', 'why.i25': chip, 'why.overall': [] });
    expect(await readBallot(testApp)).toMatchObject({ answers: { overall: 5 }, why: null });
  });

  it('with a comment in decomposed letters, strange line ends and control characters', async () => {
    const { testApp, counter } = await createCounter();
    const typed = 'Cán bộ hướng dẫn tốt.\r\nChờ hơi lâu\rở quầy đất đai 🙂\u0000\u0007';
    const response = await testApp.submit(counter.code, {
      'q.overall': '4',
      comment: `  ${typed.normalize('NFD')}\u2028 `,
    });
    expect(response.status).toBe(303);
    expect(await readComments(testApp)).toEqual([
      'Cán bộ hướng dẫn tốt.\nChờ hơi lâu\nở quầy đất đai 🙂'.normalize('NFC'),
    ]);
  });

  it('with a comment that is nothing but spaces and broken bytes, which is none', async () => {
    const { testApp, counter } = await createCounter();
    const path = `/k/${counter.code}`;
    const token = hiddenField(await (await testApp.get(path)).text(), 't');
    const body = `t=${token}&s=mot-cua-ngan%2F1&q%2Eoverall=%35&comment=+%20%0D%0A%ED%A0%80%FF%00+`;
    const response = await testApp.request(path, {
      method: 'POST',
      headers: { 'Content-Type': FORM_TYPE },
      body,
    });
    expect(response.status).toBe(303);
    expect(await readComments(testApp)).toEqual([]);
  });

  it('with a phone number in its comment, which is masked before it is stored', async () => {
    const { testApp, counter } = await createCounter();
    await testApp.submit(counter.code, { 'q.overall': '4', comment: 'Gọi tôi 0912 345 678 nhé' });
    expect(await readComments(testApp)).toEqual(['Gọi tôi ••• nhé']);
    expect(JSON.stringify(await dumpTables(testApp.context.db))).not.toMatch(/0912|345.?678/);
  });

  it('from phones that send no cookie, no origin or a foreign one, and any spelling of the type', async () => {
    const { testApp, counter } = await createCounter();
    const path = `/k/${counter.code}`;
    const dresses: Record<string, string>[] = [
      {},
      { Origin: 'null' },
      { Origin: 'https://zalo.me', Referer: 'https://zalo.me/' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Content-Type': `${FORM_TYPE}; charset=UTF-8` },
      { 'Content-Type': `${FORM_TYPE.toUpperCase()} ;charset=utf-8` },
      { Cookie: 'hl_staff=x; other="\u00e9"', 'X-Forwarded-For': '1.2.3.4' },
      { 'User-Agent': '' },
      { 'Accept-Encoding': 'identity;q=0', 'Accept-Language': '*' },
    ];
    for (const headers of dresses) {
      const token = hiddenField(await (await testApp.get(path)).text(), 't');
      const response = await testApp.request(path, {
        method: 'POST',
        headers: { 'Content-Type': FORM_TYPE, ...headers },
        body: `t=${token}&s=mot-cua-ngan/1&q.overall=5`,
      });
      expect(response.status, JSON.stringify(headers)).toBe(303);
      // Only the cookie that counts the forms of a phone is set; a phone may reject it.
      expect(response.headers.getSetCookie().map((line) => line.split('=')[0])).toEqual(['hl_d']);
    }
    const dump = await dumpTables(testApp.context.db);
    expect(dump.ballot_box).toHaveLength(dresses.length);
  });

  it('at an address as chat apps, sentences and capitals change it, for reading and for sending', async () => {
    const testApp = await createTestApp();
    const { code } = testApp.counters[0]!;
    const tails = [
      '/',
      '//',
      '.',
      ')',
      ',',
      '%22',
      "'",
      '%E2%80%9D',
      '%E2%80%8B',
      '%EF%BB%BF',
      '%3E',
      '&zarsrc=30',
    ];
    const paths = [...tails.map((tail) => `/k/${code}${tail}`), `/K/${code.toUpperCase()}`, `//k//${code}`];
    for (const path of paths) {
      const page = await testApp.get(path);
      const html = await page.text();
      expect(page.status, path).toBe(200);
      expect(html, path).toContain(`action="/k/${code}"`);
      const form = { t: hiddenField(html, 't'), s: hiddenField(html, 's'), 'q.overall': '4' };
      expect((await testApp.post(path, form)).status, path).toBe(303);
    }
    const stored = await testApp.context.db.selectFrom('ballot_box').select('id').execute();
    expect(stored).toHaveLength(paths.length);
    // Similar paths are not affected.
    for (const path of ['/ket-qua/x', '/k/', '/k', '/kx/a'])
      expect((await testApp.get(path)).status, path).toBe(404);
  });

  it('at a code in capitals, and in English with thanks in English', async () => {
    const { testApp, counter } = await createCounter();
    const path = `/k/${counter.code.toUpperCase()}?lang=en`;
    const html = await (await testApp.get(path)).text();
    const response = await testApp.post(path, {
      t: hiddenField(html, 't'),
      s: hiddenField(html, 's'),
      'q.overall': '5',
    });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/cam-on?gui=1&lang=en']);
    expect((await readBallot(testApp)).counter_code).toBe(counter.code);
  });

  it('in the field that the counter serves, whatever the form says', async () => {
    const { testApp } = await createCounter();
    const counter = testApp.counters.find(({ field }) => field !== null) as Counter;
    expect((await testApp.submit(counter.code, { 'q.overall': '5', field: 'land' })).status).toBe(303);
    const rows = await testApp.context.db.selectFrom('respondent_tallies').select('option_id').execute();
    expect(rows).toEqual([{ option_id: counter.field }]);
  });

  it('on the last instant of its seven days, and with the clocks of two servers a little apart', async () => {
    const { testApp, counter } = await createCounter();
    const path = `/k/${counter.code}`;
    const first = hiddenField(await (await testApp.get(path)).text(), 't');
    testApp.setTime('2024-01-29T08:04:59+07:00');
    const ahead = hiddenField(await (await testApp.get(path)).text(), 't');
    testApp.setTime('2024-01-29T08:00:00+07:00');
    const form = { s: 'mot-cua-ngan/1', 'q.overall': '5' };
    expect((await testApp.post(path, { ...form, t: ahead })).status).toBe(303);
    testApp.setTime('2024-02-05T08:00:00+07:00');
    expect((await testApp.post(path, { ...form, t: first })).status).toBe(303);
  });
});

describe('a form that came back with faults', () => {
  it('is counted with all its answers once the fault is mended and the button is pressed again', async () => {
    const { testApp, counter } = await createCounter();
    const survey = testApp.context.surveys.find('mot-cua-ngan', 1);
    const chips = survey?.questions.find(({ id }) => id === 'i31')?.chips.options.map(({ id }) => id) ?? [];
    const comment = 'Chờ lâu.\nNhưng "vui" & <thân thiện> \'lắm\'';
    const first = await testApp.submit(counter.code, {
      'q.i25': '4',
      'q.i28': 'na',
      'q.i31': '2',
      'why.i31': chips.slice(0, 2),
      kind: 'citizen',
      field: 'land',
      comment,
    });
    expect(first.status).toBe(422);
    const form = readForm(await first.text());
    expect(form['q.overall']).toBeUndefined();
    const second = await testApp.post(`/k/${counter.code}`, { ...form, 'q.overall': '3' });
    expect(second.status).toBe(303);
    expect(await readBallot(testApp)).toMatchObject({
      answers: { overall: 3, i25: 4, i28: 'na', i31: 2 },
      why: { i31: chips.slice(0, 2).sort() },
    });
    expect(await readComments(testApp)).toEqual([comment]);
    const respondents = await testApp.context.db
      .selectFrom('respondent_tallies')
      .select(['dimension', 'option_id'])
      .orderBy('dimension')
      .execute();
    expect(respondents).toEqual([
      { dimension: 'field', option_id: 'land' },
      { dimension: 'kind', option_id: 'citizen' },
    ]);
  });

  it('is counted by pressing the button once more when only its token was too old', async () => {
    const { testApp, counter } = await createCounter();
    const path = `/k/${counter.code}`;
    const html = await (await testApp.get(path)).text();
    testApp.setTime('2024-02-06T08:00:00+07:00');
    const stale = { t: hiddenField(html, 't'), s: hiddenField(html, 's'), 'q.overall': '2', 'q.i37': '5' };
    const first = await testApp.post(path, stale);
    expect(first.status).toBe(422);
    expect((await testApp.post(path, readForm(await first.text()))).status).toBe(303);
    expect(await readBallot(testApp)).toMatchObject({ day: '2024-02-06', answers: { overall: 2, i37: 5 } });
  });
});

describe('a code that a Vietnamese keyboard has changed', () => {
  it.each(['ư57xz', 'đ23kn', 'k7ấmx', 'bé5x2', 'Ư57XZ'])(
    '%s is explained, in both languages',
    async (typed) => {
      const testApp = await createTestApp();
      for (const [lang, sentence] of [
        ['vi', 'tắt bộ gõ tiếng Việt'],
        ['en', 'switch the Vietnamese keyboard off'],
      ]) {
        const shown = await testApp.get(`/?lang=${lang}&ma=${encodeURIComponent(typed)}`);
        expect(shown.status).toBe(422);
        expect(await shown.text()).toContain(sentence);
      }
    },
  );
});
