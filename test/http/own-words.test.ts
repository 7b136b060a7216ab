import { describe, expect, test } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { addDays } from '../../server/lib/day.ts';
import { PERMISSIONS } from '../../server/staff/permissions.ts';
import { createApiClient } from '../helpers/api-client.ts';
import { partsOf } from '../helpers/office-file.ts';
import { openBrowser, signInAs, type TestBrowser } from '../helpers/staff-client.ts';
import { createTestApp, type TestApp } from '../helpers/test-app.ts';

// For a phường, the centre of a đặc khu and a merged xã no page uses the word for another kind of unit.

interface Office {
  readonly kind: string;
  readonly name: string;
  readonly head_agency: string;
  readonly places: string;
  /** Whether the unit itself is a xã, so that pages may use this word. */
  readonly isXa: boolean;
}

const OFFICES: readonly Office[] = [
  {
    kind: 'phường',
    name: 'UBND phường An Cựu',
    head_agency: '',
    places: 'Trung tâm Phục vụ hành chính công phường An Cựu',
    isXa: false,
  },
  {
    kind: 'đặc khu',
    name: 'Trung tâm Phục vụ hành chính công đặc khu Cát Hải',
    head_agency: 'UBND đặc khu Cát Hải',
    places: 'Trung tâm Phục vụ hành chính công đặc khu Cát Hải',
    isXa: false,
  },
  {
    kind: 'xã',
    name: 'UBND xã Tân Hòa',
    head_agency: '',
    places: 'Trung tâm Phục vụ hành chính công xã Tân Hòa\nĐiểm tiếp nhận Hòa Bình',
    isXa: true,
  },
];

const FILES = ['bao-cao.docx', 'so-lieu.xlsx', 'so-lieu.csv', 'gui-cap-tren.xlsx', 'gui-cap-tren.json'];

/** The word "xã", but not in "xã hội" (society). */
const XA = /(?<!\p{L})xã(?!\p{L})(?! hội)/giu;
const HUYEN = /(?<!\p{L})huyện(?!\p{L})/giu;

/** Parts of pages that may name other kinds of units: the choice of the kind, and the page for programmers. */
const OTHERS = /<fieldset class="pills">[\s\S]*?<\/fieldset>/g;
const isForProgrammers = (path: string) => path === '/api/v1/';

/** Visible text and text for screen readers of a page or file. */
async function wordsOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    return new TextDecoder()
      .decode(bytes)
      .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(OTHERS, ' ')
      .normalize('NFC');
  }
  const parts = Object.entries(partsOf(bytes)).filter(([path]) => path.endsWith('.xml'));
  return parts
    .map(([, part]) => new TextDecoder().decode(part))
    .join(' ')
    .normalize('NFC');
}

async function setUp(office: Office): Promise<{ app: TestApp; browsers: readonly TestBrowser[] }> {
  const app = await createTestApp({ isOfficial: false });
  const administrator = await signInAs(app, { role: 'administrator' });
  const { isXa: _, ...unit } = office;
  const sent = await administrator.post('/quan-tri/thiet-lap', {
    ...unit,
    contact_phone: '0200 000 000',
    receiver: 'Sở Nội vụ',
    procedures_receiver: 'Văn phòng UBND tỉnh',
    target: '90',
    document: 'Kế hoạch số 12/KH-UBND',
  });
  expect(sent.status).toBe(303);
  const browsers = [openBrowser(app), administrator];
  for (const role of ['staff', 'leader', 'supervisor'] as const) browsers.push(await signInAs(app, { role }));
  return { app, browsers };
}

/** Reads every page without parameters, the survey, the thanks page, files and JSON. */
async function readEverything(app: TestApp, browsers: readonly TestBrowser[]): Promise<Map<string, string>> {
  const code = app.counters[0]?.code ?? '';
  const online = app.counters.find(({ channel }) => channel === 'link')?.code ?? '';
  const paths = [
    ...PERMISSIONS.filter(
      ({ method, path }) =>
        method === 'GET' && !isForProgrammers(path) && !/:|\.(docx|xlsx|csv|json)$/.test(path),
    ).map(({ path }) => path),
    ...[code, online, 'zzzzz'].flatMap((counter) => [`/k/${counter}`, `/k/${counter}?lang=en`]),
    '/cam-on?gui=1',
    '/khong-co',
    `/quan-tri/quay/${code}`,
    `/can-bo/ma-qr?quay=${code}&kho=a5`,
    '/ket-qua.json',
    '/can-bo/tuan.xlsx',
    '/can-bo/tuan.csv',
    ...FILES.flatMap((name) => [`/lanh-dao/${name}`, `/lanh-dao/${name}?ky=BC-2024-02`]),
  ];
  const seen = new Map<string, string>();
  for (const path of paths) {
    for (const [index, browser] of browsers.entries()) {
      const response = await browser.get(path);
      if (response.status === 303) continue;
      seen.set(`${path} (visitor ${index})`, await wordsOf(response));
    }
  }
  const client = await createApiClient(app);
  for (const path of ['/api/v1/reports/dong-son/2024-W05', '/api/v1/units'])
    seen.set(path, await wordsOf(await client.get(path)));
  return seen;
}

describe.each(OFFICES)('$name', (office) => {
  test('is never called what it is not: on trial, after the start, with figures and closed periods', async () => {
    const { app, browsers } = await setUp(office);
    const faults: string[] = [];
    let read = 0;
    const look = async (when: string, visitors = browsers) => {
      const own = [office.name, office.head_agency, ...office.places.split('\n')].filter(
        (text) => text !== '',
      );
      for (const [path, text] of await readEverything(app, visitors)) {
        read += 1;
        let rest = text;
        for (const name of own) rest = rest.replaceAll(name, ' ');
        for (const pattern of office.isXa ? [HUYEN] : [HUYEN, XA]) {
          const found = pattern.exec(rest);
          pattern.lastIndex = 0;
          if (found)
            faults.push(`${when}: ${path}: …${rest.slice(Math.max(0, found.index - 60), found.index + 40)}…`);
        }
      }
    };
    await app.storeMany(Array.from({ length: 7 }, (_, index) => ({ overall: index < 5 ? 5 : 2 })));
    await look('trial');
    const ballots = await app.context.db.selectFrom('ballot_box').selectAll().execute();
    const administrator = browsers[1] as TestBrowser;
    await administrator.post('/quan-tri/bat-dau/noi-bo', { local: '1' });
    const started = await administrator.post('/quan-tri/bat-dau', { count: String(ballots.length) });
    expect(started.status).toBe(303);
    await look('started');
    for (let day = '2024-01-29'; day < '2024-02-21'; day = addDays(day, 1)) {
      app.setTime(`${day}T10:00:00+07:00`);
      await app.storeMany(Array.from({ length: 8 }, (_, index) => ({ overall: index < 6 ? 5 : 1 })));
      app.setTime(`${addDays(day, 1)}T00:06:00+07:00`);
      await runDailyWork(app.context);
    }
    // Sessions end overnight.
    const again = [openBrowser(app)];
    for (const role of ['administrator', 'staff', 'leader'] as const)
      again.push(await signInAs(app, { role }));
    await look('closed', again);
    expect(read).toBeGreaterThan(150);
    expect(faults).toEqual([]);
  }, 120_000);
});
