import { ALERT_IDS, type AlertId } from '../../server/alert/alert.ts';
import { median, quantile } from '../../server/statistics/quantile.ts';
import { wilsonInterval } from '../../server/statistics/wilson-interval.ts';
import type { AttackResult, RunResult } from './run-attacks.ts';

/** Distribution of a figure over all runs. */
export interface Spread {
  readonly median: number;
  /** 95th percentile of the absolute value, with its 95 % confidence interval from order statistics. */
  readonly p95: number;
  readonly p95Low: number;
  readonly p95High: number;
  /** Maximum of the absolute value. */
  readonly most: number;
}

/** Percent, with Wilson's 95 % interval. */
export interface Frequency {
  readonly percent: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.96;
/** An alert is required within this many working days. */
const SOON = 3;

export function spreadOf(values: readonly number[]): Spread {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  const half = (Z * Math.sqrt(0.95 * 0.05 * sizes.length)) / sizes.length;
  return {
    median: median(values),
    p95: quantile(sizes, 0.95),
    p95Low: quantile(sizes, 0.95 - half),
    p95High: quantile(sizes, Math.min(1, 0.95 + half)),
    most: sizes.at(-1) ?? Number.NaN,
  };
}

export function frequencyOf(runs: readonly boolean[]): Frequency {
  const hits = runs.filter((hit) => hit).length;
  const { low, high } = wilsonInterval(hits, runs.length) ?? { low: 0, high: 100 };
  return { percent: (100 * hits) / runs.length, low, high };
}

export interface AttackSummary {
  readonly attack: string;
  readonly headlineShift: Spread;
  readonly sweptShift: Spread;
  readonly slipShift: Spread;
  readonly attackersSetAside: Spread;
  readonly setAside: Spread;
  readonly honestSetAside: Spread;
  /** Median day of the first alert, over the runs with an alert; null: no run has one. */
  readonly medianAlertDay: number | null;
  readonly alertWithinThree: Frequency;
  readonly alertWithinFourWeeks: Frequency;
  readonly firstAlerts: Readonly<Partial<Record<AlertId, number>>>;
  /** Percent of all runs that have alerts within three days, or four weeks, but only of this kind. */
  readonly lostWithout: Readonly<Record<AlertId, { readonly inThree: number; readonly inFourWeeks: number }>>;
}

/** Day of the first alert, not counting those of the kind `without`; null: there is none. */
function firstDayOf({ alertDays }: AttackResult, without?: AlertId): number | null {
  const days = ALERT_IDS.flatMap((id) => (id === without ? [] : (alertDays[id] ?? [])));
  return days.length === 0 ? null : Math.min(...days);
}

const isWithin = (day: number | null, most: number): boolean => day !== null && day <= most;

/** Percent of all runs that have alerts up to day `most`, but only of the kind `id`. */
function lostPercent(results: readonly AttackResult[], id: AlertId, most: number): number {
  const lost = results.filter(
    (result) => isWithin(firstDayOf(result), most) && !isWithin(firstDayOf(result, id), most),
  );
  return (100 * lost.length) / results.length;
}

function summarise(attack: string, results: readonly AttackResult[]): AttackSummary {
  const of = (figure: (result: AttackResult) => number): Spread => spreadOf(results.map(figure));
  const firstDays = results.map((result) => firstDayOf(result));
  const days = firstDays.filter((day) => day !== null);
  const firstAlerts: Partial<Record<AlertId, number>> = {};
  for (const result of results)
    for (const id of ALERT_IDS)
      if (result.alertDays[id] !== undefined && result.alertDays[id] === firstDayOf(result))
        firstAlerts[id] = (firstAlerts[id] ?? 0) + 1;
  return {
    attack,
    headlineShift: of(({ headlineShift }) => headlineShift),
    sweptShift: of(({ sweptShift }) => sweptShift),
    slipShift: of(({ slipShift }) => slipShift),
    attackersSetAside: of(({ attackersSetAside }) => attackersSetAside),
    setAside: of(({ setAside }) => setAside),
    honestSetAside: of(({ honestSetAside }) => honestSetAside),
    medianAlertDay: days.length === 0 ? null : spreadOf(days).median,
    alertWithinThree: frequencyOf(firstDays.map((day) => isWithin(day, SOON))),
    alertWithinFourWeeks: frequencyOf(firstDays.map((day) => day !== null)),
    firstAlerts,
    lostWithout: Object.fromEntries(
      ALERT_IDS.map((id) => [
        id,
        { inThree: lostPercent(results, id, SOON), inFourWeeks: lostPercent(results, id, Infinity) },
      ]),
    ) as AttackSummary['lostWithout'],
  };
}

/** The weeks without an attack, over all runs. */
export interface QuietSummary {
  readonly headline: Spread;
  readonly ballots: Spread;
  readonly honestSetAside: Spread;
  /** Percent of the honest ballots of all runs that are set aside. */
  readonly honestSetAsideOverall: number;
  /**
   * Percent of the honest ballots that the rules of the first day set aside in a new office, with the usual
   * number of transactions and with four times as many; mean of the runs.
   */
  readonly honestSetAsideAtFirst: number;
  readonly honestSetAsideWhenBusy: number;
  readonly mostFromNetwork: number;
  /** False alarms per counter and year of 250 working days. */
  readonly falseAlarms: number;
  /** Half the width of the 95 % confidence interval of `falseAlarms`, from the variance between runs. */
  readonly falseAlarmsMargin: number;
  readonly falseAlarmsByKind: Readonly<Record<string, number>>;
}

export interface Summary {
  readonly runs: number;
  readonly quiet: QuietSummary;
  readonly attacks: readonly AttackSummary[];
}

const WORKING_DAYS_A_YEAR = 250;

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export function summariseRuns(runs: readonly RunResult[], counters: number, days: number): Summary {
  const quiet = runs.map((run) => run.quiet);
  const scale = WORKING_DAYS_A_YEAR / days / counters;
  const alarms = quiet.map(({ alerts }) => scale * alerts.length);
  const mean = meanOf(alarms);
  const variance = alarms.reduce((sum, n) => sum + (n - mean) ** 2, 0) / Math.max(1, runs.length - 1);
  const byKind: Record<string, number> = {};
  for (const kind of quiet.flatMap(({ alerts }) => alerts))
    byKind[kind] = (byKind[kind] ?? 0) + scale / runs.length;
  const ballots = quiet.reduce((sum, each) => sum + each.ballots, 0);
  const aside = quiet.reduce((sum, each) => sum + each.ballots * each.honestSetAside, 0);
  const names = runs[0]?.attacks.map(({ attack }) => attack) ?? [];
  return {
    runs: runs.length,
    quiet: {
      headline: spreadOf(quiet.map(({ headline }) => headline)),
      ballots: spreadOf(quiet.map((each) => each.ballots)),
      honestSetAside: spreadOf(quiet.map(({ honestSetAside }) => honestSetAside)),
      honestSetAsideOverall: (100 * aside) / ballots,
      honestSetAsideAtFirst: 100 * meanOf(quiet.map((each) => each.honestSetAsideAtFirst)),
      honestSetAsideWhenBusy: 100 * meanOf(quiet.map((each) => each.honestSetAsideWhenBusy)),
      mostFromNetwork: Math.max(...quiet.map((each) => each.mostFromNetwork)),
      falseAlarms: mean,
      falseAlarmsMargin: Z * Math.sqrt(variance / runs.length),
      falseAlarmsByKind: byKind,
    },
    attacks: names.map((attack) =>
      summarise(
        attack,
        runs.flatMap((run) => run.attacks.filter((result) => result.attack === attack)),
      ),
    ),
  };
}
