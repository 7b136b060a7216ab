import { describe, expect, it } from 'vitest';
import { createSeededRandom, type SeededRandom } from '../../server/lib/seeded-random.ts';
import { PERMISSIONS, type Visitor } from '../../server/staff/permissions.ts';
import { makeText } from '../helpers/bad-requests.ts';
import { addressOf, type Fields, listPostForms, openAs } from '../helpers/collect-forms.ts';
import type { TestBrowser } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

// Every form of office and citizens, submitted by a permitted person, with one fault among valid fields.

/** Number of forms to submit; set GENERATED_POSTS for more. */
const COUNT = Number(process.env.GENERATED_POSTS ?? 1_500);
/** Number of forms after which a new office is created, because accepted forms change it. */
const AN_OFFICE = 1_500;

const POSTS = PERMISSIONS.filter(({ method }) => method === 'POST');
const CSV = 'Ngày;Quầy;Số lượt\n29/01/2024;Tư pháp - hộ tịch, chứng thực;12\n';
const FILES: Readonly<Record<string, string>> = {
  '/can-bo/giao-dich/tep': CSV,
  '/quan-tri/phieu/kiem-tra': '{"id":"x","version":1,"questions":[]}',
};
const UPLOAD = '/can-bo/giao-dich/tep/:upload';

const below = (random: SeededRandom, limit: number): number => Math.floor(random.next() * limit);
const pick = <Item>(random: SeededRandom, items: readonly Item[]): Item =>
  items[below(random, items.length)] as Item;

interface Target {
  readonly route: string;
  readonly address: string;
  readonly fields: Fields;
  readonly visitor: Visitor;
}

/** Every POST route, with the fields of the page's form if there is one. */
async function listTargets(testApp: TestApp, browsers: ReadonlyMap<Visitor, TestBrowser>): Promise<Target[]> {
  const forms = new Map<string, Fields>();
  for (const { method, path, visitors } of PERMISSIONS) {
    const browser = browsers.get(visitors.find((one) => one !== 'remembered' && one !== 'none') ?? 'staff');
    if (method !== 'GET' || browser === undefined || path.includes(':file') || path.includes(':upload'))
      continue;
    const response = await browser.get(await addressOf(testApp, path));
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    if (isPage)
      for (const [action, fields] of listPostForms(await response.text())) forms.set(action, fields);
    else await response.arrayBuffer();
  }
  const staff = browsers.get('staff') as TestBrowser;
  const sent = await sendFile(staff, '/can-bo/giao-dich/tep', CSV);
  const upload = sent.headers.get('location') ?? '';
  for (const [action, fields] of listPostForms(await (await staff.get(upload)).text()))
    forms.set(action, fields);
  const targets: Target[] = [];
  for (const { path, visitors } of POSTS) {
    const address = path === UPLOAD ? upload : await addressOf(testApp, path);
    const shape = new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
    const known =
      forms.get(address) ?? [...forms].find(([action]) => shape.test(action.split('?')[0] ?? ''))?.[1];
    const fields = [
      ...(known ??
        ([
          ['name', 'A'],
          ['code', 'A'.repeat(43)],
        ] as const)),
      ['confirm', 'yes'],
    ] as Fields;
    for (const visitor of visitors)
      if (browsers.has(visitor)) targets.push({ route: path, address, fields, visitor });
  }
  return targets;
}

function sendFile(browser: TestBrowser, path: string, text: string): Promise<Response> {
  const boundary = 'xxxx';
  const head = 'Content-Disposition: form-data; name="file"; filename="a.csv"';
  return browser.postBody(
    path,
    `--${boundary}\r\n${head}\r\nContent-Type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`,
    `multipart/form-data; boundary=${boundary}`,
  );
}

const encode = (fields: Fields): string =>
  new URLSearchParams(fields.map(([name, value]) => [name, value.toWellFormed()])).toString();

