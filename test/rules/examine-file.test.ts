import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProjectRoot } from '../../server/lib/project-root.ts';
import { examineFile, MAX_FAULTS } from '../../server/survey/examine-file.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import { surveyFaultsVi } from '../../web/messages/survey-faults.vi.ts';

const folder = join(findProjectRoot(), 'surveys');
const surveys = loadSurveys(folder);
const source = readFileSync(join(folder, 'mot-cua-ngan', 'v2.json'), 'utf8');
/** Loosely typed, so that tests can break it anywhere. */
type Json = ReturnType<typeof JSON.parse>;

/** The short survey's next version, with a change. */
function spoil(change: (survey: Json) => void = () => {}): string {
  const survey = JSON.parse(source);
  survey.version = 3;
  change(survey);
  return JSON.stringify(survey);
}

function faultsOf(text: string): readonly { field: string; code: string }[] {
  const found = examineFile(text, surveys);
  return found.ok ? [] : found.faults;
}
const codesOf = (text: string) => faultsOf(text).map(({ field, code }) => `${field} ${code}`.trim());

describe('a survey file before it is published', () => {
  it('is shown with the labels of the scale when it is valid', () => {
    const found = examineFile(spoil(), surveys);
    expect(found.ok && found.survey.levels['5'].vi).toBe('Rất hài lòng');
    expect(found.ok && found.survey.questions).toHaveLength(7);
    expect(examineFile(`\ufeff${spoil()}`, surveys).ok).toBe(true);
  });

  it('reports every fault with its path', () => {
    const text = spoil((survey) => {
      survey.questions[2].text.en = '';
      survey.questions[3].factor = 'kindness';
      survey.questions[0].text.vi = 'Ông/Bà có hài lòng không?';
      survey.questions[4].show_if = { question: 'i99', answers: ['1'] };
      survey.colour = 'red';
    });
    expect(codesOf(text)).toEqual(
      expect.arrayContaining([
        'questions[2].text.en missing-translation',
        'questions[3].factor unknown-factor',
        'questions[0].text.vi overall-changed',
        'questions[4].show_if.question condition-unknown',
        'colour unknown-key',
      ]),
    );
  });

  it('does not change a version that is published, nor the meaning of an id', () => {
    expect(codesOf(source)).toEqual(['version already-published']);
    const other = spoil((survey) => {
      survey.id = 'dong-son';
      Object.assign(survey.questions[1], { id: 'i26', official_item: 26, factor: 'access' });
    });
    expect(codesOf(other)).toEqual([]);
    const parking = spoil((survey) => {
      survey.id = 'dong-son';
      Object.assign(survey.questions[1], { id: 'parking', official_item: null, factor: 'access' });
    });
    const first = examineFile(parking, surveys);
    if (!first.ok) throw new Error('the first is sound');
    const known = { ...first.survey, sha256: '', is_published: false };
    const withFirst = {
      find: (id: string, version: number) => (id === 'dong-son' ? known : surveys.find(id, version)),
      list: () => [...surveys.list(), known],
    };
    const second = parking.replace('"dong-son"', '"dong-son-hai"').replace('"access"', '"result"');
    const told = examineFile(second, { ...withFirst, find: surveys.find });
    expect(told.ok ? [] : told.faults.map(({ code, params }) => [code, params.other])).toEqual([
      ['question-changed', 'dong-son/v3'],
    ]);
    // Re-examining the same draft is no conflict.
    expect(examineFile(parking, withFirst).ok).toBe(true);
  });

  it('reports the position of a JSON syntax error', () => {
    const at = (text: string) => {
      const found = examineFile(text, surveys);
      return found.ok ? null : found.brokenAt;
    };
    const long = `{\n  "id": "a",\n  "version": 1 "x",\n${' '.repeat(200)}\n}`;
    expect(at(long)).toEqual({ line: 3, column: 16 });
    expect(at('{\n  "id": "a",\n')).toEqual({ line: 3, column: 1 });
    expect(at('{\n "id": }')).toEqual({ line: 2, column: 8 });
    expect(at('{"a": 1} x')).toEqual({ line: 1, column: 10 });
    expect(at('{"a": truX}')).toEqual({ line: 1, column: 10 });
    expect(at(spoil().replace('"comment":', '"comment"'))?.column).toBe(spoil().indexOf('"comment":') + 10);
    expect(at(spoil((survey) => delete survey.title))).toBeNull();
  });
});

