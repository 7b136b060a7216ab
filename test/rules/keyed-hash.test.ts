import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedHash } from '../../server/lib/keyed-hash.ts';

const expected = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');

describe('a keyed hash', () => {
  it('is what the platform calls HMAC with SHA-256, whatever the key and the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      // About the longest text that fits, in letters of one and of three bytes.
      fc
        .tuple(fc.constantFrom('a', 'ặ', '\ud800'), fc.integer({ min: 990, max: 1_010 }))
        .map(([letter, n]) => letter.repeat(n)),
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 130 }),
        fc.array(text, { minLength: 1, maxLength: 4 }),
        (key, texts) => {
          // Several with one key: nothing of a longer text may be left behind for a shorter one.
          for (const one of texts) expect(keyedHash(key, one)).toBe(expected(key, one));
        },
      ),
    );
  });
});
