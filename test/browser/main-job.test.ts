import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Report, reportSchema } from '../../server/reporting/report.v1.ts';
import { accountsVi } from '../../web/messages/accounts.vi.ts';
import { citizenEn } from '../../web/messages/citizen.en.ts';
import { citizenVi } from '../../web/messages/citizen.vi.ts';
import { staffVi } from '../../web/messages/staff.vi.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { enter, follow } from '../helpers/page-steps.ts';
import { decodeQr } from '../helpers/qr-decoder.ts';
import { type RecordingProxy, startRecordingProxy } from '../helpers/recording-proxy.ts';
import { runProgram, type ServerProcess, startServer } from '../helpers/server-process.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';

interface Answers {
  readonly overall: '1' | '2' | '3' | '4' | '5';
  /** Level or `na` by question id. */
  readonly items?: Readonly<Record<string, string>>;
  /** Reasons by question id. */
  readonly why?: Readonly<Record<string, readonly string[]>>;
  readonly kind?: string;
  readonly comment?: string;
}

/**
 * Five respondents: satisfied, satisfied without further answers, dissatisfied with reasons, neither, with a comment.
 */
const MORNING: readonly Answers[] = [
  { overall: '5', items: { i25: '5', i28: '5', i31: '5', i32: '4', i34: 'na', i37: 'na' } },
  { overall: '4' },
  {
    overall: '1',
    items: { i31: '1', i34: '2' },
    why: { overall: ['long-wait', 'poor-manner'], i31: ['impolite'] },
  },
  { overall: '3', items: { i25: '2' }, why: { i25: ['few-chairs'] }, kind: 'business' },
  { overall: '4', kind: 'citizen', comment: 'Cán bộ “rất” tốt & nhanh.\nGhế hơi ít, trời nóng <3' },
];

/** Host of Chrome's autofill service, which no page can prevent the browser from contacting. */
const BROWSER_ERRANDS = /^content-autofill\.googleapis\.com:443$/;

const PHONE = { viewport: { width: 360, height: 640 } };

