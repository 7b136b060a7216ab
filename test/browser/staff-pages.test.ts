import jsqr from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trendExample } from '../../web/examples/trend.examples.ts';
import { leaderPageExamples } from '../../web/pages/LeaderPage.examples.ts';
import { renderLeaderPage } from '../../web/pages/LeaderPage.tsx';
import { postersPageExamples, postersPageWithoutPosters } from '../../web/pages/PostersPage.examples.ts';
import { renderPostersPage } from '../../web/pages/PostersPage.tsx';
import { resultsPageExamples } from '../../web/pages/ResultsPage.examples.ts';
import { renderResultsPage } from '../../web/pages/ResultsPage.tsx';
import { weekPageExamples } from '../../web/pages/WeekPage.examples.ts';
import { renderWeekPage } from '../../web/pages/WeekPage.tsx';
import { bundleStyle } from '../helpers/bundle-assets.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { findBarriers, findSidewaysScroll, WCAG } from '../helpers/page-audit.ts';

interface Named<Props> {
  readonly name: string;
  readonly props: Props;
}

function find<Props>(examples: readonly Named<Props>[], name: string): Props {
  const example = examples.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`no example ${name}`);
  return example.props;
}

/** States that look different from each other, with the page's name. */
const LOOKS = [
  ['leader, met, not certain', 'met, not certain'],
  ['leader, first day', 'the first day of all'],
  ['leader, alerts', 'every kind of alert'],
  ['leader, long names', 'made-up data, long names, more ballots than transactions'],
] as const;

function renderLooks(leader: string, staff: string, poster: string): Record<string, string> {
  const assets = { style: staff };
  const looks: Record<string, string> = {};
  for (const [look, name] of LOOKS) {
    looks[look] = renderLeaderPage({ ...find(leaderPageExamples, name), assets: { style: leader } });
  }
  for (const name of [
    'an ordinary week',
    'alerts in both weeks',
    'one counter',
    'a week that has not come',
    'the first week of all, empty',
  ]) {
    looks[`week, ${name}`] = renderWeekPage({ ...find(weekPageExamples, name), assets });
  }
  for (const name of [
    'not met and certain',
    'met, not certain, in English',
    'alerts, in English',
    'the first day of all, made-up data',
  ]) {
    looks[`results, ${name}`] = renderResultsPage({ ...find(resultsPageExamples, name), assets });
  }
  for (const name of ['all counters on A4', 'a trial on A5 with the longest names']) {
    const props = find(postersPageExamples, name);
    looks[`posters, ${name}`] = renderPostersPage({ ...props, assets: { style: poster } });
  }
  const empty = find(postersPageWithoutPosters, 'no counters');
  looks['posters, none'] = renderPostersPage({ ...empty, assets: { style: poster } });
  return looks;
}

const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

const countPages = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

const CENTIMETRE = 96 / 2.54;

/** Twenty-six weeks, twenty-two of them with figures: as many as fit on paper. */
const aHalfYear = ['a', 'b', 'c']
  .flatMap((name) =>
    trendExample.map((point) => ({ ...point, period: { ...point.period, id: name + point.period.id } })),
  )
  .slice(-26);

/** States with the most and the least on the sheet. */
const PRINTED = [
  'met, cannot be settled by the transactions there are',
  'made-up data, long names, more ballots than transactions',
  'not met, not certain',
  'the first day of all',
];

