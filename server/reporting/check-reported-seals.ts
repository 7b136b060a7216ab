import { createHash } from 'node:crypto';
import type { Day } from '../lib/day.ts';
import { parsePeriod } from '../period/period.ts';
import { listSeals, listVoidedSeals } from '../seal/seal.store.ts';
import type { SealFault } from '../seal/verify-seals.ts';
import type { Db } from '../storage/schema.ts';
import { findClosedReport, listLatestRevisions } from './closed-report.store.ts';
import type { Report } from './report.v1.ts';

/** Day to report when a stored report has an invalid period. */
const UNKNOWN_DAY: Day = '2000-01-01';

/**
 * Compares the seals in stored reports of closed periods with the current seals: someone who recomputes seals
 * after a manipulation must change the reports as well. Returns the first period that differs, by id. Reports
 * from before the introduction of seals have none.
 */
export async function checkReportedSeals(db: Db, unitCode: string): Promise<SealFault | null> {
  const voided = await listVoidedSeals(db, unitCode);
  for (const period of (await listLatestRevisions(db, unitCode)).map((one) => one.period).sort()) {
    const report = await findClosedReport(db, unitCode, period);
    if (!report) continue;
    const { seal, period: span } = readReport(report.body);
    const from = parsePeriod(period)?.from ?? UNKNOWN_DAY;
    if (createHash('sha256').update(report.body).digest('hex') !== report.sha256) {
      return { kind: 'report-changed', day: from, period };
    }
    if (!seal || !span) continue;
    // A report that was closed too early has void seals until the period closes again.
    const sealed = new Map(
      [...voided, ...(await listSeals(db, unitCode, span.from, span.to))].map((row) => [row.chain, row]),
    );
    const differing = seal.days.find(({ day, ballots, digest, chain }) => {
      const row = sealed.get(chain);
      return row?.ballots !== ballots || row.digest !== digest || row.day !== day;
    });
    if (differing) return { kind: 'report-differs', day: differing.day, period };
  }
  return null;
}

/** An empty object when the body is not valid JSON any more. */
function readReport(body: string): Partial<Pick<Report, 'seal' | 'period'>> {
  try {
    return JSON.parse(body) as Report;
  } catch {
    return {};
  }
}
