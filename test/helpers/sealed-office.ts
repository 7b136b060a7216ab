import { sql } from 'kysely';
import { systemRandom } from '../../server/lib/random.ts';
import { emptyBallotBox } from '../../server/response/empty-ballot-box.ts';
import { type AcceptedResponse, storeResponses } from '../../server/response/store-responses.ts';
import { sealDays } from '../../server/seal/seal-days.ts';
import { isPostgres } from '../../server/storage/dialect.ts';
import type { Db } from '../../server/storage/schema.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import type { Level } from '../../server/survey/definition.ts';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import { insertUnit } from '../../server/unit/unit.store.ts';
import { EMPTY_PROFILE } from '../../server/unit/unit.ts';
import { createTestClock, type TestClock } from './test-app.ts';

export const UNIT = 'dong-son';
export const surveys = loadSurveys('surveys');
const QUESTION_IDS = surveys.find('mot-cua-ngan', 1)?.questions.map(({ id }) => id) ?? [];

/** Number of ballots by day: one day has none, and two have equally many. */
export const DAYS: readonly (readonly [day: string, ballots: number])[] = [
  ['2024-01-29', 6],
  ['2024-01-30', 0],
  ['2024-01-31', 1],
  ['2024-02-01', 6],
  ['2024-02-02', 3],
];

let lastToken = 0;

/** An accepted ballot; each call gives a slightly different one. */
export function acceptedBallot(given: Partial<AcceptedResponse> = {}): AcceptedResponse {
  lastToken += 1;
  const overall = ((lastToken % 5) + 1) as Level;
  return {
    token_hash: `token-${lastToken}`,
    unit_code: UNIT,
    counter_code: lastToken % 3 === 0 ? 'bbbbb' : 'aaaaa',
    channel: 'poster',
    survey_id: 'mot-cua-ngan',
    survey_version: 1,
    question_ids: QUESTION_IDS,
    answers: { levels: { overall, i25: 2, i28: 'na' }, why: { i25: ['seats'] } },
    respondent: { kind: 'person', field: null },
    comment: null,
    set_aside: lastToken % 7 === 0 ? 'burst' : null,
    intake: null,
    slip: null,
    ...given,
  };
}

export async function storeBallots(db: Db, clock: TestClock, count: number): Promise<void> {
  if (count === 0) return;
  const items = Array.from({ length: count }, () => acceptedBallot());
  await inTransaction(db, (trx) => storeResponses(trx, clock, systemRandom, items));
}

export async function addUnit(db: Db, openedOn: string): Promise<void> {
  await inTransaction(db, (trx) =>
    insertUnit(trx, {
      code: UNIT,
      official_code: null,
      ...EMPTY_PROFILE,
      name: 'UBND xã Đông Sơn',
      receiver: 'Sở Nội vụ',
      contact_phone: null,
      opened_on: openedOn,
    }),
  );
}

/** Stores the ballots of `DAYS`; with `isSealed` each day is sealed on the next morning. */
export async function fillOffice(db: Db, isSealed = true): Promise<TestClock> {
  await addUnit(db, DAYS[0]![0]);
  const clock = createTestClock();
  for (const [day, ballots] of DAYS) {
    clock.set(`${day}T08:00:00+07:00`);
    await endDays(db, clock, isSealed);
    await storeBallots(db, clock, ballots);
  }
  clock.set('2024-02-03T08:00:00+07:00');
  await endDays(db, clock, isSealed);
  return clock;
}

async function endDays(db: Db, clock: TestClock, isSealed: boolean): Promise<void> {
  await emptyBallotBox(db, clock);
  if (isSealed) await sealDays(db, clock);
}

const GUARDED = ['ballots', 'ballot_box', 'day_seals', 'closed_reports'];

/** Runs `act` without the triggers that protect ballots, as the owner of the database could. */
export async function asOwner(db: Db, act: () => Promise<unknown>): Promise<void> {
  if (!isPostgres(db)) {
    const { rows } = await sql<{ name: string }>`
      select name from sqlite_master where type = 'trigger'`.execute(db);
    for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(db);
    await act();
    return;
  }
  for (const table of GUARDED) await sql`alter table ${sql.table(table)} disable trigger user`.execute(db);
  try {
    await act();
  } finally {
    for (const table of GUARDED) await sql`alter table ${sql.table(table)} enable trigger user`.execute(db);
  }
}

/** Recomputes all seals, as somebody who owns the database and has the program could. Needs `asOwner`. */
export async function resealDays(db: Db, clock: TestClock): Promise<void> {
  await db.deleteFrom('day_seals').execute();
  await sealDays(db, clock);
}
