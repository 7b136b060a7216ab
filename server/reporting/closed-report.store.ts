import type { Db, Trx } from '../storage/schema.ts';

/** A report as it was stored when its period closed, or when it was corrected later. */
export interface ClosedReport {
  readonly unit_code: string;
  readonly period: string;
  /** 1 at closing; a correction is the next number, and all stay. */
  readonly revision: number;
  readonly sha256: string;
  /** JSON, served as it is. */
  readonly body: string;
}

/** The latest revision of a closed period's report. */
export const findClosedReport = (
  db: Db | Trx,
  unitCode: string,
  periodId: string,
): Promise<ClosedReport | undefined> =>
  db
    .selectFrom('closed_reports')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .where('period', '=', periodId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Which of a unit's periods have a stored report. */
export async function listClosedPeriods(db: Db | Trx, unitCode: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('closed_reports')
    .select('period')
    .distinct()
    .where('unit_code', '=', unitCode)
    .execute();
  return new Set(rows.map((row) => row.period));
}

/** Stores a closed period's report; where another process was first, its bytes stand. */
export async function insertClosedReport(trx: Trx, report: ClosedReport): Promise<void> {
  await trx
    .insertInto('closed_reports')
    .values(report)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
