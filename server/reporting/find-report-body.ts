import { isClosed, type Period } from '../period/period.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import type { Unit } from '../unit/unit.ts';
import { closePeriod } from './close-period.ts';
import { findClosedReport } from './closed-report.store.ts';
import { loadReportBody } from './load-report.ts';

/** Whether a unit reports a period at all: none that was over before the unit was opened. */
const isReported = (unit: Unit, period: Period): boolean => period.to >= unit.opened_on;

/**
 * The bytes of a unit's report as the office above gets them; null for a period that was over before the
 * unit was opened. A closed period that nobody has stored yet is stored now, because bytes that have
 * been handed out must be the same for ever.
 */
export async function findReportBody(
  db: Db,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<string | null> {
  if (!isReported(unit, period)) return null;
  if (!isClosed(period, now)) return loadReportBody(db, surveys, unit, period, now);
  const stored = await findClosedReport(db, unit.code, period.id);
  return (stored ?? (await closePeriod(db, surveys, unit, period, now))).body;
}
