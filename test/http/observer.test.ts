import { describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { addDays, type Day, dayOf, startOfDay, weekdayOf } from '../../server/lib/day.ts';
import { createSeededRandom, type SeededRandom } from '../../server/lib/seeded-random.ts';
import { listAtoms } from '../../server/period/atoms.ts';
import {
  DAYS_UNTIL_CLOSING,
  isClosed,
  type NamedPeriod,
  type Period,
  parsePeriod,
} from '../../server/period/period.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { loadWeekView } from '../../server/results/load-week-view.ts';
import type { Channel } from '../../server/storage/schema.ts';
import type { Level } from '../../server/survey/definition.ts';
import { getMainUnit } from '../../server/unit/main-unit.ts';
import { figuresEn } from '../../web/messages/figures.en.ts';
import { staffVi } from '../../web/messages/staff.vi.ts';
import { type ApiClient, createApiClient } from '../helpers/api-client.ts';
import { fewBySubtraction, type ShownGroup, shownGroups } from '../helpers/shown-groups.ts';
import { addPerson, openBrowser } from '../helpers/staff-client.ts';
import { type BallotToStore, createTestApp, type TestApp } from '../helpers/test-app.ts';

// Threat: the rated official serves one person, looks at every page, and looks again after that
// person's ballot has arrived. This test plays the official.

/**
 * Ten days with few ballots across a weekend, a 1st and a 15th; then days without ballots until
 * everything has closed.
 */
const QUIET_DAYS: readonly Day[] = [
  '2024-01-29',
  '2024-01-30',
  '2024-02-01',
  '2024-02-02',
  '2024-02-05',
  '2024-02-06',
  '2024-02-09',
  '2024-02-13',
  '2024-02-14',
  '2024-02-15',
];
/** January, W05, W06, the reporting month and W07 close on these days. */
const CLOSING_DAYS: readonly Day[] = ['2024-02-06', '2024-02-10', '2024-02-17', '2024-02-20', '2024-02-24'];

const WEEKS = ['2024-W05', '2024-W06', '2024-W07'];
const NAMED = [
  ...WEEKS,
  ...['2024-01', '2024-02', '2024-Q1', '2024-H1', '2024'],
  ...['BC-2024-02', 'BC-2024-03', 'BC-2024-Q1', 'BC-2024-H1', 'BC-2024-9M', 'BC-2024'],
];
const PUBLIC = ['2024-W05', '2024-W06', '2024-W07', 'BC-2024-Q1', 'BC-2024'];
const LEADERS = ['2024-W06', '2024-02', 'BC-2024-02', 'BC-2024-03', 'BC-2024-Q1', '2024-H1', '2024'];

const getPeriod = (id: string): NamedPeriod => {
  const period = parsePeriod(id);
  if (!period) throw new Error(`not a period: ${id}`);
  return period;
};

/** Everything that can be seen at one instant. */
interface Look {
  readonly now: Date;
  /** By URL: the JSON, or the object that a page renders. */
  readonly reports: ReadonlyMap<string, Report>;
  /** Response bodies, by period. */
  readonly bodies: ReadonlyMap<string, string>;
  /** By URL, without live numbers. */
  readonly pages: ReadonlyMap<string, string>;
}

/**
 * Sentences that may reveal how many ballots were received: that number is live by rule, and so is
 * its complement, the number not yet in the figures, with the note shown while there are any.
 */
const LIVE_SENTENCES: readonly RegExp[] = [staffVi, figuresEn].flatMap((words) =>
  [7, 1].flatMap((n) =>
    [
      `<p class="note"><strong>${words.status.pending(n)}</strong> ${words.status.pendingWhy}</p>`,
      staffVi.received(n),
      words.results.receivedTotal(n),
      staffVi.week.sinceText(n, '~'),
      words.verdict.waitingForFive(n),
      words.verdict.onlySetAside(n),
    ].map(
      (sentence) =>
        new RegExp(
          sentence
            .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
            .replace(String(n), '[\\d.]+')
            .replace('~', '[^<]*'),
          'g',
        ),
    ),
  ),
);

const maskLive = (html: string): string =>
  LIVE_SENTENCES.reduce((text, pattern) => text.replace(pattern, ''), html)
    .replace(/<style>.*?<\/style>/s, '')
    // The seal changes with each finished day, independent of figures. It is a hash that includes
    // random ids.
    .replace(/<section aria-labelledby="seal">.*?<\/section>/s, '')
    .replace(/\sDấu: [0-9A-Z]{4}-[0-9A-Z]{4}/g, '')
    // Days without ballots are shown together with the seals, which state each day's number of
    // ballots.
    .replace(/<section aria-labelledby="quiet-days">.*?<\/section>/s, '')
    .replace(/<p class="note">[^<]*<strong class="seal">.*?<\/p>/s, '');

class Official {
  private constructor(
    private readonly testApp: TestApp,
    private readonly client: ApiClient,
    private readonly userName: string,
    private readonly cookie: string,
  ) {}

  static async signIn(testApp: TestApp): Promise<Official> {
    // A leader can read everything that staff can, plus the leader's page.
    const { name } = await addPerson(testApp, { role: 'leader' });
    const official = new Official(testApp, await createApiClient(testApp), name, '');
    return official.again();
  }

  /** Signs in again: sessions expire overnight. */
  async again(): Promise<Official> {
    const browser = openBrowser(this.testApp);
    await browser.signIn(this.userName);
    const cookie = `hl_staff=${browser.cookies.get('hl_staff')}`;
    return new Official(this.testApp, this.client, this.userName, cookie);
  }

  async look(): Promise<Look> {
    const { testApp, client } = this;
    const { db, surveys, clock } = testApp.context;
    const now = clock.now();
    const reports = new Map<string, Report>();
    const bodies = new Map<string, string>();
    for (const id of NAMED) {
      const response = await client.get(`/api/v1/reports/dong-son/${id}`);
      expect(response.status, id).toBe(200);
      const body = await response.text();
      bodies.set(id, body);
      reports.set(id, JSON.parse(body) as Report);
    }
    for (const id of PUBLIC) {
      const { report } = (await (await testApp.get(`/ket-qua.json?ky=${id}`)).json()) as { report: Report };
      reports.set(`/ket-qua.json?ky=${id}`, report);
    }
    const unit = await getMainUnit(db);
    const weeks = WEEKS.map(getPeriod).filter(({ from }) => from <= dayOf(now));
    for (const week of weeks) {
      for (const { code } of testApp.counters) {
        const view = await loadWeekView(db, surveys, unit, now, week, code);
        reports.set(`/can-bo?tuan=${week.id}&quay=${code}`, view.week.report as Report);
      }
    }
    const pages = new Map<string, string>();
    const addresses = [
      ...['/lanh-dao', '/can-bo', '/ket-qua', '/ket-qua?lang=en'],
      ...LEADERS.map((id) => `/lanh-dao?ky=${id}`),
      ...PUBLIC.map((id) => `/ket-qua?ky=${id}`),
      ...weeks.map(({ id }) => `/can-bo?tuan=${id}`),
      ...weeks
        .slice(-1)
        .flatMap(({ id }) => testApp.counters.map(({ code }) => `/can-bo?tuan=${id}&quay=${code}`)),
    ];
    for (const address of addresses) {
      const response = await testApp.get(address, { Cookie: this.cookie });
      expect(response.status, address).toBe(200);
      pages.set(address, maskLive(await response.text()));
    }
    return { now, reports, bodies, pages };
  }
}

/** What has been seen so far, by URL. */
class Memory {
  private readonly shown = new Map<string, Map<string, ShownGroup>>();
  private readonly state = new Map<string, string>();
  private readonly closedBodies = new Map<string, string>();
  private readonly pageOf = new Map<string, string>();
  readonly faults: string[] = [];
  /** Number of comparisons; a test without comparisons proves nothing. */
  steps = 0;

  remember(look: Look, context: string): void {
    for (const [address, report] of look.reports) this.rememberReport(address, report, look.now, context);
    for (const [id, body] of look.bodies) this.rememberBody(id, body, look.now, context);
    const figures = JSON.stringify([
      dayOf(look.now),
      [...look.reports].map(([name, report]) => [
        name,
        report.ballots.received === 0,
        report.period.closed_at,
        [...shownGroups(report)],
      ]),
    ]);
    for (const [address, page] of look.pages) this.rememberPage(address, page, figures, context);
  }

  private rememberReport(address: string, report: Report, now: Date, context: string): void {
    const groups = shownGroups(report);
    const before = this.shown.get(address);
    // Closing adds the remainder.
    const state = closings(getPeriod(report.period.id), now);
    const hasClosed = this.state.get(address) !== state;
    this.state.set(address, state);
    const latest = new Map(before);
    for (const [name, group] of groups) {
      const known = before?.get(name);
      if (group.ballots === null) continue;
      latest.set(name, group);
      if (before === undefined || hasClosed || known?.disclosed === group.disclosed) continue;
      this.steps += 1;
      const step = Math.abs(group.ballots - (known?.ballots ?? 0));
      if (step < 5) this.faults.push(`${context}: ${address}: ${name} moves by ${step}: ${group.disclosed}`);
    }
    this.shown.set(address, latest);
    if (!isClosed(getPeriod(report.period.id), now)) {
      this.faults.push(...fewBySubtraction(report).map((fault) => `${context}: ${fault}`));
    }
  }

  /** The bytes of a closed period never change. */
  private rememberBody(id: string, body: string, now: Date, context: string): void {
    if (!isClosed(getPeriod(id), now)) return;
    const known = this.closedBodies.get(id) ?? body;
    if (known !== body) this.faults.push(`${context}: the closed report ${id} has changed`);
    this.closedBodies.set(id, known);
  }

  /**
   * A page reveals nothing beyond the figures: the same figures on the same day give the same page.
   */
  private rememberPage(address: string, page: string, figures: string, context: string): void {
    const key = `${address}\n${figures}`;
    const known = this.pageOf.get(key) ?? page;
    if (known !== page) this.faults.push(`${context}: ${address} differs while all figures are the same`);
    this.pageOf.set(key, known);
  }
}

/** The closings that a URL's figures include: of each period that ends with one of its atoms. */
const closings = ({ from, to: last }: Period, now: Date): string =>
  listAtoms(from, last)
    .filter((atom) => from <= atom.from && atom.to <= last)
    .filter((atom) => now >= startOfDay(addDays(atom.to, DAYS_UNTIL_CLOSING + 1)))
    .map(({ to }) => to)
    .join(' ');

const CHANNELS: readonly Channel[] = ['poster', 'slip', 'tablet', 'assisted'];

/** `busy`: share of ballots from the first counter's poster, so that its days fill groups. */
function makeBallot(random: SeededRandom, testApp: TestApp, busy: number): BallotToStore {
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random.next() * items.length)] as Item;
  const isBusy = random.next() < busy;
  const counter = isBusy ? testApp.counters[0] : pick(testApp.counters);
  const level = (): Level => (random.next() < 0.8 ? pick([4, 5] as const) : pick([1, 2, 3] as const));
  const overall = level();
  const levels: Record<string, Level | 'na'> = { overall };
  for (const id of ['i25', 'i28', 'i31', 'i32', 'i34', 'i37']) {
    if (random.next() < 0.85) levels[id] = random.next() < 0.1 ? 'na' : level();
  }
  return {
    counter_code: counter?.code ?? '',
    channel: counter?.channel === 'link' ? 'link' : isBusy ? 'poster' : pick(CHANNELS),
    overall,
    answers: { levels, why: overall <= 3 ? { overall: ['waiting'] } : {} },
    set_aside: !isBusy && random.next() < 0.15 ? 'repeat-device' : null,
  };
}

