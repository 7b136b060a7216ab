import type { Clock } from '../lib/clock.ts';
import { addDays, type Day, dayOf, earlierOf } from '../lib/day.ts';
import { findFirstBallotDay, listDaysInBox } from '../response/ballot.store.ts';
import { findLastSettledDay } from '../response/settled-day.store.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { findFirstTalliedDay } from '../tally/tally.store.ts';
import { listUnits } from '../unit/unit.store.ts';
import type { Unit } from '../unit/unit.ts';
import { computeDigest } from './read-day.ts';
import { findLastSeal, findSeal, insertSeal, insertVoiding, listVoidings, moveSeals } from './seal.store.ts';
import { CHAIN_START, chainDay, type DaySeal, headBefore } from './seal.ts';

/** Limit per run, in ballots, so that the first run over years of data does not take long. */
const WORK_PER_RUN = 200_000;
/** Each day counts as this many ballots more, because the commit of its seal waits for the disk. */
const WORK_PER_DAY = 1_000;

/**
 * Seals every settled day since the last sealed one, for every unit, in order, including days without ballots.
 * Idempotent; safe to interrupt; stops at the limit per run, and the next call continues. Returns the number of
 * days sealed.
 */
export async function sealDays(db: Db, clock: Clock, workPerRun = WORK_PER_RUN): Promise<number> {
  const today = dayOf(clock.now());
  const settled = await findLastSettledDay(db);
  if (settled === null) return 0;
  const until = earlierOf(settled, addDays(today, -1));
  let count = 0;
  let work = 0;
  for (const unit of await listUnits(db)) {
    const voidings = await listVoidings(db, unit.code);
    let last = await findLastSeal(db, unit.code);
    let day = last ? addDays(last.day, 1) : await findFirstDay(db, unit);
    while (day <= until && work < workPerRun) {
      const previous: string = headBefore(day, voidings) ?? last?.chain ?? CHAIN_START;
      const seal = await sealDay(db, unit.code, day, previous, today);
      if (!seal) break;
      count += 1;
      work += WORK_PER_DAY + seal.ballots;
      last = seal;
      day = addDays(day, 1);
    }
  }
  return count;
}

/** The unit's opening day, unless there are ballots of an earlier day. */
async function findFirstDay(db: Db, unit: Unit): Promise<Day> {
  const first = [await findFirstBallotDay(db, unit.code), await findFirstTalliedDay(db, unit.code)];
  return first.reduce<Day>((day, other) => earlierOf(day, other ?? day), unit.opened_on);
}

/** Returns undefined and stores nothing while the ballot box still has ballots of this or an earlier day. */
async function sealDay(
  db: Db,
  unitCode: string,
  day: Day,
  previous: string,
  today: Day,
): Promise<DaySeal | undefined> {
  // Outside the transaction, which would block incoming ballots: the data of a settled day do not change.
  const { digest, ballots } = await computeDigest(db, unitCode, day);
  const chain = chainDay(previous, day, digest);
  return inTransaction(db, async (trx) => {
    if ((await listDaysInBox(trx, addDays(day, 1))).length > 0) return undefined;
    await insertSeal(trx, { unit_code: unitCode, day, ballots, digest, chain, sealed_on: today });
    return findSeal(trx, unitCode, day);
  });
}

/**
 * Voids the seals of the day `from` and of later days. The seal chain continues from the last void seal. `reports`:
 * revisions of reports that were stored too early, by period. Returns the last void day, or null if there is none.
 */
export async function voidSeals(
  trx: Trx,
  unitCode: string,
  from: Day,
  reports: Readonly<Record<string, number>>,
): Promise<Day | null> {
  const last = await findLastSeal(trx, unitCode);
  if (!last || last.day < from) return null;
  const newest = (await listVoidings(trx, unitCode)).at(-1);
  const voiding = (newest?.voiding ?? 0) + 1;
  const isSealedSince = newest === undefined || last.day >= newest.from_day;
  await insertVoiding(trx, {
    unit_code: unitCode,
    voiding,
    from_day: from,
    reason: 'clock-ahead',
    head: isSealedSince ? last.chain : newest.head,
    reports: JSON.stringify(reports),
  });
  await moveSeals(trx, unitCode, voiding, from);
  return last.day;
}
