import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../server/lib/day.ts';
import type { Random } from '../../server/lib/random.ts';
import {
  type ApiKey,
  hashApiKey,
  makeApiKey,
  parseBearer,
  reachesUnit,
  stateOfKey,
} from '../../server/reporting/api-key.ts';

const fixed = (bytes: Uint8Array): Random => ({
  bytes(count) {
    if (count !== bytes.length) throw new RangeError(`${count} bytes were asked for`);
    return bytes;
  },
});
const someBytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

const KEY: ApiKey = {
  id: '0'.repeat(32),
  name: 'Phòng Nội vụ',
  hash: hashApiKey('hl_x'),
  units: ['dong-son', 'tan-lap'],
  created_on: '2024-01-29',
  expires_on: '2024-12-31',
  revoked_on: null,
};

describe('a new key', () => {
  it('is hl_ and 43 base62 digits, which encode all of 256 random bits', () => {
    expect(makeApiKey(fixed(new Uint8Array(32)))).toBe(`hl_${'0'.repeat(43)}`);
    fc.assert(
      fc.property(someBytes, someBytes, (one, other) => {
        const [left, right] = [makeApiKey(fixed(one)), makeApiKey(fixed(other))];
        expect(left).toMatch(/^hl_[0-9A-Za-z]{43}$/);
        expect(left === right).toBe(Buffer.from(one).equals(Buffer.from(other)));
      }),
    );
  });

  it('differs for the first bit and for the last', () => {
    const first = Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? 128 : 0));
    const last = Uint8Array.from({ length: 32 }, (_, index) => (index === 31 ? 1 : 0));
    expect(makeApiKey(fixed(last))).toBe(`hl_${'0'.repeat(42)}1`);
    expect(makeApiKey(fixed(first))).not.toContain('0'.repeat(10));
  });

  it('comes back from an Authorization header', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const key = makeApiKey(fixed(bytes));
        expect(parseBearer(`Bearer ${key}`)).toBe(key);
      }),
    );
  });
});

describe('an Authorization header', () => {
  const key = `hl_${'a1B'.repeat(14)}Z`;

  it.each([`Bearer ${key}`, `bearer ${key}`, `BEARER  ${key}  `])('%s holds the key', (header) => {
    expect(parseBearer(header)).toBe(key);
  });

  it.each([
    '',
    key,
    `Basic ${key}`,
    `Bearer${key}`,
    `Bearer ${key}x`,
    `Bearer ${key.slice(0, -1)}`,
    `Bearer ${key} ${key}`,
    `Bearer "${key}"`,
    `Bearer ${key.replace('hl_', 'HL_')}`,
    `Bearer ${key.replace('a', 'à')}`,
    `Bearer ${key}\n`,
  ])('%j holds none', (header) => {
    expect(parseBearer(header)).toBeNull();
  });
});

describe('the hash of a key', () => {
  it('is SHA-256 of its text', () => {
    expect(hashApiKey('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('a key on a day', () => {
  it('is valid to the end of its last day', () => {
    expect(stateOfKey(KEY, '2024-12-31')).toBe('active');
    expect(stateOfKey(KEY, '2025-01-01')).toBe('expired');
  });

  it('is valid for ever when it has no last day', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (shift) => {
        expect(stateOfKey({ ...KEY, expires_on: null }, addDays('2024-01-29', shift))).toBe('active');
      }),
    );
  });

  it('is invalid on every day once revoked', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 1_000 }), (shift) => {
        const revoked = { ...KEY, revoked_on: '2024-06-01' };
        expect(stateOfKey(revoked, addDays('2024-06-01', shift))).toBe('revoked');
      }),
    );
  });
});

describe('a key and a unit', () => {
  it('match when the key names exactly that unit, or all units', () => {
    expect(reachesUnit(KEY, 'tan-lap')).toBe(true);
    expect(reachesUnit(KEY, 'tan')).toBe(false);
    expect(reachesUnit(KEY, 'Tan-Lap')).toBe(false);
    expect(reachesUnit({ ...KEY, units: [] }, 'tan-lap')).toBe(false);
    expect(reachesUnit({ ...KEY, units: null }, 'phu-minh')).toBe(true);
  });
});
