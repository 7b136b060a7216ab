import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseLine, normaliseText, truncateText } from '../../server/lib/text.ts';

/** Any sequence of UTF-16 units, lone surrogates included. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0, max: 0x9f }),
      fc.integer({ min: 0xd7f0, max: 0xe010 }),
      fc.constantFrom(0x0301, 0x0302, 0x0323, 0x1ed9, 0x2028, 0x2029, 0xfffd, 0x00a0, 0x200b),
    ),
    { maxLength: 40 },
  )
  .map((units) => String.fromCharCode(...units));

describe('normalised text', () => {
  it('is composed, whichever way the phone wrote it', () => {
    const phrase = 'Ông/Bà hài lòng ở mức nào về lần này?';
    expect(normaliseText(phrase.normalize('NFD'))).toBe(phrase.normalize('NFC'));
    expect(normaliseText(phrase.normalize('NFD'))).toHaveLength(phrase.normalize('NFC').length);
  });

  it.each([
    ['line ends of Windows', 'a\r\nb', 'a\nb'],
    ['line ends of old Macs', 'a\rb', 'a\nb'],
    ['an empty line', 'a\n\nb', 'a\n\nb'],
    ['a tab', 'a\tb', 'a b'],
    ['NUL', 'a\u0000b', 'a b'],
    ['a separator of lines', 'a\u2028b', 'a b'],
    ['half of a character', 'a\ud83db', 'a b'],
    ['white space at both ends', ' \n\u00a0 a \ufeff\r\n', 'a'],
    ['nothing but white space', ' \n\t\u3000', ''],
    ['an emoji', 'tốt 👍🏽', 'tốt 👍🏽'],
    ['invisible joiners, which some scripts need', 'क्\u200dष', 'क्\u200dष'],
  ])('has of %s what can be stored', (_name, text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it('is the same after a second time, composed, whole and without control characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(once.normalize('NFC')).toBe(once);
        expect(once.isWellFormed()).toBe(true);
        expect(once).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029\ufffd]/u);
        expect(once.trim()).toBe(once);
      }),
      { numRuns: 3_000 },
    );
  });

  it('does not depend on how the same letters were coded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseText(text.normalize('NFD'))).toBe(normaliseText(text.normalize('NFC')));
      }),
    );
  });
});

describe('text that is cut', () => {
  it('keeps what fits, counted in characters and not in units', () => {
    expect(truncateText('👍👍👍', 2)).toBe('👍👍');
    expect(truncateText('abc', 3)).toBe('abc');
    expect(truncateText('ab  c', 4)).toBe('ab');
    expect(truncateText('abc', 0)).toBe('');
  });

  it('is the beginning of the text, within the limit, and whole if the text was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(60), (text, limit) => {
        const cut = truncateText(text, limit);
        expect(text.startsWith(cut)).toBe(true);
        expect(Array.from(cut).length).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(text.isWellFormed() || cut.isWellFormed());
        if (Array.from(text).length <= limit) expect(cut).toBe(text);
      }),
    );
  });
});

describe('a line', () => {
  it.each([
    ['line ends', 'Quầy\r\n 1', 'Quầy 1'],
    ['signs that turn the rest of a page\u2019s line round', 'Quầy\u202e\u2066 1\u2069', 'Quầy 1'],
    ['signs that nobody sees, by which two names would look the same', 'Qu\u200bầ\u00ady \ufeff1', 'Quầy 1'],
    ['such signs alone', '\u200b \u2060', ''],
  ])('has none of %s', (_name, text, expected) => {
    expect(normaliseLine(text)).toBe(expected);
  });
});
