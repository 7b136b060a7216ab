import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecentTimes } from '../../server/trust/intake-memory.ts';

describe('instants of the last while', () => {
  it('are as many as a walk through all of them finds', () => {
    const someSteps = fc.array(fc.record({ wait: fc.nat(40), isTakenBack: fc.boolean() }), {
      maxLength: 3_000,
    });
    fc.assert(
      fc.property(someSteps, (steps) => {
        const recent = createRecentTimes(100, 50);
        let all: number[] = [];
        let now = 0;
        for (const { wait, isTakenBack } of steps) {
          now += wait;
          recent.removeExpired(now);
          all = all.filter((time) => time > now - 100).slice(-50);
          expect(recent.count()).toBe(all.length);
          recent.add(now);
          all.push(now);
          if (isTakenBack) {
            recent.remove(now);
            all.pop();
          }
          expect(recent.count()).toBe(all.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are forgotten for good, and one that was forgotten cannot be taken back', () => {
    const recent = createRecentTimes(100, 5_000);
    for (let time = 0; time < 2_500; time += 1) recent.add(time);
    recent.removeExpired(2_499);
    expect(recent.count()).toBe(100);
    recent.remove(3);
    expect(recent.count()).toBe(100);
  });
});