describe('a hostile file', () => {
  const deep = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels);
  const HOSTILE: readonly (readonly [string, string])[] = [
    ['nothing', ' '],
    ['no JSON', '<!doctype html><script>alert(1)</script>'],
    ['another program’s', 'PK\u0003\u0004'],
    ['a number', '1e999'],
    ['a text', '"mot-cua"'],
    ['null', 'null'],
    ['an empty list', '[]'],
    ['an empty object', '{}'],
    ['too long', `"${'x'.repeat(200_000)}"`],
    ['deep lists', deep('[', ']', 90_000)],
    ['deep objects', `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`],
    ['deep questions', spoil().replace('"questions":[', `"questions":[${deep('[', ']', 20_000)},`)],
    ['a hundred thousand questions', `{"questions":[${'1,'.repeat(90_000)}1]}`],
    [
      'many questions that hang on each other',
      `{"questions":[${'{"show_if":{"question":"a"}},'.repeat(6_500)}1]}`,
    ],
    ['keys of the prototype', '{"__proto__":{"id":"x"},"constructor":{"prototype":{"id":"y"}},"toString":1}'],
    ['ids of the prototype', spoil((survey) => Object.assign(survey.questions[1], { id: 'constructor' }))],
    ['chips of the prototype', spoil().replaceAll('"few-chairs"', '"valueOf"')],
    ['control characters', spoil((survey) => (survey.title.vi = 'a\u0000b\u202e\u2028c'))],
    ['lone surrogates', spoil((survey) => (survey.title.vi = 'a\ud800b'))],
    [
      'wrong kinds',
      spoil((survey) => Object.assign(survey, { questions: {}, respondent: [], comment: 'x' })),
    ],
    ['wrong numbers', spoil((survey) => Object.assign(survey, { version: 1.5, id: 7, scale: 'stars' }))],
    ['too much', spoil((survey) => (survey.questions = Array(50).fill(survey.questions[1])))],
    ['wrong chips', spoil((survey) => (survey.questions[1].chips.up_to_level = 9))],
    [
      'wrong conditions',
      spoil((survey) => (survey.questions[2].show_if = { question: 'i25', answers: [6] })),
    ],
    ['no answers', spoil((survey) => (survey.questions[2].show_if = { question: 'i25', answers: [] }))],
  ];

  it.each(HOSTILE)('of %s is refused with faults that can be read', (_, text) => {
    const found = examineFile(text, surveys);
    expect(found.ok).toBe(false);
    if (found.ok) return;
    expect(found.faults.length).toBeGreaterThan(0);
    expect(found.faults.length).toBeLessThanOrEqual(MAX_FAULTS);
    for (const { code, params, field } of found.faults) {
      const sentence = surveyFaultsVi.codes[code]?.(params);
      expect(sentence, code).toBeDefined();
      expect(sentence, code).not.toMatch(/undefined|NaN|must |expected/i);
      expect(field.length).toBeLessThan(500);
      expect(field).not.toMatch(/\p{Cc}/u);
    }
    expect(Object.prototype).not.toHaveProperty('id');
  });

  it('counts the faults that it does not list', () => {
    const found = examineFile(
      JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`k${n}`, 1]))),
      surveys,
    );
    expect(found.ok ? 0 : found.more).toBeGreaterThan(4_000);
  });

  it('never makes it throw, for any JSON and any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(examineFile(text, surveys).ok).toBe(false);
      }),
    );
  });
});
