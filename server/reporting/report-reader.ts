import { recallAlerts } from '../alert/recall-alerts.ts';
import { addDays, type Day, dayOf } from '../lib/day.ts';
import { closesAt, isClosed, type Period } from '../period/period.ts';
import { findLastSettledDay } from '../response/settled-day.store.ts';
import { findLastSeal, listSeals } from '../seal/seal.store.ts';
import type { DaySeal } from '../seal/seal.ts';
import { readSettled } from '../storage/recent-reads.ts';
import type { Db, Trx } from '../storage/schema.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { listEntryRevisions } from '../transactions/entry.store.ts';
import { type ListRevisions, loadPeriodTransactions } from '../transactions/load-period-transactions.ts';
import { workingDaysOf } from '../transactions/load-working-days.ts';
import { listCounters } from '../unit/counter.store.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import type { DatedSetting } from '../unit/dated-setting.ts';
import type { Unit } from '../unit/unit.ts';
import { buildSeal, buildShownReport } from './build-report.ts';
import { findClosedReport } from './closed-report.store.ts';
import { discloseAfresh, loadRunningDay } from './load-disclosed.ts';
import { type LoadedCounts, loadShownCounts } from './load-shown-counts.ts';
import type { Report } from './report.v1.ts';

/**
 * Reads reports of one unit at one instant. What they have in common, the running day and the settings, is read
 * when the first of them needs it and once, so all that a page shows side by side is of the same ballots.
 */
export interface ReportReader {
  /** The report of a period: the stored one when the period is closed, else computed. Nobody may change it. */
  load(period: Period): Promise<Report>;
  /** The same as the bytes that are served; those of a closed period never change. */
  loadBody(period: Period): Promise<string>;
  /** A report from tallies, without looking for a stored one. */
  compute(period: Period): Promise<Report>;
  /** The counts that a period shows at this instant, closed or not. */
  loadCounts(period: Period): Promise<LoadedCounts>;
  loadSettings(): Promise<readonly DatedSetting[]>;
  /** The last day whose ballots have left the box; null before the first. */
  loadSettledDay(): Promise<Day | null>;
  loadLastSeal(): Promise<DaySeal | undefined>;
}

/** For one request: what it has read stays as it was then. */
export function createReportReader(
  db: Db | Trx,
  surveys: SurveyCatalogue,
  unit: Unit,
  now: Date,
): ReportReader {
  const today = dayOf(now);
  const loadCounters = once(() => listCounters(db, unit.code));
  const loadSettings = once(() => listDatedSettings(db, unit.code));
  const loadWorkingDays = once(async () => workingDaysOf(await loadSettings()));
  const listRevisions = sharePastSpan((from, to) => listEntryRevisions(db, unit.code, from, to));
  const loadSettledDay = once(() => findLastSettledDay(db));
  const loadLastSeal = once(() => findLastSeal(db, unit.code));
  const loadRunning = once(() => loadRunningDay(db, unit, today));
  const loaded = new Map<string, Promise<Report>>();
  const isSettled = async () => (await loadSettledDay()) === addDays(today, -1);

  const loadCounts = async (period: Period): Promise<LoadedCounts> =>
    loadShownCounts(db, unit, period, now, { isSettled: await isSettled(), loadRunning });

  async function compute(period: Period): Promise<Report> {
    const { shown, answered } = await loadCounts(period);
    const counters = await loadCounters();
    const settings = await loadSettings();
    const transactions = await loadPeriodTransactions(listRevisions, {
      unit,
      counters,
      period,
      answered,
      isWorkingDay: await loadWorkingDays(),
      now,
    });
    const seal = await loadSeal(period);
    const alerts = await loadAlerts(period);
    return buildShownReport({
      unit,
      counters,
      settings,
      surveys,
      period,
      now,
      shown,
      seal,
      alerts,
      transactions,
    });
  }

  /** A range is for a look at the unit's totals, and may be ten years long. */
  async function loadAlerts(period: Period): Promise<Report['alerts']> {
    if (period.kind === 'range') return [];
    // The weeks of a year would push out what the next view needs; the alerts are remembered themselves.
    const discloseWeek = async (week: Period) => (await discloseAfresh(db, unit, week, now)).disclosed;
    return recallAlerts(db, unit, period, now, await isSettled(), discloseWeek);
  }

  /** The seals of a range's days stand in the named periods. Each chain holds all seals before it, so it names them. */
  async function loadSeal({ kind, from, to }: Period): Promise<Report['seal']> {
    const last = kind === 'range' ? undefined : await loadLastSeal();
    if (last === undefined) return null;
    const key = ['seals', unit.code, from, to, last.day, last.chain].join('\n');
    return readSettled(db, key, ['day_seals'], async () =>
      buildSeal(await listSeals(db, unit.code, from, to)),
    );
  }

  /** A period whose last days are not sealed cannot close yet; its figures are provisional till then. */
  async function computeProvisional(period: Period): Promise<Report> {
    const last = await loadLastSeal();
    const closing = closesAt(period);
    const waits = period.to >= unit.opened_on && (last === undefined || last.day < period.to);
    if (!isClosed(period, now) || !waits || closing === null) return compute(period);
    return createReportReader(db, surveys, unit, new Date(closing.getTime() - 1)).compute(period);
  }

  const findStored = async (period: Period): Promise<string | null> =>
    isClosed(period, now) ? ((await findClosedReport(db, unit.code, period.id))?.body ?? null) : null;

  async function loadAnew(period: Period): Promise<Report> {
    const stored = await findStored(period);
    return stored === null ? computeProvisional(period) : (JSON.parse(stored) as Report);
  }

  return {
    load(period) {
      const report = loaded.get(period.id) ?? loadAnew(period);
      loaded.set(period.id, report);
      return report;
    },
    async loadBody(period) {
      return (await findStored(period)) ?? JSON.stringify(await computeProvisional(period));
    },
    compute,
    loadCounts,
    loadSettings,
    loadSettledDay,
    loadLastSeal,
  };
}

/** Reads when it is first asked, and gives what was read from then on. */
function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | null = null;
  return () => {
    value ??= load();
    return value;
  };
}

/** Gives what was read last to whoever asks for days among those. */
function sharePastSpan(list: ListRevisions): ListRevisions {
  let last: { from: Day; to: Day; revisions: ReturnType<ListRevisions> } | null = null;
  return (from, to) => {
    if (last === null || from < last.from || to > last.to) last = { from, to, revisions: list(from, to) };
    return last.revisions;
  };
}
