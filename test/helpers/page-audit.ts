import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { findTypeFaults } from './page-typography.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Tags of axe-core for WCAG 2.2 AA. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const;
const ALL = [...WCAG, 'best-practice'];
const SIZES = [
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
];
/** Labels that are touch targets, because a tap on one toggles its checkbox or radio button. */
const LABELS = ['.choice', '.choices label', '.ticks-box', 'label.comment-body', '.several-all'];
const TARGETS = ['button, input:not([type=hidden]), select, textarea, .button, .choices a', ...LABELS].join();
const WITHIN_TARGETS = LABELS.map((label) => `${label} input`).join();

/** Rules of axe-core whose result depends on colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Rules of axe-core whose result depends on the page's width. */
const WIDTH_RULES = ['target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'empty-heading'];

type Axe = { run(options: RunOptions): Promise<AxeResults> };

/** During a navigation there is no document that a test could inspect. */
export async function waitForPage(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => document.readyState === 'complete');
}

/** Violations that axe-core finds on the page, one line per rule. */
export async function findBarriers(page: Page, tags: readonly string[] = ALL): Promise<string[]> {
  return runAxe(page, { runOnly: [...tags], rules: { 'target-size': { enabled: true } } });
}

async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  await waitForPage(page);
  if (!(await page.evaluate(() => 'axe' in window))) {
    // `evaluate` runs through the debugger; the page's CSP would block an injected `<script>`.
    await page.evaluate((source) => new Function(source)(), axeSource);
  }
  return page.evaluate(
    async (given) => {
      const { violations } = await (Reflect.get(window, 'axe') as Axe).run(given);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    // The page is one document without frames, so there is nothing to preload.
    { ...options, resultTypes: ['violations'], preload: false, iframes: false } satisfies RunOptions,
  );
}

/** By how many pixels the page is wider than the screen; 0 or less: it does not scroll sideways. */
export async function findSidewaysScroll(page: Page): Promise<number> {
  await waitForPage(page);
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Touch targets lower than 44 px, the enhanced size in WCAG. Their width is not checked. */
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
 * Checks the page on a phone and on a PC, in light and in dark: sideways scrolling, small touch targets,
 * violations of axe-core. The browser context needs `bypassCSP`.
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

/** Pixels: the smallest phone, a common phone, a PC. */
const LOOK_WIDTHS = [320, 360, 1280];

/** Shows the document with all sections open. Returns a line for each width at which it scrolls sideways. */
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
 * Accessibility faults of the document that `findWideLooks` shows: at each width, in dark, and with forced
 * colours. `tags` are tags of axe-core.
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
    // Phones of 320 and 360 px have the same font sizes, so one of them is enough.
    if (width !== 360) note(`at ${width}`, await findTypeFaults(page));
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  note('in dark', await runAxe(page, some(COLOUR_RULES)));
  await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
  note('in forced colours', await runAxe(page, some(COLOUR_RULES)));
  await page.emulateMedia({ forcedColors: null });
  return faults;
}
