import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTogether, parseCommon, parseSurvey } from '../../server/survey/check-survey.ts';
import type { CommonDefinition, SurveyDefinition } from '../../server/survey/definition.ts';
import type { Parsed } from '../../server/survey/parse-file.ts';
import { formatPath, type SurveyFault } from '../../server/survey/survey-fault.ts';

const shortText = readFileSync('surveys/mot-cua-ngan/v2.json', 'utf8');
const commonText = readFileSync('surveys/common.json', 'utf8');
const common: CommonDefinition = JSON.parse(commonText);

// biome-ignore lint/suspicious/noExplicitAny: the tests break the shape on purpose
type Loose = any;
type Break = (survey: Loose) => void;

const faultsOf = (parsed: Parsed<unknown>): readonly SurveyFault[] => (parsed.ok ? [] : parsed.faults);
const places = (parsed: Parsed<unknown>): string[] =>
  faultsOf(parsed).map(({ code, field }) => `${code} @ ${field}`);

function broken(...breaks: Break[]): Parsed<SurveyDefinition> {
  const survey = JSON.parse(shortText);
  for (const change of breaks) change(survey);
  return parseSurvey(JSON.stringify(survey), common);
}

describe('a survey file that is right', () => {
  test('is read as what it says', () => {
    expect(parseSurvey(shortText, common)).toEqual({ ok: true, value: JSON.parse(shortText) });
  });

  test('may begin with the byte order mark of Windows editors', () => {
    expect(parseSurvey(`\ufeff${shortText}`, common).ok).toBe(true);
  });

  test('may be written in decomposed Vietnamese, and is read as composed', () => {
    expect(parseSurvey(shortText.normalize('NFD'), common)).toEqual(parseSurvey(shortText, common));
  });

  test('may ask a question only after an answer to an earlier one', () => {
    const parsed = broken((s) => {
      s.questions[2].show_if = { question: 'i25', answers: ['1', '2', 'na'] };
    });
    expect(places(parsed)).toEqual([]);
  });

  test('may have questions of its own, with and without a factor', () => {
    const parsed = broken((s) => {
      s.questions.push({ ...s.questions[1], id: 'parking', official_item: null, factor: null });
      s.questions.push({ ...s.questions[1], id: 'ramp', official_item: null, factor: 'access' });
    });
    expect(places(parsed)).toEqual([]);
  });

  test('may leave out every optional list', () => {
    const parsed = broken((s) => {
      s.questions[1].chips.options = [];
      s.respondent.kind.options = [];
      s.respondent.field.options = [];
    });
    expect(places(parsed)).toEqual([]);
  });
});

