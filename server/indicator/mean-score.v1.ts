import { LEVELS } from '../survey/definition.ts';
import { countLevels, type LevelCounts } from '../tally/level-counts.ts';

export const MEAN_SCORE = 'mean-score/1';

/**
 * The mean level as a percentage of the highest level: 20 when all answer 1, 100 when all answer 5. Not rounded;
 * null when nobody answered.
 */
export function computeMeanScore(levels: LevelCounts): number | null {
  const answers = countLevels(levels);
  if (answers === 0) return null;
  const points = LEVELS.reduce<number>((sum, level) => sum + level * (levels[level - 1] ?? 0), 0);
  return (100 * points) / (LEVELS.length * answers);
}
