import type { GroupAnswers, ShownCounts, ShownGroups } from '../disclosure/shown-counts.ts';
import { computeShareSatisfied } from '../indicator/share-satisfied.v1.ts';
import type { Span } from '../period/atoms.ts';
import { countLevels } from '../tally/level-counts.ts';
import type { AnswerGroup, WeekAnswers } from './alert-input.ts';

/** What a closed week's ballots that count say, by counter and by channel, as far as it may be shown. */
export function toWeekAnswers(
  { from, to }: Span,
  { surveys, counters, channelAnswers }: Pick<ShownCounts, 'surveys' | 'counters' | 'channelAnswers'>,
): WeekAnswers {
  const [survey = null] = surveys.keys();
  return {
    from,
    to,
    survey: surveys.size === 1 ? survey : null,
    counters: listGroups(counters),
    channels: listGroups(channelAnswers),
  };
}

const listGroups = (groups: ShownGroups<GroupAnswers>): AnswerGroup[] =>
  [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, answers]) => {
      if (answers === null) return [];
      const { levels, all_equal } = answers;
      const satisfied = computeShareSatisfied(levels).numerator;
      return [{ id, n: countLevels(levels), satisfied, all_equal }];
    });
