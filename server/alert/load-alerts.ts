import { addDays, type Day, dayOf, earlierOf, laterOf, listDays, mondayOf } from '../lib/day.ts';
import { isClosed, type Period, periodOf } from '../period/period.ts';
import { listSlipBatches, listSlipUses } from '../slip/slip.store.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listBallotCounts } from '../tally/tally.store.ts';
import { loadWorkingDays } from '../transactions/load-working-days.ts';
import { readHours } from '../trust/hour-counts.ts';
import { listHourCounts } from '../trust/intake-count.store.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Unit } from '../unit/unit.ts';
import type { Alert } from './alert.ts';
import { HISTORY_DAYS, type OddHoursCount, type WeekAnswers } from './alert-input.ts';
import { LEAST_COMPARED } from './channel-gap.ts';
import { countBatches } from './count-batches.ts';
import { toDayCounts } from './day-counts.ts';
import { findAlerts } from './find-alerts.ts';
import { loadKnownTransactions } from './load-known-transactions.ts';

/** What can change in alerts while a day lasts: what is typed, and repairs. Counts of finished days stay as they are. */
export const ALERT_TABLES = [
  'tallies',
  'headline_steps',
  'counters',
  'dated_settings',
  'transaction_entries',
  'slip_batches',
  'slip_uses',
] as const;

/** What the answers of a closed week say, as far as its report shows them. */
export type LoadWeek = (week: Period) => Promise<WeekAnswers>;

/** Weeks before a period whose answers its first week is compared with. */
const WEEKS_BEFORE = 8;

/**
 * The alerts of a unit's period at an instant, from finished days; those about answers from closed weeks. The
 * same for a closed period whenever it is asked: nothing that came after its closing is looked at.
 */
export async function loadAlerts(
  db: Db | Trx,
  unit: Unit,
  period: Period,
  now: Date,
  loadWeek: LoadWeek,
): Promise<Alert[]> {
  const from = laterOf(period.from, unit.opened_on);
  const to = earlierOf(period.to, addDays(dayOf(now), -1));
  if (to < from) return [];
  const first = addDays(from, -HISTORY_DAYS);
  const tallies = await listBallotCounts(db, unit.code, first, to);
  const counters = await listCounters(db, unit.code);
  return findAlerts({
    from,
    to,
    openedOn: unit.opened_on,
    isWorkingDay: await loadWorkingDays(db, unit.code),
    openCounters: counters.filter(({ is_open }) => is_open).map(({ code }) => code),
    days: toDayCounts(tallies),
    oddHours: fillHours(readHours(await listHourCounts(db, unit.code, first, to)), to),
    transactions: await loadKnownTransactions(db, { unit, counters, period, tallies, now }, from, to),
    weeks: await loadWeeks(unit, from, to, now, loadWeek),
    batches: countBatches(await listSlipBatches(db, unit.code), await listSlipUses(db), to),
  });
}

/** Days without a row had no ballot, from the first day on that has been counted. */
function fillHours(counted: readonly OddHoursCount[], to: Day): OddHoursCount[] {
  const [first] = counted;
  if (first === undefined) return [];
  const byDay = new Map(counted.map((hours) => [hours.day, hours]));
  return listDays(first.day, to).map((day) => byDay.get(day) ?? { day, slips: 0, others: 0 });
}

/** The closed weeks that end in the days, and, where enough answered to compare, those before them. */
async function loadWeeks(
  unit: Unit,
  from: Day,
  to: Day,
  now: Date,
  loadWeek: LoadWeek,
): Promise<WeekAnswers[]> {
  const load = async (first: Day, last: Day): Promise<WeekAnswers[]> => {
    const weeks: WeekAnswers[] = [];
    for (let monday = first; addDays(monday, 6) <= last; monday = addDays(monday, 7)) {
      const week = periodOf('week', monday);
      if (isClosed(week, now)) weeks.push(await loadWeek(week));
    }
    return weeks;
  };
  const own = await load(mondayOf(from), to);
  if (!own.some(({ counters }) => counters.some(({ n }) => n >= LEAST_COMPARED))) return own;
  const start = laterOf(mondayOf(unit.opened_on), addDays(mondayOf(from), -7 * WEEKS_BEFORE));
  return [...(await load(start, addDays(mondayOf(from), -1))), ...own];
}
