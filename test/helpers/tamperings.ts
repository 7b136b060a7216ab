import { rebuildTallies } from '../../server/response/recount.ts';
import type { Db } from '../../server/storage/schema.ts';
import { surveys, UNIT } from './sealed-office.ts';

/** How the owner of the database changes the data of `DAYS`, and the fault that verification must report. */
export interface Tampering {
  readonly name: string;
  readonly act: (db: Db) => Promise<unknown>;
  readonly fault: object;
}

/** By way of a temporary date, because the rows of the days must not mix. */
async function swapDays(db: Db, table: 'ballots' | 'tallies' | 'respondent_tallies') {
  const move = (from: string, to: string) =>
    db.updateTable(table).set({ day: to }).where('day', '=', from).execute();
  await move('2024-01-29', '1000-01-01');
  await move('2024-02-01', '2024-01-29');
  await move('1000-01-01', '2024-02-01');
}

const oneBallot = (db: Db, day: string) =>
  db
    .selectFrom('ballots')
    .selectAll()
    .where('day', '=', day)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();

const changeAnswer = async (db: Db) => {
  const { id } = await oneBallot(db, '2024-01-31');
  const answers = '{"i25":5,"i28":"na","overall":5}';
  await db.updateTable('ballots').set({ answers, why: null }).where('id', '=', id).execute();
};
const deleteBallot = async (db: Db) => {
  const { id } = await oneBallot(db, '2024-02-01');
  await db.deleteFrom('ballots').where('id', '=', id).execute();
};
const addBallot = async (db: Db) => {
  const ballot = await oneBallot(db, '2024-01-29');
  const added = { ...ballot, id: 'ab'.repeat(16), day: '2024-01-30' };
  await db.insertInto('ballots').values(added).execute();
};
const changeTally = async (db: Db) => {
  const tally = await db
    .selectFrom('tallies')
    .selectAll()
    .where('day', '=', '2024-01-31')
    .executeTakeFirstOrThrow();
  const counts = tally.counts.replace(/"overall":\[[\d,]*\]/, '"overall":[0,0,0,0,1,0,0]');
  const changed =
    counts === tally.counts ? counts.replace('"overall":[0,0,0,0,1', '"overall":[0,0,0,1,0') : counts;
  await db.updateTable('tallies').set({ counts: changed }).where('day', '=', '2024-01-31').execute();
};

/** Also recomputes the tallies, so that ballots and tallies agree. */
const unseen = (act: (db: Db) => Promise<unknown>) => async (db: Db) => {
  await act(db);
  await rebuildTallies(db, surveys, UNIT);
};

const changed = { kind: 'ballots', day: '2024-01-31', sealed: 1, found: 1 };
const deleted = { kind: 'ballots', day: '2024-02-01', sealed: 6, found: 5 };
const added = { kind: 'ballots', day: '2024-01-30', sealed: 0, found: 1 };
const swapped = { kind: 'swapped', day: '2024-01-29', other: '2024-02-01' };

export const TAMPERINGS: readonly Tampering[] = [
  { name: 'one stored answer is changed', act: changeAnswer, fault: changed },
  {
    name: 'one stored answer is changed, and the tallies with it',
    act: unseen(changeAnswer),
    fault: changed,
  },
  { name: 'one ballot is deleted', act: deleteBallot, fault: deleted },
  { name: 'one ballot is deleted, and the tallies made to fit', act: unseen(deleteBallot), fault: deleted },
  { name: 'one ballot is added to a past day', act: addBallot, fault: added },
  { name: 'one ballot is added, and the tallies with it', act: unseen(addBallot), fault: added },
  {
    name: 'a tally is changed',
    act: changeTally,
    fault: { kind: 'tallies', day: '2024-01-31', sealed: 1, found: 1 },
  },
  {
    name: 'two days are swapped',
    act: async (db) => {
      for (const table of ['ballots', 'tallies', 'respondent_tallies'] as const) {
        await swapDays(db, table);
      }
    },
    fault: swapped,
  },
  {
    name: 'the ballots of two days are swapped',
    act: (db) => swapDays(db, 'ballots'),
    fault: { kind: 'ballots', day: '2024-01-29', sealed: 6, found: 6 },
  },
];
