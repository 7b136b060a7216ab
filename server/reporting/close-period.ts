import { createHash } from 'node:crypto';
import type { Period } from '../period/period.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import type { Unit } from '../unit/unit.ts';
import { type ClosedReport, findClosedReport, insertClosedReport } from './closed-report.store.ts';
import { computeReport } from './load-report.ts';

/**
 * Stores the report of a unit's period, which must have closed by `now`, and returns what is stored:
 * where another process was first, its bytes. Safe to repeat.
 */
export async function closePeriod(
  db: Db,
  surveys: SurveyCatalogue,
  unit: Unit,
  period: Period,
  now: Date,
): Promise<ClosedReport> {
  const body = JSON.stringify(await computeReport(db, surveys, unit, period, now));
  const sha256 = createHash('sha256').update(body).digest('hex');
  const report = { unit_code: unit.code, period: period.id, revision: 1, sha256, body };
  await inTransaction(db, (trx) => insertClosedReport(trx, report));
  return (await findClosedReport(db, unit.code, period.id)) ?? report;
}
