import { addDays, dayOf } from '../lib/day.ts';
import type { Period } from '../period/period.ts';
import { findLastSettledDay } from '../response/settled-day.store.ts';
import { readSettled } from '../storage/recent-reads.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { Unit } from '../unit/unit.ts';
import type { Alert } from './alert.ts';
import { type DiscloseWeek, loadAlerts } from './load-alerts.ts';

/** What of them can change while a day lasts: what is typed, and repairs. Counts of finished days stay as they are. */
const TABLES = [
  'tallies',
  'headline_steps',
  'counters',
  'dated_settings',
  'transaction_entries',
  'slip_batches',
  'slip_uses',
] as const;

/** The alerts of a unit's period, put together once a day: they come from finished days alone. */
export async function recallAlerts(
  db: Db | Trx,
  unit: Unit,
  period: Period,
  now: Date,
  discloseWeek: DiscloseWeek,
): Promise<Alert[]> {
  const today = dayOf(now);
  const load = () => loadAlerts(db, unit, period, now, discloseWeek);
  // While a day that is over can still get ballots, nothing is remembered.
  if ((await findLastSettledDay(db)) !== addDays(today, -1)) return load();
  return readSettled(
    db,
    ['alerts', unit.code, period.kind, period.from, period.to, today].join('\n'),
    TABLES,
    load,
  );
}
