import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGzipTemplate } from '../../server/http/gzip-template.ts';

const TEXT_BYTES = 55;
const someText = fc
  .array(fc.constantFrom(...'abcXYZ019-_.'), { minLength: TEXT_BYTES, maxLength: TEXT_BYTES })
  .map((letters) => letters.join(''));
const somePart = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }),
  fc.constantFrom(
    '<script',
    '<p>Hài lòng</p><script>let n = 1</script>',
    '<script>0</script><script>1</script>',
  ),
  // Longer than the gzip window, so that later text cannot refer back to the beginning.
  fc.integer({ min: 1, max: 3 }).map((n) => '<p>Hài lòng</p>\n'.repeat(1_500 * n)),
);

describe('a page that is compressed around a text', () => {
  it('opens to the page with the text in its place, whatever stands around it', () => {
    fc.assert(
      fc.property(somePart, somePart, someText, someText, (before, after, one, other) => {
        const page = createGzipTemplate(before, after, TEXT_BYTES);
        for (const text of [one, other])
          expect(gunzipSync(page.fill(text)).toString()).toBe(
            Buffer.from(`${before}${text}${after}`).toString(),
          );
      }),
      { numRuns: 60 },
    );
  });

  it('refers over the text to what stands before it', () => {
    const words = Array.from({ length: 300 }, (_, n) => `word${n * 7919}`).join(' ');
    const { length } = createGzipTemplate(words, words, TEXT_BYTES).fill('x'.repeat(TEXT_BYTES));
    expect(length).toBeLessThan(
      1.2 * createGzipTemplate(words, '.', TEXT_BYTES).fill('x'.repeat(TEXT_BYTES)).length,
    );
  });

  it('takes no text of another length', () => {
    expect(() => createGzipTemplate('a', 'b', TEXT_BYTES).fill('short')).toThrow(/55 bytes/);
  });
});
