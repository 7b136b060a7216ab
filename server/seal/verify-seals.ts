import { addDays, type Day } from '../lib/day.ts';
import { findFirstBallotDay, findLastFinishedDay } from '../response/ballot.store.ts';
import { findLastSettledDay } from '../response/settled-day.store.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { findFirstTalliedDay } from '../tally/tally.store.ts';
import { diagnoseDay } from './diagnose-day.ts';
import { computeDigest, readDay } from './read-day.ts';
import { listSeals } from './seal.store.ts';
import { CHAIN_START, chainDay, type DaySeal } from './seal.ts';

/** The first mismatch between data and seals. */
export type SealFault = { readonly day: Day } & (
  | {
      /** A ballot was changed, added or removed, or a tally was changed. */
      readonly kind: 'ballots' | 'tallies';
      /** Number of ballots when the day was sealed; `found` is the present number. */
      readonly sealed: number;
      readonly found: number;
    }
  /** The day has the sealed content of another day. */
  | { readonly kind: 'swapped'; readonly other: Day }
  /** The seal is missing, does not follow from the one before, or has another number of ballots. */
  | { readonly kind: 'seal-missing' | 'chain' | 'seal-count' }
  /**
   * There are ballots or tallies before the first sealed day, or settled ballots of a day that is not over.
   */
  | { readonly kind: 'extra' }
  /** The stored report of a closed period was changed, or has another seal of the day. */
  | { readonly kind: 'report-changed' | 'report-differs'; readonly period: string }
);

interface SealCheck {
  readonly first: Day | null;
  /** The last sealed day; undefined when no day is sealed. */
  readonly last: DaySeal | undefined;
  /** Number of sealed days. */
  readonly days: number;
  /** The first mismatch; null when everything matches. */
  readonly fault: SealFault | null;
}

/**
 * Recomputes all seals of a unit from its ballots and tallies, day by day and in pages, and reports the first
 * day that differs. Someone with write access to the database can make everything consistent again, including
 * the seals: only copies of the seals held elsewhere reveal that.
 */
export async function verifySeals(db: Db, surveys: SurveyCatalogue, unitCode: string): Promise<SealCheck> {
  const seals = await listSeals(db, unitCode, '0000-00-00', '9999-99-99');
  const last = seals.at(-1);
  const found = { first: seals[0]?.day ?? null, last, days: seals.length };
  const extra = await findExtraDay(db, unitCode, found.first);
  if (extra !== null && extra < (found.first ?? ''))
    return { ...found, fault: { kind: 'extra', day: extra } };
  let previous: DaySeal | null = null;
  for (const seal of seals) {
    const fault = await findFault(db, surveys, seals, seal, previous);
    if (fault) return { ...found, fault };
    previous = seal;
  }
  return { ...found, fault: extra === null ? null : { kind: 'extra', day: extra } };
}

async function findExtraDay(db: Db, unitCode: string, first: Day | null): Promise<Day | null> {
  if (first === null) return null;
  const begun = [await findFirstBallotDay(db, unitCode), await findFirstTalliedDay(db, unitCode)];
  const before = begun.flatMap((day) => (day !== null && day < first ? [day] : [])).sort()[0];
  if (before !== undefined) return before;
  const finished = await findLastFinishedDay(db, unitCode);
  const settled = await findLastSettledDay(db);
  return finished !== null && (settled === null || finished > settled) ? finished : null;
}

async function findFault(
  db: Db,
  surveys: SurveyCatalogue,
  seals: readonly DaySeal[],
  seal: DaySeal,
  previous: DaySeal | null,
): Promise<SealFault | null> {
  const { day } = seal;
  const expected = previous === null ? day : addDays(previous.day, 1);
  if (day !== expected) return { kind: 'seal-missing', day: expected };
  const now = await computeDigest(db, seal.unit_code, day, seal.digest).catch((error: unknown) => {
    // Thrown where a ballot or tally is no longer valid JSON.
    if (error instanceof SyntaxError) return null;
    throw error;
  });
  const sealed = seal.ballots;
  if (now === null) return { kind: 'ballots', day, sealed, found: sealed };
  const found = now.ballots;
  if (now.digest !== seal.digest) {
    const difference = diagnoseDay(await readDay(db, seal.unit_code, day), seals, surveys);
    if (difference.part === 'swapped') return { kind: 'swapped', day, other: difference.other };
    return { kind: difference.part, day, sealed, found };
  }
  if (sealed !== found) return { kind: 'seal-count', day };
  const chain = chainDay(previous?.chain ?? CHAIN_START, day, seal.digest);
  return chain === seal.chain ? null : { kind: 'chain', day };
}
