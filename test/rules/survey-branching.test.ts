import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropUnasked, isAsked } from '../../server/survey/branching.ts';
import { LEVELS, type Level, type Question } from '../../server/survey/definition.ts';

type Asked = Pick<Question, 'id' | 'show_if'>;
const hang = (id: string, question: string, ...answers: ('1' | '2' | '3' | '4' | '5' | 'na')[]): Asked => ({
  id,
  show_if: { question, answers },
});

describe('isAsked', () => {
  test('a question without a condition is asked of everybody', () => {
    expect(isAsked({}, {})).toBe(true);
  });

  test('a question with a condition is asked after one of its answers only', () => {
    const question = hang('i32', 'i31', '1', '2', 'na');
    const answered = [...LEVELS, 'na' as const].filter((i31) => isAsked(question, { i31 }));
    expect(answered).toEqual([1, 2, 'na']);
  });

  test('a condition on a skipped question is not met', () => {
    expect(isAsked(hang('i32', 'i31', '1', '2', '3', '4', '5', 'na'), { overall: 1 })).toBe(false);
  });

  test('a condition does not take what every object has for an answer', () => {
    expect(isAsked(hang('i32', 'toString', '1'), {})).toBe(false);
  });
});

describe('dropUnasked', () => {
  const questions: Asked[] = [
    { id: 'overall' },
    { id: 'i31' },
    hang('manner', 'i31', '1', '2'),
    hang('manner-more', 'manner', '1'),
  ];

  test('answers and chips of a question that is not asked are left out', () => {
    const kept = dropUnasked(
      { questions },
      { levels: { overall: 4, i31: 4, manner: 2 }, why: { i31: [], manner: ['rude'] } },
    );
    expect(kept).toEqual({ levels: { overall: 4, i31: 4 }, why: { i31: [] } });
  });

  test('answers that depend on a dropped answer are dropped too', () => {
    const kept = dropUnasked(
      { questions },
      { levels: { overall: 4, i31: 5, manner: 1, 'manner-more': 1 }, why: { 'manner-more': ['a'] } },
    );
    expect(kept).toEqual({ levels: { overall: 4, i31: 5 }, why: {} });
  });

  test('answers to asked questions stay as they were', () => {
    const answers = {
      levels: { overall: 2, i31: 1, manner: 1, 'manner-more': 'na' },
      why: { manner: ['rude', 'hasty'] },
    } as const;
    expect(dropUnasked({ questions }, answers)).toEqual(answers);
  });

  test('an answer to a question that the survey does not have is left out', () => {
    expect(dropUnasked({ questions }, { levels: { overall: 5, i99: 5 }, why: { i99: ['x'] } })).toEqual({
      levels: { overall: 5 },
      why: {},
    });
  });
});

describe('dropUnasked, for any survey and any answers', () => {
  const given: fc.Arbitrary<Level | 'na'> = fc.constantFrom(...LEVELS, 'na' as const);
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const survey = fc
    .tuple(
      ...ids.map((id, index) =>
        index === 0
          ? fc.constant<Asked>({ id })
          : fc
              .option(
                fc.record({
                  question: fc.constantFrom(...ids.slice(0, index)),
                  answers: fc.subarray(['1', '2', '3', '4', '5', 'na'] as const, { minLength: 1 }),
                }),
                { nil: undefined },
              )
              .map((show_if): Asked => ({ id, show_if })),
      ),
    )
    .map((questions) => ({ questions }));
  const answers = fc.record({
    levels: fc.dictionary(fc.constantFrom(...ids), given),
    why: fc.dictionary(fc.constantFrom(...ids), fc.array(fc.constantFrom('x', 'y'))),
  });

  test('the result is a subset of the input', () => {
    fc.assert(
      fc.property(survey, answers, (s, a) => {
        const kept = dropUnasked(s, a);
        for (const [id, level] of Object.entries(kept.levels)) expect(a.levels[id]).toBe(level);
        for (const [id, chips] of Object.entries(kept.why)) expect(a.why[id]).toBe(chips);
      }),
    );
  });

  test('is idempotent', () => {
    fc.assert(
      fc.property(survey, answers, (s, a) => {
        const kept = dropUnasked(s, a);
        expect(dropUnasked(s, kept)).toEqual(kept);
      }),
    );
  });

  test('exactly the questions whose condition is met by what is left keep their answer', () => {
    fc.assert(
      fc.property(survey, answers, (s, a) => {
        const kept = dropUnasked(s, a);
        for (const question of s.questions) {
          const isKept = Object.hasOwn(kept.levels, question.id);
          const isGiven = Object.hasOwn(a.levels, question.id);
          expect(isKept).toBe(isGiven && isAsked(question, kept.levels));
        }
      }),
    );
  });
});
