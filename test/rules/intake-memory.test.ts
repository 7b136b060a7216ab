import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../server/lib/day.ts';
import { createSeededRandom } from '../../server/lib/seeded-random.ts';
import { type Arrival, createIntakeMemory } from '../../server/trust/intake-memory.ts';

const at = (time: string): Pick<Arrival, 'now' | 'today'> => {
  const now = new Date(`2024-01-29T${time}+07:00`);
  return { now, today: dayOf(now) };
};
const arrival = (given: Partial<Arrival> = {}): Arrival => ({
  counterCode: 'aaaaa',
  network: '203.0.113.7',
  answers: '{"overall":5}',
  ...at('09:00:00'),
  ...given,
});
const create = () => createIntakeMemory(createSeededRandom('intake memory'));

describe('what the process remembers of today', () => {
  it('counts a counter’s ballots of the last ten minutes that count', () => {
    const memory = create();
    memory.note(arrival(at('09:00:00')), true);
    memory.note(arrival(at('09:05:00')), true);
    memory.note(arrival({ counterCode: 'bbbbb', ...at('09:07:00') }), true);
    expect(memory.look(arrival(at('09:09:59'))).countedInWindow).toBe(2);
    expect(memory.look(arrival(at('09:10:00'))).countedInWindow).toBe(1);
    expect(memory.look(arrival(at('09:15:00'))).countedInWindow).toBe(0);
  });

  it('counts as many as a walk through all ballots finds, and forgets for good', () => {
    const someSteps = fc.array(fc.record({ seconds: fc.nat(60), isTakenBack: fc.boolean() }), {
      maxLength: 1_000,
    });
    fc.assert(
      fc.property(someSteps, (steps) => {
        const memory = create();
        const start = at('09:00:00').now.getTime();
        const undoFirst = memory.note(arrival(), true);
        let all = [start];
        let time = start;
        for (const { seconds, isTakenBack } of steps) {
          time += seconds * 1_000;
          const next = arrival({ now: new Date(time) });
          all = all.filter((earlier) => earlier > time - 600_000);
          expect(memory.look(next)).toMatchObject({ countedInWindow: all.length, fromNetwork: all.length });
          const undo = memory.note(next, true);
          if (isTakenBack) undo();
          else all.push(time);
          expect(memory.look(next).countedInWindow).toBe(all.length);
        }
        const later = arrival({ now: new Date(time + 599_000) });
        const left = memory.look(later).countedInWindow;
        if (time + 599_000 >= start + 600_000) {
          undoFirst();
          expect(memory.look(later).countedInWindow).toBe(left);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('remembers at most 2 000 ballots of a counter, the latest', () => {
    const memory = create();
    const start = at('09:00:00').now.getTime();
    for (let ms = 0; ms < 2_500; ms += 1) memory.note(arrival({ now: new Date(start + ms) }), true);
    expect(memory.look(arrival({ now: new Date(start + 2_500) })).countedInWindow).toBe(2_000);
    expect(memory.look(arrival({ now: new Date(start + 600_000 + 2_000) })).countedInWindow).toBe(499);
  });

  it('counts the same answers in a row from one network, till other answers come from it', () => {
    const memory = create();
    const sameBefore = (given: Partial<Arrival> = {}) => memory.look(arrival(given)).sameBefore;
    expect(sameBefore()).toBe(0);
    memory.note(arrival(), true);
    memory.note(arrival({ counterCode: 'bbbbb' }), true);
    // A ballot from another network in between does not end the run.
    memory.note(arrival({ network: '198.51.100.1', answers: '{"overall":1}' }), true);
    expect(sameBefore()).toBe(2);
    expect(sameBefore({ answers: '{"overall":4}' })).toBe(0);
    memory.note(arrival({ answers: '{"overall":4}' }), true);
    expect(sameBefore()).toBe(0);
    expect(sameBefore({ answers: '{"overall":4}' })).toBe(1);
  });

  it('knows no run where the network is not known', () => {
    const memory = create();
    memory.note(arrival({ network: '' }), true);
    expect(memory.look(arrival({ network: '' })).sameBefore).toBeNull();
  });

  it('counts all ballots of a network in ten minutes, set aside or not, at every counter', () => {
    const memory = create();
    memory.note(arrival(at('09:00:00')), true);
    const undo = memory.note(arrival({ counterCode: 'bbbbb', ...at('09:01:00') }), false);
    memory.note(arrival({ network: '198.51.100.1', ...at('09:02:00') }), true);
    expect(memory.look(arrival(at('09:09:00')))).toMatchObject({ fromNetwork: 2, countedInWindow: 2 });
    undo();
    expect(memory.look(arrival(at('09:09:00'))).fromNetwork).toBe(1);
    expect(memory.look(arrival(at('09:10:00'))).fromNetwork).toBe(0);
    expect(memory.look(arrival({ network: '' })).fromNetwork).toBeNull();
  });

  it('takes back a ballot that was not stored', () => {
    const memory = create();
    memory.note(arrival(), true);
    const takeBack = memory.note(arrival(), true);
    expect(memory.look(arrival())).toEqual({ countedInWindow: 2, sameBefore: 2, fromNetwork: 2 });
    takeBack();
    expect(memory.look(arrival())).toEqual({ countedInWindow: 1, sameBefore: 1, fromNetwork: 1 });
  });

  it('forgets all of it when the day is over', () => {
    const memory = create();
    memory.note(arrival(at('23:59:00')), true);
    const now = new Date('2024-01-30T00:01:00+07:00');
    expect(memory.look(arrival({ now, today: dayOf(now) }))).toEqual({
      countedInWindow: 0,
      sameBefore: 0,
      fromNetwork: 0,
    });
  });

  it('forgets the networks that it has not heard of for longest, when there are very many', () => {
    const memory = create();
    for (let index = 0; index <= 10_000; index += 1)
      memory.note(arrival({ network: `network ${index}` }), true);
    expect(memory.look(arrival({ network: 'network 0' })).sameBefore).toBe(0);
    expect(memory.look(arrival({ network: 'network 1' })).sameBefore).toBe(1);
    // Networks are evicted in order of their last ballot, so the one that sends again is evicted last.
    memory.note(arrival({ network: 'network 2' }), true);
    for (let index = 1; index <= 3; index += 1) memory.note(arrival({ network: `another ${index}` }), true);
    const known = [1, 2, 3, 4, 5].map(
      (index) => memory.look(arrival({ network: `network ${index}` })).sameBefore,
    );
    expect(known).toEqual([0, 2, 0, 0, 1]);
  });
});
