import { addDays, type Day } from '../lib/day.ts';
import { findFirstBallotDay, findLastFinishedDay } from '../response/ballot.store.ts';
import { findLastSettledDay } from '../response/settled-day.store.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { findFirstTalliedDay } from '../tally/tally.store.ts';
import { computeDigest, diagnoseDay } from './read-day.ts';
import { listSeals, listVoidedSeals, listVoidings, type SealVoiding, type VoidedSeal } from './seal.store.ts';
import { CHAIN_START, chainDay, type DaySeal, headBefore } from './seal.ts';

export type SealFault = { readonly day: Day } & (
  | {
      /** A ballot was changed, added or removed, or a tally was changed. */
      readonly kind: 'ballots' | 'tallies';
      /** Numbers of ballots: `sealed` when the day was sealed, `found` now. */
      readonly sealed: number;
      readonly found: number;
    }
  /** The day has the sealed content of another day. */
  | { readonly kind: 'swapped'; readonly other: Day }
  /** The seal is missing, does not follow from the previous seal, or has another number of ballots. */
  | { readonly kind: 'seal-missing' | 'chain' | 'seal-count' }
  /** There are ballots or tallies before the first sealed day, or settled ballots of a day that is not over. */
  | { readonly kind: 'extra' }
  /** The stored report of a closed period was changed, or contains another seal of the day. */
  | { readonly kind: 'report-changed' | 'report-differs'; readonly period: string }
);

interface SealCheck {
  readonly first: Day | null;
  /** The last sealed day; undefined when no day is sealed. */
  readonly last: DaySeal | undefined;
  readonly days: number;
  /** The first mismatch between data and seals; null: there is none. */
  readonly fault: SealFault | null;
}

/**
 * Recomputes all seals of a unit from its ballots and tallies, in pages, and reports the first day that differs.
 * Someone with write access to the database can recompute the seals as well; only copies of the seals kept
 * elsewhere reveal that.
 */
export async function verifySeals(
  db: Db,
  surveys: SurveyCatalogue,
  unitCode: string,
  today: Day,
): Promise<SealCheck> {
  const seals = await listSeals(db, unitCode, '0000-00-00', '9999-99-99');
  const last = seals.at(-1);
  const found = { first: seals[0]?.day ?? null, last, days: seals.length };
  const extra = await findExtraDay(db, unitCode, found.first, today);
  if (extra !== null && extra < (found.first ?? ''))
    return { ...found, fault: { kind: 'extra', day: extra } };
  const voidings = await listVoidings(db, unitCode);
  const broken = findBrokenVoid(seals, voidings, await listVoidedSeals(db, unitCode));
  if (broken !== null) return { ...found, fault: { kind: 'chain', day: broken } };
  let previous: DaySeal | null = null;
  for (const seal of seals) {
    const head = headBefore(seal.day, voidings);
    const fault = await findFault(db, surveys, seals, seal, previous, head);
    if (fault) return { ...found, fault };
    previous = seal;
  }
  return { ...found, fault: extra === null ? null : { kind: 'extra', day: extra } };
}

/**
 * Checks the chain of void seals: returns the day of the first void seal that does not follow from the previous
 * seal, or `from_day` of a voiding whose `head` is not the last chain value before it. The content of void days is
 * not checked, because they can get more ballots.
 */
function findBrokenVoid(
  seals: readonly DaySeal[],
  voidings: readonly SealVoiding[],
  voided: readonly VoidedSeal[],
): Day | null {
  for (const [index, { voiding, from_day, head }] of voidings.entries()) {
    const earlier = voidings.slice(0, index);
    /** Seals by day as they were before this voiding, including those that were voided later. */
    const before = new Map(
      [...seals, ...voided.filter((seal) => seal.voiding >= voiding).toReversed()].map((s) => [s.day, s]),
    );
    let last = earlier.at(-1)?.head ?? null;
    for (const { day, digest, chain } of voided.filter((seal) => seal.voiding === voiding)) {
      const previous = headBefore(day, earlier) ?? before.get(addDays(day, -1))?.chain ?? CHAIN_START;
      if (chainDay(previous, day, digest) !== chain) return day;
      if (day >= (earlier.at(-1)?.from_day ?? '')) last = chain;
    }
    if (last !== head) return from_day;
  }
  return null;
}

async function findExtraDay(db: Db, unitCode: string, first: Day | null, today: Day): Promise<Day | null> {
  if (first === null) return null;
  const begun = [await findFirstBallotDay(db, unitCode), await findFirstTalliedDay(db, unitCode)];
  const before = begun.flatMap((day) => (day !== null && day < first ? [day] : [])).sort()[0];
  if (before !== undefined) return before;
  const finished = await findLastFinishedDay(db, unitCode);
  // On a past day such ballots are no fault: the day was being settled when the server stopped, and its next start
  // completes this.
  if (finished === null || finished < today) return null;
  const voided = (await listVoidedSeals(db, unitCode)).map(({ day }) => day);
  // Days with void seals were settled too early, so they can have settled ballots before they are over.
  const settled = [...voided, (await findLastSettledDay(db)) ?? ''].sort().at(-1) || null;
  return settled === null || finished > settled ? finished : null;
}

async function findFault(
  db: Db,
  surveys: SurveyCatalogue,
  seals: readonly DaySeal[],
  seal: DaySeal,
  previous: DaySeal | null,
  head: string | null,
): Promise<SealFault | null> {
  const { day } = seal;
  const expected = previous === null ? day : addDays(previous.day, 1);
  if (day !== expected) return { kind: 'seal-missing', day: expected };
  const now = await computeDigest(db, seal.unit_code, day, seal.digest).catch((error: unknown) => {
    // A ballot or tally in the database is no valid JSON any more.
    if (error instanceof SyntaxError) return null;
    throw error;
  });
  const sealed = seal.ballots;
  if (now === null) return { kind: 'ballots', day, sealed, found: sealed };
  const found = now.ballots;
  if (now.digest !== seal.digest) {
    const difference = await diagnoseDay(db, seal, seals, surveys);
    if (difference.part === 'swapped') return { kind: 'swapped', day, other: difference.other };
    return { kind: difference.part, day, sealed, found };
  }
  if (sealed !== found) return { kind: 'seal-count', day };
  const chain = chainDay(head ?? previous?.chain ?? CHAIN_START, day, seal.digest);
  return chain === seal.chain ? null : { kind: 'chain', day };
}
