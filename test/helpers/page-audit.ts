import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { findTypeFaults } from './page-typography.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** axe tags of WCAG 2.2 AA. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const;
const ALL = [...WCAG, 'best-practice'];
const SIZES = [
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
];
/** Labels that count as touch targets, because tapping one selects its box. */
const LABELS = ['.choice', '.choices label', '.ticks-box', 'label.comment-body', '.several-all'];
const TARGETS = ['button, input:not([type=hidden]), select, textarea, .button, .choices a', ...LABELS].join();
const WITHIN_TARGETS = LABELS.map((label) => `${label} input`).join();

/** Rules whose result depends on colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Rules whose result depends on width: positions and visibility. */
const WIDTH_RULES = ['target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'empty-heading'];

type Axe = { run(options: RunOptions): Promise<AxeResults> };

/** Waits until the page has loaded; during navigation there is no document to inspect. */
export async function waitForPage(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => document.readyState === 'complete');
}

/** axe's findings on the current page, one line per rule. */
export async function findBarriers(page: Page, tags: readonly string[] = ALL): Promise<string[]> {
  return runAxe(page, { runOnly: [...tags], rules: { 'target-size': { enabled: true } } });
}

async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  await waitForPage(page);
  if (!(await page.evaluate(() => 'axe' in window))) {
    // Through the debugger, because the page's CSP blocks injected scripts.
    await page.evaluate((source) => new Function(source)(), axeSource);
  }
  return page.evaluate(
    async (given) => {
      const { violations } = await (Reflect.get(window, 'axe') as Axe).run(given);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    // Pages are one file without frames, so there is nothing to preload.
    { ...options, resultTypes: ['violations'], preload: false, iframes: false } satisfies RunOptions,
  );
}

/** Horizontal overflow in px; at most 0 when nothing scrolls sideways. */
export async function findSidewaysScroll(page: Page): Promise<number> {
  await waitForPage(page);
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Touch targets that are lower than 44 px, WCAG's enhanced size; width hardly matters for a thumb. */
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
 * Audits a page on a phone and on a desktop, in light and in dark: horizontal scrolling, small touch targets,
 * accessibility violations. The browser context must have `bypassCSP`.
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

/** Viewport widths in px at which nothing may overflow: the smallest phone, the usual one, a desktop. */
const LOOK_WIDTHS = [320, 360, 1280];

/** Shows a document with everything open, and returns the widths at which it scrolls sideways. */
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
 * Accessibility violations in a document that `findWideLooks` has shown: at 320, 360 and 1280 px, in dark, and with
 * forced colours. `tags` are axe tags.
 */
export async function findLookBarriers(page: Page, tags: readonly string[] = ALL): Promise<string[]> {
  const faults: string[] = [];
  const note = (where: string, found: readonly string[]) =>
    faults.push(...found.map((fault) => `${where}: ${fault}`));
  const some = (values: string[]): RunOptions => ({ runOnly: { type: 'rule', values } });
  for (const width of LOOK_WIDTHS) {
    await page.setViewportSize({ width, height: 720 });
    const isFirst = width === LOOK_WIDTHS[0];
    note(`at ${width}`, await (isFirst ? findBarriers(page, tags) : runAxe(page, some(WIDTH_RULES))));
    // Below the breakpoint all widths have the same font sizes.
    if (width !== 360) note(`at ${width}`, await findTypeFaults(page));
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  note('in dark', await runAxe(page, some(COLOUR_RULES)));
  await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
  note('in forced colours', await runAxe(page, some(COLOUR_RULES)));
  await page.emulateMedia({ forcedColors: null });
  return faults;
}
