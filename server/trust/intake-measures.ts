import type { Day } from '../lib/day.ts';

/**
 * What is kept of how a unit's ballots of a day came in: how many at which pace, and two maxima. No counter,
 * no time, no order, nothing of an answer. Thresholds are taken from it (`learn-threshold.ts`).
 */
export interface IntakeCount {
  readonly day: Day;
  /** `pace-00` … `pace-20`: ballots in a step of a quarter of a second; `busiest`, `run`: the day's most. */
  readonly measure: string;
  readonly n: number;
}

/** What one ballot that counts adds to its day. */
export interface IntakeMeasures {
  /** Seconds a question; null for a form that was shown again. */
  readonly pace: number | null;
  /** Ballots of its counter in ten minutes, itself included. */
  readonly inWindow: number;
  /** Ballots with the same answers in a row from its network, itself included; null: network not known. */
  readonly inRow: number | null;
}

/** Width of a step of pace, in seconds a question. */
export const PACE_STEP_S = 0.25;
/** The last step holds every slower ballot: from 5 seconds a question on, none is fast. */
export const LAST_PACE_STEP = 20;

const paceMeasure = (step: number): string => `pace-${String(step).padStart(2, '0')}`;
const isMaximum = (measure: string): boolean => measure === 'busiest' || measure === 'run';

/** The step of a pace: 0 for under a quarter of a second a question. */
export const paceStepOf = (pace: number): number =>
  Math.min(LAST_PACE_STEP, Math.floor(Math.max(0, pace) / PACE_STEP_S));

/** How many ballots of a history came at each step of pace. */
export function paceHistogram(counts: readonly IntakeCount[]): readonly number[] {
  const steps = Array.from({ length: LAST_PACE_STEP + 1 }, (_, step) => paceMeasure(step));
  return steps.map((name) =>
    counts.filter(({ measure }) => measure === name).reduce((sum, { n }) => sum + n, 0),
  );
}

/** The counts that ballots of one day add, by measure: numbers of ballots, and the largest of each maximum. */
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

/** Two counts of one measure and day, put together. */
export const mergeCounts = (measure: string, known: number, added: number): number =>
  isMaximum(measure) ? Math.max(known, added) : known + added;
