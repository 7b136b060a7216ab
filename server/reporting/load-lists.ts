import { type Day, startOfDay, toVietnamTime } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { closesAt, type Period, parsePeriod } from '../period/period.ts';
import type { Deps } from '../storage/deps.ts';
import type { Db } from '../storage/schema.ts';
import type { Survey, SurveyCatalogue } from '../survey/definition.ts';
import { listUnits } from '../unit/unit.store.ts';
import type { Unit } from '../unit/unit.ts';
import { type ApiKey, reachesUnit } from './api-key.ts';
import { describeUnit } from './build-report.ts';
import { listLatestRevisions } from './closed-report.store.ts';
import type { PeriodList, ReportList, SurveyTexts, Totals, UnitList } from './lists.v1.ts';
import { makeCursor, parseCursor } from './page-cursor.ts';
import type { Report } from './report.v1.ts';
import { createReportReader } from './report-reader.ts';
import { sumReports } from './sum-reports.ts';

type ReportDeps = Pick<Deps, 'db' | 'clock'> & { readonly surveys: SurveyCatalogue };

async function listReachedUnits(db: Db, key: ApiKey): Promise<Unit[]> {
  // Sorted here, because the sort order of SQL depends on the database's collation.
  return (await listUnits(db))
    .filter((unit) => reachesUnit(key, unit.code))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

export async function loadUnitList(db: Db, key: ApiKey): Promise<UnitList> {
  const units: UnitList['units'] = [];
  for (const unit of await listReachedUnits(db, key)) {
    const months = (await listLatestRevisions(db, unit.code))
      .map(({ period }) => parsePeriod(period))
      .filter((period) => period?.kind === 'report-month')
      .map((period) => period?.id ?? '');
    units.push({
      ...describeUnit(unit),
      open_from: unit.opened_on,
      open_to: null,
      last_closed_period: months.sort().at(-1) ?? null,
    });
  }
  return { schema: 'hailong.units/1', units };
}

/**
 * Closed periods with a stored report of any of the key's units, by time of closing. With `since`, only periods
 * that closed on that day or later, and all corrected reports, because corrections come later.
 */
export async function loadPeriodList(db: Db, key: ApiKey, since: Day | null): Promise<PeriodList> {
  const periods: PeriodList['periods'] = [];
  for (const unit of await listReachedUnits(db, key)) {
    for (const { period: id, revision, sha256 } of await listLatestRevisions(db, unit.code)) {
      const period = parsePeriod(id);
      const closing = period && closesAt(period);
      if (period === null || !closing) continue;
      if (since !== null && revision === 1 && closing < startOfDay(since)) continue;
      const { kind, from, to } = period;
      const closed_at = toVietnamTime(closing);
      periods.push({ unit: unit.code, period: id, kind, from, to, closed_at, revision, sha256 });
    }
  }
  const orderOf = (one: PeriodList['periods'][number]): string =>
    `${one.closed_at} ${one.unit} ${one.period}`;
  return {
    schema: 'hailong.periods/1',
    periods: periods.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
  };
}

export async function loadTotals(
  { db, surveys, clock }: ReportDeps,
  key: ApiKey,
  period: Period,
): Promise<Totals> {
  const now = clock.now();
  const reports: Report[] = [];
  const without: Totals['missing'] = [];
  for (const unit of await listReachedUnits(db, key)) {
    if (period.to < unit.opened_on) {
      without.push({ unit: unit.code, name: unit.name, reason: 'not-open' });
    } else {
      reports.push(await createReportReader(db, surveys, unit, now).load(period));
    }
  }
  return { schema: 'hailong.totals/1', period: period.id, ...sumReports(reports, without) };
}

const REPORTS_PER_PAGE = 50;

/**
 * One page of the units of a key, each with its report as JSON text or the reason why it has none. `tokenKey` signs
 * the cursors; `nextCursor` is null on the last page.
 * @throws AppError `bad-request` `cursor-malformed` for a cursor that was not issued to this key for this period.
 */
export async function listReports(
  { db, surveys, clock, tokenKey }: ReportDeps & { readonly tokenKey: Uint8Array },
  key: ApiKey,
  period: Period,
  cursor: string | null,
) {
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
    } else {
      bodies.push(await createReportReader(db, surveys, unit, now).loadBody(period));
    }
  }
  const last = page.at(-1);
  return {
    bodies,
    missing,
    nextCursor: last && units.length > page.length ? makeCursor(tokenKey, scope, last.code) : null,
  };
}

type Labels = Pick<SurveyTexts, 'factors' | 'channels' | 'set_aside_reasons'>;

/** The texts of all ids that reports contain for this survey. */
export const describeSurvey = (survey: Survey, labels: Labels): SurveyTexts => ({
  schema: 'hailong.survey/1',
  id: survey.id,
  version: survey.version,
  sha256: survey.sha256,
  title: survey.title,
  levels: survey.levels,
  questions: survey.questions.map(({ id, official_item, factor, text, hint, na, chips }) => ({
    id,
    official_item,
    factor,
    text,
    hint,
    na,
    chips: chips.options,
  })),
  respondent_kinds: byId(survey.respondent.kind.options),
  fields: byId(survey.respondent.field.options),
  ...labels,
});

type Option = Survey['respondent']['kind']['options'][number];

const byId = (options: readonly Option[]): Record<string, Option['text']> =>
  Object.fromEntries(options.map(({ id, text }) => [id, text]));