describe.each([
  { days: 'ballots at all counters', busy: 0.4 },
  { days: 'one counter that has most ballots', busy: 0.9 },
])('an official who refreshes every page on ten days with $days', ({ days, busy }) => {
  it('never sees a figure change by one to four ballots, and no page reveals more than the figures', async () => {
    const testApp = await createTestApp();
    const random = createSeededRandom(days);
    const memory = new Memory();
    let official = await Official.signIn(testApp);
    let stored = 0;
    for (let day = QUIET_DAYS[0] as Day; day <= (CLOSING_DAYS.at(-1) as Day); day = addDays(day, 1)) {
      testApp.setTime(`${day}T00:05:30+07:00`);
      official = await official.again();
      const isEventful = [...QUIET_DAYS, ...CLOSING_DAYS].includes(day) || weekdayOf(day) === 1;
      if (isEventful) memory.remember(await official.look(), `${day}, before the day's work`);
      await runDailyWork(testApp.context);
      if (isEventful) memory.remember(await official.look(), `${day}, after midnight`);
      if (!QUIET_DAYS.includes(day)) continue;
      testApp.setTime(`${day}T09:00:00+07:00`);
      official = await official.again();
      const count = Math.floor(random.next() * 7);
      for (let index = 0; index < count; index += 1) {
        await testApp.storeMany([makeBallot(random, testApp, busy)]);
        stored += 1;
        memory.remember(await official.look(), `${day}, ballot ${index + 1}`);
      }
    }
    expect(memory.faults).toEqual([]);
    expect(stored).toBeGreaterThan(15);
    expect(memory.steps).toBeGreaterThan(30);
  }, 300_000);
});
