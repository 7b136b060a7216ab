import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SIZES = [
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
];

/**
 * What is wrong with a page as it stands, on a phone and on a desk: wider than the screen, too small to hit
 * with a thumb, or against WCAG 2.2 AA. Its browser must pass the policy by, which lets no script in.
 */
export async function auditPage(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const found = await page.evaluate(
      async ({ source, tags }) => {
        const wide = document.documentElement.scrollWidth - window.innerWidth;
        const controls =
          'button, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, .button, .choice';
        const small = [...document.querySelectorAll<HTMLElement>(controls)].filter(
          ({ offsetParent, offsetHeight }) => offsetParent !== null && offsetHeight < 44,
        );
        if (!('axe' in window)) new Function(source)();
        const { axe } = window as unknown as {
          axe: {
            run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        const { violations } = await axe.run({ runOnly: tags });
        return [
          ...(wide > 0 ? [`${wide} px too wide`] : []),
          ...small.map(({ outerHTML }) => `too small: ${outerHTML.slice(0, 80)}`),
          ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        ];
      },
      { source: axeSource, tags: WCAG },
    );
    faults.push(...found.map((fault) => `${page.url()} at ${size.width}: ${fault}`));
  }
  return faults;
}
