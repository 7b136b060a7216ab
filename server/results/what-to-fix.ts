import type { FixFirstView } from '../../web/types/report-view.ts';
import type { ShownCounts } from '../disclosure/shown-counts.ts';
import { rankFixFirst } from '../indicator/fix-first.ts';
import type { Report } from '../reporting/report.v1.ts';
import { OVERALL, type SurveyCatalogue } from '../survey/definition.ts';
import { levelsOfAnswers, NO_ANSWERS } from '../tally/level-counts.ts';
import { chipName } from './question-names.ts';

interface WhatToFix {
  /**
   * Items that respondents who were not satisfied rated low, most frequent first; ties in the order of questions.
   */
  readonly fixFirst: readonly FixFirstView[];
  /** The reason ticked most often for the first item of `fixFirst`; null: no reason was ticked five times. */
  readonly topReason: string | null;
}

/** Always about the whole unit, because the counts of one counter could identify people. */
export function findWhatToFix(
  { low, questions, chips }: ShownCounts,
  report: Report,
  surveys: SurveyCatalogue,
): WhatToFix {
  const order = report.questions.filter(({ suppressed }) => !suppressed).map(({ id }) => id);
  const fixFirst = rankFixFirst(low, levelsOfAnswers(questions[OVERALL] ?? NO_ANSWERS), order);
  const [first] = fixFirst;
  const reason = first && listReasons(chips, surveys).find(({ item }) => item === first.item);
  return { fixFirst, topReason: reason?.text ?? null };
}

/** Most frequent first. */
export const listReasons = (
  chips: ShownCounts['chips'],
  surveys: SurveyCatalogue,
): { readonly item: string; readonly text: string; readonly n: number }[] =>
  Object.entries(chips)
    .sort(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
    .map(([id, n]) => {
      const at = id.indexOf('.');
      const item = id.slice(0, at);
      return { item, text: chipName(surveys, item, id.slice(at + 1), 'vi'), n };
    });
