import type { Clock } from '../lib/clock.ts';
import { addDays, type Day, dayOf, earlierOf } from '../lib/day.ts';
import { findFirstBallotDay, listDaysInBox } from '../response/ballot.store.ts';
import { findLastSettledDay } from '../response/settled-day.store.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findFirstTalliedDay } from '../tally/tally.store.ts';
import { listUnits } from '../unit/unit.store.ts';
import type { Unit } from '../unit/unit.ts';
import { computeDigest } from './read-day.ts';
import { findLastSeal, findSeal, insertSeal } from './seal.store.ts';
import { CHAIN_BEGIN, chainDay, type DaySeal } from './seal.ts';

/** A turn ends after so much work, counted in ballots, so that a first start on many years is not held up. */
const WORK_A_TURN = 200_000;
/** The work of a day besides its ballots: a commit that waits for the disk. */
const WORK_OF_A_DAY = 1_000;

/**
 * Seals every day of every unit that has been settled since its last sealed one, in order, days without
 * ballots too. Safe to repeat and to interrupt; where there is very much to do, the next call goes on.
 * A day is sealed only when it lies before today by the clock. Returns how many days were sealed.
 */
export async function sealDays(db: Db, clock: Clock, workATurn = WORK_A_TURN): Promise<number> {
  const today = dayOf(clock.now());
  const settled = await findLastSettledDay(db);
  if (settled === null) return 0;
  const until = earlierOf(settled, addDays(today, -1));
  let count = 0;
  let work = 0;
  for (const unit of await listUnits(db)) {
    let last = await findLastSeal(db, unit.code);
    let day = last ? addDays(last.day, 1) : await findFirstDay(db, unit);
    while (day <= until && work < workATurn) {
      const seal = await sealDay(db, unit.code, day, last?.chain ?? CHAIN_BEGIN, today);
      if (!seal) break;
      count += 1;
      work += WORK_OF_A_DAY + seal.ballots;
      last = seal;
      day = addDays(day, 1);
    }
  }
  return count;
}

/** Ballots that were there before the day of opening are sealed as well. */
async function findFirstDay(db: Db, unit: Unit): Promise<Day> {
  const first = [await findFirstBallotDay(db, unit.code), await findFirstTalliedDay(db, unit.code)];
  return first.reduce<Day>((day, other) => earlierOf(day, other ?? day), unit.opened_on);
}

/**
 * Seals a settled day. Undefined, and nothing is stored, while ballots of it or of a day before still lie in
 * the box: they leave it first.
 */
async function sealDay(
  db: Db,
  unitCode: string,
  day: Day,
  previous: string,
  today: Day,
): Promise<DaySeal | undefined> {
  // Read outside the transaction, which would keep ballots that come in waiting: a settled day stays as it is.
  const { digest, ballots } = await computeDigest(db, unitCode, day);
  const chain = chainDay(previous, day, digest);
  return inTransaction(db, async (trx) => {
    if ((await listDaysInBox(trx, addDays(day, 1))).length > 0) return undefined;
    await insertSeal(trx, { unit_code: unitCode, day, ballots, digest, chain, sealed_on: today });
    return findSeal(trx, unitCode, day);
  });
}

/** A sealed day that the clock has not left behind: it went back, and nothing is sealed meanwhile. Else null. */
export async function findSealAhead(db: Db, clock: Clock): Promise<Day | null> {
  const today = dayOf(clock.now());
  for (const { code } of await listUnits(db)) {
    const last = await findLastSeal(db, code);
    if (last && today <= last.day) return last.day;
  }
  return null;
}
