import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { runDailyWork } from '../../server/daily-work.ts';
import { addDays, type Day, listDays } from '../../server/lib/day.ts';
import { createSeededRandom } from '../../server/lib/seeded-random.ts';
import { parseToken } from '../../server/response/form-token.ts';
import { insertSlipBatch } from '../../server/slip/slip.store.ts';
import { hashSlipCode, makeSlipCode } from '../../server/slip/slip-code.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { captureLog } from '../helpers/captured-log.ts';
import { inPhysicalOrder, readCells } from '../helpers/sqlite-file.ts';
import { dumpTables } from '../helpers/table-dump.ts';
import { makeFolder } from '../helpers/temporary-folder.ts';
import { createTestApp, hiddenField, type TestApp } from '../helpers/test-app.ts';

// Threat: an attacker has the whole database and all logs, and knows about each person what a
// neighbour in the queue, the phone or the slip reveals: arrival time and order, form token,
// cookie, slip, comment, and what they stated about themselves. The attacker tries to assign the
// ballots of a finished day. Six people a day answer at one counter; random guessing gets one of
// them right.

const FIRST_DAY: Day = '2024-01-29';
const DAYS = 12;
const PEOPLE = 6;

/** Who has a slip, shares the first person's phone, comments, and comes for an organisation. */
const SLIPS = [2, 5];
const SHARES_PHONE = 1;
const COMMENTS = [1, 3, 5];
const ORGANISATION = 4;

interface Person {
  readonly day: Day;
  /** Order of arrival, 0–5. */
  readonly place: number;
  /** Tokens that link a request to this person, as known to the person. */
  readonly token: string;
  readonly tokenHash: string;
  readonly cookie: string | null;
  readonly slipCode: string | null;
  readonly comment: string | null;
}

/** The ballot's owner, encoded in levels; known only to the test. */
const spell = (place: number) => ({ 'q.i25': String((place % 3) + 1), 'q.i28': String((place >> 1) + 1) });
function ownerOf(answers: string): number {
  const { i25, i28 } = JSON.parse(answers) as Record<string, number>;
  for (let place = 0; place < PEOPLE; place += 1)
    if ((place % 3) + 1 === i25 && (place >> 1) + 1 === i28) return place;
  throw new Error(`nobody's ballot: ${answers}`);
}

const cookieOf = (response: Response): string | null =>
  /hl_d=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? null;

async function answerForADay(testApp: TestApp, day: Day, slipCodes: readonly string[]): Promise<Person[]> {
  const code = testApp.counters[0]!.code;
  const people: Person[] = [];
  for (let place = 0; place < PEOPLE; place += 1) {
    testApp.setTime(`${day}T0${place + 1}:1${place}:00+07:00`);
    const slipCode = SLIPS.includes(place) ? (slipCodes[SLIPS.indexOf(place)] as string) : null;
    const path = slipCode === null ? `/k/${code}` : `/p/${slipCode}`;
    const shared = place === SHARES_PHONE ? people[0]?.cookie : null;
    const headers: Record<string, string> = shared ? { Cookie: `hl_d=${shared}` } : {};
    const html = await (await testApp.get(path, headers)).text();
    const token = hiddenField(html, 't');
    const parsed = parseToken(
      testApp.context.tokenKey,
      scopeOf(code, slipCode),
      token,
      testApp.context.clock.now(),
    );
    if (typeof parsed === 'string') throw new Error(parsed);
    const comment = COMMENTS.includes(place) ? `lời ${day} ${place}` : null;
    const response = await testApp.post(
      path,
      {
        t: token,
        s: hiddenField(html, 's'),
        'q.overall': String(place === ORGANISATION ? 2 : 5),
        ...spell(place),
        kind: place === ORGANISATION ? 'business' : 'citizen',
        ...(comment === null ? {} : { comment }),
      },
      headers,
    );
    expect(response.status).toBe(303);
    people.push({
      day,
      place,
      token,
      tokenHash: parsed.hash,
      cookie: cookieOf(response),
      slipCode,
      comment,
    });
  }
  return people;
}

const scopeOf = (code: string, slipCode: string | null): string =>
  slipCode === null ? code : `${code}\n${hashSlipCode(slipCode)}`;

async function endDay(testApp: TestApp, day: Day): Promise<void> {
  testApp.setTime(`${addDays(day, 1)}T00:06:00+07:00`);
  await runDailyWork(testApp.context);
}

/**
 * Guesses that the n-th ballot in an order belongs to the n-th person; returns the number of hits.
 */
const countHits = (people: readonly Person[], owners: readonly number[]): number =>
  people.filter(({ place }, index) => owners[index] === place).length;

/**
 * A random assignment gets one person a day right on average, whatever their number, with variance
 * one (fixed points of a random permutation). A deviation above four standard deviations is
 * information.
 */
function expectNoKnowledge(hits: number, days: number, name: string): void {
  expect(Math.abs(hits - days), `${name}: ${hits} hits in ${days} days`).toBeLessThan(4 * Math.sqrt(days));
}

const sortedBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

describe('finished days with six ballots at a counter', () => {
  const path = join(makeFolder('joining'), 'hailong.sqlite');
  const log = captureLog();
  const days = listDays(FIRST_DAY, addDays(FIRST_DAY, DAYS - 1));
  let testApp: TestApp;
  const people: Person[] = [];
  /** The WAL before the end of the last day, as an attacker on that day has it. */
  let running: Buffer;
  /** The ballots of that day at the same moment. */
  let boxed: readonly { readonly id: string; readonly answers: string }[];
  let firstCopy: Record<string, string[]>;
  let lastCopy: Record<string, string[]>;

  beforeAll(async () => {
    testApp = await createTestApp({
      log: log.log,
      random: createSeededRandom('joining'),
      environment: {
        DATABASE_URL: `sqlite:${path}`,
        DATA_DIR: makeFolder('joining-data'),
        LOG_LEVEL: 'trace',
      },
    });
    const random = createSeededRandom('joining slips');
    const codes = Array.from({ length: DAYS * SLIPS.length }, () => makeSlipCode(random));
    const counter = testApp.counters[0]!;
    const batch = {
      id: 'b'.repeat(32),
      unit_code: counter.unit_code,
      counter_code: counter.code,
      issued_by: 'can-bo-1',
      issued_on: FIRST_DAY,
      expires_on: addDays(FIRST_DAY, 60),
      slips: codes.length,
    };
    await inTransaction(testApp.context.db, (trx) => insertSlipBatch(trx, batch, codes.map(hashSlipCode)));
    for (const [index, day] of days.entries()) {
      people.push(...(await answerForADay(testApp, day, codes.slice(2 * index, 2 * index + 2))));
      if (index === DAYS - 1) {
        running = readFileSync(`${path}-wal`);
        boxed = await testApp.context.db.selectFrom('ballot_box').select(['id', 'answers']).execute();
      }
      await endDay(testApp, day);
      if (index === 0) firstCopy = await dumpTables(testApp.context.db);
    }
    lastCopy = await dumpTables(testApp.context.db);
  });

  const ofDay = (day: Day): Person[] => people.filter((person) => person.day === day);

  /** Each day's ballots in key order, and in physical order. */
  async function listOrders(): Promise<ReadonlyMap<string, ReadonlyMap<Day, readonly number[]>>> {
    const rows = await testApp.context.db.selectFrom('ballots').select(['day', 'id', 'answers']).execute();
    const connection = new SqliteConnection(path, { readonly: true });
    const { rootpage } = connection
      .prepare("select rootpage from sqlite_master where name = 'ballots'")
      .get() as {
      rootpage: number;
    };
    connection.close();
    const texts = inPhysicalOrder(readCells(path, rootpage)).map(({ payload }) => payload.toString('latin1'));
    const orders = {
      'by id': (day: Day) =>
        sortedBy(
          rows.filter((row) => row.day === day),
          ({ id }) => id,
        ),
      'by the end of the id': (day: Day) =>
        sortedBy(
          rows.filter((row) => row.day === day),
          ({ id }) => id.slice(16),
        ),
      'as they lie in the file': (day: Day) =>
        texts.flatMap((text) => rows.filter((row) => row.day === day && text.includes(row.id))),
    };
    return new Map(
      Object.entries(orders).map(([name, order]) => [
        name,
        new Map(days.map((day) => [day, order(day).map(({ answers }) => ownerOf(answers))])),
      ]),
    );
  }

  it('hold what was sent: all ballots, slips among them', async () => {
    expect(lastCopy.ballots).toHaveLength(DAYS * PEOPLE);
    const ballots = await testApp.context.db.selectFrom('ballots').selectAll().execute();
    expect(ballots.filter(({ channel }) => channel === 'slip')).toHaveLength(DAYS * SLIPS.length);
    expect(lastCopy.spent_slips).toHaveLength(DAYS * SLIPS.length);
  });

  it('have no value that leads from a token, a cookie, a slip or a comment to a ballot, with every secret in hand', () => {
    const secrets = (lastCopy.secrets ?? []).map((row) => (JSON.parse(row) as { value: string }).value);
    expect(secrets.length).toBeGreaterThanOrEqual(3);
    const keys = secrets.flatMap((secret) => [
      Buffer.from(secret),
      Buffer.from(secret, 'base64url'),
      Buffer.from(secret, 'hex'),
    ]);
    const digestsOf = (value: string): Buffer[] => [
      createHash('sha256').update(value).digest(),
      createHash('md5').update(value).digest(),
      ...keys.map((key) => createHmac('sha256', key).update(value).digest()),
    ];
    const ballotSide = ['ballots', 'tallies', 'respondent_tallies', 'intake_counts', 'day_seals']
      .flatMap((table) => lastCopy[table] ?? [])
      .join('\n');
    const logged = log.lines.join('\n');
    let tried = 0;
    for (const { token, tokenHash, cookie, slipCode, comment } of people) {
      const [id = ''] = token.split('.');
      const known = [token, id, tokenHash, cookie, slipCode, slipCode && hashSlipCode(slipCode), comment];
      for (const value of known.filter((one) => one !== null)) {
        expect(logged, value).not.toContain(value);
        for (const digest of [Buffer.from(value), Buffer.from(value, 'base64url'), ...digestsOf(value)]) {
          for (const encoding of ['hex', 'base64url', 'base64'] as const) {
            // Twelve characters, so that partial digests are found too, but none by chance.
            const part = digest.toString(encoding).slice(0, 12);
            tried += 1;
            if (part.length === 12 && ballotSide.includes(part)) expect(part, value).toBe('nowhere');
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(5_000);
  });

  it('give nobody away by order: no sorting of people matches a sorting of ballots', async () => {
    const marksOf = ({ cookie }: Person) => /\.((?:[\da-f]{2})*)-/.exec(cookie ?? '')?.[1] ?? '';
    const comments = await testApp.context.db.selectFrom('comments').select(['id', 'text']).execute();
    const commentIdOf = ({ comment }: Person) => comments.find(({ text }) => text === comment)?.id ?? '';
    const sortings: Record<string, (day: Day) => Person[]> = {
      'in the order of arrival': (day) => ofDay(day),
      'the last first': (day) => ofDay(day).reverse(),
      'by token': (day) => sortedBy(ofDay(day), ({ token }) => token),
      'by what is kept of the token': (day) => sortedBy(ofDay(day), ({ tokenHash }) => tokenHash),
      'by the marks of the cookie': (day) => sortedBy(ofDay(day), marksOf),
      'by slip': (day) =>
        sortedBy(ofDay(day), ({ slipCode }) => (slipCode === null ? '' : hashSlipCode(slipCode))),
      'by comment': (day) => sortedBy(ofDay(day), commentIdOf),
    };
    for (const [name, order] of await listOrders()) {
      for (const [sorting, peopleOf] of Object.entries(sortings)) {
        const hits = days.reduce((sum, day) => sum + countHits(peopleOf(day), order.get(day) ?? []), 0);
        expectNoKnowledge(hits, DAYS, `${sorting}, ballots ${name}`);
      }
    }
  });

  it('do not tell the people of one channel apart either: slips beside their ballots', async () => {
    for (const [name, order] of await listOrders()) {
      const hits = days.reduce((sum, day) => {
        const holders = sortedBy(
          ofDay(day).filter(({ slipCode }) => slipCode !== null),
          ({ slipCode }) => hashSlipCode(slipCode ?? ''),
        );
        const owners = (order.get(day) ?? []).filter((owner) => SLIPS.includes(owner));
        return sum + countHits(holders, owners);
      }, 0);
      // With two slips a guess gets both or none right, so the variance is one here, too.
      expectNoKnowledge(hits, DAYS, `slips, ballots ${name}`);
    }
  });

  it('say no more in a later copy: what is kept of a finished day stays as it is', () => {
    for (const table of ['ballots', 'tallies', 'respondent_tallies', 'intake_counts', 'day_seals']) {
      const ofFirst = (copy: Record<string, string[]>) =>
        copy[table]?.filter((row) => row.includes(`"day":"${FIRST_DAY}"`)) ?? [];
      expect(ofFirst(firstCopy).length, table).toBeGreaterThan(0);
      expect(ofFirst(lastCopy), table).toEqual(ofFirst(firstCopy));
    }
  });

  it('known limit: who is the only one of a kind, a field or a channel that day can be told by it', async () => {
    const { db } = testApp.context;
    const [alone] = await db
      .selectFrom('respondent_tallies')
      .select('counts')
      .where('day', '=', FIRST_DAY)
      .where('option_id', '=', 'business')
      .execute();
    // One ballot at level 2: the answer of that day's only organisation.
    expect(alone?.counts).toBe('[0,1,0,0,0]');
    const slips = await db
      .selectFrom('ballots')
      .select('answers')
      .where('day', '=', FIRST_DAY)
      .where('channel', '=', 'slip')
      .execute();
    // With two slips each ballot may be of either person; a single slip would identify its ballot.
    expect(slips.map(({ answers }) => ownerOf(answers)).sort()).toEqual(SLIPS);
  });

  it('would be found out: the running day’s log of pages gives everybody away by the same measure', async () => {
    const day = days.at(-1) ?? FIRST_DAY;
    const bySight = boxed
      .map(({ id, answers }) => ({ owner: ownerOf(answers), at: running.indexOf(id) }))
      .sort((a, b) => a.at - b.at);
    expect(
      countHits(
        ofDay(day),
        bySight.map(({ owner }) => owner),
      ),
    ).toBe(PEOPLE);
    // The ballots' new ids after the end of the day are not in the old log.
    const rows = await testApp.context.db.selectFrom('ballots').select('id').where('day', '=', day).execute();
    expect(rows).toHaveLength(boxed.length);
    expect(rows.filter(({ id }) => running.includes(id))).toEqual([]);
  });
});
