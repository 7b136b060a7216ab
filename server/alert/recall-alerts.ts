import type { Disclosed } from '../disclosure/disclose.ts';
import { dayOf } from '../lib/day.ts';
import type { Period } from '../period/period.ts';
import { readSettled } from '../storage/recent-reads.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { Unit } from '../unit/unit.ts';
import type { WeekAnswers } from './alert-input.ts';
import { loadAlerts } from './load-alerts.ts';
import { type ReportedAlert, toReportedAlert } from './reported-alert.ts';
import { toWeekAnswers } from './week-answers.ts';

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
 * alone. `isSettled`: whether the day before has been settled; till then nothing is remembered. `discloseWeek` says
 * what may be shown of a closed week, as its report does.
 */
export async function recallAlerts(
  db: Db | Trx,
  unit: Unit,
  period: Period,
  now: Date,
  isSettled: boolean,
  discloseWeek: (week: Period) => Promise<Pick<Disclosed, 'cells'>>,
): Promise<ReportedAlert[]> {
  const today = dayOf(now);
  // The same weeks are history to every period of a year.
  const loadWeek = async (week: Period): Promise<WeekAnswers> => {
    const read = async () => toWeekAnswers(week, await discloseWeek(week));
    const key = ['week-answers', unit.code, week.id].join('\n');
    return isSettled ? readSettled(db, key, ['tallies', 'headline_steps'], read) : read();
  };
  const load = async () => (await loadAlerts(db, unit, period, now, loadWeek)).map(toReportedAlert);
  if (!isSettled) return load();
  return readSettled(
    db,
    ['alerts', unit.code, period.kind, period.from, period.to, today].join('\n'),
    TABLES,
    load,
  );
}
