import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findPasswordFault,
  normalisePassword,
  PASSWORD_LIMITS,
  PASSWORD_WORDS,
} from '../../server/staff/password-rules.ts';

const NAMES = ['mot-cua', 'Người Một Cửa', 'UBND xã Đông Sơn', 'Nhà văn hóa thôn Hạ', 'Tư pháp – hộ tịch'];
const faultOf = (password: string) => {
  const fault = findPasswordFault(password, NAMES);
  return fault && [fault.code, ...Object.values(fault.params ?? {})].join(' ');
};

describe('a password', () => {
  it.each([
    'bốn quyển vở mới',
    'mây trắng bay qua đồi',
    'kh0ng-ai-doan-duoc',
    'correct horse battery staple',
    'xK9#mQ2$vL7!',
    'con trâu là đầu cơ nghiệp',
  ])('may be %s', (password) => {
    expect(faultOf(password)).toBeNull();
  });

  it.each([
    ['', 'password-short'],
    ['ngắn quá thôi'.slice(0, 11), 'password-short'],
    ['a'.repeat(201), 'password-long'],
  ])('may not be %j: %s', (password, fault) => {
    expect(faultOf(password)).toBe(fault);
  });

  it.each([
    ['Đông Sơn 2026!', 'name date'],
    ['dongson20262026', 'name repeat'],
    ['UBND xã Đông Sơn 7', 'name'],
    ['tôi là Người Một Cửa', 'name'],
    ['tư pháp hộ tịch 2026', 'name date'],
    ['Nhà văn hóa thôn Hạ', 'name'],
    ['123456789012', 'word'],
    ['987654321098', 'sequence'],
    ['111111111111', 'repeat'],
    ['abcabcabcabc', 'repeat'],
    ['abcdefghijklm', 'sequence'],
    ['Matkhau@2024', 'word'],
    ['m@tkh@u123456', 'word'],
    ['Mật khẩu 12345', 'word'],
    ['AnhYêuEm!!!!!!', 'word'],
    ['xin chào Việt Nam 2026', 'word date'],
    ['hanoi2026hanoi', 'word date'],
    ['vietnamvietnam', 'repeat'],
    ['password12345', 'word'],
    ['cft67ujmko09', 'keys'],
    ['20/11/1990 abc', 'date sequence'],
    ['0912 345 678 !!', 'phone'],
    ['an khang 0987654321', 'phone'],
    ['!!!!!!!!!!!!!!', ''],
  ])('may not be %j, whose guessable parts are: %s', (password, parts) => {
    expect(faultOf(password)).toBe(`password-guessable ${parts}`);
  });

  it('is measured in letters, however its marks are coded', () => {
    expect(faultOf('ậ'.normalize('NFD').repeat(11))).toBe('password-short');
    expect(faultOf('rằm tháng tám'.normalize('NFD'))).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 0, maxLength: 30 }), (text) => {
        expect(faultOf(text.normalize('NFD'))).toBe(faultOf(text.normalize('NFC')));
        expect(normalisePassword(text.normalize('NFD'))).toBe(normalisePassword(text.normalize('NFC')));
      }),
    );
  });

  it('is refused for every common word with some digits and signs around it', () => {
    const around = fc.array(fc.constantFrom('0', '1', '9', '!', ' '), { maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...PASSWORD_WORDS), around, around, (word, before, after) => {
        const password = `${before.join('')}${word}${after.join('')}`;
        expect(faultOf(password)).not.toBeNull();
      }),
    );
  });

  it('is never refused for being long and random', () => {
    const letters = fc.array(fc.constantFrom(...'bcdfghklmnpqrstvxBCDFGHKLMNPQRSTVX'), {
      minLength: 24,
      maxLength: PASSWORD_LIMITS.most,
    });
    fc.assert(
      fc.property(letters, (characters) => {
        fc.pre(new Set(characters).size > 12);
        expect(faultOf(characters.join(''))).toBeNull();
      }),
    );
  });
});
