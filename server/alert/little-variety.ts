import type { Alert } from './alert.ts';
import type { AnswerGroup, WeekAnswers } from './alert-input.ts';
import { LEAST_COMPARED, LEAST_GAP } from './channel-gap.ts';
import { levelOf } from './false-alarms.ts';
import { fisherGreater } from './fisher-greater.ts';

/** Weeks before that are compared with, and the ballots that they need together. */
const WEEKS_BEFORE = 8;
const LEAST_BEFORE = 60;

/**
 * A week in which more ballots than before give the same level to every question, by Fisher's exact test
 * against the subject's own weeks before it. Many do so honestly; a script nearly always. Weeks with another
 * survey, or several, are not compared: more questions are less often all alike.
 * `weeks` in the order of time.
 */
export function findLittleVariety(weeks: readonly WeekAnswers[], week: WeekAnswers): Alert[] {
  const before = weeks
    .filter(({ to, survey }) => to < week.from && survey !== null && survey === week.survey)
    .slice(-WEEKS_BEFORE);
  const [first] = before;
  const last = before.at(-1);
  if (first === undefined || last === undefined) return [];
  return week.counters.flatMap((group): Alert[] => {
    const history = before.flatMap(({ counters }) => counters.filter(({ id }) => id === group.id));
    const n = history.reduce((sum, one) => sum + one.n, 0);
    const alike = history.reduce((sum, one) => sum + one.all_equal, 0);
    if (group.n < LEAST_COMPARED || n < LEAST_BEFORE) return [];
    const observed = percentAlike(group);
    const expected = (100 * alike) / n;
    if (observed - expected < LEAST_GAP) return [];
    const level = levelOf('little-variety');
    const p = fisherGreater(group.all_equal, group.n - group.all_equal, alike, n - alike);
    if (p > level) return [];
    return [
      {
        id: 'little-variety',
        counter: group.id,
        channel: null,
        from: week.from,
        to: week.to,
        observed,
        expected,
        p,
        level,
        params: {
          n: group.n,
          alike: group.all_equal,
          other_n: n,
          other_alike: alike,
          weeks: before.length,
          history_from: first.from,
          history_to: last.to,
        },
      },
    ];
  });
}

const percentAlike = ({ n, all_equal }: AnswerGroup): number => (100 * all_equal) / n;
