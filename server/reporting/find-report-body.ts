import type { Period } from '../period/period.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import type { Unit } from '../unit/unit.ts';
import { loadReportBody } from './load-report.ts';

/** Whether a unit reports a period at all: none that was over before the unit was opened. */
const isReported = (unit: Unit, period: Period): boolean => period.to >= unit.opened_on;

/**
 * The bytes of a unit's report as the office above gets them; null for a period that was over before the
 * unit was opened. Nothing is stored here: in the minute between a period's closing and the daily work
 * that stores its report, the same bytes are computed.
 */
export async function findReportBody(
  db: Db,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<string | null> {
  return isReported(unit, period) ? loadReportBody(db, surveys, unit, period, now) : null;
}
