import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { parseConfig } from '../../server/config.ts';
import { type Context, createContext } from '../../server/context.ts';
import { isOpen } from '../../server/demo/generate-ballots.ts';
import { seedDemoTransactions } from '../../server/demo/seed-demo-office.ts';
import { showComments } from '../../server/feedback/show-comments.ts';
import { addDays, type Day, listDays, startOfDay, toVietnamTime } from '../../server/lib/day.ts';
import { makeId } from '../../server/lib/random.ts';
import { periodOf } from '../../server/period/period.ts';
import { closePeriods } from '../../server/reporting/close-periods.ts';
import { createApiKey } from '../../server/reporting/manage-api-keys.ts';
import { insertSettledDay } from '../../server/response/settled-day.store.ts';
import { SPENT_TOKEN_DAYS } from '../../server/response/store-responses.ts';
import { insertSeal } from '../../server/seal/seal.store.ts';
import { CHAIN_START, chainDay } from '../../server/seal/seal.ts';
import { sealDays } from '../../server/seal/seal-days.ts';
import { startSession } from '../../server/staff/session.ts';
import { insertUser } from '../../server/staff/user.store.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import type { CellTally } from '../../server/tally/cell.ts';
import type { LevelCounts } from '../../server/tally/level-counts.ts';
import { addToRespondentTallies, type RespondentTally } from '../../server/tally/respondent-tally.store.ts';
import { addToTallies } from '../../server/tally/tally.store.ts';
import { listCounters } from '../../server/unit/counter.store.ts';
import type { Counter } from '../../server/unit/counter.ts';
import { getMainUnit } from '../../server/unit/main-unit.ts';
import { makeBallotPool, type PoolBallot, tallyOfPool } from './ballot-pool.ts';

/** Ballots are dated from this day until the day before `OFFICE_NOW`. */
const OPENED_ON: Day = '2023-12-04';
const TODAY: Day = '2024-12-05';
/** The range of all sealed days, `FROM..TO`. */
export const OFFICE_DAYS = `${OPENED_ON}..${addDays(TODAY, -1)}`;
/** The current time for servers of this office: a Thursday morning in a week, month and quarter that are not over. */
export const OFFICE_NOW = new Date('2024-12-05T09:00:00+07:00');

/** An office with many ballots, and what is needed to sign in to it. */
export interface FilledOffice {
  readonly dataDir: string;
  readonly ballots: number;
  readonly unitCode: string;
  readonly counterCodes: readonly string[];
  /** Session cookie of a leader. */
  readonly cookie: string;
  /** Session cookies of several members of staff, because each may import only some files an hour. */
  readonly staffCookies: readonly string[];
  /** For reading reports as JSON. */
  readonly apiKey: string;
}

const POOL_SIZE = 400;
const SHARES = [7, 4.5, 3, 6, 2.5];
/** Shares of ballots that come from slips, that are set aside, and that have a comment. */
const SLIP_SHARE = 0.1;
const SET_ASIDE_SHARE = 0.02;
const COMMENT_SHARE = 0.06;
/** With more ballots the digests of seals are random, because hashing all ballots would take minutes. */
const MOST_SEALED = 50_000;

/**
 * Creates an office with `ballots` ballots of a year. The tables are as the server would have filled them:
 * ballots in the order of their random ids, consistent tallies, seals, closed reports.
 */
export async function fillOffice(dataDir: string, ballots: number): Promise<FilledOffice> {
  mkdirSync(dataDir, { recursive: true });
  const clock = { now: () => startOfDay(OPENED_ON) };
  const context = await createContext(parseConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }), {
    clock,
    isOfficial: true,
  });
  const raw = new SqliteConnection(join(dataDir, 'hailong.sqlite'));
  try {
    // Losing these data in a crash would not matter, and this is much faster.
    raw.pragma('synchronous = OFF');
    const { code } = await getMainUnit(context.db);
    const counterCodes = (await listCounters(context.db, code)).map((counter) => counter.code);
    await fillDays(context, raw, ballots);
    raw.pragma('wal_checkpoint(truncate)');
    const way = await finish(context, ballots <= MOST_SEALED);
    return { dataDir, ballots, unitCode: code, counterCodes, ...way };
  } finally {
    raw.close();
    await context.close();
  }
}

