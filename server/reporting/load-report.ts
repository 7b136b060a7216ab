import { narrowToCounter } from '../disclosure/disclose.ts';
import type { Period } from '../period/period.ts';
import { listSeals } from '../seal/seal.store.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { listEntryRevisions } from '../transactions/entry.store.ts';
import { loadPeriodTransactions } from '../transactions/load-period-transactions.ts';
import { workingDaysOf } from '../transactions/load-working-days.ts';
import { listCounters } from '../unit/counter.store.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import type { Unit } from '../unit/unit.ts';
import type { ReportInput } from './build-report.ts';
import { loadDisclosed } from './load-disclosed.ts';
import type { Report } from './report.v1.ts';
import { createReportReader } from './report-reader.ts';

/** The report of a unit's period at an instant: the stored one when the period is closed, else computed. */
export const loadReport = (
  db: Db | Trx,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<Report> => createReportReader(db, surveys, unit, now).load(period);

/** The same as the bytes that are served; those of a closed period never change. */
export const loadReportBody = (
  db: Db | Trx,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<string> => createReportReader(db, surveys, unit, now).loadBody(period);

/** Computes a report from tallies, without looking for a stored one. */
export const computeReport = (
  db: Db | Trx,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<Report> => createReportReader(db, surveys, unit, now).compute(period);

/** Everything that a report is put together from but its alerts; with a counter's code, for that counter alone. */
export async function loadReportInput(
  db: Db | Trx,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
  counterCode?: string,
): Promise<Omit<ReportInput, 'alerts'>> {
  const { disclosed, tallied } = await loadDisclosed(db, unit, period, now);
  const own = tallied.filter(({ day }) => period.from <= day && day <= period.to);
  const counters = await listCounters(db, unit.code);
  const settings = await listDatedSettings(db, unit.code);
  return {
    unit,
    counters,
    settings,
    surveys,
    period,
    now,
    disclosed: counterCode === undefined ? disclosed : narrowToCounter(disclosed, counterCode),
    // A range is for a look at the unit's totals; the seals of its days stand in the named periods.
    seals: period.kind === 'range' ? [] : await listSeals(db, unit.code, period.from, period.to),
    transactions: await loadPeriodTransactions((from, to) => listEntryRevisions(db, unit.code, from, to), {
      unit,
      counters,
      period,
      answered: new Set(own.map(({ counter_code }) => counter_code)),
      isWorkingDay: workingDaysOf(settings),
      now,
      counterCode,
    }),
  };
}
