import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../server/lib/random.ts';
import { issueToken, parseToken, TOKEN_LIFETIME_MS } from '../../server/response/form-token.ts';

const KEY = randomBytes(32);
const NOW = new Date('2024-01-29T08:00:00+07:00');
const COUNTER = 'k7mpx';
const MINUTE = 60_000;

const issue = (now: Date = NOW, counter = COUNTER, key: Uint8Array = KEY) =>
  issueToken(key, counter, now, systemRandom);
const later = (ms: number, from: Date = NOW) => new Date(from.getTime() + ms);

describe('a form token', () => {
  it('says when it was issued and what is kept of it', () => {
    const parsed = parseToken(KEY, COUNTER, issue(), later(MINUTE));
    expect(parsed).toEqual({ hash: expect.stringMatching(/^[\w-]{22}$/), issuedAt: NOW, isTimed: true });
  });

  it('has a fixed length, URL-safe characters, and nothing in common with another', () => {
    const tokens = Array.from({ length: 500 }, (_, index) => issue(later(index * 86_400_000)));
    expect(new Set(tokens.map((token) => token.length))).toEqual(new Set([55]));
    for (const token of tokens) expect(token).toMatch(/^[\w.-]+$/);
    const hashes = tokens.map((token, index) => parseToken(KEY, COUNTER, token, later(index * 86_400_000)));
    expect(new Set(hashes.map((parsed) => (typeof parsed === 'string' ? parsed : parsed.hash))).size).toBe(
      500,
    );
    // Tokens of the same instant share only the time.
    const [first, second] = [issue(), issue()].map((token) => token.split('.')) as [string[], string[]];
    expect(first[1]).toBe(second[1]);
    expect(first[0]).not.toBe(second[0]);
    expect(first[2]).not.toBe(second[2]);
  });

  it('is kept as a hash from which it cannot be made', () => {
    const token = issue();
    const parsed = parseToken(KEY, COUNTER, token, NOW);
    if (typeof parsed === 'string') throw new Error(parsed);
    for (const part of token.split('.')) expect(parsed.hash).not.toContain(part);
    // The hash does not include time or counter either: the same random part gives the same hash.
    const random = { bytes: () => new Uint8Array(16) };
    const hashOf = (counter: string, now: Date) => {
      const twin = parseToken(KEY, counter, issueToken(KEY, counter, now, random), now);
      return typeof twin === 'string' ? twin : twin.hash;
    };
    expect(hashOf('aaaaa', NOW)).toBe(hashOf('bbbbb', later(86_400_000)));
  });

  it('is valid for seven days, the last moment included', () => {
    const token = issue();
    const faultAt = (ms: number) => {
      const parsed = parseToken(KEY, COUNTER, token, later(ms));
      return typeof parsed === 'string' ? parsed : null;
    };
    expect(faultAt(0)).toBeNull();
    expect(faultAt(TOKEN_LIFETIME_MS)).toBeNull();
    expect(faultAt(TOKEN_LIFETIME_MS + 1)).toBe('token-expired');
    expect(TOKEN_LIFETIME_MS).toBe(7 * 24 * 60 * MINUTE);
  });

  it.each([1, 3, 20, 365, 9_000])(
    'issued while the clock was %i days ahead is valid, but of unknown age',
    (days) => {
      const ahead = later(days * 24 * 60 * MINUTE + MINUTE);
      const token = issue(ahead);
      const inTime = parseToken(KEY, COUNTER, token, ahead);
      const early = parseToken(KEY, COUNTER, token, NOW);
      expect(inTime).toMatchObject({ isTimed: true });
      expect(early).toEqual({ ...Object(inTime), issuedAt: later(-TOKEN_LIFETIME_MS), isTimed: false });
    },
  );

  it('is valid only for its own counter and installation', () => {
    expect(parseToken(KEY, 'aaaaa', issue(), NOW)).toBe('token-forged');
    expect(parseToken(KEY, COUNTER, issue(NOW, COUNTER, randomBytes(32)), NOW)).toBe('token-forged');
    expect(parseToken(KEY, COUNTER, issue(NOW, `${COUNTER}\n`), NOW)).toBe('token-forged');
  });

  it.each([undefined, ''])('that is %j is missing', (token) => {
    expect(parseToken(KEY, COUNTER, token, NOW)).toBe('token-missing');
  });

  it('with any character changed, removed, inserted or moved is forged', () => {
    const token = issue();
    const letter = fc.constantFrom(...'abcxyzABCXYZ0189-_. \n\u0000é５'.split(''));
    fc.assert(
      fc.property(fc.nat(token.length - 1), letter, fc.nat(2), (at, character, kind) => {
        const altered =
          token.slice(0, at) + (kind === 1 ? '' : character) + token.slice(kind === 2 ? at : at + 1);
        fc.pre(altered !== token);
        expect(parseToken(KEY, COUNTER, altered, NOW)).toBe('token-forged');
      }),
      { numRuns: 2_000 },
    );
  });

  it('that is any other text is forged, and parsing never throws', () => {
    const parts = fc.tuple(
      fc.stringMatching(/^[\w-]{22}$/),
      fc.stringMatching(/^[0-9a-z]{9}$/),
      fc.stringMatching(/^[\w-]{22}$/),
    );
    const texts = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.string({ unit: 'binary', minLength: 1 }),
      parts.map((all) => all.join('.')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseToken(KEY, COUNTER, text, NOW)).toBe('token-forged');
      }),
      { numRuns: 1_000 },
    );
  });

  it('that was issued at any time is read back with that time', () => {
    const instants = fc.date({
      min: new Date('2001-01-01'),
      max: new Date('2999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: TOKEN_LIFETIME_MS }), (now, age) => {
        const parsed = parseToken(KEY, COUNTER, issue(now), later(age, now));
        expect(parsed).toMatchObject({ issuedAt: now });
      }),
    );
  });
});
