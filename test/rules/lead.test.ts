import { describe, expect, it } from 'vitest';
import { leadOf } from '../../server/indicator/verdict.ts';

const lead = (numerator: number, denominator: number, isClosed = true, targetPercent: number | null = 90) =>
  leadOf({ numerator, denominator, targetPercent, minimumN: 30, isClosed });

describe('leadOf', () => {
  it.each([
    ['the whole interval above', 340, 350, 'met', 'provisional-met'],
    ['the interval contains the target, figure above', 322, 352, 'unsure-above', 'unsure-above'],
    ['the figure equals the target', 90, 100, 'unsure-above', 'unsure-above'],
    ['the interval contains the target, figure below', 89, 100, 'unsure-below', 'unsure-below'],
    ['the whole interval below', 70, 100, 'not-met', 'provisional-not-met'],
    ['too few', 20, 29, 'too-few', 'too-few'],
    ['the smallest group', 5, 5, 'too-few', 'too-few'],
    ['fewer than five', 4, 4, 'none', 'none'],
    ['nothing', 0, 0, 'none', 'none'],
  ])('%s', (_, numerator, denominator, closed, running) => {
    expect(lead(numerator, denominator)).toBe(closed);
    expect(lead(numerator, denominator, false)).toBe(running);
  });

  it('claims nothing without a target', () => {
    expect(lead(322, 352, true, null)).toBe('no-target');
    expect(lead(20, 29, true, null)).toBe('too-few');
  });
});
