import { OVERALL } from '../survey/definition.ts';
import { addAnswers } from '../tally/answer-counts.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts } from '../tally/level-counts.ts';
import { levelsOf, sumTallies, type Tally } from '../tally/tally.ts';
import type { Disclosed } from './disclose.ts';
import { countSlips, type SlipCounts } from './shown-slips.ts';
import { findSuppressed } from './suppress.ts';

/** The groups that make up a whole, by their ids; null: nothing of the group may be shown. */
export type ShownGroups<Counts> = ReadonlyMap<string, Counts | null>;

/** What a disclosed period counts before anything is divided or finer than the unit. */
type Whole = Pick<
  Disclosed,
  'is_closed' | 'received' | 'carried_in' | 'headline' | 'set_aside' | 'headline_set_aside'
>;

/**
 * The counts from which a report is written, and no others: a few kilobytes that can be kept, where the cells
 * that they are added up from are a hundred. What may not be shown beside the rest is left out already.
 */
export interface ShownCounts extends Whole {
  /** Answers by question and who marked it low, of the ballots that count; without questions that may not be shown. */
  readonly questions: Tally['questions'];
  readonly low: Tally['low'];
  /** Ballots that count, by `id/version` of their survey and by channel. */
  readonly surveys: ShownGroups<number>;
  readonly channels: ShownGroups<number>;
  /** Their overall levels by counter; a counter that has no ballot may be missing. */
  readonly counters: ShownGroups<LevelCounts>;
  /** Ballots set aside, by their reason. */
  readonly reasons: ShownGroups<number>;
  /** Of a sum they stand in its parts. */
  readonly slips: SlipCounts | null;
  /** Of one counter's part: whether the figures with those set aside would give another counter's few away. */
  readonly isSetAsideWithheld: boolean;
  /** What this is the sum of, as `Disclosed.quarters`. */
  readonly quarters: readonly ShownCounts[];
}

type Cell = Disclosed['cells'][number];

/** Adds up what a report shows of what may be shown. */
export function showCounts(disclosed: Disclosed): ShownCounts {
  const { is_closed, cells, withheld, quarters } = disclosed;
  if (quarters.length > 0) return sumShownCounts(quarters.map(showCounts), is_closed);
  const counted = cells.filter(({ set_aside }) => set_aside === '');
  const aside = cells.filter(({ set_aside }) => set_aside !== '');
  const total = sumTallies(counted.map(({ tally }) => tally));
  return {
    is_closed,
    received: disclosed.received,
    carried_in: disclosed.carried_in,
    headline: disclosed.headline,
    set_aside: disclosed.set_aside,
    headline_set_aside: disclosed.headline_set_aside,
    ...showQuestions(total, withheld?.questions),
    surveys: showGroups(counted, (cell) => `${cell.survey_id}/${cell.survey_version}`),
    channels: showGroups(counted, (cell) => cell.channel),
    counters: showCounters(counted, disclosed.telling_counters),
    reasons: showGroups(aside, (cell) => cell.set_aside),
    slips: countSlips(disclosed),
    isSetAsideWithheld: withheld?.with_set_aside ?? false,
    quarters: [],
  };
}

/** The same of a sum of quarters: of each group it holds the quarters in which the group is shown. */
export function sumShownCounts(quarters: readonly ShownCounts[], is_closed: boolean): ShownCounts {
  const sum = (countOf: (quarter: ShownCounts) => number) =>
    quarters.reduce((total, quarter) => total + countOf(quarter), 0);
  const levels = (levelsOfQuarter: (quarter: ShownCounts) => LevelCounts): LevelCounts =>
    quarters.map(levelsOfQuarter).reduce(addLevels, [0, 0, 0, 0, 0]);
  const add = (a: number, b: number) => a + b;
  return {
    is_closed,
    received: sum(({ received }) => received),
    carried_in: quarters[0]?.carried_in ?? 0,
    headline: levels(({ headline }) => headline),
    set_aside: sum(({ set_aside }) => set_aside),
    // Of few ballots set aside no answers are shown, and the sum must not give them away.
    headline_set_aside: levels(({ headline_set_aside }) =>
      countLevels(headline_set_aside) >= GROUP_SIZE ? headline_set_aside : [0, 0, 0, 0, 0],
    ),
    questions: Object.fromEntries(
      sumGroups(
        quarters.map(({ questions }) => Object.entries(questions)),
        addAnswers,
      ),
    ) as Tally['questions'],
    low: Object.fromEntries(
      sumGroups(
        quarters.map(({ low }) => Object.entries(low)),
        addLevels,
      ),
    ) as Tally['low'],
    surveys: sumGroups(
      quarters.map(({ surveys }) => surveys),
      add,
    ),
    channels: sumGroups(
      quarters.map(({ channels }) => channels),
      add,
    ),
    counters: sumGroups(
      quarters.map(({ counters }) => counters),
      addLevels,
    ),
    reasons: sumGroups(
      quarters.map(({ reasons }) => reasons),
      add,
    ),
    slips: null,
    isSetAsideWithheld: false,
    quarters,
  };
}

function sumGroups<Counts>(
  parts: readonly Iterable<readonly [string, Counts | null]>[],
  add: (a: Counts, b: Counts) => Counts,
): Map<string, Counts | null> {
  const sums = new Map<string, Counts | null>();
  for (const part of parts) {
    for (const [id, counts] of part) {
      const known = sums.get(id) ?? null;
      sums.set(id, counts !== null && known !== null ? add(known, counts) : (counts ?? known));
    }
  }
  return sums;
}

/** Without the questions that few answered or that disclosure withholds: neither their levels nor who marked them low. */
function showQuestions(
  total: Tally,
  withheld: ReadonlySet<string> | undefined,
): Pick<ShownCounts, 'questions' | 'low'> {
  const isShown = (id: string) => countLevels(levelsOf(total, id)) >= GROUP_SIZE && !withheld?.has(id);
  const onlyShown = <Counts>(byId: Readonly<Record<string, Counts>>): Record<string, Counts> =>
    Object.fromEntries(Object.entries(byId).filter(([id]) => isShown(id)));
  return { questions: onlyShown(total.questions), low: onlyShown(total.low) };
}

function showGroups(cells: readonly Cell[], idOf: (cell: Cell) => string): Map<string, number | null> {
  const sizes = new Map<string, number>();
  for (const cell of cells) sizes.set(idOf(cell), (sizes.get(idOf(cell)) ?? 0) + cell.tally.ballots);
  const few = findSuppressed([...sizes].map(([id, n]) => ({ id, n })));
  return new Map([...sizes].map(([id, n]) => [id, few.has(id) ? null : n]));
}

function showCounters(cells: readonly Cell[], telling: ReadonlySet<string>): ShownCounts['counters'] {
  const levels = new Map<string, LevelCounts>();
  for (const { counter_code, tally } of cells) {
    const own = levelsOf(tally, OVERALL);
    const known = levels.get(counter_code);
    levels.set(counter_code, known ? addLevels(known, own) : own);
  }
  const sizes = showGroups(cells, ({ counter_code }) => counter_code);
  const isShown = (code: string) => sizes.get(code) !== null && !telling.has(code);
  return new Map([...levels].map(([code, own]) => [code, isShown(code) ? own : null]));
}
