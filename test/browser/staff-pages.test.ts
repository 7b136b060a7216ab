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

/** Page states with different layouts, by page name. */
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

/** Twenty-six weeks, of which twenty-two have figures: the maximum on a printed page. */
const aHalfYear = ['a', 'b', 'c']
  .flatMap((name) =>
    trendExample.map((point) => ({ ...point, period: { ...point.period, id: name + point.period.id } })),
  )
  .slice(-26);

/** States with the most and with the least content on the printed sheet. */
const PRINTED = [
  'met, cannot be settled by the transactions there are',
  'made-up data, long names, more ballots than transactions',
  'not met, not certain',
  'the first day of all',
];

describe.skipIf(!hasChromium())('pages for staff, leaders and the public in a browser', () => {
  let browser: Browser;
  let leader: string;
  let staff: string;
  let poster: string;
  let looks: Record<string, string>;

  beforeAll(async () => {
    [browser, leader, staff, poster] = await Promise.all([
      launchChromium(),
      bundleStyle('leader'),
      bundleStyle('results'),
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
      await page.locator('#tuan').selectOption('2024-W06');
      await page.getByRole('button', { name: 'Xem', exact: true }).click();
      expect(page.url()).toMatch(/\?tuan=2024-W06&quay=$/);
      await page.getByRole('link', { name: 'Tuần trước' }).click();
      expect(page.url()).toMatch(/\?tuan=2024-W04$/);
    });
  });

  it('unfold on paper, where the browser can', async () => {
    await withPage({ viewport: { width: 700, height: 1000 } }, async (page) => {
      await page.setContent(looks['leader, met, not certain'] ?? '');
      const canUnfold = await page.evaluate(() => CSS.supports('selector(::details-content)'));
      if (!canUnfold) return;
      const channels = page.locator('.folds > .fold > div').first();
      expect(await channels.isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await channels.isVisible()).toBe(true);
    });
  });

  it.each(leaderPageExamples.map(({ name }) => name).filter((name) => !name.includes('long names')))(
    'answer on the first screen of a phone, with one large figure: %s',
    async (name) => {
      await withPage({ viewport: { width: 360, height: 640 } }, async (page) => {
        const props = find(leaderPageExamples, name);
        // One low counter, as in most months; with more, the question to improve would be further down.
        const lowCounters = props.lowCounters.slice(1);
        await page.setContent(renderLeaderPage({ ...props, lowCounters, assets: { style: leader } }));
        const { percent, suppressed } = props.current.report.indicator;
        const parts = ['.headline h2', '.headline-said, .headline-counts', '.where dd, .headline .button'];
        if (!suppressed) parts.push('.figure', '.where dd:nth-of-type(2)');
        if (percent !== null && props.before !== null) parts.push('.headline-change');
        for (const part of parts) expect(await bottomOf(page, part), part).toBeLessThanOrEqual(640);
        expect(await countLarge(page)).toBe(suppressed ? 0 : 1);
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
          const code = await sheet.locator('.poster-qr svg').evaluate((svg: SVGSVGElement) => {
            const modules = svg.viewBox.baseVal.width;
            return (svg.getBoundingClientRect().width * (modules - 2 * 4)) / modules;
          });
          expect(code).toBeGreaterThanOrEqual((props.size === 'a4' ? 10.5 : 7.4) * CENTIMETRE);
        }
      });
    },
  );

  it('print the public results on at most two sheets of A4', async () => {
    await withPage({}, async (page) => {
      const props = find(resultsPageExamples, 'met, not certain');
      await page.setContent(renderResultsPage({ ...props, trend: aHalfYear, assets: { style: staff } }));
      expect(countPages(await page.pdf({ preferCSSPageSize: true, printBackground: false }))).toBeLessThan(3);
    });
  });

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

/** Bottom edge of the first match, px. */
const bottomOf = async (page: Page, selector: string): Promise<number> => {
  const box = await page.locator(selector).first().boundingBox();
  return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
};

/** Elements that contain text in a larger font than any heading. */
const countLarge = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('body *')].filter(
        (element) =>
          [...element.childNodes].some(
            ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
          ) && Number.parseFloat(getComputedStyle(element).fontSize) > 24,
      ).length,
  );
