import { addDays, type Day, earlierOf } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import type { Unit } from '../unit/unit.ts';
import { findLastSeal, listSeals } from './seal.store.ts';
import type { DaySeal } from './seal.ts';

/** A sealed day with the days before it, for people to look at. */
export interface SealsView {
  /** The chosen day, or the last one before it that is sealed. */
  readonly shown: DaySeal;
  /** Up to `DAYS_SHOWN` days to the one shown, the latest first. */
  readonly days: readonly DaySeal[];
  /** The day that a page of older days begins with; null where there is none. */
  readonly older: Day | null;
  readonly isLatest: boolean;
}

/** So many fit a month. */
const DAYS_SHOWN = 31;

/** The seals up to a day, by default the last one; null where nothing is sealed so early. */
export async function loadSealsView(db: Db, unit: Unit, chosen: Day | null): Promise<SealsView | null> {
  const last = await findLastSeal(db, unit.code);
  if (!last) return null;
  const to = earlierOf(chosen ?? last.day, last.day);
  const found = await listSeals(db, unit.code, addDays(to, -DAYS_SHOWN), to);
  const newestFirst = found.toReversed();
  const [shown] = newestFirst;
  if (!shown) return null;
  return {
    shown,
    days: newestFirst.slice(0, DAYS_SHOWN),
    older: newestFirst[DAYS_SHOWN]?.day ?? null,
    isLatest: shown.day === last.day,
  };
}
