import type { Database } from '../storage/schema.ts';
import type { RuleId } from '../unit/rule-setting.ts';

/**
 * Statistics of a unit's ballots of a day, from which rules learn their thresholds: a histogram of pace (`pace-00`
 * … `pace-20`, 0.25 s wide) and the maxima of the day (`busiest`, `run`). They contain no counter, time, order or
 * answers.
 */
export type IntakeCount = Omit<Database['intake_counts'], 'unit_code'>;

export interface IntakeMeasures {
  /** Seconds per answered question; null: unknown, or the form was shown again with its answers. */
  readonly pace: number | null;
  /** Counted ballots of the same counter in the last ten minutes, plus this one. */
  readonly inWindow: number;
  /** Counted ballots with the same answers in a row from the same network, plus this one; null: unknown network. */
  readonly inRow: number | null;
  /** Ballots of the same network in the last ten minutes, counted or not, plus this one; null: unknown network. */
  readonly fromNetwork: number | null;
}

/** Name of the daily maximum, for alerts, of ballots from one network in ten minutes. No network is stored. */
export const NETWORK_MEASURE = 'network';

/** Name of a daily count: trial ballots that the rule would have set aside. */
export const trialMeasure = (rule: RuleId): string => `trial-${rule}`;

/** Width of a histogram bin, seconds per question. */
export const PACE_STEP_S = 0.25;
/** The last bin contains all slower ballots: from 5 seconds per question on, none is fast. */
export const LAST_PACE_STEP = 20;

const paceMeasure = (step: number): string => `pace-${String(step).padStart(2, '0')}`;
const isMaximum = (measure: string): boolean => ['busiest', 'run', NETWORK_MEASURE].includes(measure);

/** Index of the histogram bin, from 0. */
export const paceStepOf = (pace: number): number =>
  Math.min(LAST_PACE_STEP, Math.floor(Math.max(0, pace) / PACE_STEP_S));

export function paceHistogram(counts: readonly IntakeCount[]): readonly number[] {
  const steps = Array.from({ length: LAST_PACE_STEP + 1 }, (_, step) => paceMeasure(step));
  return steps.map((name) =>
    counts.filter(({ measure }) => measure === name).reduce((sum, { n }) => sum + n, 0),
  );
}

/** Sums for the histogram and maxima, by measure, to be merged into the stored counts. */
export function countMeasures(ballots: readonly IntakeMeasures[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (measure: string, n: number) =>
    counts.set(measure, mergeCounts(measure, counts.get(measure) ?? 0, n));
  for (const { pace, inWindow, inRow } of ballots) {
    if (pace !== null) add(paceMeasure(paceStepOf(pace)), 1);
    add('busiest', inWindow);
    if (inRow !== null) add('run', inRow);
  }
  return counts;
}

/** The most ballots that one network sent in ten minutes; empty when all networks are unknown. */
export function countNetworks(ballots: readonly IntakeMeasures[]): ReadonlyMap<string, number> {
  const most = Math.max(0, ...ballots.map(({ fromNetwork }) => fromNetwork ?? 0));
  return new Map(most === 0 ? [] : [[NETWORK_MEASURE, most]]);
}

export const mergeCounts = (measure: string, known: number, added: number): number =>
  isMaximum(measure) ? Math.max(known, added) : known + added;
