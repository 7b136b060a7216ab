import type { SeededRandom } from '../../server/lib/seeded-random.ts';
import type { Survey } from '../../server/survey/definition.ts';

export interface BadRequestTarget {
  /** Path of the survey of an open counter. */
  readonly path: string;
  readonly token: string;
  /** Value of the header `Authorization` that may read all reports. */
  readonly authorization: string;
}

/** A form with one or more faults, and the codes of these faults. */
export interface BadForm {
  readonly fields: Map<string, string[]>;
  readonly codes: readonly string[];
}

/** A request, and the HTTP statuses that are correct responses. */
export interface BadRequest {
  readonly path: string;
  readonly init: RequestInit;
  readonly expected: readonly number[];
}

const FORM_TYPE = 'application/x-www-form-urlencoded';

const below = (random: SeededRandom, limit: number): number => Math.floor(random.next() * limit);
const pick = <Item>(random: SeededRandom, items: readonly Item[]): Item =>
  items[below(random, items.length)] as Item;

/** Texts that tend to break parsers. */
const SHARDS = [
  ...[
    '',
    ' ',
    '\u0000',
    '\r\n',
    '%',
    '%zz',
    '&',
    '=',
    '+',
    ';',
    '"',
    "'",
    '<',
    '>',
    '\\',
    '/',
    '..',
    '--',
    '#{7*7}',
  ],
  ...[
    '1',
    '5',
    '５',
    '٥',
    'na',
    'NaN',
    '1e9',
    '-0',
    '__proto__',
    'constructor',
    '\ud800',
    '\udfff',
    '\ufffe',
    '\u202e',
  ],
  ...[
    'ộ',
    'ộ'.normalize('NFD'),
    'Đ',
    '😀',
    '\u200b',
    '\ufeff',
    "' or 1=1 --",
    '<script>',
    '{{x}}',
    '../../x',
  ],
];

export function makeText(random: SeededRandom, pieces: number): string {
  let text = '';
  for (let index = below(random, pieces) + 1; index > 0; index -= 1) {
    text += random.next() < 0.6 ? pick(random, SHARDS) : String.fromCodePoint(1 + below(random, 0xd000));
  }
  return text;
}

const isLevel = (text: string): boolean => text === '' || text === 'na' || /^[1-5]$/.test(text);

function makeBadLevel(random: SeededRandom): string {
  const text = makeText(random, 3);
  return isLevel(text) ? `${text}\u0000` : text;
}

/** Ids in surveys are lower-case words, so no id begins with `~`. */
const makeUnknownId = (random: SeededRandom): string => `~${makeText(random, 3)}`;

type Spoiler = (random: SeededRandom, fields: Map<string, string[]>, survey: Survey) => string;

/** Each function puts one fault into a valid form and returns its code. No fault hides another one. */
const SPOILERS: readonly Spoiler[] = [
  (random, fields) => {
    fields.set('q.overall', [pick(random, [makeBadLevel(random), 'na'])]);
    return 'level-invalid';
  },
  (random, fields, survey) => {
    const items = survey.questions.filter(({ id }) => id !== 'overall');
    fields.set(`q.${pick(random, items).id}`, [makeBadLevel(random)]);
    return 'level-invalid';
  },
  (random, fields) => {
    fields.set('q.i31', [pick(random, ['1', '5', '']), makeText(random, 2)]);
    return 'level-repeated';
  },
  (random, fields) => {
    fields.set(`${pick(random, ['q.', 'why.'])}${makeUnknownId(random)}`, [makeText(random, 4)]);
    return 'question-unknown';
  },
  (random, fields, survey) => {
    const question = pick(random, survey.questions);
    const good = question.chips.options.map(({ id }) => id);
    fields.set(`why.${question.id}`, [...good.slice(0, below(random, 3)), makeUnknownId(random)]);
    return 'chip-unknown';
  },
  (random, fields) => {
    fields.set(pick(random, ['kind', 'field']), [makeUnknownId(random)]);
    return 'option-unknown';
  },
  (random, fields) => {
    fields.set('comment', [`x${makeText(random, 5)}${'ạ'.repeat(1_001 + below(random, 50))}`]);
    return 'comment-too-long';
  },
  (random, fields) => {
    const token = fields.get('t')?.[0] ?? '';
    const at = below(random, token.length);
    const letter = token[at] === 'x' ? 'y' : 'x';
    fields.set('t', [
      pick(random, [token.slice(0, at) + letter + token.slice(at + 1), makeUnknownId(random)]),
    ]);
    return 'token-forged';
  },
  (_, fields) => {
    fields.delete('t');
    return 'token-missing';
  },
];

function makeGoodForm(random: SeededRandom, survey: Survey, token: string): Map<string, string[]> {
  const fields = new Map([
    ['t', [token]],
    ['s', [`${survey.id}/${survey.version}`]],
  ]);
  for (const { id, na } of survey.questions) {
    if (id !== 'overall' && random.next() < 0.3) continue;
    fields.set(`q.${id}`, [pick(random, ['1', '2', '3', '4', '5', ...(na ? ['na'] : [])])]);
  }
  if (random.next() < 0.3) fields.set('comment', [makeText(random, 8)]);
  return fields;
}

