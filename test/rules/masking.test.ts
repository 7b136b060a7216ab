import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalDetails } from '../../server/comment/masking.ts';

const MASK = '•••';

describe('a comment', () => {
  it.each([
    ['a mobile number', 'gọi 0912345678 nhé', `gọi ${MASK} nhé`],
    ['one in groups', 'gọi 0912 345 678', `gọi ${MASK}`],
    ['one with points', '091.234.5678.', `${MASK}.`],
    ['one with dashes', '0912-345-678', MASK],
    ['one with a space after each digit', '0 9 1 2 3 4 5 6 7 8', MASK],
    ['one with the country’s code', '+84 912 345 678', MASK],
    ['one with the code and no sign', '84912345678', MASK],
    ['one dialled from abroad', '0084912345678', MASK],
    ['one right behind a word', 'sđt:0912345678', `sđt:${MASK}`],
    ['one that grows out of a word', 'đt0912345678', `đt${MASK}`],
    ['one with a word behind', '0912345678zalo', `${MASK}zalo`],
    ['one behind a small number', 'Quầy 2 0912345678', `Quầy 2 ${MASK}`],
    ['one behind a year', 'năm 2024 0912 345 678', `năm 2024 ${MASK}`],
    ['one behind a date', '5/2/2024 0912345678', `5/2/2024 ${MASK}`],
    ['one before a small number', '0912345678 5', `${MASK} 5`],
    ['one between two numbers', 'Quầy 3 0912345678 5 lần', `Quầy 3 ${MASK} 5 lần`],
    ['two in a row', '0912345678 0987654321', `${MASK} ${MASK}`],
    ['two with a dash', '0912345678-0987654321', `${MASK}-${MASK}`],
    ['one with spaces that do not break', '0912\u00a0345\u00a0678', MASK],
    ['one with invisible characters', '0912\u200b345\u2060678', MASK],
    ['one over two lines', '0912\n345678', MASK],
    ['a land line', '(0237) 3888 999', `(${MASK}`],
    ['a hotline', '1900 1234', MASK],
    ['an identity number', 'CCCD 038095012345', `CCCD ${MASK}`],
    ['one in groups of three', '038 095 012 345', MASK],
    ['one that is cut anywhere', '03 8095 012345', MASK],
    ['one in groups of four', '0380 9501 2345', MASK],
    ['an old identity number', 'CMND: 171234567', `CMND: ${MASK}`],
    ['one of them behind a small number', 'số 3 171234567', `số 3 ${MASK}`],
    ['an address', 'viết cho nguyen.van-a+1@gmail.com nhé', `viết cho ${MASK} nhé`],
    ['an address with marks', 'hòa@xã-đông-sơn.vn', MASK],
  ])('loses %s', (_name, comment, masked) => {
    expect(maskPersonalDetails(comment)).toBe(masked);
  });

  it.each([
    ...[
      'chờ 2 tiếng',
      'phí 15.000 đồng',
      '1.500.000đ',
      '12,500,000 đồng',
      '123.456.789 đồng',
      'ngày 05/02/2024',
    ],
    ...[
      '05-02-2024 và 06-02-2024',
      '29.01.2024',
      'từ 7h30 đến 11h',
      'năm 2023, 2024, 2025',
      'thửa 123, tờ 45',
    ],
    ...[
      'hồ sơ H34.12.5-240129-0012',
      '000.00.12.H34-240129-0012',
      'biển số 36A-123.45',
      'số 1234567',
      '5 sao *****',
    ],
    ...['Nghị định 61/2018/NĐ-CP', 'QĐ 1001', 'a@b', '@xã', 'mã k7mpx', '100%', '', ' ', '+', '+84', '0'],
  ])('keeps %j', (comment) => {
    expect(maskPersonalDetails(comment)).toBe(comment);
  });

  const digits = (count: number) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
      .map((all) => all.join(''));
  const mobile = fc
    .tuple(fc.constantFrom('03', '05', '07', '08', '09'), digits(8))
    .map(([prefix, rest]) => prefix + rest);
  const identity = fc
    .tuple(fc.constantFrom('0', '1', '2', '3'), fc.oneof(digits(8), digits(11)))
    .map((all) => all.join(''));
  const separator = fc.constantFrom('', '', '', ' ', '.', '-', ' - ', '\u00a0', '\u200b', '–', '. ');
  const words = fc.constantFrom(
    '',
    'gọi ',
    'chờ 2 tiếng, ',
    'Quầy 3 ',
    'ngày 5/2/2024 ',
    '15.000 đồng. ',
    'đt: ',
    '\n',
    '(',
  );
  const after = fc.constantFrom('', ' nhé', '.', ' 5 lần', ')', ', cảm ơn', '\n2024', ' zalo');

  it('never keeps a mobile number, however it is spaced and whatever is next to it', () => {
    fc.assert(
      fc.property(
        words,
        mobile,
        fc.array(separator, { minLength: 9, maxLength: 9 }),
        after,
        (before, number, gaps, behind) => {
          const typed = [...number].map((digit, index) => digit + (gaps[index] ?? '')).join('');
          const masked = maskPersonalDetails(before + typed + behind);
          expect(masked).toContain(MASK);
          expect(masked.replace(/\D/g, '')).not.toContain(number);
          expect(masked.startsWith(before.trimEnd())).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('never keeps an identity number in one piece', () => {
    fc.assert(
      fc.property(words, identity, after, (before, number, behind) => {
        expect(maskPersonalDetails(before + number + behind)).not.toContain(number);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is not changed where nothing is as long as a personal number, and never more by a second look', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.nat(9_999_999).map(String),
        separator,
        words,
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(pieces, (all) => {
        const comment = all.join('');
        const once = maskPersonalDetails(comment);
        expect(maskPersonalDetails(once)).toBe(once);
        if ((comment.match(/\d/g) ?? []).length < 8 && !comment.includes('@')) expect(once).toBe(comment);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of nothing but digits and separators is masked in no time', () => {
    for (const comment of [
      '1 '.repeat(500),
      '0'.repeat(1_000),
      '0.'.repeat(500),
      '+'.repeat(1_000),
      '1-'.repeat(500),
    ]) {
      const start = performance.now();
      maskPersonalDetails(comment);
      expect(performance.now() - start).toBeLessThan(250);
    }
    const start = performance.now();
    maskPersonalDetails(`${'a'.repeat(500)}@${'b-'.repeat(250)}`);
    maskPersonalDetails('a.'.repeat(500));
    expect(performance.now() - start).toBeLessThan(250);
  });
});
