import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../server/lib/seeded-random.ts';
import {
  formatSlipCode,
  hashSlipCode,
  makeSlipCode,
  parseSlipCode,
  resemblesSlipCode,
  SLIP_CODE_LENGTH,
} from '../../server/slip/slip-code.ts';
import {
  CODE_ALPHABET,
  makeCounterCode,
  NEW_CODE_ALPHABET,
  parseCounterCode,
} from '../../server/unit/counter.ts';

const someCode = fc
  .string({ minLength: 1, maxLength: 8 })
  .map((seed) => makeSlipCode(createSeededRandom(seed)));
const somePlace = fc.integer({ min: 0, max: SLIP_CODE_LENGTH - 1 });

describe('the code of a slip', () => {
  it('has at least 50 random bits and a check character, without ambiguous characters', () => {
    expect((SLIP_CODE_LENGTH - 1) * Math.log2(NEW_CODE_ALPHABET.length)).toBeGreaterThan(50);
    expect(CODE_ALPHABET).not.toMatch(/[01iloIO]/);
    fc.assert(fc.property(someCode, (code) => parseSlipCode(code) === code));
    const codes = Array.from({ length: 500 }, (_, n) => makeSlipCode(createSeededRandom(`code ${n}`)));
    expect(new Set(codes).size).toBe(500);
    for (const character of NEW_CODE_ALPHABET) expect(codes.join('')).toContain(character);
    // Characters that Telex or VNI keyboards convert to others.
    const counters = codes.map((_, n) => makeCounterCode(createSeededRandom(`counter ${n}`)));
    expect([...codes, ...counters].join('')).not.toMatch(/[aeiouydw]/);
  });

  it('is invalid with any single wrong character', () => {
    fc.assert(
      fc.property(someCode, somePlace, fc.constantFrom(...CODE_ALPHABET), (code, place, character) => {
        fc.pre(code[place] !== character);
        expect(parseSlipCode(code.slice(0, place) + character + code.slice(place + 1))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('is invalid with any two characters swapped', () => {
    fc.assert(
      fc.property(someCode, somePlace, somePlace, (code, a, b) => {
        fc.pre(code[a] !== code[b]);
        const characters = [...code];
        [characters[a], characters[b]] = [code[b] as string, code[a] as string];
        expect(parseSlipCode(characters.join(''))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('is invalid with a character too few or too many', () => {
    fc.assert(
      fc.property(someCode, somePlace, (code, place) => {
        expect(parseSlipCode(code.slice(0, place) + code.slice(place + 1))).toBeNull();
        expect(parseSlipCode(`${code}${code[place]}`)).toBeNull();
      }),
    );
  });

  it('can be typed in capitals, in groups, with spaces and any dash', () => {
    const code = makeSlipCode(createSeededRandom('typed'));
    expect(formatSlipCode(code)).toBe(`${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`);
    for (const typed of [
      formatSlipCode(code),
      ` ${code.toUpperCase()} `,
      formatSlipCode(code).replaceAll('-', ' – '),
      [...code].join(' '),
      `https://hoi.example/p/${code}?zarsrc=30`,
      `“${code}”, `,
      `\u200b${code}\u2060).`,
    ]) {
      expect(parseSlipCode(typed), typed).toBe(code);
    }
  });

  it.each(['.', ')', '>', ',', '"', '\u200b', '/', '&zarsrc=1303', '?fbclid=x', '\u201d'])(
    'and that of a poster are read with %j behind them, and in an address',
    (tail) => {
      expect(parseCounterCode(`K7MPX${tail}`)).toBe('k7mpx');
      for (const before of [' https://hoi.example/k/', '(k/', 'K//'])
        expect(parseCounterCode(`${before}k7mpx${tail}`), before).toBe('k7mpx');
      expect(parseCounterCode(`k7m-px x${tail}`)).toBeNull();
    },
  );

  it('is distinguished from a mistyped poster’s code by its length', () => {
    expect(resemblesSlipCode('k7mp-x2qr-9t')).toBe(true);
    expect(resemblesSlipCode('k7mpx2')).toBe(false);
    expect(resemblesSlipCode('quầy 1')).toBe(false);
    expect(parseSlipCode('a'.repeat(100_000))).toBeNull();
  });

  it('is stored as a hash, which reveals nothing of it', () => {
    const code = makeSlipCode(createSeededRandom('kept'));
    expect(hashSlipCode(code)).toMatch(/^[\w-]{43}$/);
    expect(hashSlipCode(code)).not.toContain(code);
    expect(hashSlipCode(makeSlipCode(createSeededRandom('other')))).not.toBe(hashSlipCode(code));
  });
});