async function fillDays(context: Context, raw: SqliteConnection.Database, ballots: number): Promise<void> {
  const { db, surveys } = context;
  const survey = surveys.find('mot-cua-ngan', 1);
  if (!survey) throw new Error('the short survey is missing');
  const pool = makeBallotPool(survey, POOL_SIZE);
  const { code: unitCode } = await getMainUnit(db);
  const counters = await listCounters(db, unitCode);
  const days = listDays(OPENED_ON, addDays(TODAY, -1)).filter(isOpen);
  const write = prepareWrites(raw);
  for (const [index, day] of days.entries()) {
    const count =
      Math.floor((ballots * (index + 1)) / days.length) - Math.floor((ballots * index) / days.length);
    const made = makeDay(pool, counters, count);
    raw.transaction(() => {
      for (const row of made.rows) write.ballot(day, unitCode, row);
      for (const { counter, text } of made.comments)
        write.comment(periodOf('week', day).id, unitCode, counter, text);
      if (addDays(day, SPENT_TOKEN_DAYS) >= TODAY) write.tokens(count, addDays(day, SPENT_TOKEN_DAYS));
    })();
    await inTransaction(db, async (trx) => {
      await addToTallies(
        trx,
        made.tallies.map((cell): CellTally => ({ ...cell, unit_code: unitCode, day })),
      );
      await addToRespondentTallies(
        trx,
        made.respondents.map((row) => ({ ...row, unit_code: unitCode, day })),
      );
    });
  }
  raw.exec(`insert into comment_groups (week, unit_code, counter_code, taken, is_waiting, judged_on)
    select distinct week, unit_code, counter_code, 0, 1, null from comments`);
}

interface MadeRow {
  readonly id: string;
  readonly counter: Counter;
  readonly channel: string;
  readonly setAside: string | null;
  readonly ballot: PoolBallot;
}

function makeDay(pool: readonly PoolBallot[], counters: readonly Counter[], count: number) {
  const ids = randomBytes(16 * count);
  const rows: MadeRow[] = [];
  const comments: { counter: string; text: string }[] = [];
  const cells = new Map<string, { row: MadeRow; counts: Uint32Array }>();
  const respondents = new Map<string, Omit<RespondentTally, 'unit_code' | 'day'>>();
  for (let n = 0; n < count; n += 1) {
    const counter = counters[pickCounter()] as Counter;
    const at = Math.floor(Math.random() * pool.length);
    const ballot = pool[at] as PoolBallot;
    const row: MadeRow = {
      id: ids.toString('hex', 16 * n, 16 * n + 16),
      counter,
      channel: Math.random() < SLIP_SHARE ? 'slip' : counter.channel,
      setAside: Math.random() < SET_ASIDE_SHARE ? 'repeat-device' : null,
      ballot,
    };
    rows.push(row);
    const key = `${counter.code}\n${row.channel}\n${row.setAside}`;
    const cell = cells.get(key) ?? { row, counts: new Uint32Array(pool.length) };
    cell.counts[at] = (cell.counts[at] ?? 0) + 1;
    cells.set(key, cell);
    if (row.setAside === null) addRespondent(respondents, counter.code, ballot);
    if (Math.random() < COMMENT_SHARE) comments.push({ counter: counter.code, text: 'x'.repeat(80) });
  }
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const tallies = [...cells.values()].map(({ row, counts }) => ({
    counter_code: row.counter.code,
    channel: row.channel as CellTally['channel'],
    survey_id: 'mot-cua-ngan',
    survey_version: 1,
    set_aside: row.setAside ?? '',
    tally: tallyOfPool(pool, counts),
  }));
  return { rows, comments, tallies, respondents: [...respondents.values()] };
}

function pickCounter(): number {
  let left = Math.random() * SHARES.reduce((sum, share) => sum + share, 0);
  return Math.max(
    0,
    SHARES.findIndex((share) => {
      left -= share;
      return left < 0;
    }),
  );
}