describe('a fault of a survey file is reported with its path', () => {
  const cases: [name: string, change: Break, expected: string[]][] = [
    ['no title', (s) => delete s.title, ['missing @ title']],
    ['no questions', (s) => delete s.questions, ['missing @ questions']],
    [
      'an empty list of questions',
      (s) => {
        s.questions = [];
      },
      ['too-few @ questions', 'overall-missing @ questions'],
    ],
    [
      'a field that the format does not have',
      (s) => (s.questions[1].wight = 2),
      ['unknown-key @ questions[1].wight'],
    ],
    [
      'a text in place of an object',
      (s) => (s.questions[1].text = 'Chỗ ngồi'),
      ['wrong-type @ questions[1].text'],
    ],
    ['a text in place of a number', (s) => (s.version = '1'), ['wrong-type @ version']],
    ['half a version', (s) => (s.version = 1.5), ['wrong-type @ version']],
    ['version nought', (s) => (s.version = 0), ['too-small @ version']],
    ['an unknown formula', (s) => (s.formula = 'mean/9'), ['wrong-value @ formula']],
    [
      'an id with capitals',
      (s) => (s.questions[1].chips.options[0].id = 'Ghe'),
      ['bad-text @ questions[1].chips.options[0].id'],
    ],
    [
      'an id that every object has',
      (s) => {
        s.questions[1] = { ...s.questions[1], id: 'constructor', official_item: null };
      },
      ['bad-text @ questions[1].id'],
    ],
    [
      'an unknown factor',
      (s) => (s.questions[1].factor = 'acces'),
      ['unknown-factor @ questions[1].factor', 'item-factor @ questions[1].factor'],
    ],
    [
      'a factor other than the official form’s',
      (s) => (s.questions[1].factor = 'result'),
      ['item-factor @ questions[1].factor'],
    ],
    [
      'an official item without its factor',
      (s) => (s.questions[1].factor = null),
      ['item-factor @ questions[1].factor'],
    ],
    [
      'an official item under another id',
      (s) => (s.questions[1].id = 'seats'),
      ['item-id @ questions[1].id'],
    ],
    [
      'an id of an official item with a leading nought',
      (s) => (s.questions[1].id = 'i025'),
      ['item-id @ questions[1].id'],
    ],
    [
      'the id of an official item without the item',
      (s) => (s.questions[1].official_item = null),
      ['item-id @ questions[1].id'],
    ],
    [
      'two questions of one id',
      (s) => s.questions.push({ ...s.questions[1], official_item: null }),
      ['duplicate-question @ questions[7].id', 'item-id @ questions[7].id'],
    ],
    [
      'one official item twice',
      (s) => (s.questions[2] = { ...s.questions[1], id: 'i25' }),
      ['duplicate-question @ questions[2].id', 'duplicate-item @ questions[2].official_item'],
    ],
    [
      'two chips of one id',
      (s) => (s.questions[3].chips.options[2].id = 'impolite'),
      ['duplicate-chip @ questions[3].chips.options[2].id'],
    ],
    [
      'two fields of one id',
      (s) => (s.respondent.field.options[1].id = 'civil-status'),
      ['duplicate-option @ respondent.field.options[1].id'],
    ],
    [
      'two kinds of one id',
      (s) => (s.respondent.kind.options[1].id = 'citizen'),
      ['duplicate-option @ respondent.kind.options[1].id'],
    ],
    [
      'a missing translation',
      (s) => delete s.questions[1].text.en,
      ['missing-translation @ questions[1].text.en'],
    ],
    [
      'an empty translation',
      (s) => (s.comment.heading.en = '  '),
      ['missing-translation @ comment.heading.en'],
    ],
    ['a third language', (s) => (s.title.fr = 'Bonjour'), ['unknown-key @ title.fr']],
    [
      'a question of 61 letters',
      (s) => (s.questions[1].text.vi = 'ộ'.repeat(61)),
      ['too-long @ questions[1].text.vi'],
    ],
    ['a text of two lines', (s) => (s.title.vi = 'Ông/Bà\nthấy'), ['bad-text @ title.vi']],
    [
      'chips up to level six',
      (s) => (s.questions[1].chips.up_to_level = 6),
      ['too-big @ questions[1].chips.up_to_level'],
    ],
    [
      'nine chips',
      (s) => {
        s.questions[1].chips.options = Array.from({ length: 9 }, (_, n) => ({
          id: `c${n}`,
          text: { vi: 'a', en: 'a' },
        }));
      },
      ['too-many @ questions[1].chips.options'],
    ],
    [
      'forty-one questions',
      (s) => {
        for (let n = s.questions.length; n < 41; n += 1) {
          s.questions.push({ ...s.questions[1], id: `own-${n}`, official_item: null });
        }
      },
      ['too-many @ questions'],
    ],
    ['no overall question', (s) => s.questions.shift(), ['overall-missing @ questions']],
    [
      'overall in second place',
      (s) => s.questions.splice(0, 2, s.questions[1], s.questions[0]),
      ['overall-not-first @ questions[1]'],
    ],
    [
      'other words of overall',
      (s) => (s.questions[0].text.vi = 'Ông/Bà có hài lòng không?'),
      ['overall-changed @ questions[0].text.vi'],
    ],
    [
      'a "not applicable" of overall',
      (s) => (s.questions[0].na = { vi: 'Không rõ', en: 'No idea' }),
      ['overall-changed @ questions[0].na'],
    ],
    [
      'a chip of overall renamed',
      (s) => (s.questions[0].chips.options[1].id = 'visits'),
      ['overall-changed @ questions[0].chips.options[1].id'],
    ],
    [
      'a chip of overall taken away',
      (s) => s.questions[0].chips.options.pop(),
      ['overall-changed @ questions[0].chips.options'],
    ],
    [
      'overall under a condition on itself',
      (s) => {
        s.questions[0].show_if = { question: 'overall', answers: ['1'] };
      },
      ['overall-changed @ questions[0].show_if', 'condition-self @ questions[0].show_if.question'],
    ],
    [
      'a condition on no question',
      (s) => (s.questions[2].show_if = { question: 'i99', answers: ['1'] }),
      ['condition-unknown @ questions[2].show_if.question'],
    ],
    [
      'a condition on a later question',
      (s) => (s.questions[2].show_if = { question: 'i31', answers: ['1'] }),
      ['condition-later @ questions[2].show_if.question'],
    ],
    [
      'a condition on itself',
      (s) => (s.questions[2].show_if = { question: 'i28', answers: ['1'] }),
      ['condition-self @ questions[2].show_if.question'],
    ],
    [
      'a condition on "not applicable" where there is none',
      (s) => {
        s.questions[2].show_if = { question: 'overall', answers: ['1', 'na'] };
      },
      ['condition-answer @ questions[2].show_if.answers[1]'],
    ],
    [
      'a condition on a sixth level',
      (s) => (s.questions[2].show_if = { question: 'i25', answers: ['6'] }),
      ['condition-answer @ questions[2].show_if.answers[0]'],
    ],
    [
      'a condition on a level as a number',
      (s) => (s.questions[2].show_if = { question: 'i25', answers: [1] }),
      ['wrong-type @ questions[2].show_if.answers[0]'],
    ],
    [
      'a condition on no answer',
      (s) => (s.questions[2].show_if = { question: 'i25', answers: [] }),
      ['too-few @ questions[2].show_if.answers'],
    ],
  ];
  test.each(cases)('%s', (_, change, expected) => {
    expect(places(broken(change))).toEqual(expected);
  });

  test('a file that is not JSON', () => {
    expect(places(parseSurvey('{"id": "a",}', common))).toEqual(['bad-json @ ']);
  });

  test.each(['null', '[]', '7', '"survey"'])('a file that says %s', (text) => {
    expect(places(parseSurvey(text, common))).toEqual(['wrong-type @ ']);
  });

  test('a file that is far too large', () => {
    expect(places(parseSurvey(' '.repeat(200_001), common))).toEqual(['file-too-large @ ']);
  });
});

