import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import { surveyPageExamples } from '../../web/pages/SurveyPage.examples.ts';
import { renderSurveyPage } from '../../web/pages/SurveyPage.tsx';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { renderCitizenExamples } from '../helpers/citizen-examples.ts';
import { type CitizenServer, startCitizenServer } from '../helpers/citizen-server.ts';
import { readCitizenAssets } from '../helpers/page-assets.ts';
import { findBarriers, findSidewaysScroll } from '../helpers/page-audit.ts';

const SURVEY = '/k/k7mpx';
/** Error pages differ only in text; enough are the first, the one that links to the sign-in, and one with an id. */
const differentExamples = renderCitizenExamples().filter(
  ({ name }) => !name.startsWith('error') || /status (400|401|500)$/.test(name),
);

describe.skipIf(!hasChromium())("the citizen's pages in a browser", () => {
  let browser: Browser;
  let server: CitizenServer;
  const opened: Page[] = [];
  /** Script errors and violations of the page's policy (CSP). */
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await startCitizenServer();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(() => {
    server.reset();
    complaints.length = 0;
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((page) => page.context().close()));
    expect(complaints).toEqual([]);
  });

  const phone = { viewport: { width: 360, height: 640 } };
  function watch(page: Page): Page {
    opened.push(page);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
    });
    return page;
  }
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ ...phone, ...options });
    context.setDefaultTimeout(10_000);
    const page = watch(await context.newPage());
    await page.goto(server.origin + path);
    return page;
  }
  async function openBeside(page: Page, path: string): Promise<Page> {
    const other = watch(await page.context().newPage());
    await other.goto(server.origin + path);
    return other;
  }

  const radio = (page: Page, question: string, value: string) =>
    page.locator(`[id="q.${question}-${value}"]`);
  const why = (page: Page, question: string) => page.locator(`[id="q.${question}"] .why`);
  const note = (page: Page, name: string) => page.locator(`[data-note="${name}"]`);
  const sendButton = (page: Page) => page.locator('#send');
  const deleteButton = (page: Page) => ({
    // Deleting asks for confirmation.
    click: async () => {
      await page.locator('#kept summary').click();
      await page.locator('#kept details button').click();
      await page.locator('#kept details').evaluate((details) => details.removeAttribute('open'));
    },
  });
  const waitingBallots = (page: Page) =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('hailong.ballot.')));
  const setTextSize = (page: Page, size: string) =>
    page.evaluate((value) => document.documentElement.style.setProperty('font-size', value), size);
  /** Visible words below the faces: those of the lowest and highest level, or those of the chosen level. */
  const seenWords = (page: Page, question: string) =>
    page.locator(`[id="q.${question}"] .row`).evaluate((row) => {
      const isSeen = (element: Element) =>
        element.getBoundingClientRect().width > 1 && getComputedStyle(element).visibility === 'visible';
      const ends = [...row.querySelectorAll('.chosen span')].filter(isSeen);
      const chosen = [...row.querySelectorAll('label > .vh')].filter((words) => {
        const face = words.parentElement!.getBoundingClientRect();
        const box = words.getBoundingClientRect();
        return (
          isSeen(words) && box.top >= face.bottom - 2 && box.left <= face.right && box.right >= face.left
        );
      });
      return [...ends, ...chosen].map((element) => element.textContent);
    });

  /** Opens a survey, answers its first question and submits while the network fails. */
  async function openAndLoseNetwork(page?: Page): Promise<Page> {
    const survey = page ? await openBeside(page, SURVEY) : await open(SURVEY);
    await radio(survey, 'overall', '4').check();
    server.fate = 'cut';
    await sendButton(survey).click();
    await note(survey, 'waiting').waitFor();
    return survey;
  }

  describe('for everybody', () => {
    for (const { name } of differentExamples) {
      it(`has no accessibility violation and no horizontal scrolling, light and dark (${name})`, async () => {
        const page = await open(server.pathOf(name), { viewport: { width: 320, height: 640 } });
        expect(await findBarriers(page)).toEqual([]);
        expect(await findSidewaysScroll(page)).toBe(0);
        await setTextSize(page, '200%');
        expect(await findSidewaysScroll(page)).toBe(0);
        await setTextSize(page, '100%');
        // The width that remains at twice the browser's default text size, or at 800 % zoom.
        await page.setViewportSize({ width: 160, height: 640 });
        expect(await findSidewaysScroll(page)).toBe(0);
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await findBarriers(page)).toEqual([]);
      });
    }

    it('has no accessibility violation with every question answered and all reasons open', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await open(SURVEY, { colorScheme });
        for (const id of ['overall', 'i25', 'i34']) await radio(page, id, '1').check();
        await radio(page, 'i37', 'na').check();
        await page.locator('.box > summary').click();
        expect(await findBarriers(page)).toEqual([]);
      }
    });

    it('shows unit, counter, question, five answers and Send on a first screen of 360 × 584, for every survey', async () => {
      const page = await open(SURVEY);
      await page.setViewportSize({ width: 360, height: 584 });
      for (const survey of loadSurveys('surveys')
        .list()
        .filter(({ version, id }) => version > 1 || id === 'truc-tuyen')) {
        for (const locale of ['vi', 'en'] as const) {
          const props = { ...surveyPageExamples.firstVisit.props, survey, locale };
          await page.setContent(renderSurveyPage({ ...props, assets: readCitizenAssets().survey }));
          const bottom = await sendButton(page).evaluate((button) => button.getBoundingClientRect().bottom);
          // The banner of a trial needs up to 60 px more.
          expect(bottom, `${survey.id} ${locale}`).toBeLessThanOrEqual(524);
          expect(
            await sendButton(page).evaluate((button) => getComputedStyle(button.parentElement!).position),
          ).toBe('static');
          await radio(page, 'overall', '1').check();
          expect(
            await sendButton(page).evaluate((button) => getComputedStyle(button.parentElement!).position),
          ).toBe('sticky');
        }
      }
    });

    it('offers targets of at least 44 px', async () => {
      const page = await open(SURVEY, { viewport: { width: 320, height: 640 } });
      await radio(page, 'overall', '1').check();
      await radio(page, 'i25', '1').check();
      await page.locator('.box > summary').click();
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('.row > label, .row > input, .pills label, button, summary')]
          .map((element) => ({ html: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
          .map(({ html, box }) => `${html} ${box.width}×${box.height}`),
      );
      expect(small).toEqual([]);
    });

    it('gives every level a target of the same size, whatever the text size and language', async () => {
      const page = await open(SURVEY);
      for (const [width, size] of [
        [320, '100%'],
        [360, '130%'],
        [320, '200%'],
        [1280, '100%'],
      ] as const) {
        await page.setViewportSize({ width, height: 640 });
        await setTextSize(page, size);
        const widths = await page
          .locator('[id="q.i25"] .row > label:not(.na)')
          .evaluateAll((labels) => labels.map((label) => Math.round(label.getBoundingClientRect().width)));
        expect(Math.max(...widths) - Math.min(...widths), `${width} px, ${size}`).toBeLessThanOrEqual(12);
      }
    });

    it('finds the real radio button under a finger on the face, of its own level', async () => {
      const page = await open(SURVEY);
      for (const id of ['overall', 'i25']) {
        for (const value of ['1', '2', '3', '4', '5']) {
          await radio(page, id, value).scrollIntoViewIfNeeded();
          const isOver = await radio(page, id, value).evaluate((input) => {
            const label = (input as HTMLInputElement).labels?.[0]?.getBoundingClientRect();
            const box = input.getBoundingClientRect();
            if (!label) return false;
            const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return found === input && box.left >= label.left - 1 && box.right <= label.right + 1;
          });
          expect(isOver, `${id} ${value}`).toBe(true);
        }
      }
    });

    it('can be filled in and sent by keyboard alone', async () => {
      const page = await open(SURVEY);
      await radio(page, 'overall', '1').focus();
      await page.keyboard.press('ArrowDown');
      expect(await radio(page, 'overall', '2').isChecked()).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await why(page, 'overall').locator('input').first().isChecked()).toBe(true);
      await sendButton(page).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/cam-on?gui=1');
      const ballot = [...server.counted.values()][0];
      expect(ballot?.get('q.overall')).toBe('2');
      expect(ballot?.get('why.overall')).toBe('long-wait');
    });

    it('shows where the keyboard is', async () => {
      const page = await open(SURVEY);
      await radio(page, 'i25', '3').focus();
      const outline = await page
        .locator('label[for="q.i25-3"]')
        .evaluate((label) => getComputedStyle(label).outlineStyle);
      expect(outline).toBe('solid');
    });

    it('brings the eye to what is wrong: the list, or the one question, whose red line goes with the answer', async () => {
      const list = await open(server.pathOf('survey: every kind of fault at once'));
      expect(await list.evaluate(() => document.activeElement?.id)).toBe('faults');
      const page = await open(server.pathOf('survey: sent without the first answer, everything else kept'));
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q.overall-1');
      const line = page.locator('.fault');
      expect(await line.evaluateAll((lines) => lines.length)).toBe(1);
      expect(await line.isVisible()).toBe(true);
      await radio(page, 'overall', '4').check();
      expect(await line.isVisible()).toBe(false);
    });

    it('prints what was chosen without relying on backgrounds', async () => {
      const page = await open(SURVEY);
      await radio(page, 'i25', '4').check();
      await page.emulateMedia({ media: 'print' });
      const style = await page.locator('label[for="q.i25-4"]').evaluate((label) => {
        const { backgroundColor, color, borderTopWidth } = getComputedStyle(label);
        return { backgroundColor, color, borderTopWidth };
      });
      expect(style).toEqual({
        backgroundColor: 'rgb(255, 255, 255)',
        color: 'rgb(0, 0, 0)',
        borderTopWidth: '3px',
      });
    });

    it('distinguishes the selected level in forced colours', async () => {
      const page = await open(SURVEY, { forcedColors: 'active' });
      await radio(page, 'i25', '4').check();
      await radio(page, 'i34', '1').focus();
      const outline = (value: string) =>
        page.locator(`label[for="q.i25-${value}"]`).evaluate((label) => getComputedStyle(label).outlineStyle);
      expect(await outline('4')).toBe('solid');
      expect(await outline('3')).toBe('none');
    });

    it('takes one request', async () => {
      await open(SURVEY);
      expect(server.requests).toEqual([`GET ${SURVEY}`]);
    });
  });

  describe('without JavaScript', () => {
    it('shows the chosen words and the reasons in place, and takes them away again', async () => {
      const page = await open(SURVEY, { javaScriptEnabled: false });
      expect(await seenWords(page, 'i25')).toEqual(['Rất không hài lòng', 'Rất hài lòng']);
      expect(await why(page, 'i25').isVisible()).toBe(false);
      await radio(page, 'i25', '2').check();
      expect(await seenWords(page, 'i25')).toEqual(['Không hài lòng']);
      expect(await why(page, 'i25').isVisible()).toBe(true);
      await radio(page, 'i25', '3').check();
      expect(await seenWords(page, 'i25')).toEqual(['Bình thường']);
      expect(await why(page, 'i25').isVisible()).toBe(false);
      await radio(page, 'i25', 'na').check();
      expect(await seenWords(page, 'i25')).toEqual(['Rất không hài lòng', 'Rất hài lòng']);
      await radio(page, 'overall', '3').check();
      expect(await why(page, 'overall').isVisible()).toBe(true);
      expect(await why(page, 'i34').isVisible()).toBe(false);
    });

    it('sends everything that was filled in', async () => {
      const page = await open(SURVEY, { javaScriptEnabled: false });
      await radio(page, 'overall', '3').check();
      await why(page, 'overall').locator('input').first().check();
      await radio(page, 'i34', 'na').check();
      await page.locator('.box > summary').click();
      await page.locator('[name=kind]').nth(1).check();
      await page.locator('#comment').fill('Ghế ít, “nóng” & chật');
      await sendButton(page).click();
      await page.waitForURL('**/cam-on?gui=1');
      expect([...(server.counted.get([...server.counted.keys()][0] ?? '') ?? [])].slice(1)).toEqual([
        ['s', 'mau-thu/1'],
        ['q.overall', '3'],
        ['why.overall', 'long-wait'],
        ['q.i34', 'na'],
        ['kind', 'organisation'],
        ['comment', 'Ghế ít, “nóng” & chật'],
      ]);
    });

    it('never shows the notes about waiting ballots', async () => {
      const page = await open(SURVEY, { javaScriptEnabled: false });
      for (const visible of await page.locator('#delivery > *').all()) {
        expect(await visible.isVisible()).toBe(false);
      }
    });
  });

  describe('sending', () => {
    it('ends at the thanks, keeps nothing on the phone, and "back" does not show the answers', async () => {
      const page = await open(server.pathOf('front: first visit'));
      await page.goto(server.origin + SURVEY);
      await radio(page, 'overall', '5').check();
      await sendButton(page).click();
      await page.waitForURL('**/cam-on?gui=1');
      expect(await waitingBallots(page)).toEqual([]);
      await page.goBack();
      expect(new URL(page.url()).pathname).not.toBe(SURVEY);
      expect(server.counted.size).toBe(1);
    });

    it('happens once however often the button is pressed', async () => {
      const page = await open(SURVEY);
      await radio(page, 'overall', '5').check();
      await page.evaluate(() => {
        const button = document.getElementById('send');
        for (let times = 0; times < 5; times++) button?.click();
      });
      await page.waitForURL('**/cam-on?gui=1');
      expect(server.arrived.length).toBe(1);
    });

    it('says that it is sending while it is', async () => {
      const page = await open(SURVEY);
      await radio(page, 'overall', '5').check();
      await page.route(`**${SURVEY}`, () => {});
      await sendButton(page).click();
      expect(await sendButton(page).textContent()).toBe('Đang gửi…');
      expect(await sendButton(page).getAttribute('aria-disabled')).toBe('true');
    });

    it('shows the server’s own page when it finds a fault, and keeps nothing on the phone', async () => {
      const page = await open(SURVEY);
      await radio(page, 'i25', '2').check();
      server.fate = 'refused';
      await sendButton(page).click();
      await page.locator('.fault').waitFor();
      expect(await radio(page, 'i25', '2').isChecked()).toBe(true);
      expect(await waitingBallots(page)).toEqual([]);
    });

    it('after a fault, "back" does not bring old answers', async () => {
      const page = await open(SURVEY);
      await radio(page, 'i25', '5').check();
      server.fate = 'refused';
      await sendButton(page).click();
      await page.locator('.fault').waitFor();
      await page.goBack();
      await page.locator('#send').waitFor();
      expect(await page.locator('input:checked').count()).toBe(0);
    });

    it('clears answers when the page is restored from the back-forward cache', async () => {
      const page = await open(SURVEY);
      await radio(page, 'overall', '5').check();
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      expect(await page.locator('input:checked').count()).toBe(0);
    });

    it('keeps answers on an ordinary first showing of the page', async () => {
      const page = await open(SURVEY);
      await radio(page, 'overall', '5').check();
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false })));
      expect(await radio(page, 'overall', '5').isChecked()).toBe(true);
    });
  });

  describe('when the network is lost', () => {
    it('keeps the ballot, says so, and hides the form; nothing about it is a barrier', async () => {
      const page = await openAndLoseNetwork();
      expect(await page.locator('form').isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.parentElement?.id)).toBe('delivery');
      expect(await waitingBallots(page)).toHaveLength(1);
      expect(server.counted.size).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findBarriers(page)).toEqual([]);
    });

    it('keeps the ballot when the server fails, says so, and sends it when the server is well again', async () => {
      const page = await open(SURVEY);
      await radio(page, 'overall', '4').check();
      for (const status of [403, 429, 500, 502, 503] as const) {
        server.fate = status;
        await sendButton(page).click();
        await note(page, 'broken').waitFor();
        expect(await note(page, 'waiting').isVisible()).toBe(false);
        expect(page.url()).toContain(SURVEY);
        expect(await waitingBallots(page)).toHaveLength(1);
        expect(await findBarriers(page)).toEqual([]);
        await deleteButton(page).click();
      }
      await sendButton(page).click();
      await note(page, 'broken').waitFor();
      // The reason shown may change before the ballot is delivered.
      server.fate = 'cut';
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await note(page, 'waiting').waitFor();
      server.fate = 'thanks';
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await page.waitForURL('**/cam-on?gui=1');
      expect([...server.counted.values()].map((ballot) => ballot.get('q.overall'))).toEqual(['4']);
      expect(await waitingBallots(page)).toEqual([]);
    });

    it('sends the ballot when the network returns, and thanks', async () => {
      const page = await openAndLoseNetwork();
      server.fate = 'thanks';
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await page.waitForURL('**/cam-on?gui=1');
      expect([...server.counted.values()].map((ballot) => ballot.get('q.overall'))).toEqual(['4']);
      expect(await waitingBallots(page)).toEqual([]);
    });

    it('retries automatically while the page is open', async () => {
      const context = await browser.newContext(phone);
      const page = watch(await context.newPage());
      await page.clock.install();
      await page.goto(server.origin + SURVEY);
      await radio(page, 'overall', '2').check();
      server.fate = 'cut';
      await sendButton(page).click();
      await note(page, 'waiting').waitFor();
      server.fate = 'thanks';
      await page.clock.fastForward(31_000);
      await page.waitForURL('**/cam-on?gui=1');
      expect(server.counted.size).toBe(1);
    });

    it('times out on a network that drops everything', async () => {
      const context = await browser.newContext(phone);
      const page = watch(await context.newPage());
      await page.clock.install();
      await page.goto(server.origin + SURVEY);
      await radio(page, 'overall', '2').check();
      await page.route(`**${SURVEY}`, () => {});
      await sendButton(page).click();
      await page.clock.fastForward(21_000);
      await note(page, 'waiting').waitFor();
    });

    it('does not take a captive portal’s page for an acknowledgement', async () => {
      const page = await open(SURVEY);
      await radio(page, 'overall', '4').check();
      server.fate = 'portal';
      await sendButton(page).click();
      await note(page, 'waiting').waitFor();
      expect(await waitingBallots(page)).toHaveLength(1);
    });

    it('counts a ballot once whose acknowledgement was lost', async () => {
      const page = await open(SURVEY);
      await radio(page, 'overall', '4').check();
      server.fate = 'cut-after-counting';
      await sendButton(page).click();
      await note(page, 'waiting').waitFor();
      server.fate = 'thanks';
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await page.waitForURL('**/cam-on?gui=1');
      expect(server.counted.size).toBe(1);
    });

    it('sends what waited from an earlier visit when a survey is opened again, and says so', async () => {
      const page = await openAndLoseNetwork();
      server.fate = 'thanks';
      await page.goto(server.origin + SURVEY);
      await note(page, 'sent').waitFor();
      expect(await page.locator('form').isVisible()).toBe(true);
      expect([...server.counted.keys()]).toHaveLength(1);
      expect(await waitingBallots(page)).toEqual([]);
    });

    it('keeps several ballots of one phone apart and sends them all', async () => {
      const first = await openAndLoseNetwork();
      const second = await openAndLoseNetwork(first);
      expect(await waitingBallots(second)).toHaveLength(2);
      server.fate = 'thanks';
      await second.evaluate(() => dispatchEvent(new Event('online')));
      await second.waitForURL('**/cam-on?gui=1');
      await first.evaluate(() => dispatchEvent(new Event('online')));
      await Promise.race([first.waitForURL('**/cam-on?gui=1'), note(first, 'elsewhere').waitFor()]);
      expect(server.counted.size).toBe(2);
      expect(await waitingBallots(second)).toEqual([]);
    });

    it('loses and doubles nothing when two pages send at the same moment', async () => {
      const first = await openAndLoseNetwork();
      const second = await openAndLoseNetwork(first);
      server.fate = 'thanks';
      await Promise.all(
        [first, second].map((page) => page.evaluate(() => dispatchEvent(new Event('online')))),
      );
      for (const page of [first, second]) {
        await Promise.race([page.waitForURL('**/cam-on?gui=1'), note(page, 'elsewhere').waitFor()]);
      }
      expect(server.counted.size).toBe(2);
      expect(await waitingBallots(first)).toEqual([]);
    });

    it('deletes the waiting ballot when asked, and gives the form back as it was', async () => {
      const page = await openAndLoseNetwork();
      await deleteButton(page).click();
      await note(page, 'deleted').waitFor();
      expect(await waitingBallots(page)).toEqual([]);
      expect(await radio(page, 'overall', '4').isChecked()).toBe(true);
      server.fate = 'thanks';
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await sendButton(page).click();
      await page.waitForURL('**/cam-on?gui=1');
      expect(server.counted.size).toBe(1);
    });

    it('lets the next person on the phone fill in the form while an older ballot waits, or delete that one', async () => {
      const page = await openAndLoseNetwork();
      await page.goto(server.origin + SURVEY);
      await note(page, 'older').waitFor();
      expect(await page.locator('form').isVisible()).toBe(true);
      expect(await findBarriers(page)).toEqual([]);
      await deleteButton(page).click();
      expect(await waitingBallots(page)).toEqual([]);
    });

    it('does not send a ballot that was deleted in another page, and says what became of it', async () => {
      const page = await openAndLoseNetwork();
      const other = await openBeside(page, SURVEY);
      await note(other, 'older').waitFor();
      await deleteButton(other).click();
      server.fate = 'thanks';
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await note(page, 'elsewhere').waitFor();
      expect(server.counted.size).toBe(0);
    });

    it('drops a ballot that the server will never take, and says so', async () => {
      const page = await openAndLoseNetwork();
      server.fate = 'refused';
      await page.goto(server.origin + SURVEY);
      await note(page, 'refused').waitFor();
      expect(await waitingBallots(page)).toEqual([]);
    });

    it('drops a ballot after seven days without sending it', async () => {
      const page = await openAndLoseNetwork();
      await page.evaluate(() => {
        for (const key of Object.keys(localStorage)) {
          const ballot = JSON.parse(localStorage.getItem(key) ?? '');
          localStorage.setItem(key, JSON.stringify({ ...ballot, savedAt: Date.now() - 8 * 86_400_000 }));
        }
      });
      server.reset();
      await page.goto(server.origin + SURVEY);
      await note(page, 'refused').waitFor();
      expect(server.arrived).toEqual([]);
      expect(await waitingBallots(page)).toEqual([]);
    });

    it('is not upset by what it cannot read', async () => {
      const page = await open(SURVEY);
      await page.evaluate(() => localStorage.setItem('hailong.ballot.broken', '{'));
      await page.reload();
      await expect.poll(() => waitingBallots(page)).toEqual([]);
      expect(await page.locator('#delivery [data-note]:visible').count()).toBe(0);
    });

    it('says honestly that the phone could not keep the ballot, and lets it be sent again', async () => {
      const page = await open(SURVEY);
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('no room', 'QuotaExceededError');
        };
      });
      await radio(page, 'overall', '1').check();
      server.fate = 'cut';
      await sendButton(page).click();
      await note(page, 'unkept').waitFor();
      expect(await sendButton(page).textContent()).toBe('Gửi phiếu');
      server.fate = 'thanks';
      await sendButton(page).click();
      await page.waitForURL('**/cam-on?gui=1');
      expect(server.counted.size).toBe(1);
    });

    it('works where storage is forbidden altogether', async () => {
      const context = await browser.newContext(phone);
      await context.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      });
      const page = watch(await context.newPage());
      await page.goto(server.origin + SURVEY);
      await radio(page, 'overall', '1').check();
      await sendButton(page).click();
      await page.waitForURL('**/cam-on?gui=1');
      expect(server.counted.size).toBe(1);
    });

    it('keeps nothing that could never count: the first answer is asked for at once', async () => {
      const page = await open(SURVEY);
      await radio(page, 'i25', '1').check();
      server.fate = 'cut';
      await sendButton(page).click();
      await note(page, 'incomplete').waitFor();
      expect(await waitingBallots(page)).toEqual([]);
      expect(await radio(page, 'i25', '1').isChecked()).toBe(true);
    });
  });
});