function addRespondent(
  groups: Map<string, Omit<RespondentTally, 'unit_code' | 'day'>>,
  counterCode: string,
  ballot: PoolBallot,
): void {
  for (const dimension of ['kind', 'field'] as const) {
    const option = ballot[dimension];
    if (option === null) continue;
    const key = `${counterCode}\n${dimension}\n${option}`;
    const before: LevelCounts = groups.get(key)?.levels ?? [0, 0, 0, 0, 0];
    const [one, two, three, four, five] = before;
    const one1 = (level: number): number => (ballot.overall === level ? 1 : 0);
    groups.set(key, {
      counter_code: counterCode,
      dimension,
      option_id: option,
      levels: [one + one1(1), two + one1(2), three + one1(3), four + one1(4), five + one1(5)],
    });
  }
}

function prepareWrites(raw: SqliteConnection.Database) {
  const ballot = raw.prepare(`insert into ballots (day, unit_code, id, counter_code, channel, survey_id,
    survey_version, answers, why, set_aside) values (?, ?, ?, ?, ?, 'mot-cua-ngan', 1, ?, ?, ?)`);
  const comment = raw.prepare(
    'insert into comments (week, unit_code, id, counter_code, text) values (?, ?, ?, ?, ?)',
  );
  const token = raw.prepare('insert into spent_tokens (hash, expires_on) values (?, ?)');
  return {
    ballot: (day: Day, unit: string, row: MadeRow) =>
      ballot.run(
        day,
        unit,
        row.id,
        row.counter.code,
        row.channel,
        row.ballot.answers,
        row.ballot.why,
        row.setAside,
      ),
    comment: (week: string, unit: string, counter: string, text: string) =>
      comment.run(week, unit, randomBytes(16).toString('hex'), counter, text),
    tokens: (count: number, expiresOn: Day) => {
      const hashes = Array.from({ length: count }, () => randomBytes(16).toString('base64url')).sort();
      for (const hash of hashes) token.run(hash, expiresOn);
    },
  };
}

/** Adds transactions, settings and the results of nightly jobs. */
async function finish(
  { db, surveys, random }: Context,
  isSealed: boolean,
): Promise<Pick<FilledOffice, 'cookie' | 'staffCookies' | 'apiKey'>> {
  let instant = OFFICE_NOW;
  const clock = {
    now: () => instant,
    set: (wanted: Date) => {
      instant = wanted;
    },
  };
  await seedDemoTransactions(db, clock, OPENED_ON, TODAY);
  clock.set(OFFICE_NOW);
  const last = addDays(TODAY, -1);
  await inTransaction(db, (trx) => insertSettledDay(trx, last));
  await showComments(db);
  if (isSealed) while ((await sealDays(db, clock)) > 0);
  else await makeUpSeals(db, last);
  await closePeriods(db, surveys, clock);
  const apiKey = await createApiKey({ db, random, clock }, { name: 'bench', units: null, expiresOn: null });
  const signIn = (name: string, role: 'leader' | 'staff') =>
    inTransaction(db, async (trx) => {
      const id = makeId(random);
      await insertUser(trx, {
        id,
        name,
        full_name: name,
        roles: [role],
        counters: null,
        is_active: true,
        has_password: false,
        created_at: toVietnamTime(clock.now()),
      });
      return `hl_staff=${await startSession(trx, { clock, random }, id, 'browser', { heldToken: undefined, device: '' })}`;
    });
  const staffCookies: string[] = [];
  for (let n = 1; n <= 10; n += 1) staffCookies.push(await signIn(`canbo${n}`, 'staff'));
  return { apiKey, cookie: await signIn('lanhdao', 'leader'), staffCookies };
}

async function makeUpSeals(db: Context['db'], last: Day): Promise<void> {
  const counted = await db
    .selectFrom('tallies')
    .select(['unit_code', 'day', (eb) => eb.fn.sum('ballots').as('n')])
    .groupBy(['unit_code', 'day'])
    .execute();
  const byDay = new Map(counted.map(({ day, n }) => [day, Number(n)]));
  const unitCode = counted[0]?.unit_code ?? '';
  let previous = CHAIN_START;
  for (const day of listDays(OPENED_ON, last)) {
    const digest = createHash('sha256').update(`made up ${day}`).digest('hex');
    const chain = chainDay(previous, day, digest);
    const seal = { unit_code: unitCode, day, ballots: byDay.get(day) ?? 0, digest, chain, sealed_on: TODAY };
    await inTransaction(db, (trx) => insertSeal(trx, seal));
    previous = chain;
  }
}