describe('faults of a survey file', () => {
  test('are reported all at once, syntactic and semantic ones', () => {
    const parsed = broken(
      (s) => delete s.title.en,
      (s) => (s.questions[1].factor = 'chairs'),
      (s) => (s.questions[0].hint.vi = 'Lần khác'),
      (s) => (s.questions[4].id = 'i31'),
      (s) => (s.questions[5].show_if = { question: 'nowhere', answers: ['1'] }),
    );
    expect(places(parsed)).toEqual([
      'missing-translation @ title.en',
      'unknown-factor @ questions[1].factor',
      'overall-changed @ questions[0].hint.vi',
      'duplicate-question @ questions[4].id',
      'item-factor @ questions[1].factor',
      'item-id @ questions[4].id',
      'condition-unknown @ questions[5].show_if.question',
    ]);
  });

  test('speak in one line each and carry their figures for other languages', () => {
    const [fault] = faultsOf(broken((s) => (s.questions[1].text.en = 'x'.repeat(61))));
    expect(fault).toEqual({
      field: 'questions[1].text.en',
      code: 'too-long',
      params: { limit: 60 },
      message: 'must have at most 60 characters',
    });
  });

  test('quote what the file says so that no console is upset', () => {
    const [fault] = faultsOf(
      broken((s) => (s.questions[2].show_if = { question: '\u001b[2J\u202e"', answers: ['1'] })),
    );
    expect(fault?.message).toBe('there is no question "\\u001b[2J?\\"" to hang on');
  });

  test('without common.json, overall is looked for but not compared', () => {
    const survey = JSON.parse(shortText);
    survey.questions[0].text.vi = 'Khác';
    expect(parseSurvey(JSON.stringify(survey), undefined).ok).toBe(true);
  });
});

