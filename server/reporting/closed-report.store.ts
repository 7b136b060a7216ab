import type { FigureStart } from '../disclosure/gather.ts';
import type { Database, Db, Trx } from '../storage/schema.ts';

/** Revision 1 is stored when the period closes; each correction is a new row with the next number. */
export type ClosedReport = Database['closed_reports'];

/** Returns the latest revision unless the caller names a revision. */
export const findClosedReport = (
  db: Db | Trx,
  unitCode: string,
  periodId: string,
  revision: number | null = null,
): Promise<ClosedReport | undefined> =>
  db
    .selectFrom('closed_reports')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .where('period', '=', periodId)
    .$if(revision !== null, (query) => query.where('revision', '=', revision))
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The latest revision of each stored report of the unit, without the report's body. */
export async function listLatestRevisions(
  db: Db | Trx,
  unitCode: string,
): Promise<Omit<ClosedReport, 'body' | 'unit_code'>[]> {
  const rows = await db
    .selectFrom('closed_reports')
    .select(['period', 'revision', 'sha256'])
    .where('unit_code', '=', unitCode)
    .orderBy('revision')
    .execute();
  return [...new Map(rows.map((row) => [row.period, row])).values()];
}

/** The latest revision of each report; periods without a stored report are absent. */
export async function listClosedReports(
  db: Db | Trx,
  unitCode: string,
  periodIds: readonly string[],
): Promise<Pick<ClosedReport, 'period' | 'body'>[]> {
  if (periodIds.length === 0) return [];
  const rows = await db
    .selectFrom('closed_reports')
    .select(['period', 'body'])
    .where('unit_code', '=', unitCode)
    .where('period', 'in', periodIds)
    .orderBy('revision')
    .execute();
  return [...new Map(rows.map((row) => [row.period, row])).values()];
}

/** Does nothing if another process has stored the report already. */
export async function insertClosedReport(trx: Trx, report: ClosedReport): Promise<void> {
  await trx
    .insertInto('closed_reports')
    .values(report)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Undefined unless a version before migration 015 stored reports of the unit. */
export const findFigureStart = (db: Db | Trx, unitCode: string): Promise<FigureStart | undefined> =>
  db
    .selectFrom('figure_starts')
    .select(['begins_on', 'first_release'])
    .where('unit_code', '=', unitCode)
    .executeTakeFirst();
