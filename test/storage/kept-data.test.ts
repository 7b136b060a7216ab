import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import postgres from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { restoreCopy } from '../../server/backup/restore-copy.ts';
import { runDailyWork } from '../../server/daily-work.ts';
import { addDays, dayOf, startOfDay } from '../../server/lib/day.ts';
import { listNamedPeriodsTouching } from '../../server/period/period.ts';
import type { Report } from '../../server/reporting/report.v1.ts';
import { createReportReader } from '../../server/reporting/report-reader.ts';
import { recount } from '../../server/response/recount.ts';
import { verifySeals } from '../../server/seal/verify-seals.ts';
import type { Database } from '../../server/storage/schema.ts';
import { getMainUnit } from '../../server/unit/main-unit.ts';
import { createPostgresDatabase, hasPostgres } from '../helpers/postgres-database.ts';
import { openBrowser, type TestBrowser } from '../helpers/staff-client.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp, type TestApp, type TestAppOptions } from '../helpers/test-app.ts';

// Data written by an earlier version, and that version's output (test/kept/*/README.md). Every
// later version must open it, serve the same bytes for closed periods and compute the same figures.

/** Values that differ between the two databases, because the ids of ballots are random: digests and seals. */
const made = z.object({
  seals: z.looseObject({ days: z.int(), last: z.looseObject({ digest: z.string(), chain: z.string() }) }),
  /** SHA-256 of each closed period's report. */
  closed: z.record(z.string(), z.string()),
  api_key: z.string().optional(),
});
const expectation = z.object({
  unit: z.string(),
  now: z.string(),
  api_key: z.string().optional(),
  people: z.array(z.string()),
  password: z.string(),
  ballots: z.int(),
  in_box: z.int(),
  acts: z.int(),
  events: z.array(z.looseObject({ day: z.string(), kind: z.string() })),
  sqlite: made,
  postgres: made,
});

const VERSIONS = readdirSync('test/kept');
/** Versions that already computed figures by the current rules of release. */
const WITH_RELEASES = ['schema-017'];

/** A kind of database; opens a fresh copy for `createTestApp`. */
interface Kind {
  readonly version: string;
  readonly name: string;
  readonly expected: z.infer<typeof expectation>;
  readonly isSkipped: boolean;
  readonly expectedHere: z.infer<typeof made>;
  open(folder: string): Promise<TestAppOptions>;
}

const atUrl = (DATABASE_URL: string, DATA_DIR: string): TestAppOptions => ({
  environment: { DATABASE_URL, DATA_DIR },
});

function kindsOf(version: string): Kind[] {
  const read = (name: string): Buffer => readFileSync(join('test/kept', version, name));
  const unpack = (name: string): Buffer => brotliDecompressSync(read(name));
  const readDump = (): string => unpack('postgres-15.sql.br').toString('utf8');
  const expected = expectation.parse(JSON.parse(read('expected.json').toString('utf8')));
  return [
    {
      version,
      expected,
      name: 'a SQLite file',
      isSkipped: false,
      expectedHere: expected.sqlite,
      async open(folder) {
        const path = join(folder, 'hailong.sqlite');
        writeFileSync(path, unpack('hailong.sqlite.br'));
        return atUrl(`sqlite:${path}`, folder);
      },
    },
    {
      version,
      expected,
      name: 'a PostgreSQL dump in PGlite',
      // PGlite replaces PostgreSQL if there is none.
      isSkipped: hasPostgres(),
      expectedHere: expected.postgres,
      async open() {
        const pglite = new PGlite();
        await pglite.exec(readDump());
        // The dump clears the search path of its session, which PGlite shares with later queries.
        await pglite.exec('reset search_path');
        return { db: new Kysely<Database>({ dialect: new PGliteDialect(pglite) }) };
      },
    },
    {
      version,
      expected,
      name: 'a PostgreSQL dump in PostgreSQL',
      isSkipped: !hasPostgres(),
      expectedHere: expected.postgres,
      async open(folder) {
        const url = await createPostgresDatabase();
        const client = new postgres.Client({ connectionString: url });
        await client.connect();
        await client.query(readDump()).finally(() => client.end());
        return atUrl(url, folder);
      },
    },
  ];
}

