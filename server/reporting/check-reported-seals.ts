import { createHash } from 'node:crypto';
import type { Day } from '../lib/day.ts';
import { parsePeriod } from '../period/period.ts';
import { listSeals } from '../seal/seal.store.ts';
import type { SealFault } from '../seal/verify-seals.ts';
import type { Db } from '../storage/schema.ts';
import { findClosedReport, listClosedPeriods } from './closed-report.store.ts';
import type { Report } from './report.v1.ts';

/** For the report of a period that there is not. */
const UNKNOWN_DAY: Day = '2000-01-01';

/**
 * Compares the seals that the stored reports of closed periods hold with those of the days: whoever
 * recomputes the seals after a change must change these as well. Names the first period that differs, by its id.
 * Reports from before there were seals hold none.
 */
export async function checkReportedSeals(db: Db, unitCode: string): Promise<SealFault | null> {
  for (const period of [...(await listClosedPeriods(db, unitCode))].sort()) {
    const report = await findClosedReport(db, unitCode, period);
    if (!report) continue;
    const { seal, period: span } = readReport(report.body);
    const from = parsePeriod(period)?.from ?? UNKNOWN_DAY;
    if (createHash('sha256').update(report.body).digest('hex') !== report.sha256) {
      return { kind: 'report-changed', day: from, period };
    }
    if (!seal || !span) continue;
    const sealed = new Map((await listSeals(db, unitCode, span.from, span.to)).map((row) => [row.day, row]));
    const differing = seal.days.find(({ day, ballots, digest, chain }) => {
      const row = sealed.get(day);
      return row?.ballots !== ballots || row.digest !== digest || row.chain !== chain;
    });
    if (differing) return { kind: 'report-differs', day: differing.day, period };
  }
  return null;
}

/** What of a stored report is needed; nothing where somebody left no JSON of it. */
function readReport(body: string): Partial<Pick<Report, 'seal' | 'period'>> {
  try {
    return JSON.parse(body) as Report;
  } catch {
    return {};
  }
}
