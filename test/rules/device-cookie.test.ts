import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMark,
  type DeviceMarks,
  MAX_MARKS,
  noMarks,
  parseDeviceCookie,
  writeDeviceCookie,
} from '../../server/trust/device-cookie.ts';

const KEY = new Uint8Array(32).fill(7);
const OTHER_KEY = new Uint8Array(32).fill(8);
const TODAY = '2024-01-29';

const marksOf = (tokens: readonly string[], day = TODAY): DeviceMarks =>
  tokens.reduce((marks, token) => addMark(KEY, marks, token), noMarks(day));
const read = (cookie: string | undefined, day = TODAY) => parseDeviceCookie(KEY, cookie, day).marks.length;

describe('the cookie that counts a phone’s ballots', () => {
  it('comes back with the marks that were written', () => {
    const token = fc.string({ minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        const marks = marksOf(tokens);
        expect(parseDeviceCookie(KEY, writeDeviceCookie(KEY, marks), TODAY)).toEqual(marks);
      }),
    );
  });

  it('counts one for each form, and none for a form that is sent again', () => {
    const one = marksOf(['a']);
    expect(one.marks).toHaveLength(1);
    expect(marksOf(['a', 'a', 'a'])).toEqual(one);
    expect(marksOf(['a', 'b', 'a', 'b']).marks).toHaveLength(2);
    // A retry sent before the response arrived, hence without the cookie, gets the same cookie.
    expect(writeDeviceCookie(KEY, addMark(KEY, noMarks(TODAY), 'a'))).toBe(writeDeviceCookie(KEY, one));
  });

  it('says nothing of the order, and is always as long', () => {
    expect(writeDeviceCookie(KEY, marksOf(['a', 'b', 'c']))).toBe(
      writeDeviceCookie(KEY, marksOf(['c', 'a', 'b'])),
    );
    const tokens = Array.from({ length: 40 }, (_, index) => `token ${index}`);
    const lengths = tokens.map((_, index) => writeDeviceCookie(KEY, marksOf(tokens.slice(0, index))).length);
    expect(new Set(lengths)).toEqual(new Set([lengths[0]]));
  });

  it('holds the most marks that a rule can ask for, and no more', () => {
    const marks = marksOf(Array.from({ length: 200 }, (_, index) => `token ${index}`));
    expect(marks.marks).toHaveLength(MAX_MARKS);
  });

  it('has marks that many tokens share, so that none leads to a row of the database', () => {
    const tokens = Array.from({ length: 2_560 }, (_, index) => `token ${index}`);
    const mark = marksOf(['mine']).marks[0];
    const alike = tokens.filter((token) => marksOf([token]).marks[0] === mark);
    expect(alike.length).toBeGreaterThan(2);
    expect(alike.length).toBeLessThan(40);
  });

  it('has another mark for the same form on another day and under another key', () => {
    const days = Array.from({ length: 28 }, (_, index) => `2024-02-${String(index + 1).padStart(2, '0')}`);
    expect(new Set(days.map((day) => marksOf(['a'], day).marks[0])).size).toBeGreaterThan(10);
    expect(read(writeDeviceCookie(OTHER_KEY, marksOf(['a', 'b'])))).toBe(0);
  });

  it('is none on another day', () => {
    expect(read(writeDeviceCookie(KEY, marksOf(['a', 'b'])), '2024-01-30')).toBe(0);
  });

  it('is none when any character of it was changed, or when it was cut or lengthened', () => {
    const cookie = writeDeviceCookie(KEY, marksOf(['a', 'b', 'c']));
    expect(read(cookie)).toBe(3);
    const at = fc.integer({ min: 0, max: cookie.length - 1 });
    fc.assert(
      fc.property(at, fc.constantFrom(...'0123456789abcdef-_AZ.'), (index, character) => {
        const changed = cookie.slice(0, index) + character + cookie.slice(index + 1);
        expect(read(changed)).toBe(changed === cookie ? 3 : 0);
      }),
      { numRuns: 500 },
    );
    for (const wrong of [undefined, '', cookie.slice(1), cookie.slice(0, -1), `${cookie}=`, ` ${cookie}`])
      expect(read(wrong), String(wrong)).toBe(0);
  });

  it('is none for whatever else a browser may send', () => {
    fc.assert(fc.property(fc.string(), (text) => read(text) === 0));
  });
});