const PAGES: readonly (readonly [person: string, path: string])[] = [
  ['chu-tich', '/lanh-dao'],
  ['chu-tich', '/lanh-dao?ky=2024'],
  ['chu-tich', '/lanh-dao?ky=BC-2024-Q3'],
  ['chu-tich', '/lanh-dao/niem-phong'],
  ['chu-tich', '/lanh-dao/bao-cao.docx?ky=2024'],
  ['chu-tich', '/can-bo?tuan=2024-W20'],
  ['mot-cua', '/can-bo/gop-y'],
  ['mot-cua', '/can-bo/giao-dich'],
  ['mot-cua', '/can-bo/ma-qr'],
  ['mot-cua', '/can-bo/ma-qr/phieu'],
  ['quan-tri', '/quan-tri'],
  ['quan-tri', '/quan-tri/don-vi'],
  ['quan-tri', '/quan-tri/quay'],
  ['quan-tri', '/quan-tri/gio-mo-cua'],
  ['quan-tri', '/quan-tri/muc-tieu'],
  ['quan-tri', '/quan-tri/phieu'],
  ['quan-tri', '/quan-tri/quy-tac'],
  ['quan-tri', '/quan-tri/sipas'],
  ['quan-tri', '/quan-tri/luu-giu'],
  ['quan-tri', '/quan-tri/khoa-api'],
  ['giam-sat', '/quan-tri/nguoi-dung'],
];

