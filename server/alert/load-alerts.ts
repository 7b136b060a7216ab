import { addDays, type Day, dayOf, earlierOf, laterOf, listDays } from '../lib/day.ts';
import type { Period } from '../period/period.ts';
import { listSlipBatches, listSlipUses } from '../slip/slip.store.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listDayCounts } from '../tally/tally.store.ts';
import { loadWorkingDays } from '../transactions/load-working-days.ts';
import { listCountsOf } from '../trust/intake-count.store.ts';
import { NETWORK_MEASURE } from '../trust/intake-measures.ts';
import { HOUR_MEASURES, type OddHours, readHours } from '../trust/odd-hours.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Unit } from '../unit/unit.ts';
import { type Alert, HISTORY_DAYS } from './alert.ts';
import { countBatches } from './batch-use.ts';
import { findAlerts } from './find-alerts.ts';
import { loadKnownTransactions } from './load-known-transactions.ts';

/** Writes to these tables invalidate the cache of alerts. */
export const ALERT_TABLES = [
  'tallies',
  'counters',
  'dated_settings',
  'transaction_entries',
  'slip_batches',
  'slip_uses',
] as const;

/**
 * Uses only days for which no later ballot can arrive, and ignores numbers of transactions entered after the period
 * was closed, so that the alerts of a closed period never change.
 */
export async function loadAlerts(db: Db | Trx, unit: Unit, period: Period, now: Date): Promise<Alert[]> {
  const from = laterOf(period.from, unit.opened_on);
  const to = earlierOf(period.to, addDays(dayOf(now), -1));
  if (to < from) return [];
  const first = addDays(from, -HISTORY_DAYS);
  const days = await listDayCounts(db, unit.code, first, to);
  const counters = await listCounters(db, unit.code);
  const countsOf = (measures: readonly string[]) => listCountsOf(db, unit.code, measures, first, to);
  const isWorkingDay = await loadWorkingDays(db, unit.code);
  const query = { unit, counters, period, days, isWorkingDay, now };
  return findAlerts({
    from,
    to,
    openedOn: unit.opened_on,
    isWorkingDay,
    openCounters: counters.filter(({ is_open }) => is_open).map(({ code }) => code),
    days,
    oddHours: fillHours(readHours(await countsOf(HOUR_MEASURES)), to),
    networks: await countsOf([NETWORK_MEASURE]),
    transactions: await loadKnownTransactions(db, query, from, to),
    batches: countBatches(await listSlipBatches(db, unit.code), await listSlipUses(db), to),
  });
}

/**
 * Adds zero counts for days without a row. Days before the first row stay absent: they may be older than the
 * feature that counts odd hours.
 */
function fillHours(counted: readonly OddHours[], to: Day): OddHours[] {
  const [first] = counted;
  if (first === undefined) return [];
  const byDay = new Map(counted.map((hours) => [hours.day, hours]));
  return listDays(first.day, to).map((day) => byDay.get(day) ?? { day, slips: 0, others: 0 });
}
