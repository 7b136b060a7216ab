import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COMMENT_LIMIT,
  canonicalAnswers,
  type ParsedResponse,
  parseCanonical,
  parseResponse,
} from '../../server/response/answers.ts';
import type { Survey } from '../../server/survey/definition.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import type { Fault } from '../../web/types/fault.ts';

const surveys = loadSurveys('surveys');
const find = (id: string): Survey => {
  const survey = surveys.find(id, 1);
  if (!survey) throw new Error(`there is no survey ${id}`);
  return survey;
};
const short = find('mot-cua-ngan');
const long = find('mot-cua-day-du');

type Given = Readonly<Record<string, string | readonly string[]>>;
const fieldsOf = (given: Given) =>
  new Map(Object.entries(given).map(([name, value]) => [name, [value].flat()] as [string, string[]]));

const isFaulty = (parsed: ParsedResponse | readonly Fault[]): parsed is readonly Fault[] =>
  'length' in parsed;

function parse(given: Given, survey: Survey = short): ParsedResponse {
  const parsed = parseResponse(survey, fieldsOf(given));
  if (isFaulty(parsed)) throw new Error(JSON.stringify(parsed));
  return parsed;
}

function faultsOf(given: Given, survey: Survey = short): readonly Fault[] {
  const parsed = parseResponse(survey, fieldsOf(given));
  if (!isFaulty(parsed)) throw new Error('it was taken');
  return parsed;
}

describe('a submission', () => {
  it('needs nothing but the overall answer', () => {
    expect(parse({ 'q.overall': '3' })).toEqual({
      answers: { levels: { overall: 3 }, why: {} },
      respondent: { kind: null, field: null },
      comment: null,
    });
  });

  it('holds every level, "not applicable" and nothing for what was skipped', () => {
    const { answers } = parse({ 'q.overall': '5', 'q.i25': '1', 'q.i34': 'na', 'q.i37': '' });
    expect(answers.levels).toEqual({ overall: 5, i25: 1, i34: 'na' });
  });

  it.each([
    [{}, [{ field: 'q.overall', code: 'overall-missing' }]],
    [{ 'q.overall': '' }, [{ field: 'q.overall', code: 'overall-missing' }]],
    [{ 'q.overall': 'na' }, [{ field: 'q.overall', code: 'level-invalid' }]],
    [{ 'q.overall': '6' }, [{ field: 'q.overall', code: 'level-invalid' }]],
    [{ 'q.overall': ['5', '5'] }, [{ field: 'q.overall', code: 'level-repeated' }]],
    [{ 'q.overall': '5', 'q.i26': '5' }, [{ field: 'form', code: 'question-unknown' }]],
    [{ 'q.overall': '5', 'why.i31': 'late' }, [{ field: 'why.i31', code: 'chip-unknown' }]],
    [{ 'q.overall': '5', kind: 'robot' }, [{ field: 'kind', code: 'option-unknown' }]],
    [{ 'q.overall': '5', field: ['land', 'other'] }, [{ field: 'field', code: 'option-unknown' }]],
  ])('like %j is refused for just what is wrong', (given, faults) => {
    expect(faultsOf(given as Given)).toEqual(faults);
  });

  it('has all its faults reported at once, unknown questions only once', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`q.x${index}`, '1']));
    expect(faultsOf({ ...many, 'q.i25': '0', 'why.zz': 'x', kind: 'x', comment: 'x'.repeat(1_001) })).toEqual(
      [
        { field: 'q.i25', code: 'level-invalid' },
        { field: 'form', code: 'question-unknown' },
        { field: 'q.overall', code: 'overall-missing' },
        { field: 'kind', code: 'option-unknown' },
        { field: 'comment', code: 'comment-too-long' },
      ],
    );
  });

  it('has its reasons where the level asks for them: up to 2 at an item, up to 3 overall', () => {
    for (const level of [1, 2, 3, 4, 5]) {
      const { answers } = parse({
        'q.overall': String(level),
        'why.overall': ['long-wait', 'long-wait'],
        'q.i34': String(level),
        'why.i34': ['no-slip', 'late'],
      });
      expect(answers.why.overall, String(level)).toEqual(level <= 3 ? ['long-wait'] : undefined);
      expect(answers.why.i34, String(level)).toEqual(level <= 2 ? ['late', 'no-slip'] : undefined);
    }
    expect(
      parse({ 'q.overall': '5', 'q.i34': 'na', 'why.i34': 'late', 'why.i31': 'impolite' }).answers.why,
    ).toEqual({});
  });

  it('has a comment of at most 1 000 characters, in one form', () => {
    const comment = (text: string | string[]) => parse({ 'q.overall': '5', comment: text }).comment;
    expect(comment('  tốt \r\n')).toBe('tốt');
    expect(comment('ộ'.normalize('NFD').repeat(COMMENT_LIMIT))).toBe('ộ'.repeat(COMMENT_LIMIT));
    expect(comment('😀'.repeat(COMMENT_LIMIT))).toHaveLength(2 * COMMENT_LIMIT);
    expect(comment(['a', 'b'])).toBe('a\nb');
    expect(comment(['', ' '])).toBeNull();
    expect(faultsOf({ 'q.overall': '5', comment: '😀'.repeat(COMMENT_LIMIT + 1) })).toHaveLength(1);
  });

  it('drops answers to questions that were not asked', () => {
    const [overall, first, second] = short.questions;
    if (!overall || !first || !second) throw new Error('the short survey is too short');
    const asked = { ...first, show_if: { question: 'overall', answers: ['1' as const] } };
    const hanging = { ...second, show_if: { question: first.id, answers: ['5' as const] } };
    const survey: Survey = { ...short, questions: [overall, asked, hanging] };
    const given = { [`q.${first.id}`]: '5', [`q.${second.id}`]: '4' };
    expect(parse({ 'q.overall': '1', ...given }, survey).answers.levels).toEqual({
      overall: 1,
      [first.id]: 5,
      [second.id]: 4,
    });
    expect(parse({ 'q.overall': '2', ...given }, survey).answers.levels).toEqual({ overall: 2 });
  });
});

