import type { BelievedClock, ClockEvidence } from '../lib/believed-clock.ts';
import { addDays, laterOf } from '../lib/day.ts';
import { listDaysInBox } from '../response/ballot.store.ts';
import { findLastSettledDay } from '../response/settled-day.store.ts';
import type { Db } from '../storage/schema.ts';
import { findInstallation } from '../unit/installation.store.ts';

/** `from`: the day after the last settled one, but not before the day that a person confirmed last. */
export async function loadClockEvidence(db: Db): Promise<ClockEvidence> {
  const settled = await findLastSettledDay(db);
  const confirmed = (await findInstallation(db))?.clock_confirmed_on ?? null;
  const latest = (await listDaysInBox(db, '9999-12-31')).at(-1) ?? null;
  // The ballot box counts only where nothing else is known: its days may be in the future by a wrong clock.
  const next = settled === null ? (confirmed ?? latest) : addDays(settled, 1);
  const from = next === null || confirmed === null ? next : laterOf(next, confirmed);
  return { from, confirmed, latest };
}

export async function judgeClock(db: Db, clock: BelievedClock): Promise<void> {
  clock.judge(await loadClockEvidence(db));
}
