import type { Day } from '../lib/day.ts';
import { makeId, type Random } from '../lib/random.ts';
import { lockTable } from '../storage/dialect.ts';
import { insertRows } from '../storage/rows.ts';
import type { Database, Db, Trx } from '../storage/schema.ts';
import { canonicalAnswers, parseCanonical } from './answers.ts';
import type { Ballot } from './ballot.ts';

const COLUMNS = [
  'day',
  'unit_code',
  'id',
  'counter_code',
  'channel',
  'survey_id',
  'survey_version',
  'answers',
  'why',
  'set_aside',
  'suggested',
] as const;

export async function insertBallots(trx: Trx, ballots: readonly Ballot[]): Promise<void> {
  await insertRows(trx, {
    table: 'ballot_box',
    columns: COLUMNS,
    rows: ballots.map((ballot) => {
      const { suggested } = ballot.answers;
      const row = {
        ...ballot,
        ...canonicalAnswers(ballot.answers),
        suggested: suggested === undefined ? null : Number(suggested),
      };
      return COLUMNS.map((column) => row[column]);
    }),
  });
}

/** Days before `today` with ballots or comments that are still in the ballot box. */
export async function listDaysInBox(db: Db | Trx, today: Day): Promise<Day[]> {
  const rows = await db
    .selectFrom('ballot_box')
    .select('day')
    .where('day', '<', today)
    .union(db.selectFrom('comment_box').select('day').where('day', '<', today))
    .execute();
  return rows.map((row) => row.day).sort();
}

/**
 * Moves a finished day's ballots out of the box. Each ballot gets a new random id, and the rows are inserted in
 * order of the new ids, because the ids in the box can reveal the order of arrival.
 */
export async function emptyBox(trx: Trx, random: Random, day: Day): Promise<void> {
  await lockTable(trx, 'ballot_box');
  const boxed = await trx.deleteFrom('ballot_box').where('day', '=', day).returning(COLUMNS).execute();
  const rows = boxed
    .map((ballot) => ({ ...ballot, id: makeId(random) }))
    .sort((a, b) => (`${a.unit_code}\n${a.id}` < `${b.unit_code}\n${b.id}` ? -1 : 1));
  await insertRows(trx, {
    table: 'ballots',
    columns: COLUMNS,
    rows: rows.map((ballot) => COLUMNS.map((column) => ballot[column])),
  });
}

export async function listBallotDays(db: Db | Trx, unitCode: string): Promise<Day[]> {
  const rows = await db
    .selectFrom('ballots')
    .select('day')
    .where('unit_code', '=', unitCode)
    .union(db.selectFrom('ballot_box').select('day').where('unit_code', '=', unitCode))
    .execute();
  return rows.map((row) => row.day).sort();
}

export async function listBallots(db: Db | Trx, unitCode: string, day: Day): Promise<Ballot[]> {
  const rows = await db
    .selectFrom('ballots')
    .select([...COLUMNS])
    .where('unit_code', '=', unitCode)
    .where('day', '=', day)
    .unionAll(
      db
        .selectFrom('ballot_box')
        .select([...COLUMNS])
        .where('unit_code', '=', unitCode)
        .where('day', '=', day),
    )
    .orderBy('id')
    .execute();
  return rows.map(toBallot);
}

/** Ballots of settled days, and ballots of days that are not settled yet. */
export const BALLOT_TABLES = ['ballots', 'ballot_box'] as const;

interface BallotPage {
  readonly table: (typeof BALLOT_TABLES)[number];
  /** Id of the last ballot of the previous page; '' for the first page. */
  readonly after: string;
  readonly size: number;
}

/** One page of ballots, sorted by id, which is random and unique within a table. */
export async function listBallotPage(
  db: Db | Trx,
  unitCode: string,
  day: Day,
  { table, after, size }: BallotPage,
): Promise<Ballot[]> {
  const rows = await db
    .selectFrom(table)
    .select([...COLUMNS])
    .where('unit_code', '=', unitCode)
    .where('day', '=', day)
    .where('id', '>', after)
    .orderBy('id')
    .limit(size)
    .execute();
  return rows.map(toBallot);
}

// Lists each property, because a spread copy would allocate one more object per row of a long export.
const toBallot = (row: Database['ballots']): Ballot => ({
  id: row.id,
  day: row.day,
  unit_code: row.unit_code,
  counter_code: row.counter_code,
  channel: row.channel,
  survey_id: row.survey_id,
  survey_version: row.survey_version,
  answers: {
    ...parseCanonical(row),
    ...(row.suggested === null ? {} : { suggested: row.suggested === 1 }),
  },
  set_aside: row.set_aside,
});

export async function findFirstBallotDay(db: Db | Trx, unitCode: string): Promise<Day | null> {
  const firstOf = (table: 'ballots' | 'ballot_box') =>
    db
      .selectFrom(table)
      .select('day')
      .where('unit_code', '=', unitCode)
      .orderBy('day')
      .limit(1)
      .executeTakeFirst();
  const days = [await firstOf('ballots'), await firstOf('ballot_box')].flatMap((row) => row?.day ?? []);
  return days.sort()[0] ?? null;
}

/** The last settled day with ballots; null when there is none. */
export async function findLastFinishedDay(db: Db | Trx, unitCode: string): Promise<Day | null> {
  const row = await db
    .selectFrom('ballots')
    .select('day')
    .where('unit_code', '=', unitCode)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.day ?? null;
}
