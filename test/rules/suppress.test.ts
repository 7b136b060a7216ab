import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSuppressed as findSuppressedSizes } from '../../server/disclosure/separate-groups.ts';

/** One of the groups that partition a whole. */
interface Group {
  readonly id: string;
  readonly n: number;
}

const findSuppressed = (groups: readonly Group[]) =>
  findSuppressedSizes(new Map(groups.map(({ id, n }) => [id, n])));

const groupsOf = (sizes: readonly number[]): Group[] =>
  sizes.map((n, index) => ({ id: String.fromCharCode(97 + index), n }));

const hiddenOf = (...sizes: number[]): string => [...findSuppressed(groupsOf(sizes))].sort().join('');

describe('groups that may not be shown', () => {
  it('are those under five', () => {
    expect(hiddenOf(4, 3, 20)).toBe('ab');
    expect(hiddenOf(5, 6)).toBe('');
  });

  it('include the smallest of the others while the hidden ones could be recovered by subtraction', () => {
    expect(hiddenOf(3, 20, 9)).toBe('ac');
    expect(hiddenOf(4, 30)).toBe('ab');
    expect(hiddenOf(1, 3, 20, 9)).toBe('abd');
  });

  it('are more than one with ballots, so that no single one is the difference', () => {
    expect(hiddenOf(4, 0, 20, 9)).toBe('abd');
  });

  it('are only the empty ones where there is nothing to reveal', () => {
    expect(hiddenOf(0, 0, 20)).toBe('ab');
    expect(hiddenOf(0)).toBe('a');
    expect(hiddenOf()).toBe('');
  });

  it('are all where not enough can be hidden otherwise', () => {
    expect(hiddenOf(2, 1)).toBe('ab');
    expect(hiddenOf(4)).toBe('a');
  });

  it('are chosen by id among equals, so that the choice reveals nothing', () => {
    expect(hiddenOf(3, 9, 9)).toBe('ab');
    const turned = [...groupsOf([3, 9, 9])].reverse();
    expect([...findSuppressed(turned)].sort().join('')).toBe('ab');
  });

  const someGroups = fc.array(fc.oneof(fc.nat(12), fc.nat(200)), { maxLength: 8 }).map(groupsOf);

  it('leave no difference of one to four, and no single group as the difference, unless nothing is shown', () => {
    fc.assert(
      fc.property(someGroups, (groups) => {
        const hidden = findSuppressed(groups);
        const shown = groups.filter(({ id }) => !hidden.has(id));
        const difference = groups.filter(({ id }) => hidden.has(id)).reduce((sum, { n }) => sum + n, 0);
        const withBallots = groups.filter(({ id, n }) => hidden.has(id) && n > 0);
        expect(shown.every(({ n }) => n >= 5)).toBe(true);
        if (shown.length > 0 && difference > 0) {
          expect(difference).toBeGreaterThanOrEqual(5);
          expect(withBallots.length).toBeGreaterThan(1);
        }
      }),
    );
  });

  it('are no more than needed: showing the largest hidden one of five or more would give another away', () => {
    fc.assert(
      fc.property(someGroups, (groups) => {
        const hidden = findSuppressed(groups);
        const extra = groups.filter(({ id, n }) => hidden.has(id) && n >= 5).sort((a, b) => b.n - a.n)[0];
        if (!extra) return;
        const rest = groups.filter(({ id, n }) => hidden.has(id) && id !== extra.id && n > 0);
        const difference = rest.reduce((sum, { n }) => sum + n, 0);
        expect(difference < 5 || rest.length < 2).toBe(true);
      }),
    );
  });

  it('do not depend on the order in which groups are given', () => {
    fc.assert(
      fc.property(someGroups, fc.nat(), (groups, seed) => {
        const turned = groups.map((group, index) => ({ group, at: (index * 7 + seed) % 11 }));
        const other = turned.sort((a, b) => a.at - b.at).map(({ group }) => group);
        expect(findSuppressed(other)).toEqual(findSuppressed(groups));
      }),
    );
  });
});
