import type { Day } from '../lib/day.ts';
import type { Level } from '../survey/definition.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS, oneAtLevel } from './level-counts.ts';

/**
 * The part of a running day that the unit's headline shows. It grows in groups of five ballots, so that
 * nobody who sees one citizen leave can see that citizen's answer in the figure.
 */
export interface HeadlineStep {
  /** Ballots shown; a multiple of `GROUP_SIZE`. */
  readonly released: LevelCounts;
  /** Ballots held back until there are five of them; fewer than `GROUP_SIZE`. */
  readonly pending: LevelCounts;
}

export interface HeadlineStepKey {
  readonly unit_code: string;
  readonly day: Day;
  readonly is_set_aside: number;
}

export type StoredHeadlineStep = HeadlineStepKey & HeadlineStep;

/** The smallest group whose counts may be shown. */
export const GROUP_SIZE = 5;

export const NO_STEP: HeadlineStep = { released: NO_LEVELS, pending: NO_LEVELS };

export function addToStep(step: HeadlineStep, level: Level): HeadlineStep {
  const pending = addLevels(step.pending, oneAtLevel(level));
  return countLevels(pending) < GROUP_SIZE
    ? { released: step.released, pending }
    : { released: addLevels(step.released, pending), pending: NO_LEVELS };
}
