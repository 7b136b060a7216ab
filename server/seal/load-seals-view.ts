import { addDays, type Day, earlierOf } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import type { Unit } from '../unit/unit.ts';
import { findLastSeal, listSeals } from './seal.store.ts';
import type { DaySeal } from './seal.ts';

/** A sealed day and the days before it. */
interface SealsView {
  /** Seal of the chosen day, or of the last sealed day before it. */
  readonly shown: DaySeal;
  /** Up to `DAYS_SHOWN` days ending with `shown`, latest first. */
  readonly days: readonly DaySeal[];
  /** The first day of the next page; null on the last page. */
  readonly older: Day | null;
  readonly isLatest: boolean;
}

const DAYS_SHOWN = 31;

/** Shows the last sealed day unless a day is chosen; null when nothing is sealed up to the chosen day. */
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
