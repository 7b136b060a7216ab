import { ALERT_TABLES, loadAlerts } from '../alert/load-alerts.ts';
import { toReportedAlert } from '../alert/reported-alert.ts';
import { type FigureStart, type Gathered, gatherDays } from '../disclosure/gather.ts';
import {
  addRunningDay,
  type ShownCounts,
  type ShownInput,
  showCounts,
  spanToRead,
} from '../disclosure/shown-counts.ts';
import { addDays, type Day, dayOf } from '../lib/day.ts';
import { closesAt, isClosed, isRunning, type Period } from '../period/period.ts';
import { findLastSettledDay } from '../response/settled-day.store.ts';
import { findLastSeal, listSeals } from '../seal/seal.store.ts';
import type { DaySeal } from '../seal/seal.ts';
import { readSettledCached } from '../storage/read-cache.ts';
import type { Database, Db, Trx } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { listRespondentTallies } from '../tally/respondent-tally.store.ts';
import { countReceived, listCounterDays, listTallies } from '../tally/tally.store.ts';
import { listEntryRevisions } from '../transactions/entry.store.ts';
import { type ListRevisions, loadPeriodTransactions } from '../transactions/load-period-transactions.ts';
import { workingDaysOf } from '../transactions/load-working-days.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Counter } from '../unit/counter.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import type { DatedSetting } from '../unit/dated-setting.ts';
import { findInstallation } from '../unit/installation.store.ts';
import type { Unit } from '../unit/unit.ts';
import { buildReport, buildSeal } from './build-report.ts';
import { findClosedReport, findFigureStart } from './closed-report.store.ts';
import type { Report } from './report.v1.ts';

/**
 * Loads reports of a unit and its counters as of one instant. Data that reports share (the current day, settings)
 * are read only once, so that all figures of a page cover the same ballots.
 */
export interface ReportReader {
  /**
   * The stored report if there is one, else a computed one; for a counter always a computed one. Callers must not
   * mutate the result, because it is cached.
   */
  load(period: Period, counterCode?: string | null): Promise<Report>;
  /** The report as JSON, as the API serves it. The bytes of a closed period never change. */
  loadBody(period: Period): Promise<string>;
  /** Computes the report from tallies even if one is stored. */
  compute(period: Period): Promise<Report>;
  /** Computes the counts from tallies even if a report is stored. */
  loadCounts(period: Period): Promise<ShownCounts>;
  loadCounters(): Promise<readonly Counter[]>;
  loadSettings(): Promise<readonly DatedSetting[]>;
  /** All ballots that the unit has ever received, today's included. */
  loadReceivedTotal(): Promise<number>;
  loadLastSeal(): Promise<DaySeal | undefined>;
}

