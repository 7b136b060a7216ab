import type { Day } from '../lib/day.ts';
import type { Trx } from '../storage/schema.ts';
import { findLastSeal, insertVoiding, listVoidings, moveSeals, type SealVoiding } from './seal.store.ts';

/**
 * Voids the seals of the day `from` and of later days. They stay in the chain, which continues from the last
 * of them. `reports`: revisions of reports that were closed too early, by period. Returns the last void day;
 * null: there is none.
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

/** The chain value before a day that is the first one of a voiding; null for other days. */
export function headBefore(day: Day, voidings: readonly SealVoiding[]): string | null {
  const newest = voidings.findLast(({ from_day }) => from_day <= day);
  return newest?.from_day === day ? newest.head : null;
}
