import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import { publishSurvey } from '../../server/survey/publish-survey.ts';
import { SurveyFilesError } from '../../server/survey/survey-fault.ts';

const SHORT = 'mot-cua-ngan/v2.json';
const SHIPPED = ['mot-cua-day-du/1', 'mot-cua-day-du/2', 'mot-cua-ngan/1', 'mot-cua-ngan/2', 'truc-tuyen/1'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'khảo sát '));
  cpSync('surveys', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (file: string) => join(folder, file);
// biome-ignore lint/suspicious/noExplicitAny: the tests break the shape on purpose
const readJson = (file: string): any => JSON.parse(readFileSync(path(file), 'utf8'));
function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path(file)), { recursive: true });
  writeFileSync(path(file), content);
}
// biome-ignore lint/suspicious/noExplicitAny: the tests break the shape on purpose
function writeDraft(id: string, version: number, change: (survey: any) => void = () => {}): void {
  const survey = { ...readJson(SHORT), id, version };
  change(survey);
  write(`${id}/v${version}.json`, JSON.stringify(survey));
}

function errorOf(act: () => unknown): SurveyFilesError {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(SurveyFilesError);
    return error as SurveyFilesError;
  }
  throw new Error('nothing was refused');
}
const told = (act: () => unknown): string[] =>
  errorOf(act).faults.map((fault) => `${fault.file}: ${fault.code} @ ${fault.field}`);
const load = () => loadSurveys(folder);

describe('loading the surveys', () => {
  test('finds each by id and version, with its hash and the words of the scale', () => {
    const survey = load().find('mot-cua-ngan', 2);
    const bytes = readFileSync(path(SHORT));
    expect(survey).toEqual({
      ...JSON.parse(bytes.toString()),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      is_published: true,
      levels: readJson('common.json').scale.levels,
    });
  });

  test('finds nothing under an unknown id or version', () => {
    expect(load().find('mot-cua-ngan', 3)).toBeUndefined();
    expect(load().find('khac', 1)).toBeUndefined();
  });

  test('lists them by id, then by version as a number', () => {
    writeDraft('ban-khac', 10);
    writeDraft('ban-khac', 9);
    expect(
      load()
        .list()
        .map(({ id, version }) => `${id}/${version}`),
    ).toEqual(['ban-khac/9', 'ban-khac/10', ...SHIPPED]);
  });

  test('treats unlisted files as drafts', () => {
    writeDraft('ban-khac', 1);
    expect(load().find('ban-khac', 1)?.is_published).toBe(false);
  });

  test('takes a published survey with the `overall` of its day, and a draft with that of today only', () => {
    const overall = readJson('mot-cua-ngan/v1.json').questions[0];
    expect(overall).not.toEqual(readJson('common.json').overall);
    expect(load().find('mot-cua-ngan', 1)?.questions[0]).toEqual(overall);
    writeDraft('ban-khac', 1, (survey) => (survey.questions[0] = overall));
    expect(told(load)[0]).toContain('ban-khac/v1.json: overall-changed');
  });

  test('ignores other files', () => {
    write('.DS_Store', 'x');
    write('mot-cua-ngan/.v2.json.swp', 'x');
    write('mot-cua-ngan/ghi-chu.txt', 'x');
    write('don-vi.json', 'x');
    mkdirSync(path('trong'));
    expect(load().list()).toHaveLength(SHIPPED.length);
  });
});

