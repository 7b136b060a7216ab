import { countLevels, type LevelCounts } from '../tally/level-counts.ts';

export const SHARE_SATISFIED = 'share-satisfied/1';

/** `numerator`, `neutral` and `dissatisfied` add up to `denominator`. */
interface ShareSatisfied {
  /** Levels 4 and 5. */
  readonly numerator: number;
  /** Levels 1 to 5, without "not applicable" and skipped. */
  readonly denominator: number;
  /** Level 3. */
  readonly neutral: number;
  /** Levels 1 and 2. */
  readonly dissatisfied: number;
  /** 0–100, not rounded; null when nobody answered. */
  readonly percent: number | null;
}

/**
 * The share of answers at level 4 or 5, as the Ministry of Health publishes its patient survey and ARTA MC 2022-05
 * of the Philippines prescribes.
 */
export function computeShareSatisfied(levels: LevelCounts): ShareSatisfied {
  const [one, two, three, four, five] = levels;
  const numerator = four + five;
  const denominator = countLevels(levels);
  return {
    numerator,
    denominator,
    neutral: three,
    dissatisfied: one + two,
    percent: denominator === 0 ? null : (100 * numerator) / denominator,
  };
}
