import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FACTOR_OF_ITEM, type Survey } from '../../server/survey/definition.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';

const published: Record<string, string> = JSON.parse(readFileSync('surveys/published.json', 'utf8'));
const files = Object.keys(published).map((name) => ({ name, bytes: readFileSync(`surveys/${name}.json`) }));
const surveys = loadSurveys('surveys').list();
const newest = (name: string) => surveys.findLast(({ id }) => id === name)!;
const short = newest('mot-cua-ngan');
const long = newest('mot-cua-day-du');
const online = newest('truc-tuyen');

/** Every pair of translations in a file, with its path. */
function listTexts(json: unknown, path = ''): { path: string; texts: Record<string, unknown> }[] {
  if (typeof json !== 'object' || json === null) return [];
  if ('vi' in json || 'en' in json) return [{ path, texts: json as Record<string, unknown> }];
  return Object.entries(json).flatMap(([key, value]) => listTexts(value, `${path}/${key}`));
}

describe('the published surveys', () => {
  test('are the short and the full one in two versions, and the one for online dossiers', () => {
    expect(Object.keys(published)).toEqual([
      'common',
      'mot-cua-day-du/v1',
      'mot-cua-day-du/v2',
      'mot-cua-ngan/v1',
      'mot-cua-ngan/v2',
      'truc-tuyen/v1',
    ]);
  });

  test.each(files)('$name is unchanged since its publication', ({ name, bytes }) => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(published[name]);
  });

  test('no draft is shipped', () => {
    expect(surveys.filter((survey) => !survey.is_published)).toEqual([]);
  });

  test.each(files)('$name is NFC, ends with one line end and has Unix line ends', ({ bytes }) => {
    const text = bytes.toString();
    expect(text).toBe(text.normalize('NFC'));
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toContain('\r');
  });

  test.each(files)('$name has all texts in Vietnamese and English', ({ bytes }) => {
    const pairs = listTexts(JSON.parse(bytes.toString()));
    expect(pairs.length).toBeGreaterThan(5);
    for (const { path, texts } of pairs) {
      expect(Object.keys(texts), path).toEqual(['vi', 'en']);
      expect(texts.vi, path).not.toBe(texts.en);
      expect(texts.en, `${path} is English`).toMatch(/^[\x20-\x7e…]+$/);
    }
  });

  test.each([short, long, online])('$id keeps questions and chips within 60 characters', (survey) => {
    for (const question of survey.questions) {
      const texts = [question.text, ...question.chips.options.map(({ text }) => text)];
      for (const text of texts.flatMap(({ vi, en }) => [vi, en])) {
        expect(Array.from(text).length, text).toBeLessThanOrEqual(60);
      }
    }
  });
});

describe('the questions', () => {
  const idsOf = (survey: Survey) => survey.questions.map(({ id }) => id);

  test('of the short survey are overall and six items', () => {
    expect(idsOf(short)).toEqual(['overall', 'i25', 'i28', 'i31', 'i32', 'i34', 'i37']);
  });

  test('of the full survey are overall and the sixteen service items in their order', () => {
    const items = Array.from({ length: 16 }, (_, index) => `i${24 + index}`);
    expect(idsOf(long)).toEqual(['overall', ...items]);
  });

  // The factors of the service block, QĐ 1001/QĐ-BNV, annexed questionnaire.
  const official = [
    ['access', 24, 26],
    ['procedure', 27, 30],
    ['official', 31, 33],
    ['result', 34, 36],
    ['feedback', 37, 39],
  ] as const;

  test.each(official)('of the factor %s are the official items %d to %d', (factor, from, to) => {
    const items = long.questions.filter((question) => question.factor === factor);
    const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    expect(items.map(({ official_item }) => official_item)).toEqual(numbers);
    for (const number of numbers) expect(FACTOR_OF_ITEM[number]).toBe(factor);
  });

  test('of the online survey are overall and at most six items, none of which is about an office', () => {
    expect(online.questions.length).toBeLessThanOrEqual(7);
    expect(online.questions.filter(({ official_item }) => official_item !== null)).toEqual([]);
    expect(JSON.stringify(online.questions.slice(1))).not.toMatch(/Chỗ ngồi|Thái độ|i2[4-6]/);
  });

  test('have the same `overall`, word for word', () => {
    for (const survey of [long, online]) expect(survey.questions[0]).toEqual(short.questions[0]);
  });

  test('and their hints are no longer in English than in Vietnamese by more than a quarter and a word', () => {
    for (const { text, hint } of [short, long, online].flatMap(({ questions }) => questions))
      for (const words of [text, hint ?? text])
        expect(words.en.length, words.en).toBeLessThanOrEqual(words.vi.length * 1.25 + 8);
  });

  test('never call the unit a commune, and no hint praises', () => {
    for (const survey of [short, long, online]) {
      expect(JSON.stringify(survey)).not.toMatch(/(?<!\p{L})xã(?! hội)(?!\p{L})|huyện|commune/iu);
      for (const { hint } of survey.questions.slice(1)) expect(hint?.vi).toMatch(/^Có .*không$|^Kể cả/);
    }
  });

  test('of the short survey are worded as in the full one', () => {
    for (const question of short.questions) {
      expect(long.questions.find(({ id }) => id === question.id)).toEqual(question);
    }
  });

  test('can all be answered with "not applicable" but overall', () => {
    expect(long.questions.filter(({ na }) => na === null).map(({ id }) => id)).toEqual(['overall']);
  });

  test('ask for reasons at levels 1 and 2 of an item and at levels 1 to 3 of overall', () => {
    for (const { id, chips } of long.questions) {
      expect(chips.up_to_level, id).toBe(id === 'overall' ? 3 : 2);
      expect(chips.options.length, id).toBeGreaterThanOrEqual(3);
    }
  });

  test('about the respondent are the same in all surveys and can be declined', () => {
    expect(short.respondent).toEqual(long.respondent);
    expect(online.respondent).toEqual(long.respondent);
    const kinds = short.respondent.kind.options.map(({ id }) => id);
    expect(kinds).toEqual(['citizen', 'business', 'other-organisation']);
    expect(short.respondent.field.options.at(-1)?.id).toBe('other');
  });

  test('are answered on the official scale', () => {
    expect(Object.values(short.levels).map(({ vi }) => vi)).toEqual([
      'Rất không hài lòng',
      'Không hài lòng',
      'Bình thường',
      'Hài lòng',
      'Rất hài lòng',
    ]);
  });
});

describe('the guide for writing a survey', () => {
  const guide = readFileSync('surveys/README.md', 'utf8');

  test('names every field of a survey file', () => {
    const keys = new Set<string>();
    JSON.stringify(JSON.parse(readFileSync('surveys/mot-cua-ngan/v1.json', 'utf8')), (key, value) => {
      if (key !== '' && !/^\d+$/.test(key)) keys.add(key);
      return value;
    });
    for (const key of [...keys, 'show_if']) expect(guide, key).toContain(`\`${key}\``);
  });

  test('gives an example that is a question as the product reads it', async () => {
    const { surveySchema } = await import('../../server/survey/definition.ts');
    const examples = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => JSON.parse(text!));
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples)
      expect(surveySchema.shape.questions.safeParse([example]).error).toBeUndefined();
  });

  test('every folder beside it holds versions of one survey', () => {
    const folders = readdirSync('surveys', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...new Set(surveys.map(({ id }) => id))].sort());
  });
});
