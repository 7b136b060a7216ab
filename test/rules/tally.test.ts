import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLevels, countLevels } from '../../server/tally/level-counts.ts';
import {
  type Answers,
  EMPTY_TALLY,
  levelsOf,
  mergeTallies,
  sumTallies,
  tallyOf,
  tallyOfBallots,
} from '../../server/tally/tally.ts';

const ASKED = ['overall', 'i25', 'i28', 'i31'] as const;

const someLevel = fc.constantFrom(1, 2, 3, 4, 5);
const someItem = fc.option(fc.oneof(someLevel, fc.constant('na' as const)), { nil: undefined });
const someAnswers: fc.Arbitrary<Answers> = fc
  .record({
    overall: someLevel,
    i25: someItem,
    i28: someItem,
    i31: someItem,
    why: fc.subarray(['seats', 'hot']),
  })
  .map(({ why, ...answers }) => ({
    levels: Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined)),
    why: { i25: why },
  })) as fc.Arbitrary<Answers>;

const tallyAll = (ballots: readonly Answers[]) => sumTallies(ballots.map((ballot) => tallyOf(ballot, ASKED)));

describe('the tally of some ballots', () => {
  it('is what the tallies of each make together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(someAnswers, fc.option(fc.boolean(), { nil: undefined })), { maxLength: 12 }),
        (drawn) => {
          const ballots = drawn.map(([answers, suggested]) =>
            suggested === undefined ? answers : { ...answers, suggested },
          );
          const counted = tallyOfBallots(ballots.map((answers) => ({ answers, question_ids: ASKED })));
          expect(counted).toEqual(tallyAll(ballots));
        },
      ),
    );
  });
});

describe('the tally of one ballot', () => {
  const tally = tallyOf(
    { levels: { overall: 2, i25: 1, i28: 'na' }, why: { overall: ['wait'], i25: ['seats', 'hot'] } },
    ASKED,
  );

  it('puts each answer in its own place: levels, not applicable, skipped', () => {
    expect(tally.ballots).toBe(1);
    expect(tally.questions).toEqual({
      overall: [0, 1, 0, 0, 0, 0, 0],
      i25: [1, 0, 0, 0, 0, 0, 0],
      i28: [0, 0, 0, 0, 0, 1, 0],
      i31: [0, 0, 0, 0, 0, 0, 1],
    });
  });

  it('counts chips by question', () => {
    expect(tally.chips).toEqual({ 'overall.wait': 1, 'i25.seats': 1, 'i25.hot': 1 });
  });

  it('crosses items marked 1 or 2 with the overall answer, and no others', () => {
    expect(tally.low).toEqual({ i25: [0, 1, 0, 0, 0] });
    expect(tallyOf({ levels: { overall: 5, i25: 3, i28: 2 }, why: {} }, ASKED).low).toEqual({
      i28: [0, 0, 0, 0, 1],
    });
  });

  it('sees equal levels from three on, leaving out what is not a level', () => {
    const equal = (levels: Answers['levels']) => tallyOf({ levels, why: {} }, ASKED).all_equal;
    expect(equal({ overall: 5, i25: 5, i28: 5 })).toBe(1);
    expect(equal({ overall: 5, i25: 5, i28: 'na', i31: 5 })).toBe(1);
    expect(equal({ overall: 5, i25: 5 })).toBe(0);
    expect(equal({ overall: 5, i25: 5, i28: 'na' })).toBe(0);
    expect(equal({ overall: 5, i25: 5, i28: 4 })).toBe(0);
  });

  it('leaves out answers to questions that the survey does not ask', () => {
    const narrow = tallyOf({ levels: { overall: 4, i39: 1 }, why: { i39: ['late'] } }, ['overall']);
    expect(narrow).toEqual({ ...tallyOf({ levels: { overall: 4 }, why: {} }, ['overall']) });
  });
});

describe('merging', () => {
  it('makes the tally of two sets of ballots from the tallies of each', () => {
    fc.assert(
      fc.property(fc.array(someAnswers), fc.array(someAnswers), (left, right) => {
        expect(mergeTallies(tallyAll(left), tallyAll(right))).toEqual(tallyAll([...left, ...right]));
      }),
    );
  });

  it('does not depend on the order of ballots', () => {
    fc.assert(
      fc.property(fc.array(someAnswers), (ballots) => {
        expect(tallyAll([...ballots].reverse())).toEqual(tallyAll(ballots));
      }),
    );
  });

  it('does not change a tally when nothing is added', () => {
    fc.assert(
      fc.property(fc.array(someAnswers), (ballots) => {
        const tally = tallyAll(ballots);
        expect(mergeTallies(tally, EMPTY_TALLY)).toEqual(tally);
        expect(mergeTallies(EMPTY_TALLY, tally)).toEqual(tally);
      }),
    );
  });

  it('does not change what is merged', () => {
    const left = tallyOf({ levels: { overall: 1, i25: 1 }, why: { i25: ['hot'] } }, ASKED);
    const before = structuredClone(left);
    mergeTallies(left, left);
    expect(left).toEqual(before);
  });
});

describe('a tally of many ballots', () => {
  it('accounts for every ballot at every question that was asked', () => {
    fc.assert(
      fc.property(fc.array(someAnswers, { minLength: 1 }), (ballots) => {
        const tally = tallyAll(ballots);
        for (const id of ASKED) {
          expect(tally.questions[id]?.reduce((sum, count) => sum + count, 0)).toBe(ballots.length);
        }
        expect(countLevels(levelsOf(tally, 'overall'))).toBe(ballots.length);
      }),
    );
  });

  it('marks an item low as often as its levels 1 and 2 say', () => {
    fc.assert(
      fc.property(fc.array(someAnswers), (ballots) => {
        const tally = tallyAll(ballots);
        for (const id of ['i25', 'i28', 'i31']) {
          const [one, two] = levelsOf(tally, id);
          expect(countLevels(tally.low[id] ?? [0, 0, 0, 0, 0])).toBe(one + two);
        }
      }),
    );
  });

  it('has no levels for a question that was never asked', () => {
    expect(levelsOf(EMPTY_TALLY, 'i39')).toEqual([0, 0, 0, 0, 0]);
  });

  it('adds levels place by place', () => {
    expect(addLevels([1, 2, 3, 4, 5], [10, 20, 30, 40, 50])).toEqual([11, 22, 33, 44, 55]);
  });
});
