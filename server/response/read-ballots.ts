import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { BALLOT_TABLES, listBallotPage } from './ballot.store.ts';
import type { Ballot } from './ballot.ts';

/**
 * So many ballots are read by one statement. It takes some milliseconds, for which the log of SQLite cannot be cut;
 * and of so few nothing lives long enough to be moved to where memory is seldom given back.
 */
const PAGE_SIZE = 250;

/**
 * Reads a unit's ballots of one day, some at a time and in the order of their ids, so that memory holds few of them
 * however many there are. Each part is a statement of its own, and others have a turn after it: for days that are
 * over, of which nothing changes between two parts, or inside a transaction. What lies in the box comes last.
 */
export async function* readBallots(db: Db | Trx, unitCode: string, day: Day): AsyncGenerator<Ballot[]> {
  for (const table of BALLOT_TABLES) {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: Ballot[] = await listBallotPage(db, unitCode, day, { table, after, size: PAGE_SIZE });
      if (page.length > 0) yield page;
      after = page.length < PAGE_SIZE ? undefined : page.at(-1)?.id;
      await nextTurn();
    }
  }
}