/** Create a new reader for each request, because it caches results. */
export function createReportReader(
  db: Db | Trx,
  surveys: SurveyCatalogue,
  unit: Unit,
  now: Date,
): ReportReader {
  const today = dayOf(now);
  const loadCounters = memoise(() => listCounters(db, unit.code));
  const loadInstallation = memoise(() => findInstallation(db));
  const loadSettings = memoise(() => listDatedSettings(db, unit.code));
  const loadWorkingDays = memoise(async () => workingDaysOf(await loadSettings()));
  const listRevisions = reuseLastSpan((from, to) => listEntryRevisions(db, unit.code, from, to));
  const loadSettledDay = memoise(() => findLastSettledDay(db));
  const loadLastSeal = memoise(() => findLastSeal(db, unit.code));
  const loadToday = memoise(() => listCounterDays(db, unit.code, today, today));
  const loadIsTrial = memoise(async () => (await loadInstallation())?.official_since === null);
  const loadReleases = memoise(async () =>
    // During a trial, figures include today's ballots and small groups, so that testers see their ballots at once.
    (await loadIsTrial())
      ? loadGathered(db, unit.code, addDays(today, 1), 1)
      : cacheFinished(['gathered', unit.code, today], ['tallies', 'figure_starts'], () =>
          loadGathered(db, unit.code, today),
        ),
  );
  const loaded = new Map<string, Promise<Report>>();
  const earlierReaders = new Map<number, ReportReader>();

  /** Caches the value only if yesterday is settled; until then finished days can get late ballots. */
  async function cacheFinished<Value>(
    key: readonly (string | null)[],
    tables: readonly (keyof Database)[],
    read: () => Promise<Value>,
  ): Promise<Value> {
    const isSettled = (await loadSettledDay()) === addDays(today, -1);
    return isSettled ? readSettledCached(db, key.join('\n'), tables, read) : read();
  }

  async function loadCounts(period: Period, counterCode: string | null = null): Promise<ShownCounts> {
    if (await loadIsTrial()) {
      return loadFinishedCounts(db, unit, { period, now, gathered: await loadReleases(), counterCode });
    }
    const asOf = isClosed(period, now) ? 'closed' : today;
    const finished = await cacheFinished(
      ['shown', unit.code, counterCode, period.kind, period.from, period.to, asOf],
      ['tallies', 'respondent_tallies', 'figure_starts'],
      async () => loadFinishedCounts(db, unit, { period, now, gathered: await loadReleases(), counterCode }),
    );
    if (!isRunning(period, today)) return finished;
    const arrived = await loadToday();
    return addRunningDay(
      finished,
      arrived.filter(({ counter_code }) => counterCode === null || counter_code === counterCode),
    );
  }

  async function compute(period: Period, counterCode: string | null = null): Promise<Report> {
    const shown = await loadCounts(period, counterCode);
    const counters = await loadCounters();
    return buildReport({
      installation: await loadInstallation(),
      unit,
      counters: counterCode === null ? counters : [],
      settings: await loadSettings(),
      surveys,
      period,
      now,
      shown,
      transactions: await loadPeriodTransactions(listRevisions, {
        unit,
        counters,
        period,
        answered: shown.answered,
        isWorkingDay: await loadWorkingDays(),
        now,
        counterCode,
      }),
      seal: await loadSeal(period),
      alerts:
        counterCode === null
          ? await loadPeriodAlerts(period)
          : (await load(period)).alerts.filter(({ params }) => params.counter === counterCode),
    });
  }

  /** Empty for the period `four-weeks`, of which only the share of satisfied ballots is shown. */
  async function loadPeriodAlerts(period: Period): Promise<Report['alerts']> {
    if (period.kind === 'four-weeks') return [];
    const key = ['alerts', unit.code, period.kind, period.from, period.to, today];
    return cacheFinished(key, ALERT_TABLES, async () =>
      (await loadAlerts(db, unit, period, now)).map(toReportedAlert),
    );
  }

  /** The last chain value depends on all seals before it, so it is sufficient as cache key. */
  async function loadSeal({ kind, from, to }: Period): Promise<Report['seal']> {
    const last = kind === 'four-weeks' ? undefined : await loadLastSeal();
    if (last === undefined) return null;
    const key = ['seals', unit.code, from, to, last.day, last.chain].join('\n');
    return readSettledCached(db, key, ['day_seals'], async () =>
      buildSeal(await listSeals(db, unit.code, from, to)),
    );
  }

  /**
   * For a closed period whose last day is not sealed yet, returns a reader as of just before the closing, so that
   * the report stays provisional; null for other periods.
   */
  async function findReaderAsOfSeals(period: Period): Promise<ReportReader | null> {
    const closing = closesAt(period);
    if (closing === null || !isClosed(period, now) || period.to < unit.opened_on) return null;
    const last = await loadLastSeal();
    if (last !== undefined && last.day >= period.to) return null;
    const asOf = closing.getTime() - 1;
    const reader = earlierReaders.get(asOf) ?? createReportReader(db, surveys, unit, new Date(asOf));
    earlierReaders.set(asOf, reader);
    return reader;
  }

  async function computeAsOfSeals(period: Period, counterCode: string | null): Promise<Report> {
    const earlier = await findReaderAsOfSeals(period);
    return earlier === null ? compute(period, counterCode) : earlier.load(period, counterCode);
  }

  /** Null for counters' reports, which are never stored. */
  const findStored = async (period: Period): Promise<string | null> =>
    isClosed(period, now) ? ((await findClosedReport(db, unit.code, period.id))?.body ?? null) : null;

  async function findOrCompute(period: Period, counterCode: string | null): Promise<Report> {
    const stored = counterCode === null ? await findStored(period) : null;
    return stored === null ? computeAsOfSeals(period, counterCode) : (JSON.parse(stored) as Report);
  }

  function load(period: Period, counterCode: string | null = null): Promise<Report> {
    const key = `${period.id}\n${counterCode}`;
    const report = loaded.get(key) ?? findOrCompute(period, counterCode);
    loaded.set(key, report);
    return report;
  }

  return {
    load,
    async loadBody(period) {
      return (await findStored(period)) ?? JSON.stringify(await computeAsOfSeals(period, null));
    },
    compute: (period) => compute(period),
    async loadCounts(period) {
      const earlier = await findReaderAsOfSeals(period);
      return earlier === null ? loadCounts(period) : earlier.loadCounts(period);
    },
    loadCounters,
    loadSettings,
    async loadReceivedTotal() {
      const before = await cacheFinished(['received', unit.code, today], ['tallies'], () =>
        countReceived(db, unit.code, '', addDays(today, -1)),
      );
      return before + (await countReceived(db, unit.code, today));
    },
    loadLastSeal,
  };
}

function memoise<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | null = null;
  return () => {
    value ??= load();
    return value;
  };
}

/** Remembers the last result, so that a range of days inside its range needs no query. */
function reuseLastSpan(list: ListRevisions): ListRevisions {
  let last: { from: Day; to: Day; revisions: ReturnType<ListRevisions> } | null = null;
  return (from, to) => {
    if (last === null || from < last.from || to > last.to) last = { from, to, revisions: list(from, to) };
    return last.revisions;
  };
}

const FROM_THE_FIRST_BALLOT: FigureStart = { begins_on: '', first_release: '' };

/** Releases of the days before `today` (see `gatherDays`). */
export async function loadGathered(
  db: Db | Trx,
  unitCode: string,
  today: Day,
  least?: number,
): Promise<Gathered> {
  const start = await findFigureStart(db, unitCode);
  const days = await listCounterDays(db, unitCode, start?.begins_on ?? '', addDays(today, -1));
  return gatherDays(days, start ?? FROM_THE_FIRST_BALLOT, least);
}

async function loadFinishedCounts(db: Db | Trx, unit: Unit, input: ShownInput): Promise<ShownCounts> {
  const span = spanToRead(input);
  if (span === null) return showCounts({ ...input, tallies: [], respondents: [] });
  return showCounts({
    ...input,
    tallies: await listTallies(db, unit.code, span.from, span.to),
    respondents: await listRespondentTallies(db, unit.code, span.from, span.to),
  });
}
