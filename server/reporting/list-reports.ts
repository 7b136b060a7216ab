import type { Clock } from '../lib/clock.ts';
import { AppError } from '../lib/errors.ts';
import type { Period } from '../period/period.ts';
import type { Db } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import type { ApiKey } from './api-key.ts';
import { describeUnit } from './build-report.ts';
import type { ReportList } from './lists.v1.ts';
import { listReachedUnits } from './load-lists.ts';
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
  /** Units opened after the period. */
  readonly missing: NonNullable<ReportList['missing']>;
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/**
 * A page of the units that a key can access, each with its report or the reason why it has none.
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
  const units = (await listReachedUnits(db, key)).filter((unit) => unit.code > after);
  const page = units.slice(0, REPORTS_PER_PAGE);
  const bodies: string[] = [];
  const missing: NonNullable<ReportList['missing']> = [];
  for (const unit of page) {
    if (period.to < unit.opened_on) {
      const { opened_on } = unit;
      missing.push({ unit: describeUnit(unit), report: null, reason: 'not-open', opened_on });
      continue;
    }
    bodies.push(await createReportReader(db, surveys, unit, now).loadBody(period));
  }
  const last = page.at(-1);
  return {
    bodies,
    missing,
    nextCursor: last && units.length > page.length ? makeCursor(tokenKey, scope, last.code) : null,
  };
}
