import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SIZES = [
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
];

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/**
 * What is wrong with a page as it stands, on a phone and on a desk: wider than the screen, too small to tap,
 * or against WCAG. The browser's context must pass the page's policy (`bypassCSP`).
 */
export async function findPageFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const where = `${page.url()} at ${size.width}`;
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) faults.push(`${where}: ${wide} px too wide`);
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'button, input:not([type=hidden]), select, .button, .choice',
        ),
      ]
        .filter((element) => element.offsetParent !== null && !element.matches('.choice input'))
        .filter((element) => element.offsetHeight < 44)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    faults.push(...small.map((target) => `${where}: too small: ${target}`));
    await page.evaluate((source) => {
      if (!('axe' in window)) new Function(source)();
    }, axeSource);
    const violations = await page.evaluate(async (tags) => {
      const { violations: found } = await (Reflect.get(window, 'axe') as Axe).run({ runOnly: tags });
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    }, WCAG);
    faults.push(...violations.map((violation) => `${where}: ${violation}`));
  }
  return faults;
}