describe('common.json', () => {
  const brokenCommon = (change: Break): Parsed<CommonDefinition> => {
    const changed = JSON.parse(commonText);
    change(changed);
    return parseCommon(JSON.stringify(changed));
  };

  test('is read as what it says', () => {
    expect(parseCommon(commonText)).toEqual({ ok: true, value: common });
  });

  const cases: [name: string, change: Break, expected: string[]][] = [
    ['a level without a label', (c) => delete c.scale.levels['3'], ['missing @ scale.levels["3"]']],
    [
      'a label in one language',
      (c) => delete c.scale.levels['3'].vi,
      ['missing-translation @ scale.levels["3"].vi'],
    ],
    ['overall under another id', (c) => (c.overall.id = 'all'), ['overall-shape @ overall.id']],
    [
      'a "not applicable" of overall',
      (c) => (c.overall.na = { vi: 'Không rõ', en: 'No idea' }),
      ['overall-shape @ overall.na'],
    ],
    ['overall with a factor', (c) => (c.overall.factor = 'access'), ['overall-shape @ overall.factor']],
    [
      'overall under a condition',
      (c) => (c.overall.show_if = { question: 'i25', answers: ['1'] }),
      ['overall-shape @ overall.show_if'],
    ],
    [
      'two chips of one id',
      (c) => (c.overall.chips.options[1].id = 'long-wait'),
      ['duplicate-chip @ overall.chips.options[1].id'],
    ],
  ];
  test.each(cases)('is refused with %s', (_, change, expected) => {
    expect(places(brokenCommon(change))).toEqual(expected);
  });

  test('is rejected when it is not JSON', () => {
    expect(places(parseCommon(''))).toEqual(['bad-json @ ']);
  });
});

describe('surveys together', () => {
  const named = (name: string, change: Break = () => {}) => {
    const definition = JSON.parse(shortText);
    change(definition);
    return { name, definition };
  };

  test('may ask the same questions', () => {
    expect(checkTogether([named('a/v1'), named('b/v1')])).toEqual([]);
  });

  test('may word the same question differently', () => {
    const reworded = named('b/v1', (s) => (s.questions[1].text.vi = 'Ghế ngồi chờ'));
    expect(checkTogether([named('a/v1'), reworded])).toEqual([]);
  });

  test('may not give one question id two meanings', () => {
    const own = (factor: string | null) => (s: Loose) =>
      s.questions.push({ ...s.questions[1], id: 'parking', official_item: null, factor });
    const found = checkTogether([named('a/v1', own('access')), named('a/v2', own(null))]);
    expect(found.map(({ name, fault }) => [name, fault.code, fault.field])).toEqual([
      ['a/v2', 'question-changed', 'questions[7].factor'],
    ]);
    expect(found[0]?.fault.message).toContain('a/v1');
  });
});

describe('a path', () => {
  test('is written as people write it', () => {
    expect(formatPath(['questions', 2, 'chips', 'options', 0, 'id'])).toBe(
      'questions[2].chips.options[0].id',
    );
    expect(formatPath(['levels', '3', 'vi'])).toBe('levels["3"].vi');
    expect(formatPath([])).toBe('');
  });
});

