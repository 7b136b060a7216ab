import { recallAlerts } from '../alert/recall-alerts.ts';
import { toReportedAlert } from '../alert/reported-alert.ts';
import { narrowToCounter } from '../disclosure/disclose.ts';
import { closesAt, isClosed, type Period } from '../period/period.ts';
import { findLastSeal, listSeals } from '../seal/seal.store.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { loadPeriodTransactions } from '../transactions/load-period-transactions.ts';
import { listCounters } from '../unit/counter.store.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import type { Unit } from '../unit/unit.ts';
import { buildReport, type ReportInput } from './build-report.ts';
import { findClosedReport } from './closed-report.store.ts';
import { discloseAfresh, loadDisclosed } from './load-disclosed.ts';
import type { Report } from './report.v1.ts';

/** The report of a unit's period at an instant: the stored one when the period is closed, else computed. */
export async function loadReport(
  db: Db | Trx,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<Report> {
  return JSON.parse(await loadReportBody(db, surveys, unit, period, now)) as Report;
}

/** The same as the bytes that are served; those of a closed period never change. */
export async function loadReportBody(
  db: Db | Trx,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<string> {
  let at = now;
  if (isClosed(period, now)) {
    const stored = await findClosedReport(db, unit.code, period.id);
    if (stored) return stored.body;
    if (await waitsForSeals(db, unit, period)) at = instantBeforeClosing(period) ?? now;
  }
  return JSON.stringify(await computeReport(db, surveys, unit, period, at));
}

/** Whether a period cannot close yet because a day of it is not sealed; its figures are provisional till then. */
async function waitsForSeals(db: Db | Trx, unit: Unit, period: Period): Promise<boolean> {
  if (period.to < unit.opened_on) return false;
  const last = await findLastSeal(db, unit.code);
  return last === undefined || last.day < period.to;
}

function instantBeforeClosing(period: Period): Date | null {
  const closing = closesAt(period);
  return closing && new Date(closing.getTime() - 1);
}

/** Computes a report from tallies, without looking for a stored one. */
export async function computeReport(
  db: Db | Trx,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<Report> {
  const input = await loadReportInput(db, surveys, unit, period, now);
  // A range is for a look at the unit's totals, and may be ten years long.
  // The weeks of a year would push out what the next view needs; the alerts are remembered themselves.
  const discloseWeek = async (week: Period) => (await discloseAfresh(db, unit, week, now)).disclosed;
  const alerts = period.kind === 'range' ? [] : await recallAlerts(db, unit, period, now, discloseWeek);
  return buildReport({ ...input, alerts: alerts.map(toReportedAlert) });
}

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
  // A range is for a look at the unit's totals; the seals of its days stand in the named periods.
  const seals = period.kind === 'range' ? [] : await listSeals(db, unit.code, period.from, period.to);
  const counters = await listCounters(db, unit.code);
  return {
    unit,
    counters,
    settings: await listDatedSettings(db, unit.code),
    surveys,
    period,
    now,
    disclosed: counterCode === undefined ? disclosed : narrowToCounter(disclosed, counterCode),
    seals,
    transactions: await loadPeriodTransactions(db, {
      unit,
      counters,
      period,
      tallies: tallied,
      now,
      counterCode,
    }),
  };
}
