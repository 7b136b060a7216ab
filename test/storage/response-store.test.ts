import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../server/lib/day.ts';
import { systemRandom } from '../../server/lib/random.ts';
import { emptyBox, listBallots } from '../../server/response/ballot.store.ts';
import type { Ballot } from '../../server/response/ballot.ts';
import { emptyBallotBox } from '../../server/response/empty-ballot-box.ts';
import { rebuildTallies, recount } from '../../server/response/recount.ts';
import {
  type AcceptedResponse,
  SPENT_TOKEN_DAYS,
  type StoreResult,
  storeResponses,
} from '../../server/response/store-responses.ts';
import type { Db } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { createWriteBatch, type WriteBatch } from '../../server/storage/write-batch.ts';
import type { Level } from '../../server/survey/definition.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import { listRespondentTallies } from '../../server/tally/respondent-tally.store.ts';
import { listTallies } from '../../server/tally/tally.store.ts';
import { sumTallies } from '../../server/tally/tally.ts';
import { DATABASES } from '../helpers/databases.ts';
import { createTestClock, type TestClock } from '../helpers/test-app.ts';

const UNIT = 'dong-son';
const MONDAY = '2024-01-29';
const surveys = loadSurveys('surveys');
const QUESTION_IDS = surveys.find('mot-cua-ngan', 1)?.questions.map(({ id }) => id) ?? [];

let lastToken = 0;

function response(given: Partial<AcceptedResponse> & { overall?: Level } = {}): AcceptedResponse {
  const { overall = 4, ...rest } = given;
  lastToken += 1;
  return {
    token_hash: `token-${lastToken}`,
    unit_code: UNIT,
    counter_code: 'aaaaa',
    channel: 'poster',
    survey_id: 'mot-cua-ngan',
    survey_version: 1,
    question_ids: QUESTION_IDS,
    answers: { levels: { overall, i25: 2, i28: 'na' }, why: { i25: ['seats'] } },
    respondent: { kind: 'person', field: null },
    comment: null,
    set_aside: null,
    intake: null,
    slip: null,
    ...rest,
  };
}

const startBatch = (db: Db, clock: TestClock): WriteBatch<AcceptedResponse, StoreResult> =>
  createWriteBatch(db, (trx, items) => storeResponses(trx, clock, systemRandom, items));

const listAll = (db: Db, table: 'ballot_box' | 'ballots' | 'comment_box' | 'comments' | 'spent_tokens') =>
  db.selectFrom(table).selectAll().execute();