describe('loading is refused with the file and the place', () => {
  test('where a file is not JSON', () => {
    write('ban-khac/v1.json', '{');
    expect(told(load)).toEqual(['ban-khac/v1.json: bad-json @ ']);
  });

  test('where a file is not UTF-8', () => {
    write('ban-khac/v1.json', Buffer.from(JSON.stringify(readJson(SHORT)), 'utf16le').fill(0xff, 0, 2));
    expect(told(load)).toEqual(['ban-khac/v1.json: not-utf-8 @ ']);
  });

  test('where the folder or the name of the file say something else than the file', () => {
    writeDraft('ban-khac', 1, (survey) => Object.assign(survey, { id: 'ban-nao', version: 2 }));
    expect(told(load)).toEqual([
      'ban-khac/v1.json: wrong-folder @ id',
      'ban-khac/v1.json: wrong-version @ version',
    ]);
  });

  test.each(['mot-cua-ngan/V2.json', 'mot-cua-ngan/v02.json', 'mot-cua-ngan/moi.json'])(
    'where %s would be overlooked',
    (file) => {
      write(file, '{}');
      expect(told(load)).toEqual([`${file}: file-name @ `]);
    },
  );

  test('where a published file was edited, even by a blank', () => {
    write(SHORT, `${readFileSync(path(SHORT), 'utf8')} `);
    expect(told(load)).toEqual([`${SHORT}: published-edited @ `]);
  });

  test('where a published file is gone', () => {
    rmSync(path(SHORT));
    expect(told(load)).toEqual([`${SHORT}: published-missing @ `]);
  });

  test('where common.json was edited', () => {
    const common = readJson('common.json');
    common.scale.levels['3'].vi = 'Tạm được';
    write('common.json', JSON.stringify(common));
    expect(told(load)).toEqual(['common.json: published-edited @ ']);
  });

  test.each(['common.json', 'published.json'])('where %s is gone', (file) => {
    rmSync(path(file));
    expect(told(load)).toEqual([`${file}: file-missing @ `]);
  });

  test('where a path that should be a file is a folder', () => {
    rmSync(path('common.json'));
    mkdirSync(path('common.json'));
    expect(told(load)).toEqual(['common.json: unreadable @ ']);
  });

  test('where there is no folder', () => {
    expect(told(() => loadSurveys(path('khong-co')))).toEqual([`${path('khong-co')}: unreadable @ `]);
  });

  test('where a draft gives a published question another factor', () => {
    const own = (factor: string | null) => (survey: { questions: object[] }) =>
      survey.questions.push({ ...survey.questions[1], id: 'parking', official_item: null, factor });
    writeDraft('z-cu', 1, own('access'));
    publishSurvey(folder, 'z-cu', 1);
    writeDraft('a-moi', 1, own(null));
    expect(told(load)).toEqual(['a-moi/v1.json: question-changed @ questions[7].factor']);
  });

  test('telling the faults of all files at once, one line each', () => {
    write('ban-khac/v1.json', '[');
    writeDraft('ban-nua', 1, (survey) => {
      survey.questions[1].factor = 'chairs';
      survey.title.en = '';
    });
    rmSync(path(SHORT));
    const error = errorOf(load);
    expect(error.faults.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'ban-khac/v1.json bad-json',
      'ban-nua/v1.json missing-translation',
      'ban-nua/v1.json unknown-factor',
      'ban-nua/v1.json item-factor',
      'mot-cua-ngan/v2.json published-missing',
    ]);
    expect(error.message.split('\n')).toHaveLength(6);
    expect(error.message).toContain('\n  ban-nua/v1.json: title.en: has no text in the language "en"\n');
  });
});

describe('publishing a survey', () => {
  test('lists its hash, and from then on the file must not change', () => {
    writeDraft('ban-khac', 1);
    const sha256 = createHash('sha256')
      .update(readFileSync(path('ban-khac/v1.json')))
      .digest('hex');
    const before = readJson('published.json');
    expect(publishSurvey(folder, 'ban-khac', 1)).toEqual({ name: 'ban-khac/v1', sha256 });
    expect(readJson('published.json')).toEqual({ ...before, 'ban-khac/v1': sha256 });
    expect(load().find('ban-khac', 1)?.is_published).toBe(true);
    writeDraft('ban-khac', 1, (survey) => {
      survey.title.vi = 'Khác';
    });
    expect(told(load)).toEqual(['ban-khac/v1.json: published-edited @ ']);
  });

  test('leaves no other file behind', () => {
    const before = readdirSync(folder);
    writeDraft('ban-khac', 1);
    publishSurvey(folder, 'ban-khac', 1);
    expect(readdirSync(folder)).toEqual([...before, 'ban-khac'].sort());
  });

  test('is refused for a faulty survey, with all of its faults', () => {
    writeDraft('ban-khac', 1, (survey) => {
      survey.questions.shift();
      delete survey.purpose;
    });
    const before = readFileSync(path('published.json'), 'utf8');
    expect(told(() => publishSurvey(folder, 'ban-khac', 1))).toEqual([
      'ban-khac/v1.json: missing @ purpose',
      'ban-khac/v1.json: overall-missing @ questions',
    ]);
    expect(readFileSync(path('published.json'), 'utf8')).toBe(before);
  });

  test('is refused for one that is published already', () => {
    expect(told(() => publishSurvey(folder, 'mot-cua-ngan', 2))).toEqual([`${SHORT}: already-published @ `]);
  });

  test('is refused for one that was published and then edited', () => {
    write(SHORT, `${readFileSync(path(SHORT), 'utf8')}\n`);
    expect(told(() => publishSurvey(folder, 'mot-cua-ngan', 2))).toEqual([`${SHORT}: published-edited @ `]);
  });

  test('is refused where there is no such file', () => {
    expect(told(() => publishSurvey(folder, 'khong-co', 1))).toEqual(['khong-co/v1.json: file-missing @ ']);
    expect(told(() => publishSurvey(folder, '../ngoai', 1))).toEqual(['../ngoai/v1.json: file-missing @ ']);
  });

  test('is refused while published.json cannot be read', () => {
    writeDraft('ban-khac', 1);
    write('published.json', '{');
    expect(told(() => publishSurvey(folder, 'ban-khac', 1))).toEqual(['published.json: bad-json @ ']);
  });

  test('is not held up by the faults of another draft', () => {
    writeDraft('ban-khac', 1);
    write('do-dang/v1.json', '{');
    expect(publishSurvey(folder, 'ban-khac', 1).name).toBe('ban-khac/v1');
  });
});
