import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMON_PASSWORD_WORDS } from '../../server/staff/guessable-passwords.ts';
import { findPasswordFault, normalisePassword, PASSWORD_LIMITS } from '../../server/staff/password-rules.ts';

const ABOUT = { userName: 'mot-cua', fullName: 'Người Một Cửa', unitName: 'UBND xã Đông Sơn' };
const faultOf = (password: string) => findPasswordFault(password, ABOUT);

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
    ['123456789012', 'password-common'],
    ['987654321098', 'password-common'],
    ['111111111111', 'password-common'],
    ['abcabcabcabc', 'password-common'],
    ['abcdefghijklm', 'password-common'],
    ['Matkhau@2024', 'password-common'],
    ['Mật khẩu 12345', 'password-common'],
    ['anhyeuem123456', 'password-common'],
    ['AnhYêuEm!!!!!!', 'password-common'],
    ['password12345', 'password-common'],
    ['qwertyuiop123', 'password-common'],
    ['vietnamvietnam', 'password-common'],
    ['Việt Nam 2024!', 'password-common'],
    ['motcua-hom-nay-vui', 'password-personal'],
    ['tôi là Người Một Cửa', 'password-personal'],
    ['ubnd xã đông sơn 7', 'password-personal'],
  ])('may not be %j: %s', (password, fault) => {
    expect(faultOf(password)).toBe(fault);
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

  it('is refused for every common word with digits or signs around it', () => {
    const around = fc.array(fc.constantFrom('0', '1', '9', '!', '.', ' ', '#'), { maxLength: 14 });
    fc.assert(
      fc.property(fc.constantFrom(...COMMON_PASSWORD_WORDS), around, around, (word, before, after) => {
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
        expect(faultOf(characters.join('')) ?? 'password-common').toBe('password-common');
      }),
    );
  });
});
