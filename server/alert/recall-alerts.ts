import { dayOf } from '../lib/day.ts';
import type { Period } from '../period/period.ts';
import { readSettled } from '../storage/recent-reads.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { Unit } from '../unit/unit.ts';
import { type DiscloseWeek, loadAlerts } from './load-alerts.ts';
import { type ReportedAlert, toReportedAlert } from './reported-alert.ts';

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

/**
 * The alerts of a unit's period as its report carries them, put together once a day: they come from finished days
 * alone. `isSettled`: whether the day before has been settled; till then nothing is remembered.
 */
export async function recallAlerts(
  db: Db | Trx,
  unit: Unit,
  period: Period,
  now: Date,
  isSettled: boolean,
  discloseWeek: DiscloseWeek,
): Promise<ReportedAlert[]> {
  const today = dayOf(now);
  const load = async () => (await loadAlerts(db, unit, period, now, discloseWeek)).map(toReportedAlert);
  if (!isSettled) return load();
  return readSettled(
    db,
    ['alerts', unit.code, period.kind, period.from, period.to, today].join('\n'),
    TABLES,
    load,
  );
}
