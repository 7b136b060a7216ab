import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { BALLOT_TABLES, listBallotPage } from './ballot.store.ts';
import type { Ballot } from './ballot.ts';

/**
 * Ballots per page. Small, because SQLite cannot checkpoint its WAL during a statement, and because V8 does not
 * promote short-lived rows to the old generation.
 */
const PAGE_SIZE = 250;

/**
 * Reads a unit's ballots of one day in pages, so that memory use does not grow with their number: first the settled
 * ones, then those in `ballot_box`, sorted by id. Each page is a separate statement and yields to the event loop.
 * Consistent only for settled days, whose ballots never change, or inside a transaction.
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