const totalOf = async (db: Db): Promise<number> =>
  sumTallies((await listTallies(db, UNIT, '2024-01-01', '2024-12-31')).map(({ tally }) => tally)).ballots;

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('ballots on $name', (database) => {
  it('are stored with their tallies, headline and comment together', async () => {
    const db = await database.open();
    const batch = startBatch(db, createTestClock());
    const levels: Level[] = [5, 4, 3, 2, 1, 5];
    const sent = levels.map((overall) =>
      batch.add(response({ overall, comment: overall === 1 ? 'Nóng' : null })),
    );
    expect(await Promise.all(sent)).toEqual(levels.map(() => 'stored'));
    await batch.add(response({ overall: 1, set_aside: 'burst' }));

    const stored = await listBallots(db, UNIT, MONDAY);
    expect(stored.map(({ answers }) => answers.levels.overall).sort()).toEqual([1, 1, 2, 3, 4, 5, 5]);
    expect(stored.filter(({ set_aside }) => set_aside === 'burst')).toHaveLength(1);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(7);
    expect(await totalOf(db)).toBe(7);
    const [kind] = await listRespondentTallies(db, UNIT, MONDAY, MONDAY);
    expect(kind).toMatchObject({ dimension: 'kind', option_id: 'person', levels: [1, 1, 1, 1, 2] });
    expect(await listAll(db, 'comment_box')).toMatchObject([{ text: 'Nóng', day: MONDAY }]);
  });

  it('are counted once when the same form is sent 64 times concurrently to two processes', async () => {
    const db = await database.open();
    const clock = createTestClock();
    const batches = [startBatch(db, clock), startBatch(db, clock)] as const;
    const form = response({ comment: 'Một lần' });
    const results = await Promise.all(
      Array.from({ length: 64 }, (_, index) => (batches[index % 2] as (typeof batches)[0]).add({ ...form })),
    );
    expect(results.filter((result) => result === 'stored')).toHaveLength(1);
    expect(results.filter((result) => result === 'counted-before')).toHaveLength(63);
    expect(await listAll(db, 'ballot_box')).toHaveLength(1);
    expect(await listAll(db, 'comment_box')).toHaveLength(1);
    expect(await totalOf(db)).toBe(1);
    clock.set('2024-02-05T08:00:00+07:00');
    expect(await batches[0].add({ ...form })).toBe('counted-before');
  });

  it('add up when two processes write many concurrently, to the same and to other cells', async () => {
    const db = await database.open();
    const clock = createTestClock();
    const batches = [startBatch(db, clock), startBatch(db, clock)] as const;
    const items = Array.from({ length: 120 }, (_, index) =>
      response({
        overall: ((index % 5) + 1) as Level,
        counter_code: ['aaaaa', 'bbbbb', 'ccccc'][index % 3] as string,
        set_aside: index % 8 === 0 ? 'burst' : null,
      }),
    );
    await Promise.all(items.map((item, index) => (batches[index % 2] as (typeof batches)[0]).add(item)));
    const tallies = await listTallies(db, UNIT, MONDAY, MONDAY);
    const ofCounter = (code: string) =>
      sumTallies(tallies.filter(({ counter_code }) => counter_code === code).map(({ tally }) => tally))
        .ballots;
    expect(['aaaaa', 'bbbbb', 'ccccc'].map(ofCounter)).toEqual([40, 40, 40]);
    const aside = tallies.filter(({ set_aside }) => set_aside === 'burst').map(({ tally }) => tally);
    expect(sumTallies(aside).ballots).toBe(15);
    expect(await recount(db, surveys, UNIT)).toEqual([]);
  });

  it('are stored although one of the same batch cannot be', async () => {
    const db = await database.open();
    const batch = startBatch(db, createTestClock());
    const bad = response({ survey_version: 'one' as unknown as number });
    const good = [response(), response(), response()];
    const results = await Promise.allSettled(
      [good[0], bad, good[1], good[2]].map((item) => batch.add(item as AcceptedResponse)),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await listAll(db, 'ballot_box')).toHaveLength(3);
    expect(await totalOf(db)).toBe(3);
    // The failed ballot has not used up its token, so it can be retried.
    expect(await batch.add({ ...bad, survey_version: 1 })).toBe('stored');
    expect(await recount(db, surveys, UNIT)).toEqual([]);
  });

  it('are all stored before a batch has closed, and refused afterwards', async () => {
    const db = await database.open();
    const batch = startBatch(db, createTestClock());
    const sent = Promise.all(Array.from({ length: 10 }, () => batch.add(response())));
    await batch.close();
    expect(await sent).toHaveLength(10);
    expect(await totalOf(db)).toBe(10);
    await expect(batch.add(response())).rejects.toThrow();
  });

  it('can be neither changed nor deleted once their day is over', async () => {
    const db = await database.open();
    const clock = createTestClock();
    await startBatch(db, clock).add(response());
    clock.set('2024-01-30T00:10:00+07:00');
    await emptyBallotBox(db, clock);
    const before = await listAll(db, 'ballots');
    expect(before).toHaveLength(1);
    await expect(db.updateTable('ballots').set({ answers: '{}' }).execute()).rejects.toThrow('append-only');
    await expect(db.deleteFrom('ballots').execute()).rejects.toThrow('append-only');
    expect(await listAll(db, 'ballots')).toEqual(before);
  });
});

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('the end of a day on $name', (database) => {
  const fill = async (db: Db, clock: TestClock, count = 12) => {
    const batch = startBatch(db, clock);
    await Promise.all(
      Array.from({ length: count }, (_, n) => batch.add(response({ comment: `Góp ý ${n}` }))),
    );
  };

  it('leaves nothing of the ids in the box, which reveal batches', async () => {
    const db = await database.open();
    const clock = createTestClock();
    await fill(db, clock);
    await fill(db, clock);
    const idsOf = async () => (await listBallots(db, UNIT, MONDAY)).map(({ id }) => id);
    const halves = (ids: readonly string[]) => ids.flatMap((id) => [id.slice(0, 16), id.slice(16)]);
    const boxed = await idsOf();
    expect(new Set(boxed).size).toBe(24);
    clock.set('2024-01-30T00:10:00+07:00');
    await emptyBallotBox(db, clock);
    const ids = await idsOf();
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
    expect(new Set(halves(ids)).size).toBe(48);
    expect(halves(ids).filter((half) => halves(boxed).includes(half))).toEqual([]);
  });

  it('moves ballots and comments out of the box in the order of random ids, and drops the day of comments', async () => {
    const db = await database.open();
    const clock = createTestClock();
    await fill(db, clock);
    const before = await listBallots(db, UNIT, MONDAY);
    clock.set('2024-01-30T00:10:00+07:00');
    expect(await emptyBallotBox(db, clock)).toBe(true);
    expect(await listAll(db, 'ballot_box')).toEqual([]);
    expect(await listAll(db, 'comment_box')).toEqual([]);
    const after = await listBallots(db, UNIT, MONDAY);
    const withoutIds = (ballots: readonly Ballot[]) =>
      ballots.map(({ id: _, ...ballot }) => JSON.stringify(ballot)).sort();
    expect(withoutIds(after)).toEqual(withoutIds(before));
    const comments = await listAll(db, 'comments');
    expect(comments).toHaveLength(12);
    expect(new Set(comments.map((comment) => Object.keys(comment).sort().join(' ')))).toEqual(
      new Set(['counter_code folded id marked_by marked_on state text unit_code week']),
    );
    expect(comments.every((comment) => 'week' in comment && comment.week === '2024-W05')).toBe(true);
    for (const table of ['ballots', 'comments'] as const) {
      const ids = (await sql<{ id: string }>`select id from ${sql.table(table)}`.execute(db)).rows.map(
        ({ id }) => id,
      );
      expect(ids).toEqual([...ids].sort());
    }
    expect(await recount(db, surveys, UNIT)).toEqual([]);
  });

  it('does not touch today’s rows, and is idempotent', async () => {
    const db = await database.open();
    const clock = createTestClock();
    await fill(db, clock, 3);
    clock.set('2024-01-30T00:10:00+07:00');
    await fill(db, clock, 2);
    expect(await emptyBallotBox(db, clock)).toBe(true);
    expect(await listAll(db, 'ballot_box')).toHaveLength(2);
    expect(await listAll(db, 'comment_box')).toHaveLength(2);
    const moved = await listAll(db, 'ballots');
    expect(await emptyBallotBox(db, clock)).toBe(false);
    expect(await listAll(db, 'ballots')).toEqual(moved);
    expect(moved).toHaveLength(3);
  });

  it('is finished by the next turn when it was interrupted', async () => {
    const db = await database.open();
    const clock = createTestClock();
    await fill(db, clock, 6);
    clock.set('2024-01-30T00:10:00+07:00');
    await inTransaction(db, (trx) => emptyBox(trx, systemRandom, MONDAY));
    expect(await listAll(db, 'ballots')).toHaveLength(6);
    expect(await listAll(db, 'comment_box')).toHaveLength(6);
    expect(await emptyBallotBox(db, clock)).toBe(true);
    expect(await listAll(db, 'ballots')).toHaveLength(6);
    expect(await listAll(db, 'comment_box')).toEqual([]);
    expect(await listAll(db, 'comments')).toHaveLength(6);
    expect(await recount(db, surveys, UNIT)).toEqual([]);
  });

  it('catches up on several days', async () => {
    const db = await database.open();
    const clock = createTestClock();
    for (const day of [MONDAY, '2024-01-31', '2024-02-02']) {
      clock.set(`${day}T09:00:00+07:00`);
      await fill(db, clock, 2);
    }
    clock.set('2024-02-05T08:00:00+07:00');
    await emptyBallotBox(db, clock);
    expect(await listAll(db, 'ballot_box')).toEqual([]);
    expect(await listAll(db, 'ballots')).toHaveLength(6);
  });

  it('deletes spent tokens once their forms are too old to be submitted', async () => {
    const db = await database.open();
    const clock = createTestClock();
    await fill(db, clock, 2);
    clock.set(`${addDays(MONDAY, SPENT_TOKEN_DAYS)}T00:10:00+07:00`);
    await emptyBallotBox(db, clock);
    expect(await listAll(db, 'spent_tokens')).toHaveLength(2);
    clock.set(`${addDays(MONDAY, SPENT_TOKEN_DAYS + 1)}T00:10:00+07:00`);
    await emptyBallotBox(db, clock);
    expect(await listAll(db, 'spent_tokens')).toEqual([]);
  });

  it('is final when the clock is put back: a later ballot gets the next day', async () => {
    const db = await database.open();
    const clock = createTestClock();
    await fill(db, clock, 1);
    clock.set('2024-01-31T08:00:00+07:00');
    await emptyBallotBox(db, clock);
    clock.set('2024-01-29T08:00:00+07:00');
    await fill(db, clock, 1);
    expect(await listAll(db, 'ballot_box')).toMatchObject([{ day: '2024-01-31' }]);
  });
});