describe.skipIf(!hasChromium())('from the first start to the figures', () => {
  let server: ServerProcess;
  let proxy: RecordingProxy;
  let browser: Browser;
  let staff: Page;
  let apiKey: string;
  /** The URL in the first counter's QR code. */
  let surveyAddress: string;
  const settings = { DATA_DIR: '' };
  /** Overall levels of all ballots that must have been counted, in order. */
  const counted: number[] = [];
  const opened: BrowserContext[] = [];
  /** Script errors and violations of a page's policy (CSP). */
  const complaints: string[] = [];

  beforeAll(async () => {
    settings.DATA_DIR = makeFolder('data');
    server = await startServer(settings);
    proxy = await startRecordingProxy();
    browser = await launchChromium();
    staff = await (await openContext({ viewport: { width: 1280, height: 900 } })).newPage();
    opened.length = 0;
    const created = await runProgram(
      'cli/hailong',
      ['api-key', 'create', '--name', 'Phòng Nội vụ'],
      settings,
    );
    apiKey = created.stdout.trimEnd().split('\n').at(-1) ?? '';
    surveyAddress = server.surveyAddresses[0] ?? '';
  });
  afterAll(async () => {
    await browser?.close();
    await proxy?.close();
    await server?.stop();
  });
  afterEach(async () => {
    proxy.line = 'works';
    await Promise.all(opened.splice(0).map((context) => context.close()));
    expect(complaints).toEqual([]);
  });

  /** A separate browser context: another person's phone, or the office's PC. */
  async function openContext(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await browser.newContext({ ...options, proxy: { server: proxy.server } });
    context.setDefaultTimeout(15_000);
    context.on('weberror', (error) => complaints.push(error.error().message));
    context.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
    });
    opened.push(context);
    return context;
  }
  const takePhone = (options: BrowserContextOptions = {}) => openContext({ ...PHONE, ...options });
  async function scan(phone: BrowserContext, address = surveyAddress): Promise<Page> {
    const page = await phone.newPage();
    await page.goto(address);
    return page;
  }
  async function fillIn(
    page: Page,
    { overall, items = {}, why = {}, kind, comment }: Answers,
  ): Promise<void> {
    for (const [id, level] of Object.entries({ overall, ...items })) {
      await page.locator(`[id="q.${id}-${level}"]`).check();
    }
    for (const [id, chips] of Object.entries(why)) {
      for (const chip of chips) await page.locator(`input[name="why.${id}"][value="${chip}"]`).check();
    }
    if (kind !== undefined) {
      await page.locator('details:has(input[name="kind"]) > summary').click();
      await page.locator(`input[name="kind"][value="${kind}"]`).check();
    }
    if (comment !== undefined) await page.locator('#comment').fill(comment);
  }
  const send = (page: Page) => page.locator('#send').click();
  const note = (page: Page, name: string) => page.locator(`[data-note="${name}"]`);
  async function expectThanks(page: Page): Promise<void> {
    await page.waitForURL('**/cam-on?gui=1');
    expect(await page.locator('h1').textContent()).toContain(citizenVi.thanks.thankYou);
  }
  /** Submits without a network, and expects the note that the ballot is stored. */
  async function sendIntoTheVoid(page: Page, answers: Answers): Promise<void> {
    await fillIn(page, answers);
    await send(page);
    await note(page, 'waiting').waitFor();
    expect(await page.locator('form').isVisible()).toBe(false);
  }
  const waitingBallots = (page: Page) =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('hailong.ballot.')));
  const checkedAnswers = (page: Page) => page.locator('input:checked').count();
  /** Requests to other hosts since the last call. */
  function takeSeen(): string[] {
    const seen = proxy.seen.splice(0);
    seenAddresses.push(...seen.map(({ address }) => address));
    return seen
      .filter(({ address }) => !BROWSER_ERRANDS.test(address))
      .map(({ method, address }) => `${method} ${address.replace(`http://localhost:${server.port}`, '')}`);
  }
  const seenAddresses: string[] = [];
  const countReceived = async (): Promise<number> => {
    const response = await fetch(`${server.origin}/ket-qua.json`);
    return ((await response.json()) as { received_total: number }).received_total;
  };

  /**
   * Checks every place with figures: the public page and its JSON, the leader's page, the JSON for the office above.
   * The installation is on trial, so every ballot is in every figure at once.
   */
  async function expectFigures(): Promise<void> {
    const received = counted.length;
    const among = (levels: readonly number[]) => counted.filter((level) => levels.includes(level)).length;
    const figures = {
      numerator: among([4, 5]),
      neutral: among([3]),
      dissatisfied: among([1, 2]),
      denominator: received,
      suppressed: false,
    };

    const json = (await (await fetch(`${server.origin}/ket-qua.json`)).json()) as {
      received_total: number;
      report: Report;
    };
    expect(json.received_total).toBe(received);
    expect(json.report.indicator).toMatchObject(figures);

    const { id } = json.report.period;
    const answer = await fetch(`${server.origin}/api/v1/reports/dong-son/${id}`, {
      headers: { Authorization: `Bearer ${apiKey}` },
    });
    expect(answer.status).toBe(200);
    const report = reportSchema.parse(await answer.json());
    expect(report.ballots.received).toBe(received);
    expect(report.indicator).toMatchObject(figures);
    expect(report.trial).toBe(true);
    expect(report.questions[0]).toMatchObject({ id: 'overall', n: received });
    expect(report.counters.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)).toBe(received);

    const results = await scan(await takePhone(), `http://localhost:${server.port}/ket-qua`);
    expect(await results.locator('.received').textContent()).toBe(staffVi.results.receivedTotal(received));

    await staff.goto(`http://localhost:${server.port}/lanh-dao`);
    const card = staff.locator('.headline');
    expect(await card.locator('.figure').innerText()).toContain(
      `${figures.numerator} trong ${figures.denominator} phiếu`,
    );
    const { counts, ballots } = staffVi.headline;
    expect(await card.locator('.headline-counts li').allInnerTexts()).toEqual([
      ballots(figures.denominator),
      counts.satisfied(figures.numerator),
      counts.neutral(figures.neutral),
      counts.dissatisfied(figures.dissatisfied),
    ]);
    expect(await card.locator('.account').innerText()).toContain(`Đã nhận ${received}`);
  }

  it('leads from the printed address to the codes for the counters, which a phone can read', async () => {
    const made = await runProgram(
      'cli/hailong',
      ['staff', 'create', '--name', 'chu-tich', '--role', 'leader'],
      settings,
    );
    const { hash } = new URL(made.stdout.trim().split('\n').at(-1) ?? '');
    await staff.goto(`http://localhost:${server.port}/dang-nhap${hash}`);
    await staff.getByLabel(accountsVi.fields.newPassword).fill('bốn quyển vở mới');
    await follow(staff.getByRole('button', { name: accountsVi.setPassword.button }));
    await staff.waitForURL('**/lanh-dao');
    expect(await staff.locator('.headline').textContent()).toContain(staffVi.headline.boxes.none.join(' '));
    await follow(staff.getByRole('link', { name: staffVi.nav.posters }).first());
    await staff.waitForURL('**/can-bo/ma-qr');
    const links = await staff.getByRole('link', { name: staffVi.posters.png }).all();
    expect(links).toHaveLength(4);
    for (const [index, link] of links.entries()) {
      const [download] = await Promise.all([staff.waitForEvent('download'), link.click()]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      const address = decodeQr(Buffer.concat(chunks));
      expect(address).toBe(server.surveyAddresses[index]);
      if (index === 0) surveyAddress = address;
    }
  });

  it.each(['a4', 'a5'])(
    'prints one counter a sheet on %s, with a code that a phone can read',
    async (size) => {
      await staff.goto(`http://localhost:${server.port}/can-bo/ma-qr?kho=${size}`);
      await staff.emulateMedia({ media: 'print' });
      const posters = await staff.locator('.poster').all();
      expect(posters).toHaveLength(4);
      for (const [index, poster] of posters.entries()) {
        expect(decodeQr(await poster.screenshot())).toBe(server.surveyAddresses[index]);
      }
      const pdf = await staff.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(4);
      await staff.emulateMedia({ media: null });
    },
  );

  it('counts five ballots that were sent without JavaScript, and shows them everywhere', async () => {
    for (const answers of MORNING) {
      takeSeen();
      const page = await scan(await takePhone({ javaScriptEnabled: false }));
      await fillIn(page, answers);
      expect(takeSeen()).toEqual([`GET ${new URL(surveyAddress).pathname}`]);
      await send(page);
      await expectThanks(page);
      expect(takeSeen()).toEqual([`POST ${new URL(surveyAddress).pathname}`, 'GET /cam-on?gui=1']);
      counted.push(Number(answers.overall));
    }
    await expectFigures();
  });

  it('counts five ballots that were sent with JavaScript, and shows them everywhere', async () => {
    for (const answers of MORNING.toReversed()) {
      takeSeen();
      const page = await scan(await takePhone());
      await fillIn(page, answers);
      expect(takeSeen()).toEqual([`GET ${new URL(surveyAddress).pathname}`]);
      await send(page);
      await expectThanks(page);
      expect(await waitingBallots(page)).toEqual([]);
      const seen = takeSeen();
      expect(seen[0]).toBe(`POST ${new URL(surveyAddress).pathname}`);
      expect(new Set(seen.slice(1))).toEqual(new Set(['GET /cam-on?gui=1']));
      counted.push(Number(answers.overall));
    }
    await expectFigures();
  });

  it('keeps a ballot whose network was cut as it was sent, and sends it once when the code is scanned again', async () => {
    const phone = await takePhone();
    const page = await scan(phone);
    proxy.line = 'loses-the-ballot';
    await sendIntoTheVoid(page, { overall: '2', comment: 'Gửi khi mất mạng' });
    expect(await note(page, 'waiting').textContent()).toBe(citizenVi.delivery.waiting.replaceAll('\n', ''));
    await page.close();
    expect(await countReceived()).toBe(counted.length);

    proxy.line = 'works';
    const again = await scan(phone);
    await note(again, 'sent').waitFor();
    expect(await waitingBallots(again)).toEqual([]);
    expect(await again.locator('form').isVisible()).toBe(true);
    expect(await checkedAnswers(again)).toBe(0);
    counted.push(2);
    await again.reload();
    expect(await note(again, 'sent').isVisible()).toBe(false);
    await expectFigures();
  });

  it('sends a waiting ballot by itself when the network returns, while the page is open', async () => {
    const phone = await takePhone();
    const page = await scan(phone);
    await phone.setOffline(true);
    await sendIntoTheVoid(page, { overall: '5' });
    expect(await countReceived()).toBe(counted.length);
    await phone.setOffline(false);
    await expectThanks(page);
    counted.push(5);
    await expectFigures();
  });

  it('counts a ballot once whose thanks were lost on the way', async () => {
    const phone = await takePhone();
    const page = await scan(phone);
    proxy.line = 'loses-the-answer';
    await sendIntoTheVoid(page, { overall: '4' });
    counted.push(4);
    expect(await countReceived()).toBe(counted.length);
    proxy.line = 'works';
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expectThanks(page);
    await expectFigures();
  });

  it('counts a waiting ballot once that two tabs send at the same moment', async () => {
    const phone = await takePhone();
    const page = await scan(phone);
    proxy.line = 'loses-the-ballot';
    await sendIntoTheVoid(page, { overall: '3' });
    const beside = await scan(phone);
    await note(beside, 'older').waitFor();
    proxy.line = 'works';
    await Promise.all([page, beside].map((tab) => tab.evaluate(() => dispatchEvent(new Event('online')))));
    await Promise.race([page.waitForURL('**/cam-on?gui=1'), note(page, 'elsewhere').waitFor()]);
    await expect.poll(() => waitingBallots(beside)).toEqual([]);
    counted.push(3);
    await expectFigures();
  });

  it.each([true, false])(
    'shows no answers on "back" from the thanks, and counts nothing again (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const page = await scan(await takePhone({ javaScriptEnabled }), `http://localhost:${server.port}/`);
      await page.locator('input[name="ma"]').fill(surveyAddress.slice(-5).toUpperCase());
      await enter(page);
      expect(page.url()).toBe(surveyAddress);
      await fillIn(page, { overall: '5', items: { i25: '4' } });
      await send(page);
      await expectThanks(page);
      counted.push(5);
      await page.goBack();
      expect(await checkedAnswers(page)).toBe(0);
      if (javaScriptEnabled) {
        expect(new URL(page.url()).pathname).toBe('/');
      } else {
        await send(page);
        await page.locator('.fault.level').waitFor();
      }
      await expectFigures();
    },
  );

  it('speaks English to those who ask for it, to the thanks', async () => {
    const page = await scan(await takePhone());
    await follow(page.getByRole('link', { name: citizenVi.otherLanguage }));
    await page.waitForURL('**/k/*?lang=en');
    expect(await page.locator('#send').textContent()).toBe(citizenEn.survey.send);
    await fillIn(page, { overall: '5', comment: 'Very kind.' });
    await send(page);
    await page.waitForURL('**/cam-on?gui=1&lang=en');
    expect(await page.locator('h1').textContent()).toContain(citizenEn.thanks.thankYou);
    counted.push(5);
    await expectFigures();
  });

  it('asked nobody but this server for anything', async () => {
    takeSeen();
    const foreign = seenAddresses.filter(
      (address) => !address.startsWith(`http://localhost:${server.port}/`) && !BROWSER_ERRANDS.test(address),
    );
    expect(foreign).toEqual([]);
    expect(seenAddresses.length).toBeGreaterThan(50);
    expect(seenAddresses.filter((address) => address.includes('favicon'))).toEqual([]);
  });
});
