import { beforeAll, describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { addDays, type Day } from '../../server/lib/day.ts';
import { createSeededRandom, type SeededRandom } from '../../server/lib/seeded-random.ts';
import type { Channel } from '../../server/storage/schema.ts';
import type { Level } from '../../server/survey/definition.ts';
import type { Counter } from '../../server/unit/counter.ts';
import { type ApiClient, createApiClient } from '../helpers/api-client.ts';
import { createFormOpener } from '../helpers/distinct-marks.ts';
import { readText } from '../helpers/page-tables.ts';
import { addPerson, openBrowser, type TestBrowser } from '../helpers/staff-client.ts';
import { type BallotToStore, createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

// Threat: somebody sends own ballots besides a citizen's, sees everything that roles, an API key and the public see,
// before and after, and wants to know that citizen's level. Two offices differ only in one thing: the levels of the
// citizen and of another citizen of the same day, counter and groups are exchanged; the day's totals are equal. If
// everything that the two offices ever show is equal too, an observer learns no more than from the day's totals.

const SLIPS = '/can-bo/ma-qr/phieu';
const FIRST_DAY = '2024-01-29';
const DAYS = 40;
const OTHERS = 5;

interface Groups {
  readonly channel: Channel;
  readonly respondent: { readonly kind: string | null; readonly field: string | null };
}

/** A ballot that the observer submits on the page, by poster, link or a slip. */
interface OwnBallot {
  readonly way: 'page' | 'page with cookies' | 'slip';
  readonly fields: Readonly<Record<string, string>>;
}

/** The ballots of one counter on one day. */
interface Attempt {
  /** Respondent groups shared by the citizen and the other one. */
  readonly groups: Groups;
  readonly ballots: readonly BallotToStore[];
  readonly own: readonly OwnBallot[];
  /** Levels of the observed citizen and of the one with whom the second office exchanges it; not equal. */
  readonly levels: readonly [Level, Level];
}

const pick = <Item>(random: SeededRandom, items: readonly Item[]): Item =>
  items[Math.floor(random.next() * items.length)] as Item;

const someGroups = (random: SeededRandom): Groups => ({
  channel: pick(random, ['poster', 'poster', 'slip', 'assisted']),
  respondent: {
    kind: pick(random, ['citizen', 'citizen', 'organisation', null]),
    field: pick(random, ['land', 'civil-status', null]),
  },
});

const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];

const withLevel = (level: Level, groups: Groups): BallotToStore => ({
  ...groups,
  overall: level,
  answers: { levels: { overall: level, i34: level }, why: level < 4 ? { overall: ['waiting'] } : {} },
});

/** The citizen and five others of the same groups, some ballots of any groups, and up to four of the observer. */
function makeAttempt(random: SeededRandom): Attempt {
  const groups = someGroups(random);
  const level = pick(random, LEVELS);
  const other = pick(
    random,
    LEVELS.filter((one) => one !== level),
  );
  const same = Array.from({ length: OTHERS - 1 }, () => withLevel(pick(random, LEVELS), groups));
  const more = Array.from({ length: Math.floor(random.next() * 3) }, () =>
    withLevel(pick(random, LEVELS), someGroups(random)),
  );
  const ownLevel = pick(random, ['3', '5'] as const);
  const own = Array.from({ length: Math.floor(random.next() * 5) }, (): OwnBallot => {
    const { kind, field } = pick(random, [groups, someGroups(random)]).respondent;
    return {
      way: pick(random, ['page', 'page', 'page with cookies', 'slip']),
      fields: {
        'q.overall': ownLevel,
        ...(kind === null ? {} : { kind: kind === 'organisation' ? 'business' : kind }),
        ...(field === null ? {} : { field }),
      },
    };
  });
  return { groups, ballots: [...same, ...more], own, levels: [level, other] };
}

/** One office, and all roles that can read its figures. */
class Office {
  private browsers: readonly TestBrowser[] = [];
  /** Codes of slips given to the observer. */
  private readonly slips: string[] = [];
  private readonly names: string[] = [];

  private constructor(
    readonly app: TestApp,
    private readonly client: ApiClient,
  ) {}

  static async open(): Promise<Office> {
    const app = await createTestApp();
    const office = new Office(app, await createApiClient(app));
    for (const role of ['staff', 'leader', 'supervisor'] as const)
      office.names.push((await addPerson(app, { role, name: role })).name);
    const staff = openBrowser(app);
    await staff.signIn('staff');
    const batch = hiddenField(await (await staff.get(SLIPS)).text(), 'batch');
    const counter = app.counters[0]?.code ?? '';
    const printed = await staff.post(SLIPS, { batch, counter, sheets: '20', days: '90' });
    expect(printed.status).toBe(200);
    for (const [, code = ''] of (await printed.text()).matchAll(/class="slip-code">([^<]+)</g))
      office.slips.push(code);
    return office;
  }

  async sendOwn(counter: Counter | undefined, ballots: readonly OwnBallot[]): Promise<void> {
    let cookie = '';
    const openForm = createFormOpener(this.app.context);
    for (const { way, fields } of ballots) {
      const path = way === 'slip' ? `/p/${this.slips.shift()}` : `/k/${counter?.code}`;
      const form = await openForm(async () => {
        const html = await (await this.app.get(path)).text();
        const { field, ...others } = fields;
        // The page does not ask for the field if the counter determines it.
        const asked = field === undefined || !html.includes('name="field"') ? others : fields;
        return { t: hiddenField(html, 't'), s: hiddenField(html, 's'), ...asked };
      });
      const sent = await this.app.post(path, form, way === 'page with cookies' && cookie ? { cookie } : {});
      expect(sent.headers.get('location'), `${path} ${sent.status}`).toMatch(/^\/cam-on/);
      if (way === 'page with cookies') cookie = sent.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    }
  }

  /** Signs all roles in again, because sessions expire overnight. */
  async signIn(): Promise<void> {
    const browsers = this.names.map(() => openBrowser(this.app));
    for (const [index, browser] of browsers.entries()) await browser.signIn(this.names[index] as string);
    this.browsers = browsers;
  }

  /** Everything that is shown, by URL, except seals, which are hashes over random ids. */
  async look(day: Day): Promise<Map<string, string>> {
    const seen = new Map<string, string>();
    const [staff, leader, supervisor] = this.browsers as [TestBrowser, TestBrowser, TestBrowser];
    const week = weekOf(day);
    const periods = [week, '2024-01', '2024-02', '2024-Q1', 'BC-2024-02', 'BC-2024-03', 'BC-2024-Q1', '2024'];
    for (const id of periods) {
      const report = JSON.parse(await (await this.client.get(`/api/v1/reports/dong-son/${id}`)).text());
      seen.set(`api ${id}`, JSON.stringify({ ...report, seal: null, installation: null }));
    }
    const read = async (browser: Pick<TestBrowser, 'get'>, path: string, name = path): Promise<void> => {
      const response = await browser.get(path);
      expect(response.status, path).toBe(200);
      seen.set(name, withoutSeals(await response.text()));
    };
    const codes = this.app.counters.map(({ code }) => code);
    for (const [index, code] of codes.entries())
      await read(staff, `/can-bo?tuan=${week}&quay=${code}`, `counter ${index}`);
    await read(staff, `/can-bo?tuan=${week}`);
    await read(leader, '/lanh-dao');
    await read(leader, '/lanh-dao/so-lieu.csv?ky=BC-2024-Q1');
    await read(supervisor, '/lanh-dao?ky=BC-2024-Q1');
    await read(this.app, '/ket-qua');
    // Counter codes are random, so they are replaced.
    const hidden = new RegExp(codes.join('|'), 'g');
    return new Map([...seen].map(([address, text]) => [address, text.replace(hidden, 'CODE')]));
  }
}

const weekOf = (day: Day): string => {
  const days = Math.round((Date.parse(day) - Date.parse('2024-01-29')) / 86_400_000);
  return `2024-W${String(5 + Math.floor(days / 7)).padStart(2, '0')}`;
};

const withoutSeals = (text: string): string =>
  (text.startsWith('<!doctype') ? readText(text) : text)
    .replace(/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/g, 'SEAL')
    .replace(/\b[0-9a-f]{64}\b/g, 'HASH')
    // The name of the signed-in person.
    .replace(/Người \d+/g, 'SOMEBODY');

/** Excerpts at the first difference of two texts; null: they are equal. */
function firstDifference(one: string, other: string): string | null {
  if (one === other) return null;
  const at = [...one].findIndex((_, index) => one[index] !== other[index]);
  return `${one.slice(Math.max(0, at - 40), at + 40)} ≠ ${other.slice(at, at + 40)}`;
}

/** Stores the same ballots in both offices, except for the two exchanged levels. */
async function store(offices: readonly Office[], attempts: readonly Attempt[]): Promise<void> {
  for (const [world, office] of offices.entries()) {
    const { app } = office;
    await app.storeMany(
      attempts.flatMap(({ groups, ballots, levels }, at) => {
        const counter_code = app.counters[at]?.code ?? '';
        const [citizen, other] = world === 0 ? levels : [levels[1], levels[0]];
        return [withLevel(citizen, groups), withLevel(other, groups), ...ballots].map((ballot) => ({
          ...ballot,
          counter_code,
        }));
      }),
    );
    for (const [at, { own }] of attempts.entries()) await office.sendOwn(app.counters[at], own);
  }
}

describe('who sends own ballots beside one citizen’s and sees everything', () => {
  let offices: readonly [Office, Office];

  beforeAll(async () => {
    offices = [await Office.open(), await Office.open()];
  });

  it('is right no more often than who sees only the day’s totals, in 200 attempts', async () => {
    const random = createSeededRandom('attempts beside five others');
    const faults: string[] = [];
    let attempts = 0;
    let looks = 0;
    const compare = async (day: Day, moment: string): Promise<void> => {
      const [one, other] = await Promise.all(offices.map((office) => office.look(day)));
      for (const [address, text] of one as Map<string, string>) {
        looks += 1;
        const different = firstDifference(text, other?.get(address) ?? '');
        if (different !== null) faults.push(`${day} ${moment}: ${address}: ${different}`);
      }
    };
    for (let day = FIRST_DAY; day < addDays(FIRST_DAY, DAYS); day = addDays(day, 1)) {
      for (const { app } of offices) app.setTime(`${day}T09:00:00+07:00`);
      for (const office of offices) await office.signIn();
      const today = offices[0].app.counters.map(() => makeAttempt(random));
      await store(offices, today);
      attempts += today.length;
      await compare(day, 'before the day is over');
      for (const { app } of offices) {
        app.setTime(`${addDays(day, 1)}T00:06:00+07:00`);
        await runDailyWork(app.context);
      }
      for (const office of offices) await office.signIn();
      await compare(day, 'when the day is over');
    }
    expect(attempts).toBe(200);
    expect(looks).toBeGreaterThan(1_000);
    expect(faults).toEqual([]);
  }, 600_000);

  describe.each([
    {
      name: 'the only citizen of a day at a counter',
      groups: { channel: 'poster', respondent: { kind: 'citizen', field: null } } as Groups,
      others: 0,
    },
    {
      name: 'the only organisation of a month',
      groups: { channel: 'poster', respondent: { kind: 'organisation', field: null } } as Groups,
      others: 12,
    },
  ])('beside $name', ({ groups, others }) => {
    it.each([
      { own: 3, isLearnt: false },
      { own: 4, isLearnt: true },
    ])('learns the answer with $own own ballots: $isLearnt (known limit)', async ({ own, isLearnt }) => {
      const seen: string[] = [];
      for (const levels of [
        [1, 5],
        [5, 1],
      ] as const) {
        const app = await createTestApp();
        const counter_code = app.counters[0]?.code ?? '';
        const person = { ...groups, respondent: { kind: 'citizen', field: null } };
        await app.storeMany(
          [
            withLevel(levels[0], groups),
            ...Array.from({ length: own }, () => withLevel(3, groups)),
            // One of the others has the other level, so that the day's total is the same.
            ...Array.from({ length: others }, (_, index) => withLevel(index === 0 ? levels[1] : 4, person)),
          ].map((ballot) => ({ ...ballot, counter_code })),
        );
        app.setTime('2024-01-30T00:06:00+07:00');
        await runDailyWork(app.context);
        const client = await createApiClient(app);
        const { questions, respondents, counters } = await client.getReport('dong-son/BC-2024-02');
        const codes = new RegExp(app.counters.map(({ code }) => code).join('|'), 'g');
        seen.push(JSON.stringify([questions, respondents, counters]).replace(codes, 'CODE'));
      }
      expect(seen[0] !== seen[1]).toBe(isLearnt);
    });
  });
});
