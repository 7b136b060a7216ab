import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { findTypeFaults } from './page-typography.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The rules of WCAG 2.2 AA. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const;
/** Those, and the ones that are good manners beyond them. */
const ALL = [...WCAG, 'best-practice'];
const SIZES = [
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
];
/** What a finger has to hit. A choice is hit by its words as well as by its box. */
const TARGETS =
  'button, input:not([type=hidden]), select, textarea, .button, .choice, .choices a, .choices label';
const WITHIN_TARGETS = '.choice input, .choices label input';

/** All that a change of colours can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What a change of width can break: what stands where, and what is hidden. */
const WIDTH_RULES = ['target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'empty-heading'];

type Axe = { run(options: RunOptions): Promise<AxeResults> };

/** Waits until the page stands; between two pages there is no document to look at. */
export async function waitForPage(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => document.readyState === 'complete');
}

/** What axe finds on the page as it stands, one line a rule. */
export async function findBarriers(page: Page, tags: readonly string[] = ALL): Promise<string[]> {
  return runAxe(page, { runOnly: [...tags], rules: { 'target-size': { enabled: true } } });
}

async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  await waitForPage(page);
  if (!(await page.evaluate(() => 'axe' in window))) {
    // Through the debugger, because a page's own policy lets no script in.
    await page.evaluate((source) => new Function(source)(), axeSource);
  }
  return page.evaluate(
    async (given) => {
      const { violations } = await (Reflect.get(window, 'axe') as Axe).run(given);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    // Pages are one file without frames, so there is nothing to fetch or to wait for.
    { ...options, resultTypes: ['violations'], preload: false, iframes: false } satisfies RunOptions,
  );
}

/** By how much the page is wider than what shows it, in px; at most 0 when nothing scrolls sideways. */
export async function findSidewaysScroll(page: Page): Promise<number> {
  await waitForPage(page);
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What is too low to be hit with a thumb. */
async function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(
    ([targets, within]) =>
      [...document.querySelectorAll<HTMLElement>(targets)]
        .filter((element) => element.offsetParent !== null && !element.matches(within))
        .filter((element) => element.offsetHeight < 44)
        .map((element) => element.outerHTML.slice(0, 80)),
    [TARGETS, WITHIN_TARGETS] as const,
  );
}

/**
 * What is wrong with a page as it stands, on a phone and on a desk, in light and in dark: wider than the
 * screen, too small to hit with a thumb, or a barrier. Its browser must pass the policy by (`bypassCSP`).
 */
export async function auditPage(page: Page): Promise<string[]> {
  await waitForPage(page);
  const faults: string[] = [];
  const note = (where: string, found: readonly string[]) =>
    faults.push(...found.map((fault) => `${page.url()} ${where}: ${fault}`));
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const wide = await findSidewaysScroll(page);
    if (wide > 0) note(`at ${size.width}`, [`${wide} px too wide`]);
    const small = await findSmallTargets(page);
    note(
      `at ${size.width}`,
      small.map((target) => `too small: ${target}`),
    );
    note(`at ${size.width}`, await findBarriers(page));
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  note('in dark', await runAxe(page, { runOnly: { type: 'rule', values: COLOUR_RULES } }));
  await page.emulateMedia({ colorScheme: null });
  return faults;
}

/** Widths in px at which nothing may be wider than the page: the smallest phone, the usual one, a desk. */
const LOOK_WIDTHS = [320, 360, 1280];

/** Shows a document with everything unfolded, and finds the widths at which it scrolls sideways. */
export async function findWideLooks(page: Page, html: string): Promise<string[]> {
  await page.setContent(html);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const faults: string[] = [];
  for (const width of LOOK_WIDTHS) {
    await page.setViewportSize({ width, height: 720 });
    const wide = await findSidewaysScroll(page);
    if (wide > 0) faults.push(`at ${width}: ${wide} px too wide`);
  }
  return faults;
}

/**
 * What is wrong with a document that `findWideLooks` has shown: barriers at 320, 360 and 1280 px, in dark, and
 * with the reader's own colours forced on it. `tags` are the rules of axe.
 */
export async function findLookBarriers(page: Page, tags: readonly string[] = ALL): Promise<string[]> {
  const faults: string[] = [];
  const note = (where: string, found: readonly string[]) =>
    faults.push(...found.map((fault) => `${where}: ${fault}`));
  const some = (values: string[]): RunOptions => ({ runOnly: { type: 'rule', values } });
  for (const width of LOOK_WIDTHS) {
    await page.setViewportSize({ width, height: 720 });
    // What is not about widths is the same at all of them.
    const isFirst = width === LOOK_WIDTHS[0];
    note(`at ${width}`, await (isFirst ? findBarriers(page, tags) : runAxe(page, some(WIDTH_RULES))));
    // Below the break all widths have the same letters.
    if (width !== 360) note(`at ${width}`, await findTypeFaults(page));
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  note('in dark', await runAxe(page, some(COLOUR_RULES)));
  await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
  note('in forced colours', await runAxe(page, some(COLOUR_RULES)));
  await page.emulateMedia({ forcedColors: null });
  return faults;
}
