import type { Page } from 'playwright-core';

/** In em. Segoe UI needs it for two diacritics above a capital and one below a letter. */
const LEAST_LINE_HEIGHT = 1.35;
/** No Vietnamese syllable is longer than "nghiêng", with seven letters; only longer words may be broken. */
const SYLLABLE = /(?<!\p{L})\p{L}{2,7}(?!\p{L})/gu;

/** Lines without room for diacritics, and syllables that are broken across two lines. */
export async function findTypeFaults(page: Page): Promise<string[]> {
  return page.evaluate(
    ([least, syllable]) => {
      const faults = new Set<string>();
      const pattern = new RegExp(syllable, 'gu');
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        const text = node.textContent ?? '';
        if (!element || element.closest('svg, script, style, code, option, .digest') || !/\p{L}/u.test(text))
          continue;
        const hidden = element.closest('.vh, thead');
        if (hidden !== null && getComputedStyle(hidden).position === 'absolute') continue;
        if (element.getClientRects().length === 0) continue;
        const { lineHeight, fontSize } = getComputedStyle(element);
        const lines = Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
        if (lines < least - 0.001)
          faults.add(`${element.tagName} .${element.className}: lines of ${lines.toFixed(2)}`);
        if (!element.closest('table, h1, h2, h3, label, legend, button, summary')) continue;
        for (const { index, 0: word } of text.matchAll(pattern)) {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (tops.size > 1) faults.add(`${element.tagName} .${element.className}: ${word} is broken`);
        }
      }
      return [...faults];
    },
    [LEAST_LINE_HEIGHT, SYLLABLE.source] as const,
  );
}
