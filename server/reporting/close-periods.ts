import { createHash } from 'node:crypto';
import type { Clock } from '../lib/clock.ts';
import { type Day, dayOf } from '../lib/day.ts';
import { isClosed, listNamedPeriodsTouching, parsePeriod } from '../period/period.ts';
import { findLastSeal, listSeals, listVoidedSeals, listVoidings } from '../seal/seal.store.ts';
import type { SealFault } from '../seal/verify-seals.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { listUnits } from '../unit/unit.store.ts';
import { findClosedReport, insertClosedReport, listLatestRevisions } from './closed-report.store.ts';
import type { Report } from './report.v1.ts';
import { createReportReader } from './report-reader.ts';

/**
 * Stores the reports of periods that have closed since the unit's first day, for every unit. A report that was
 * stored too early because of a wrong clock gets a new revision. A period waits until its last day is sealed. A
 * report that another process has stored is not replaced. Idempotent; safe to interrupt. Returns the number of
 * reports that were due.
 */
export async function closePeriods(db: Db, surveys: SurveyCatalogue, clock: Clock): Promise<number> {
  const now = clock.now();
  let count = 0;
  for (const unit of await listUnits(db)) {
    const sealedTo = (await findLastSeal(db, unit.code))?.day ?? '';
    const latest = await listLatestRevisions(db, unit.code);
    const stored = new Map(latest.map(({ period, revision }) => [period, revision]));
    const voided = new Map(
      (await listVoidings(db, unit.code)).flatMap(({ reason, reports }) =>
        Object.entries(JSON.parse(reports)).map(([id, revision]) => [`${id} ${revision}`, reason] as const),
      ),
    );
    const due = listNamedPeriodsTouching(unit.opened_on, dayOf(now)).filter(
      (period) =>
        isClosed(period, now) &&
        period.to <= sealedTo &&
        (!stored.has(period.id) || voided.has(`${period.id} ${stored.get(period.id)}`)),
    );
    for (const period of due) {
      const replaces = stored.get(period.id) ?? null;
      const revision = (replaces ?? 0) + 1;
      const computed = await createReportReader(db, surveys, unit, now).compute(period);
      const reason = voided.get(`${period.id} ${replaces}`) ?? null;
      const body = JSON.stringify({ ...computed, revision, replaces, reason });
      const sha256 = createHash('sha256').update(body).digest('hex');
      const report = { unit_code: unit.code, period: period.id, revision, sha256, body };
      await inTransaction(db, (trx) => insertClosedReport(trx, report));
      count += 1;
    }
  }
  return count;
}

/** Day in the error when the period of a stored report is invalid. */
const UNKNOWN_DAY: Day = '2000-01-01';

/**
 * Compares the seals in stored reports with the current seals: someone who recomputes seals after a manipulation
 * must change the reports as well. Returns the first period that differs, by id. Reports of versions without seals
 * have none.
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
    // Seals in a report that was stored too early are void until the period closes again.
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

/** An empty object when the body is not valid JSON. */
function readReport(body: string): Partial<Pick<Report, 'seal' | 'period'>> {
  try {
    return JSON.parse(body) as Report;
  } catch {
    return {};
  }
}
