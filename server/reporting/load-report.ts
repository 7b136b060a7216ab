import { disclose, spanToRead } from '../disclosure/disclose.ts';
import { isClosed, type Period } from '../period/period.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { listHeadlineSteps } from '../tally/headline-step.store.ts';
import { listTallies } from '../tally/tally.store.ts';
import { listCounters } from '../unit/counter.store.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import type { Unit } from '../unit/unit.ts';
import { buildReport, type ReportInput } from './build-report.ts';
import { findClosedReport } from './closed-report.store.ts';
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
  if (isClosed(period, now)) {
    const stored = await findClosedReport(db, unit.code, period.id);
    if (stored) return stored.body;
  }
  return JSON.stringify(await computeReport(db, surveys, unit, period, now));
}

/** Computes a report from tallies, without looking for a stored one. */
export async function computeReport(
  db: Db | Trx,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<Report> {
  return buildReport(await loadReportInput(db, surveys, unit, period, now));
}

/** Everything that a report is put together from; with a counter's code, for that counter alone. */
export async function loadReportInput(
  db: Db | Trx,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
  counterCode?: string,
): Promise<ReportInput> {
  const { from, to } = spanToRead(period);
  // In this order: ballots that arrive in between are then in the tallies and not yet in the headline.
  const steps = await listHeadlineSteps(db, unit.code, from, to);
  const tallies = await listTallies(db, unit.code, from, to);
  const scope = counterCode === undefined ? {} : { counterCode };
  return {
    unit,
    counters: await listCounters(db, unit.code),
    settings: await listDatedSettings(db, unit.code),
    surveys,
    period,
    now,
    disclosed: disclose({ period, now, tallies, steps, ...scope }),
    transactions: null,
  };
}