describe('any input', () => {
  const names = fc.oneof(
    ...[short, long].flatMap((survey) => survey.questions.map(({ id }) => id)).map((id) => fc.constant(id)),
    fc.constantFrom('', '__proto__', 'constructor', 'toString', 'length', 'overall '),
    fc.string({ maxLength: 6 }),
  );
  const values = fc.oneof(
    fc.constantFrom('1', '2', '3', '4', '5', 'na', '', '0', '6', '５', ' 5'),
    fc.constantFrom(...long.questions.flatMap(({ chips }) => chips.options.map(({ id }) => id))),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const field = fc.oneof(
    names.map((id) => `q.${id}`),
    names.map((id) => `why.${id}`),
    fc.constantFrom('kind', 'field', 'comment', 't', 's', 'q', 'why', '__proto__'),
  );
  const forms = fc
    .array(fc.tuple(field, fc.array(values, { minLength: 1, maxLength: 3 })), { maxLength: 12 })
    .map((entries) => new Map(entries));
  /** Random forms, generated so that many are valid. */
  const goodForms = fc
    .record({
      overall: fc.constantFrom('1', '2', '3', '4', '5'),
      items: fc.array(
        fc.tuple(
          fc.constantFrom(...long.questions.slice(1)),
          fc.constantFrom('1', '2', '3', '4', '5', 'na', ''),
        ),
      ),
      comment: fc.string({ unit: 'binary', maxLength: 30 }),
    })
    .map(({ overall, items, comment }) => {
      const fields = new Map<string, string[]>([['q.overall', [overall]]]);
      for (const [{ id, chips }, level] of items) {
        fields.set(`q.${id}`, [level]);
        fields.set(
          `why.${id}`,
          chips.options.slice(0, 2).map((chip) => chip.id),
        );
      }
      return fields.set('comment', [comment]);
    });

  it('is either refused with at least one fault of a known kind, or says only what the survey asks', () => {
    let taken = 0;
    const codes = new Set([
      'level-invalid',
      'level-repeated',
      'question-unknown',
      'chip-unknown',
      'overall-missing',
      'option-unknown',
      'comment-too-long',
    ]);
    fc.assert(
      fc.property(fc.constantFrom(short, long), fc.oneof(forms, goodForms), (survey, fields) => {
        const parsed = parseResponse(survey, fields);
        if (isFaulty(parsed)) {
          expect(parsed.length).toBeGreaterThan(0);
          for (const { code } of parsed) expect(codes).toContain(code);
          expect(new Set(parsed.map(({ field: name, code }) => `${name} ${code}`)).size).toBe(parsed.length);
          return;
        }
        taken += 1;
        const { levels, why } = parsed.answers;
        expect(levels.overall).toBeTypeOf('number');
        for (const [id, level] of Object.entries(levels)) {
          const question = survey.questions.find((one) => one.id === id);
          expect(question, id).toBeDefined();
          expect(level === 'na' ? question?.na !== null : [1, 2, 3, 4, 5].includes(level), id).toBe(true);
          expect(fields.get(`q.${id}`)).toEqual([String(level)]);
        }
        for (const [id, chips] of Object.entries(why)) {
          const question = survey.questions.find((one) => one.id === id);
          expect(Number(levels[id])).toBeLessThanOrEqual(question?.chips.up_to_level ?? 0);
          expect(chips).toEqual([...new Set(chips)].sort());
          expect(chips.length).toBeGreaterThan(0);
        }
        expect(parseCanonical(canonicalAnswers(parsed.answers))).toEqual(parsed.answers);
      }),
      { numRuns: 3_000 },
    );
    expect(taken).toBeGreaterThan(300);
  });

  it('is stored in a canonical form, independent of the order of fields', () => {
    fc.assert(
      fc.property(goodForms, fc.infiniteStream(fc.nat(1_000)), (fields, keys) => {
        const parsed = parseResponse(long, fields);
        if (isFaulty(parsed)) return;
        const shuffled = new Map(
          [...fields]
            .map((entry) => ({ entry, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ entry }) => entry),
        );
        const again = parseResponse(long, shuffled);
        if (isFaulty(again)) throw new Error('the order made it a fault');
        expect(canonicalAnswers(again.answers)).toEqual(canonicalAnswers(parsed.answers));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the stored form of answers', () => {
  it('has sorted keys and no empty reasons', () => {
    expect(canonicalAnswers({ levels: { overall: 2, i25: 'na' }, why: {} })).toEqual({
      answers: '{"i25":"na","overall":2}',
      why: null,
    });
    expect(canonicalAnswers({ levels: { overall: 2 }, why: { overall: ['b'], i25: ['a'] } }).why).toBe(
      '{"i25":["a"],"overall":["b"]}',
    );
  });
});