describe('any file', () => {
  /** All paths of a JSON value. */
  function listPlaces(json: unknown, path: (string | number)[] = []): (string | number)[][] {
    if (typeof json !== 'object' || json === null) return [path];
    const keys: (string | number)[] = Array.isArray(json) ? [...json.keys()] : Object.keys(json);
    return [path, ...keys.flatMap((key) => listPlaces((json as Loose)[key], [...path, key]))];
  }
  const allPlaces = listPlaces(JSON.parse(shortText)).filter((path) => path.length > 0);

  function changeAt(
    json: Loose,
    path: readonly (string | number)[],
    change: (parent: Loose, key: string | number) => void,
  ) {
    let parent = json;
    for (const step of path.slice(0, -1)) {
      parent = parent?.[step];
      if (typeof parent !== 'object' || parent === null) return;
    }
    change(parent, path.at(-1)!);
  }
  const mutation: fc.Arbitrary<Break> = fc.oneof(
    fc
      .constantFrom(...allPlaces)
      .map((path) => (s: Loose) => changeAt(s, path, (parent, key) => delete parent[key])),
    fc.tuple(fc.constantFrom(...allPlaces), fc.jsonValue()).map(
      ([path, value]) =>
        (s: Loose) =>
          changeAt(s, path, (parent, key) => (parent[key] = value)),
    ),
    fc.tuple(fc.constantFrom(...allPlaces), fc.constantFrom(...allPlaces)).map(([from, to]) => (s: Loose) => {
      let copied: unknown;
      changeAt(s, from, (parent, key) => (copied = structuredClone(parent[key])));
      changeAt(s, to, (parent, key) => (parent[key] = copied));
    }),
  );

  test('however changed, is either accepted or has its faults reported, each once and in one line', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (changes) => {
        const parsed = broken(...changes);
        if (parsed.ok) {
          expect(parsed.value.questions[0]).toEqual(common.overall);
        } else {
          expect(parsed.faults.length).toBeGreaterThan(0);
          for (const { message } of parsed.faults) expect(message).toMatch(/^[^\p{Cc}]+$/u);
          const keys = parsed.faults.map(({ field, code, message }) => `${field} ${code} ${message}`);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('with a required part removed is never accepted', () => {
    const required = allPlaces.filter((path) => typeof path.at(-1) === 'string');
    fc.assert(
      fc.property(fc.constantFrom(...required), (path) => {
        const parsed = broken((s) => changeAt(s, path, (parent, key) => delete parent[key]));
        const place = formatPath(path);
        expect(faultsOf(parsed).map((fault) => fault.field)).toContain(place);
      }),
    );
  });

  test('of any text is either accepted or has its faults reported', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(faultsOf(parseSurvey(text, common)).length).toBeGreaterThan(0);
        expect(faultsOf(parseCommon(text)).length).toBeGreaterThan(0);
      }),
    );
  });

  test('that is valid is accepted and round-trips, for any texts and questions', () => {
    const words = (limit: number) =>
      fc
        .string({
          unit: fc.constantFrom(...'aăâđeêoôơuưộặỗừỮẬ', 'o\u0302\u0323', ' ', '.', '😀'),
          minLength: 1,
        })
        .map((text) =>
          `x${text}`.normalize('NFC').slice(0, limit).toWellFormed().replaceAll('\ufffd', '').trim(),
        );
    const pair = (limit: number) => fc.record({ vi: words(limit), en: words(limit) });
    const answers = fc.subarray(['1', '2', '3', '4', '5'], { minLength: 1 });
    const question = fc.record({
      factor: fc.constantFrom('access', 'procedure', 'official', 'result', 'feedback', null),
      text: pair(60),
      hint: fc.option(pair(80)),
      na: fc.option(pair(40)),
      up_to_level: fc.integer({ min: 1, max: 5 }),
      chips: fc.array(pair(60), { maxLength: 8 }),
      hangsOn: fc.option(fc.record({ back: fc.nat(), answers })),
    });
    fc.assert(
      fc.property(fc.array(question, { maxLength: 39 }), pair(80), (questions, title) => {
        const survey = JSON.parse(shortText);
        survey.title = title;
        survey.questions.length = 1;
        for (const [n, { up_to_level, chips, hangsOn, ...own }] of questions.entries()) {
          const options = chips.map((text, c) => ({ id: `c-${c}`, text }));
          const show_if = hangsOn && {
            question: survey.questions[hangsOn.back % (n + 1)].id,
            answers: hangsOn.answers,
          };
          survey.questions.push({
            id: `own-${n}`,
            official_item: null,
            ...own,
            chips: { up_to_level, heading: title, options },
            ...(show_if && { show_if }),
          });
        }
        const parsed = parseSurvey(JSON.stringify(survey), common);
        expect(parsed).toEqual({ ok: true, value: survey });
        expect(parseSurvey(JSON.stringify(survey).normalize('NFD'), common)).toEqual(parsed);
      }),
    );
  });
});