describe.each(VERSIONS.flatMap(kindsOf).filter(({ isSkipped }) => !isSkipped))(
  'data of $version in $name',
  ({ name, version, open, expected, expectedHere }) => {
    let testApp: TestApp;
    const people = new Map<string, TestBrowser>();

    beforeAll(async () => {
      testApp = await createTestApp({ now: expected.now, ...(await open(makeFolder('kept'))) });
      for (const name of expected.people) {
        const browser = openBrowser(testApp);
        expect((await browser.signIn(name, expected.password)).status, name).toBe(303);
        people.set(name, browser);
      }
      // PGlite needs most of this timeout to create a cluster and load the dump.
    }, 180_000);

    const getAs = async (name: string, path: string): Promise<Response> => {
      const response = await people.get(name)?.get(path);
      if (response?.status !== 200) throw new Error(`${path}: ${response?.status}`);
      return response;
    };
    const countRows = async (table: 'ballots' | 'ballot_box' | 'acts'): Promise<number> =>
      (await testApp.context.db.selectFrom(table).selectAll().execute()).length;
    const checkSeals = () =>
      verifySeals(
        testApp.context.db,
        testApp.context.surveys,
        expected.unit,
        dayOf(testApp.context.clock.now()),
      );
    const checkTallies = () => recount(testApp.context.db, testApp.context.surveys, expected.unit);

    it('keeps every ballot', async () => {
      expect(await countRows('ballots')).toBe(expected.ballots);
      expect(await countRows('ballot_box')).toBe(expected.in_box);
    });

    it('serves the reports of closed periods byte for byte', async () => {
      const rows = await testApp.context.db.selectFrom('closed_reports').selectAll().execute();
      const digests = rows.map(({ period, body }) => [
        period,
        createHash('sha256').update(body).digest('hex'),
      ]);
      expect(Object.fromEntries(digests)).toEqual(expectedHere.closed);
      const headers = { Authorization: `Bearer ${expectedHere.api_key ?? expected.api_key}` };
      for (const period of ['2024', 'BC-2024', 'BC-2024-9M', '2024-Q3', '2024-W20']) {
        const response = await testApp.get(`/api/v1/reports/${expected.unit}/${period}`, headers);
        const served = createHash('sha256').update(await response.text());
        expect(served.digest('hex'), period).toBe(expectedHere.closed[period]);
      }
    });

    it('has seals that verify, and tallies that a recount agrees with', async () => {
      expect(await checkSeals()).toEqual(expectedHere.seals);
      expect(await checkTallies()).toEqual([]);
    });

    it.skipIf(WITH_RELEASES.includes(version))(
      'begins the new figures after the last stored reporting month, with no difference of one to four',
      async () => {
        const { db, surveys, clock } = testApp.context;
        const unit = await getMainUnit(db);
        const rows = await db.selectFrom('closed_reports').select('body').execute();
        const stored = rows.map(({ body }) => JSON.parse(body) as Report);
        const lastMonth = stored
          .filter(({ period }) => period.kind === 'report-month')
          .map(({ period }) => period.to)
          .sort()
          .at(-1) as string;
        const counted_from = addDays(lastMonth, 1);
        const few: string[] = [];
        for (const shift of [0, 1, 2, 4, 6]) {
          const day = addDays(dayOf(clock.now()), shift);
          const reader = createReportReader(db, surveys, unit, startOfDay(day));
          const opened = [];
          for (const period of listNamedPeriodsTouching(counted_from, day))
            opened.push(await reader.load(period));
          for (const report of opened) {
            const { period, ballots } = report;
            if (stored.some((one) => one.period.id === period.id)) continue;
            if (period.from < counted_from) expect(period.counted_from).toBe(counted_from);
            const { received, carried_in, counted, set_aside, pending } = ballots;
            expect(received + carried_in).toBe((counted ?? 0) + (set_aside ?? 0) + (pending ?? 0));
            // A stored report that starts on or after `counted_from` has figures of the same days.
            for (const old of stored.filter((one) => one.period.from >= counted_from)) {
              for (const [n, before] of [
                [report.indicator.denominator, old.indicator.denominator] as const,
                ...report.counters.map(
                  ({ code, denominator }) =>
                    [
                      denominator,
                      old.counters.find((one) => one.code === code)?.denominator ?? null,
                    ] as const,
                ),
              ]) {
                const isInside = period.from <= old.period.from && period.to >= old.period.to;
                if (isInside && n !== null && before !== null && n > before && n - before < 5)
                  few.push(period.id);
              }
            }
          }
        }
        expect(few).toEqual([]);
      },
    );

    it('still says every dated line in public', async () => {
      const { events } = z
        .object({ events: z.array(z.unknown()) })
        .parse(await (await testApp.get('/ket-qua.json')).json());
      // Rules that were not on before take effect on the day of the upgrade.
      expect(events.slice(0, expected.events.length)).toMatchObject(expected.events);
      for (const event of events.slice(expected.events.length))
        expect(event).toMatchObject({ kind: 'rules-begun' });
    });

    it('lists every act of the log', async () => {
      expect(await countRows('acts')).toBeGreaterThanOrEqual(expected.acts);
      let pages = 0;
      for (let path: string | undefined = '/quan-tri/nhat-ky'; path !== undefined; pages += 1) {
        const html = await (await getAs('quan-tri', path)).text();
        path = /href="(\/quan-tri\/nhat-ky\?truoc=[^"]+)"/.exec(html)?.[1];
      }
      expect(pages).toBeGreaterThanOrEqual(Math.ceil(expected.acts / 50));
    });

    it.each(PAGES)('opens for %s the page %s', async (person, path) => {
      expect((await (await getAs(person, path)).arrayBuffer()).byteLength).toBeGreaterThan(500);
    });

    it('opens for citizens', async () => {
      const counters = await testApp.context.db.selectFrom('counters').selectAll().execute();
      const paths = [
        '/',
        '/ket-qua',
        '/ket-qua?ky=BC-2024',
        '/rieng-tu',
        ...counters.map(({ code }) => `/k/${code}`),
      ];
      for (const path of paths) expect((await testApp.get(path)).status, path).toBe(200);
      const { code } = counters.find(({ is_open }) => is_open === 1) ?? { code: '' };
      expect((await testApp.submit(code, { 'q.overall': '4' })).status).toBe(303);
    });

    it.skipIf(name !== 'a SQLite file')(
      'can be restored from the copy that was made before the upgrade',
      async () => {
        const { dataDir } = testApp.context.config;
        const [copy = ''] = readdirSync(join(dataDir, 'backups')).filter((file) =>
          file.startsWith('before-'),
        );
        const restored = await restoreCopy({
          file: join(dataDir, 'backups', copy),
          database: join(makeFolder('restored'), 'hailong.sqlite'),
          surveys: testApp.context.surveys,
          today: dayOf(testApp.context.clock.now()),
          isRepair: false,
          despiteSeals: false,
          beforeStart: false,
        });
        expect(restored).toMatchObject({ ballots: expected.ballots + expected.in_box, sealFault: null });
      },
    );

    it('goes on: the day ends, is sealed, and the week closes', async () => {
      testApp.setTime('2025-01-19T00:06:00+07:00');
      await runDailyWork(testApp.context);
      expect(await countRows('ballots')).toBe(expected.ballots + expected.in_box + 1);
      expect(await checkSeals()).toMatchObject({ days: expectedHere.seals.days + 11, fault: null });
      expect(await checkTallies()).toEqual([]);
      const closed = await testApp.context.db.selectFrom('closed_reports').select('period').execute();
      expect(closed.map(({ period }) => period)).toContain('2025-W02');
    });
  },
);
