import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseCommentName,
  parsePage,
  parseSearch,
  searchWords,
} from '../../server/feedback/comment-query.ts';
import { foldText } from '../../server/lib/fold-text.ts';

describe('text as it is searched', () => {
  it.each([
    ['Đăng ký', 'dang ky'],
    ['ĐĂNG KÝ, KHAI SINH!', 'dang ky khai sinh'],
    ['đường\nvào  trụ-sở', 'duong vao tru so'],
    ['Số của tôi ••• nhé', 'so cua toi nhe'],
    ['50% là_thế', '50 la the'],
    ['ﬁ ① Ａ', 'fi 1 a'],
    ['•••', ''],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is the same however the letters are coded, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it('holds no sign that a search would take for a wildcard', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[%_\\]/.test(foldText(text))));
  });
});

describe('a search', () => {
  it('asks for every word, eight of them at most, and is cut at a hundred characters', () => {
    expect(searchWords('  Đăng   KÝ ')).toEqual(['dang', 'ky']);
    expect(searchWords('%% __')).toEqual([]);
    expect(searchWords('a b c d e f g h i k')).toHaveLength(8);
    expect(Array.from(parseSearch('ệ'.repeat(300)))).toHaveLength(100);
  });

  it('takes a page or a name for what it is, and anything else for none', () => {
    expect(['2', '0', '-1', '1e3', '', 'x', '12345678'].map(parsePage)).toEqual([2, 1, 1, 1, 1, 1, 1]);
    const id = '0123456789abcdef'.repeat(2);
    expect(parseCommentName(`2024-W05.${id}`)).toEqual({ week: '2024-W05', id });
    for (const name of ['', id, `2024-W5.${id}`, `2024-W05.${id}0`, `2024-W05.${id.toUpperCase()}`]) {
      expect(parseCommentName(name)).toBeNull();
    }
  });
});