describe.each(DATABASES.filter(({ isSkipped }) => !isSkipped))('a recount on $name', (database) => {
  it('finds tallies that differ from the ballots, and repairs them', async () => {
    const db = await database.open();
    const clock = createTestClock();
    const batch = startBatch(db, clock);
    await Promise.all(Array.from({ length: 6 }, () => batch.add(response())));
    clock.set('2024-01-30T08:00:00+07:00');
    await emptyBallotBox(db, clock);
    await batch.add(response({ overall: 1, counter_code: 'bbbbb' }));
    expect(await recount(db, surveys, UNIT)).toEqual([]);

    await db.deleteFrom('tallies').where('counter_code', '=', 'bbbbb').execute();
    const [row] = await listTallies(db, UNIT, MONDAY, MONDAY);
    const forged = { ...row?.tally, ballots: 7 };
    await db
      .updateTable('tallies')
      .set({ counts: JSON.stringify(forged) })
      .where('day', '=', MONDAY)
      .execute();
    const place = { channel: 'poster', survey: 'mot-cua-ngan/1', set_aside: '' };
    const differences = [
      { ...place, day: MONDAY, counter_code: 'aaaaa', tallied: 7, ballots: 6 },
      { ...place, day: '2024-01-30', counter_code: 'bbbbb', tallied: 0, ballots: 1 },
    ];
    expect(await recount(db, surveys, UNIT)).toEqual(differences);
    expect(await rebuildTallies(db, surveys, UNIT)).toEqual(differences);
    expect(await recount(db, surveys, UNIT)).toEqual([]);
    expect(await totalOf(db)).toBe(7);
  });

  it('leaves no ballot in the tallies that is not there', async () => {
    const db = await database.open();
    const batch = startBatch(db, createTestClock());
    await Promise.all(Array.from({ length: 6 }, () => batch.add(response())));
    await db.deleteFrom('ballot_box').execute();
    expect(await rebuildTallies(db, surveys, UNIT)).toMatchObject([{ tallied: 6, ballots: 0 }]);
    expect(await totalOf(db)).toBe(0);
  });

  it('finds nothing where there is nothing', async () => {
    const db = await database.open();
    expect(await recount(db, surveys, 'khong-co')).toEqual([]);
  });
});
