import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue, type Shown } from '../../web/preview/catalogue.ts';
import { renderComponents } from '../../web/preview/PreviewPages.tsx';
import { SHEETS, type SheetName } from '../../web/preview/sheets.ts';
import { bundleStyle } from '../helpers/bundle-assets.ts';
import { hasChromium, launchChromium } from '../helpers/chromium.ts';
import { findLookBarriers, findWideLooks, WCAG } from '../helpers/page-audit.ts';

interface Look {
  readonly name: string;
  readonly sheet: SheetName;
  readonly html: string;
  /** Whether the page has an element that no earlier page had. */
  readonly isNew: boolean;
}

/**
 * A signature of a document's elements, without text and ids: a document with the same signature as an audited one
 * needs no second audit.
 */
const elementsOf = (html: string): string[] =>
  (html.replace(/<(style|svg)\b[\s\S]*?<\/\1>/g, '').match(/<\w[^>]*>/g) ?? []).map((tag) =>
    tag.replace(/(\s[\w-]+)="[^"]*"/g, (attribute, name: string) =>
      /\s(class|role|type|aria-(?:hidden|live|invalid))$/.test(name) ? attribute : name,
    ),
  );

describe.skipIf(!hasChromium())('every page and component in every state', () => {
  let browser: Browser;
  let shown: readonly Shown[];
  let sheets: Record<SheetName, string>;

  beforeAll(async () => {
    const bundled = SHEETS.map(async (sheet) => [sheet, await bundleStyle(sheet)] as const);
    [browser, shown] = await Promise.all([launchChromium(), readCatalogue('web')]);
    sheets = Object.fromEntries(await Promise.all(bundled)) as Record<SheetName, string>;
  });
  afterAll(() => browser?.close());

  /** All components on one page per style sheet, then the pages. */
  function renderLooks(): Look[] {
    const documents = [
      ...SHEETS.map((sheet) => ({
        name: `components of ${sheet}`,
        sheet,
        html: renderComponents(sheet, shown, { sheets, preview: '' }),
      })),
      ...shown
        .filter(({ kind }) => kind === 'page')
        .flatMap(({ name, sheet, states }) =>
          states.map((state) => ({
            name: `${name}, ${state.name}`,
            sheet,
            html: state.render({ style: sheets[sheet] }),
          })),
        ),
    ];
    const seen = new Set<string>();
    return documents.map(({ name, sheet, html }) => {
      const added = elementsOf(html).filter((element) => !seen.has(`${sheet} ${element}`));
      for (const element of added) seen.add(`${sheet} ${element}`);
      return { name, sheet, html, isNew: added.length > 0 };
    });
  }

  // In three parts, so that none exceeds the test timeout on a slow machine.
  it.each([0, 1, 2])(
    'does not scroll sideways, and has no barrier in light, dark and forced colours (%s)',
    async (part) => {
      const all = renderLooks();
      expect(all.length).toBeGreaterThan(200);
      const looks = all.filter((_, index) => index % 3 === part);
      const page: Page = await browser.newPage();
      const faults: string[] = [];
      for (const { name, html, isNew } of looks) {
        const found = await findWideLooks(page, html);
        // Components are under headings that no page has; best-practice rules apply to whole pages only.
        if (isNew)
          found.push(...(await findLookBarriers(page, ...(name.startsWith('components') ? [WCAG] : []))));
        faults.push(...found.map((fault) => `${name}, ${fault}`));
      }
      expect(faults).toEqual([]);
    },
    240_000,
  );

  it('prints nothing that is for the screen only', async () => {
    const looks = renderLooks().filter(({ html, isNew }) => isNew && html.includes('screen-only'));
    expect(looks.length).toBeGreaterThan(30);
    const page = await browser.newPage();
    await page.emulateMedia({ media: 'print' });
    const printed: string[] = [];
    for (const { name, html } of looks) {
      await page.setContent(html);
      const count = await page.locator('.screen-only').filter({ visible: true }).count();
      if (count > 0) printed.push(`${name}: ${count}`);
    }
    expect(printed).toEqual([]);
  }, 120_000);
});
