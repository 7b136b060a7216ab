import type { Clock } from '../lib/clock.ts';
import { AppError } from '../lib/errors.ts';
import type { Period } from '../period/period.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { listUnits } from '../unit/unit.store.ts';
import { type ApiKey, reachesUnit } from './api-key.ts';
import { makeCursor, parseCursor } from './page-cursor.ts';
import { createReportReader } from './report-reader.ts';

const REPORTS_PER_PAGE = 50;

interface ListDependencies {
  readonly db: Db;
  readonly surveys: SurveyCatalogue;
  readonly clock: Clock;
  /** Key for signing cursors. */
  readonly tokenKey: Uint8Array;
}

/** `bodies` are serialised reports, sorted by unit code. */
interface ReportPage {
  readonly bodies: readonly string[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/**
 * A page of the reports that a key can access. Units opened after the period are omitted.
 * @throws AppError `bad-request` `cursor-malformed` for a cursor that was not issued to this key for this
 * period.
 */
export async function listReports(
  { db, surveys, clock, tokenKey }: ListDependencies,
  key: ApiKey,
  period: Period,
  cursor: string | null,
): Promise<ReportPage> {
  const scope = [key.id, period.id];
  const after = cursor === null ? '' : parseCursor(tokenKey, scope, cursor);
  if (after === null) throw new AppError('bad-request', 'cursor-malformed');
  const now = clock.now();
  // Sorted here and not in SQL, because the sort order of SQL depends on the database's collation.
  const units = (await listUnits(db))
    .filter((unit) => reachesUnit(key, unit.code) && unit.code > after)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const page = units.slice(0, REPORTS_PER_PAGE);
  const bodies: string[] = [];
  for (const unit of page) {
    if (period.to < unit.opened_on) continue;
    bodies.push(await createReportReader(db, surveys, unit, now).loadBody(period));
  }
  const last = page.at(-1);
  return {
    bodies,
    nextCursor: last && units.length > page.length ? makeCursor(tokenKey, scope, last.code) : null,
  };
}
