import { disclose, spanToRead } from '../disclosure/disclose.ts';
import { findCarryStart } from '../disclosure/fill-atoms.ts';
import { addDays, type Day } from '../lib/day.ts';
import { closesAt, isClosed, type Period } from '../period/period.ts';
import { findLastSeal, listSeals } from '../seal/seal.store.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { listHeadlineSteps } from '../tally/headline-step.store.ts';
import { listCountedByDay, listTallies } from '../tally/tally.store.ts';
import { loadPeriodTransactions } from '../transactions/load-period-transactions.ts';
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
  const tallies = await listTallies(db, unit.code, await findFirstDay(db, unit, from), to);
  // A range is for a look at the unit's totals; the seals of its days stand in the named periods.
  const seals = period.kind === 'range' ? [] : await listSeals(db, unit.code, period.from, period.to);
  const scope = counterCode === undefined ? {} : { counterCode };
  const counters = await listCounters(db, unit.code);
  return {
    unit,
    counters,
    settings: await listDatedSettings(db, unit.code),
    surveys,
    period,
    now,
    disclosed: disclose({ period, now, tallies, steps, ...scope }),
    seals,
    transactions: await loadPeriodTransactions(db, { unit, counters, period, tallies, now, counterCode }),
  };
}

/** How far back to look at first: an office that is open has had its five ballots in one of these weeks. */
const USUAL_CARRY_DAYS = 28;

/** The first day whose ballots may have been too few where they came, and count in what begins on `from`. */
async function findFirstDay(db: Db | Trx, unit: Unit, from: Day): Promise<Day> {
  const until = addDays(from, -1);
  const near = addDays(from, -USUAL_CARRY_DAYS);
  const usual = findCarryStart(await listCountedByDay(db, unit.code, near, until));
  if (usual !== null) return usual;
  const all = await listCountedByDay(db, unit.code, '', until);
  return findCarryStart(all) ?? all.map(({ day }) => day).sort()[0] ?? from;
}
