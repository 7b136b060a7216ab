import { createHash } from 'node:crypto';
import type { Clock } from '../lib/clock.ts';
import { dayOf } from '../lib/day.ts';
import { isClosed, listNamedPeriodsTouching } from '../period/period.ts';
import { findLastSeal } from '../seal/seal.store.ts';
import type { Db } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { listUnits } from '../unit/unit.store.ts';
import { insertClosedReport, listClosedPeriods } from './closed-report.store.ts';
import { createReportReader } from './report-reader.ts';

/**
 * Stores the reports of all units' named periods that have closed, from the unit's first day. A period waits
 * until its last day is sealed. A report that another process has stored already is not replaced. Idempotent;
 * safe to interrupt. Returns how many reports were due.
 */
export async function closePeriods(db: Db, surveys: SurveyCatalogue, clock: Clock): Promise<number> {
  const now = clock.now();
  let count = 0;
  for (const unit of await listUnits(db)) {
    const sealedTo = (await findLastSeal(db, unit.code))?.day ?? '';
    const stored = await listClosedPeriods(db, unit.code);
    const due = listNamedPeriodsTouching(unit.opened_on, dayOf(now)).filter(
      (period) => isClosed(period, now) && period.to <= sealedTo && !stored.has(period.id),
    );
    for (const period of due) {
      const body = JSON.stringify(await createReportReader(db, surveys, unit, now).compute(period));
      const sha256 = createHash('sha256').update(body).digest('hex');
      const report = { unit_code: unit.code, period: period.id, revision: 1, sha256, body };
      await inTransaction(db, (trx) => insertClosedReport(trx, report));
      count += 1;
    }
  }
  return count;
}