describe.skipIf(!hasChromium())('pages for staff, leaders and the public in a browser', () => {
  let browser: Browser;
  let leader: string;
  let poster: string;
  let looks: Record<string, string>;

  beforeAll(async () => {
    let staff: string;
    [browser, leader, staff, poster] = await Promise.all([
      launchChromium(),
      bundleStyle('leader'),
      bundleStyle('staff'),
      bundleStyle('poster'),
    ]);
    looks = renderLooks(leader, staff, poster);
  });
  afterAll(() => browser?.close());

  async function withPage<T>(
    options: NonNullable<Parameters<Browser['newPage']>[0]>,
    use: (page: Page) => Promise<T>,
  ): Promise<T> {
    const page = await browser.newPage(options);
    try {
      return await use(page);
    } finally {
      await page.close();
    }
  }

  it.each([
    [320, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)(
    'have no axe violation and no sideways scrolling at %d px, %s, all unfolded',
    async (width, colorScheme) => {
      await withPage({ viewport: { width, height: 720 }, colorScheme }, async (page) => {
        for (const [name, html] of Object.entries(looks)) {
          await page.setContent(html);
          await openAll(page);
          expect(await findBarriers(page), name).toEqual([]);
          expect(await findSidewaysScroll(page), name).toBeLessThanOrEqual(0);
        }
      });
    },
  );

  it('have no axe violation on paper', async () => {
    await withPage({ viewport: { width: 700, height: 1000 } }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const [name, html] of Object.entries(looks)) {
        await page.setContent(html);
        expect(await findBarriers(page, WCAG), name).toEqual([]);
      }
    });
  });

  it('do not scroll sideways on a phone with letters twice as large', async () => {
    await withPage({ viewport: { width: 360, height: 640 } }, async (page) => {
      for (const [name, html] of Object.entries(looks)) {
        await page.setContent(html.replace('</style>', 'html{font-size:200%}</style>'));
        await openAll(page);
        expect(await findSidewaysScroll(page), name).toBeLessThanOrEqual(0);
      }
    });
  });

  it('begin with a link past the navigation', async () => {
    await withPage({ viewport: { width: 1280, height: 720 } }, async (page) => {
      await page.setContent(looks['leader, met, not certain'] ?? '');
      await page.keyboard.press('Tab');
      const link = page.locator('.skip');
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
      expect((await link.boundingBox())?.x).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    });
  });

  it('unfold the part that an address leads to, and step through weeks without script', async () => {
    await withPage({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false }, async (page) => {
      await page.route('**/*', (route) =>
        route.fulfill({ contentType: 'text/html', body: looks['week, an ordinary week'] ?? '' }),
      );
      await page.goto('http://127.0.0.1/can-bo?tuan=2024-W05#questions');
      await page.locator('.level-bar').first().waitFor({ state: 'visible' });
      await page.getByText('Chọn tuần khác').click();
      await page.getByRole('link', { name: '05/02–11/02/2024' }).click();
      expect(page.url()).toMatch(/\?tuan=2024-W06$/);
    });
  });

  it('unfold on paper, where the browser can', async () => {
    await withPage({ viewport: { width: 700, height: 1000 } }, async (page) => {
      await page.setContent(looks['week, an ordinary week'] ?? '');
      const canUnfold = await page.evaluate(() => CSS.supports('selector(::details-content)'));
      if (!canUnfold) return;
      const bar = page.locator('.level-bar').first();
      expect(await bar.isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await bar.isVisible()).toBe(true);
    });
  });

  it.each(leaderPageExamples.map(({ name }) => name).filter((name) => !name.includes('long names')))(
    "show the leader's card whole on the first screen of a phone, with one percentage: %s",
    async (name) => {
      await withPage({ viewport: { width: 360, height: 640 } }, async (page) => {
        const props = find(leaderPageExamples, name);
        for (const demo of [false, true]) {
          await page.setContent(renderLeaderPage({ ...props, demo, assets: { style: leader } }));
          const seen = await readFirstScreen(page);
          const isShown = props.current.report.indicator.percent !== null;
          expect(seen.cardBottom).toBeLessThanOrEqual(640);
          expect(seen.text.split('%').length - 1, seen.text).toBe(isShown ? 1 : 0);
          expect(seen.text).toMatch(/ĐẠT|CHƯA/);
          if (!isShown) continue;
          expect(seen.text).toContain('Trong số');
          expect(seen.text).toContain('không hài lòng');
          expect(seen.text).toContain('phiếu được tính');
          expect(seen.text).toContain('Nên sửa trước');
        }
      });
    },
  );

  it.each(postersPageExamples)(
    'print one page for each poster, nothing cut off: $name',
    async ({ props, pages }) => {
      await withPage({}, async (page) => {
        await page.setContent(renderPostersPage({ ...props, assets: { style: poster } }));
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
        expect(countPages(pdf)).toBe(pages);
        expect(countPages(await page.pdf({ format: 'A4', printBackground: false }))).toBe(pages);
        await page.emulateMedia({ media: 'print' });
        const paper = props.size === 'a4' ? { width: 190, height: 277 } : { width: 134, height: 196 };
        await page.setViewportSize({
          width: Math.floor((paper.width / 10) * CENTIMETRE),
          height: Math.floor((paper.height / 10) * CENTIMETRE),
        });
        for (const sheet of await page.locator('.poster').all()) {
          const cut = await sheet.evaluate((element) => element.scrollHeight - element.clientHeight);
          expect(cut).toBeLessThanOrEqual(0);
          const code = await sheet.locator('.poster-qr').boundingBox();
          expect(code?.width).toBeGreaterThanOrEqual((props.size === 'a4' ? 6 : 5) * CENTIMETRE);
        }
      });
    },
  );

  it.each(postersPageExamples.slice(0, 5))('print a code that can be scanned: $name', async ({ props }) => {
    await withPage({ viewport: { width: 720, height: 1040 } }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.setContent(renderPostersPage({ ...props, assets: { style: poster } }));
      const sheet = page.locator('.poster').first();
      const { width, height, data } = PNG.sync.read(await sheet.screenshot());
      const expected = props.counters.find(({ code }) => props.selected === null || code === props.selected);
      expect(jsqr(new Uint8ClampedArray(data), width, height)?.data).toBe(expected?.url);
    });
  });

  it.each(leaderPageExamples.filter(({ name }) => PRINTED.includes(name)))(
    'print the leader’s page on exactly one sheet of A4: $name',
    async ({ props }) => {
      await withPage({}, async (page) => {
        await page.setContent(renderLeaderPage({ ...props, trend: aHalfYear, assets: { style: leader } }));
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
        expect(countPages(pdf)).toBe(1);
        await page.emulateMedia({ media: 'print' });
        const isDrawn = props.current.report.indicator.percent !== null;
        if (isDrawn)
          expect(await page.locator('.trend:visible .dot, .trend:visible .dot-open').count()).toBe(22);
      });
    },
  );
});

/** Text within the first screen, and the bottom edge of the verdict's card. */
function readFirstScreen(page: Page): Promise<{ text: string; cardBottom: number }> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const content = node.textContent ?? '';
      for (let index = 0; index < content.length; index += 1) {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        if (box.height > 0 && box.top < innerHeight && box.right > 0) text += content[index];
      }
      text += ' ';
    }
    const card = document.querySelector('.verdict-first')?.getBoundingClientRect();
    return { text, cardBottom: card?.bottom ?? Number.POSITIVE_INFINITY };
  });
}