/** Introduces a fault: another value or name, a repeated, missing or extra field, or a broken encoding. */
function spoil(random: SeededRandom, fields: Fields): string {
  const at = below(random, fields.length);
  const [name, value] = fields[at] as Fields[number];
  const text = random.next() < 0.02 ? makeText(random, 3).repeat(3_000) : makeText(random, 5);
  const put = (...parts: Fields): string =>
    encode([...fields.slice(0, at), ...parts, ...fields.slice(at + 1)]);
  switch (below(random, 7)) {
    case 0:
      return put();
    case 1:
      return put([name, value], [name, text]);
    case 2:
      return put([text, value]);
    case 3:
      return `${encode(fields)}&${encodeURIComponent(name)}=%${pick(random, ['', 'zz', 'ff', 'E0%A4', '00'])}`;
    case 4:
      return put([name, `${value}${text}`]);
    default:
      return put([name, text]);
  }
}

async function sendSpoilt(random: SeededRandom, browser: TestBrowser, target: Target): Promise<Response> {
  const { address, fields, route } = target;
  const file = FILES[route];
  if (file !== undefined && random.next() < 0.8) {
    const at = below(random, file.length);
    return sendFile(
      browser,
      address,
      `${file.slice(0, at)}${makeText(random, 4).toWellFormed()}${file.slice(at)}`,
    );
  }
  const part = encodeURIComponent(makeText(random, 4).toWellFormed());
  const [, first = ''] = address.split('/').filter((piece) => /^[0-9a-f]{32}$|^[\da-z]{5}$|-/.test(piece));
  const path =
    random.next() < 0.1
      ? pick(random, [
          `${address}?${part}=${part}`,
          `${address}/${part}`,
          first && address.replace(first, part),
        ])
      : address;
  return browser.postBody(path || address, spoil(random, fields), 'application/x-www-form-urlencoded');
}

describe('generated forms', () => {
  it(
    'with one bad part are answered as mistakes, on every address that takes a form',
    async () => {
      const random = createSeededRandom('generated posts');
      const statuses = new Map<number, number>();
      const reached = new Set<string>();
      const failed: string[] = [];
      for (let sent = 0; sent < COUNT; ) {
        // Without this, responses to unknown slip codes would be delayed by seconds.
        const testApp = await createTestApp({ slipGuesses: { miss: async () => true } });
        const browsers = new Map<Visitor, TestBrowser>();
        for (const visitor of ['none', 'staff', 'leader', 'supervisor', 'administrator'] as const)
          browsers.set(visitor, await openAs(testApp, visitor));
        const targets = await listTargets(testApp, browsers);
        for (let turn = 0; turn < AN_OFFICE && sent < COUNT; turn += 1, sent += 1) {
          const target = targets[turn % targets.length] as Target;
          const browser = browsers.get(target.visitor) as TestBrowser;
          const response = await sendSpoilt(random, browser, target);
          const text = await response.text();
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          const isAway = response.headers.get('location')?.startsWith('/dang-nhap') ?? false;
          if (!isAway) reached.add(`${target.visitor} ${target.route}`);
          if (response.status >= 500 || /\n\s+at \S+ \(|node:internal|SqliteError/.test(text))
            failed.push(`${sent}: ${target.visitor} ${target.address}: ${response.status}`);
          // A form may have ended the session, as it should.
          if (isAway && target.visitor !== 'none')
            browsers.set(target.visitor, await openAs(testApp, target.visitor));
        }
        await testApp.close();
      }
      console.info(`${COUNT} generated forms: ${JSON.stringify([...statuses].sort())}`);
      expect(failed).toEqual([]);
      expect(statuses.get(422) ?? 0).toBeGreaterThan(COUNT / 5);
      const routes = new Set([...reached].map((one) => one.split(' ')[1]));
      expect(
        POSTS.map(({ path }) => path).filter((path) => !routes.has(path) && path !== '/dang-xuat'),
      ).toEqual([]);
    },
    Math.max(60_000, COUNT * 40),
  );
});