/** A valid form with one to three faults. */
export function generateBadForm(random: SeededRandom, survey: Survey, token: string): BadForm {
  const fields = makeGoodForm(random, survey, token);
  const kinds = new Set(Array.from({ length: 1 + below(random, 3) }, () => below(random, SPOILERS.length)));
  // Faults that would overwrite each other: the token is forged or missing; two kinds change a level.
  if (kinds.has(SPOILERS.length - 1)) kinds.delete(SPOILERS.length - 2);
  if (kinds.has(1)) kinds.delete(2);
  const codes = [...kinds].map((kind) => (SPOILERS[kind] as Spoiler)(random, fields, survey));
  return { fields, codes };
}

const encode = (fields: ReadonlyMap<string, readonly string[]>): string => {
  const body = new URLSearchParams();
  for (const [name, values] of fields) for (const value of values) body.append(name, value);
  return body.toString();
};

/** A random part of a path or query; a few are very long. */
const makePart = (random: SeededRandom): string => {
  const text = encodeURIComponent(makeText(random, random.next() < 0.02 ? 2_000 : 6).toWellFormed());
  return random.next() < 0.2 ? `${text}%${pick(random, ['', '0', 'zz', 'ff', 'E0%A4'])}` : text;
};

const HEADER_TEXT = /^[\x21-\x7e]*$/;

type Maker = (random: SeededRandom, survey: Survey, target: BadRequestTarget) => BadRequest;

const post = (
  path: string,
  body: BodyInit,
  headers: Record<string, string>,
): Omit<BadRequest, 'expected'> => ({
  path,
  init: { method: 'POST', headers: { 'Content-Type': FORM_TYPE, ...headers }, body },
});

const MAKERS: readonly Maker[] = [
  (random, survey, { path, token }) => ({
    ...post(path, encode(generateBadForm(random, survey, token).fields), {}),
    expected: [422],
  }),
  (random, _survey, { path }) => ({
    ...post(path, Buffer.from(random.bytes(below(random, 400))), {}),
    expected: [422],
  }),
  (random, _survey, { path, token }) => ({
    ...post(
      path,
      `t=${token}&s=mot-cua-ngan/1&q.overall=5&x=${'x'.repeat(24_000 + below(random, 9_000))}`,
      {},
    ),
    expected: [413],
  }),
  (random, survey, { path, token }) => {
    const type = pick(random, [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      `x${FORM_TYPE}`,
    ]);
    return {
      ...post(path, encode(makeGoodForm(random, survey, token)), { 'Content-Type': type }),
      expected: [415],
    };
  },
  (random, survey, { token }) => ({
    ...post(`/k/~${makePart(random)}`, encode(makeGoodForm(random, survey, token)), {}),
    expected: [404],
  }),
  (random, survey, { path, token }) => {
    const host = makeText(random, 4);
    return {
      ...post(path, encode(makeGoodForm(random, survey, token)), {
        Host: HEADER_TEXT.test(host) ? `~${host}` : 'evil.example',
      }),
      expected: [421],
    };
  },
  (random, _survey, { path }) => ({
    path: pick(random, [
      path,
      '/',
      '/cam-on',
      '/rieng-tu',
      '/ket-qua',
      '/ket-qua.json',
      '/lanh-dao',
      '/can-bo',
      '/readyz',
    ]),
    init: { method: pick(random, ['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'X']) },
    expected: [403, 404, 405],
  }),
  (random) => ({
    path: `/${makePart(random)}~/${makePart(random)}~`,
    init: { method: pick(random, ['GET', 'POST', 'DELETE']) },
    expected: [404],
  }),
  (random) => ({
    path: `${pick(random, ['/ket-qua', '/ket-qua.json'])}?ky=~${makePart(random)}`,
    init: {},
    expected: [404],
  }),
  (random) => ({
    path: `/api/v1/reports${pick(random, ['', '/dong-son/2024-W05'])}?period=${makePart(random)}&cursor=${makePart(random)}`,
    init: { headers: { Authorization: pick(random, ['', 'Bearer', 'Bearer hl_x', 'Basic eDp5', 'hl_']) } },
    expected: [401],
  }),
  (random, _survey, { authorization }) => ({
    path: `/api/v1/reports?period=${pick(random, ['2024-W05&cursor=~', '~'])}${makePart(random)}`,
    init: { headers: { Authorization: authorization } },
    expected: [400],
  }),
  (random) => ({ path: `/?ma=~${makePart(random)}`, init: {}, expected: [422] }),
  (random) => ({
    ...post(
      '/dang-nhap',
      encode(
        new Map([
          ['key', [makeText(random, 4)]],
          ['next', [makeText(random, 4)]],
        ]),
      ),
      {
        Origin: pick(random, ['http://localhost', 'http://evil.example', 'null']),
      },
    ),
    expected: [403, 422],
  }),
];

export function generateBadRequest(
  random: SeededRandom,
  survey: Survey,
  target: BadRequestTarget,
): BadRequest {
  return pick(random, MAKERS)(random, survey, target);
}
