import type { EarlierView } from '../../web/types/report-view.ts';
import { dayOf } from '../lib/day.ts';
import { isClosed, type NamedPeriod, periodOf, previousPeriod } from '../period/period.ts';
import type { Report } from '../reporting/report.v1.ts';
import { createReportReader, type ReportReader } from '../reporting/report-reader.ts';
import type { Db } from '../storage/schema.ts';
import { OVERALL, type SurveyCatalogue } from '../survey/definition.ts';
import { ruleStates } from '../trust/rule-settings.ts';
import { improvementsAfter, openingHoursOn, settingInForce } from '../unit/dated-setting.ts';
import { isWorkingDay } from '../unit/opening-hours.ts';
import { listPublicEvents } from '../unit/public-event.store.ts';
import type { Unit } from '../unit/unit.ts';
import { compareReports } from './compare-reports.ts';
import { loadTrend } from './load-earlier-figures.ts';
import { findLowCounters, listClosed } from './low-counters.ts';
import { listPublicOptions } from './period-options.ts';
import { findQuietDays, toPublicReport } from './public-report.ts';

/** By default the view is of the last closed reporting quarter that has a figure, else of the current quarter. */
export async function loadPublicView(
  db: Db,
  surveys: SurveyCatalogue,
  unit: Unit,
  now: Date,
  chosen: NamedPeriod | null,
) {
  const today = dayOf(now);
  const reader = createReportReader(db, surveys, unit, now);
  const period = chosen ?? (await findShownQuarter(reader, unit, now));
  const report = toPublicReport(await reader.load(period));
  const settings = await reader.loadSettings();
  return {
    receivedTotal: await reader.loadReceivedTotal(),
    current: { report },
    before: await loadBefore(report, period, unit, reader),
    options: listPublicOptions(unit.opened_on, today),
    trend: await loadTrend(db, unit, now, period, reader.load),
    rules: {
      minimumN: settingInForce(settings, 'minimum_n', today)?.value ?? report.indicator.minimum_n,
      isTrial: report.trial === true,
      targets: settings
        .filter((setting) => setting.name === 'target_percent')
        .map((setting) => ({ percent: setting.value, since: setting.since })),
      setAside: ruleStates(settings, today),
      surveys: report.survey.map(({ id, version, sha256 }) => ({ id, version, sha256 })),
    },
    closedCounters: listClosed(await reader.loadCounters()),
    lowCounters: findLowCounters(report, []).map(({ code }) => code),
    openCounters: (await reader.loadCounters()).filter(({ is_open }) => is_open),
    quietDays: findQuietDays(report.seal?.days ?? [], (day) =>
      isWorkingDay(openingHoursOn(settings, day), day),
    ),
    improvements: improvementsAfter(settings, period, today),
    events: await listPublicEvents(db, unit.code),
    latestSeal: (await reader.loadLastSeal()) ?? null,
  };
}

async function findShownQuarter(reader: ReportReader, unit: Unit, now: Date): Promise<NamedPeriod> {
  const running = periodOf('report-quarter', dayOf(now));
  const finished = previousPeriod(running);
  // A quarter closes some days after its end.
  const closed = isClosed(finished, now) ? finished : previousPeriod(finished);
  if (closed.to < unit.opened_on) return running;
  const { percent } = (await reader.load(closed)).indicator;
  return percent === null ? running : closed;
}

async function loadBefore(
  current: Report,
  period: NamedPeriod,
  unit: Unit,
  reader: ReportReader,
): Promise<EarlierView | null> {
  const previous = previousPeriod(period);
  if (previous.to < unit.opened_on) return null;
  const report = toPublicReport(await reader.load(previous));
  const change = compareReports(report, current).find(({ id }) => id === OVERALL);
  return change === undefined ? null : { report, change };
}
