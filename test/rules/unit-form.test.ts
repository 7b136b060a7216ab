import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { parseName, parseUnitForm, type TypedUnit } from '../../server/unit/unit-form.ts';

const GOOD: TypedUnit = {
  ...EMPTY_PROFILE,
  name: 'UBND xã Đông Sơn',
  official_code: '000.00.15.H34',
  contact_phone: '0237 3.123.456',
  receiver: 'Sở Nội vụ',
};

const codesOf = (change: Partial<TypedUnit>) =>
  parseUnitForm({ ...GOOD, ...change }).faults.map(({ field, code }) => `${field}: ${code}`);

describe('the form of the unit', () => {
  it('is taken as it was typed, in one line and one form of letters', () => {
    expect(parseUnitForm(GOOD)).toEqual({ facts: GOOD, faults: [] });
    const typed = { ...GOOD, name: `  ${'UBND xã'.normalize('NFD')}\r\n\tĐông   Sơn ` };
    expect(parseUnitForm(typed).facts.name).toBe('UBND xã Đông Sơn');
  });

  it('may leave code and phone out', () => {
    const { facts, faults } = parseUnitForm({ ...GOOD, official_code: ' ', contact_phone: '' });
    expect(faults).toEqual([]);
    expect([facts.official_code, facts.contact_phone]).toEqual([null, null]);
  });

  it('tells all its faults at once, in the order of the form', () => {
    const nothing = {
      ...EMPTY_PROFILE,
      name: '–',
      official_code: 'mã số',
      contact_phone: 'x',
      receiver: '\u200b',
    };
    expect(parseUnitForm(nothing).faults).toEqual([
      { field: 'name', code: 'name-missing' },
      { field: 'official_code', code: 'official-code-form' },
      { field: 'contact_phone', code: 'contact-phone-form' },
    ]);
  });

  it.each(['1022', '19001234', '+84 237 3123456', '(0237) 3.123.456', '0912-345-678'])(
    'takes %s as a phone number',
    (phone) => expect(codesOf({ contact_phone: phone })).toEqual([]),
  );

  it.each(['12', 'không có', '0912345678 hoặc 0987654321', '1234567890123456', '0237 3123456 / 8', '+'])(
    'does not take %s as a phone number',
    (phone) => expect(codesOf({ contact_phone: phone })).toEqual(['contact_phone: contact-phone-form']),
  );

  it.each(['H34', 'H34.15.3', '000.00.15.H34', 'a-1'])('takes %s as an official code', (code) =>
    expect(codesOf({ official_code: code })).toEqual([]),
  );

  it.each(['H34.', '.H34', 'H 34', 'Đ34', 'H34..1', 'A'.repeat(36)])(
    'does not take %s as an official code',
    (code) => expect(codesOf({ official_code: code })).toEqual(['official_code: official-code-form']),
  );

  it('measures names in letters as people count them', () => {
    const letter = 'ộ'.normalize('NFD');
    expect(parseName(letter.repeat(120))).toEqual({ name: 'ộ'.repeat(120) });
    expect(parseName(letter.repeat(121))).toEqual({ fault: 'long' });
    expect(codesOf({ receiver: 'ộ'.repeat(121) })).toEqual(['receiver: receiver-long']);
  });

  it('gives back a name that is taken again as it is, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (typed) => {
        const parsed = parseName(typed);
        if ('fault' in parsed) return;
        expect(parseName(parsed.name)).toEqual(parsed);
        expect(parsed.name).not.toMatch(/^\s|\s$|\s\s|\n/);
      }),
    );
  });
});
