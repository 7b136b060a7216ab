import { OVERALL } from '../survey/definition.ts';
import { type AnswerCounts, addAnswers } from '../tally/answer-counts.ts';
import { GROUP_SIZE } from '../tally/headline-step.ts';
import { addLevels, countLevels, type LevelCounts, NO_LEVELS } from '../tally/level-counts.ts';
import { levelsOf, sumTallies, type Tally } from '../tally/tally.ts';
import type { ReleasedCells } from './released-cells.ts';
import { countSlips, type SlipCounts } from './shown-slips.ts';
import { findSuppressed, sumBy } from './suppress.ts';

/** Groups that partition a whole, by id; null for a suppressed group. */
export type ShownGroups<Counts> = ReadonlyMap<string, Counts | null>;

/** Counts of the whole unit. */
type PeriodTotals = Omit<ReleasedCells, 'cells' | 'disclosive_counters' | 'has_disclosive_slips'>;

/**
 * All that is disclosed about a period, as counts before division and rounding, with small groups suppressed.
 * Takes a few kilobytes in a cache; the cells that it is computed from take about a hundred.
 */
export interface ShownCounts extends PeriodTotals {
  /** Answers by question, only of ballots that count; suppressed questions are absent. */
  readonly questions: Readonly<Record<string, AnswerCounts>>;
  readonly low: Readonly<Record<string, LevelCounts>>;
  /** Number of ticks in the whole unit, by `question.chip`; numbers below five are absent. */
  readonly chips: Readonly<Record<string, number>>;
  /** Ballots that count, by `id/version` of their survey and by channel. */
  readonly surveys: ShownGroups<number>;
  readonly channels: ShownGroups<number>;
  /** Overall levels by counter; a counter without ballots may be absent. */
  readonly counters: ShownGroups<LevelCounts>;
  /** Number of ballots set aside, by reason. */
  readonly reasons: ShownGroups<number>;
  /** Null for a sum of quarters: the slips are in `quarters`. */
  readonly slips: SlipCounts | null;
  /**
   * Whether the figure that includes ballots set aside is withheld: for one counter it would reveal few
   * ballots of another counter.
   */
  readonly isSetAsideWithheld: boolean;
  /**
   * The quarters that a half-year, nine months or a year is the sum of; otherwise empty. The sum excludes
   * groups that are suppressed in a quarter, which could otherwise be recovered by subtraction.
   */
  readonly quarters: readonly ShownCounts[];
}

type Cells = ReleasedCells['cells'];
type Cell = Cells[number];

/** Suppresses small groups. With a counter's code, returns that counter's part of the same releases. */
export function showCounts(released: ReleasedCells, counterCode: string | null): ShownCounts {
  const { cells, disclosive_counters, has_disclosive_slips, ...whole } = released;
  const counted = cells.filter(isCounted);
  const counters = showCounters(counted, disclosive_counters);
  if (counterCode !== null) {
    return showCounter(released, counterCode, (counters.get(counterCode) ?? null) === null);
  }
  const shown = showBreakdowns(cells, new Set());
  return {
    ...whole,
    ...shown,
    counters,
    slips: countSlips(counted, has_disclosive_slips || shown.channels.get('slip') === null),
    isSetAsideWithheld: false,
    quarters: [],
  };
}

/** The part of one counter, from finished days only. Empty when the unit's report suppresses the counter. */
function showCounter(
  { is_closed, answered, cells }: ReleasedCells,
  code: string,
  isHidden: boolean,
): ShownCounts {
  const own = cells.filter(({ counter_code }) => counter_code === code);
  const shown = isHidden ? [] : own;
  const setAside = countLevels(overallOf(own.filter((cell) => !isCounted(cell))));
  return {
    is_closed,
    answered,
    received: shown.reduce((sum, { tally }) => sum + tally.ballots, 0),
    carried_in: 0,
    headline: overallOf(shown.filter(isCounted)),
    set_aside: setAside,
    headline_set_aside: overallOf(shown.filter((cell) => !isCounted(cell))),
    ...showBreakdowns(shown, findWithheldQuestions(cells, code)),
    chips: {},
    counters: new Map(),
    slips: null,
    isSetAsideWithheld:
      setAside > 0 && isHiddenAmong(cells, code, (cell) => (isCounted(cell) ? 0 : cell.tally.ballots)),
    quarters: [],
  };
}

function showBreakdowns(cells: Cells, withheld: ReadonlySet<string>) {
  const counted = cells.filter(isCounted);
  const total = sumTallies(counted.map(({ tally }) => tally));
  return {
    ...showQuestions(total, withheld),
    chips: Object.fromEntries(Object.entries(total.chips).filter(([, n]) => n >= GROUP_SIZE)),
    surveys: showGroups(counted, (cell) => `${cell.survey_id}/${cell.survey_version}`),
    channels: showGroups(counted, (cell) => cell.channel),
    reasons: showGroups(
      cells.filter((cell) => !isCounted(cell)),
      (cell) => cell.set_aside,
    ),
  };
}

/** Sums each group over the quarters in which it is shown. */
export function sumShownCounts(quarters: readonly ShownCounts[], is_closed: boolean): ShownCounts {
  const sum = (countOf: (quarter: ShownCounts) => number) =>
    quarters.reduce((total, quarter) => total + countOf(quarter), 0);
  const sumLevels = (levels: (quarter: ShownCounts) => LevelCounts): LevelCounts =>
    quarters.map(levels).reduce(addLevels, NO_LEVELS);
  return {
    is_closed,
    received: sum(({ received }) => received),
    carried_in: quarters[0]?.carried_in ?? 0,
    headline: sumLevels(({ headline }) => headline),
    set_aside: sum(({ set_aside }) => set_aside),
    // A quarter with few ballots set aside does not show their answers, so the sum must not include them.
    headline_set_aside: sumLevels(({ headline_set_aside }) =>
      countLevels(headline_set_aside) >= GROUP_SIZE ? headline_set_aside : NO_LEVELS,
    ),
    answered: new Set(quarters.flatMap(({ answered }) => [...answered])),
    questions: sumRecords(quarters, ({ questions }) => questions, addAnswers),
    low: sumRecords(quarters, ({ low }) => low, addLevels),
    chips: sumRecords(quarters, ({ chips }) => chips, add),
    surveys: sumGroups(quarters, ({ surveys }) => surveys, add),
    channels: sumGroups(quarters, ({ channels }) => channels, add),
    counters: sumGroups(quarters, ({ counters }) => counters, addLevels),
    reasons: sumGroups(quarters, ({ reasons }) => reasons, add),
    slips: null,
    isSetAsideWithheld: false,
    quarters,
  };
}

const add = (a: number, b: number): number => a + b;

function sumGroups<Counts>(
  quarters: readonly ShownCounts[],
  groupsOf: (quarter: ShownCounts) => Iterable<readonly [string, Counts | null]>,
  addCounts: (a: Counts, b: Counts) => Counts,
): Map<string, Counts | null> {
  const sums = new Map<string, Counts | null>();
  for (const [id, counts] of quarters.flatMap((quarter) => [...groupsOf(quarter)])) {
    const known = sums.get(id) ?? null;
    sums.set(id, counts !== null && known !== null ? addCounts(known, counts) : (counts ?? known));
  }
  return sums;
}

/** Sums records from which suppressed groups are absent. */
const sumRecords = <Counts>(
  quarters: readonly ShownCounts[],
  recordOf: (quarter: ShownCounts) => Readonly<Record<string, Counts>>,
  addCounts: (a: Counts, b: Counts) => Counts,
): Record<string, Counts> =>
  Object.fromEntries(
    sumGroups<Counts>(quarters, (quarter) => Object.entries<Counts>(recordOf(quarter)), addCounts),
  ) as Record<string, Counts>;

const isCounted = ({ set_aside }: Cell): boolean => set_aside === '';

const overallOf = (cells: Cells): LevelCounts =>
  cells.reduce((sum, { tally }) => addLevels(sum, levelsOf(tally, OVERALL)), NO_LEVELS);

/** Removes withheld questions and questions with few answers, from the levels and from `low`. */
function showQuestions(total: Tally, withheld: ReadonlySet<string>): Pick<ShownCounts, 'questions' | 'low'> {
  const isShown = (id: string) => countLevels(levelsOf(total, id)) >= GROUP_SIZE && !withheld.has(id);
  const onlyShown = <Counts>(byId: Readonly<Record<string, Counts>>): Record<string, Counts> =>
    Object.fromEntries(Object.entries(byId).filter(([id]) => isShown(id)));
  return { questions: onlyShown(total.questions), low: onlyShown(total.low) };
}

function showGroups(cells: Cells, idOf: (cell: Cell) => string): Map<string, number | null> {
  const sizes = sumBy(cells, idOf, ({ tally }) => tally.ballots);
  const few = findSuppressed(sizes);
  return new Map([...sizes].map(([id, n]) => [id, few.has(id) ? null : n]));
}

function showCounters(cells: Cells, disclosive: ReadonlySet<string>): Map<string, LevelCounts | null> {
  const sizes = showGroups(cells, ({ counter_code }) => counter_code);
  return new Map(
    [...sizes].map(([code, n]) => {
      const isHidden = n === null || disclosive.has(code);
      return [code, isHidden ? null : overallOf(cells.filter(({ counter_code }) => counter_code === code))];
    }),
  );
}

/**
 * Whether one counter's part of a count is suppressed when the parts of all counters are shown beside their
 * sum.
 */
const isHiddenAmong = (cells: Cells, code: string, countOf: (cell: Cell) => number): boolean =>
  findSuppressed(sumBy(cells, ({ counter_code }) => counter_code, countOf)).has(code);

function findWithheldQuestions(cells: Cells, code: string): Set<string> {
  const counted = cells.filter(isCounted);
  const asked = new Set(counted.flatMap(({ tally }) => Object.keys(tally.questions)));
  return new Set(
    [...asked].filter((question) =>
      isHiddenAmong(counted, code, ({ tally }) => countLevels(levelsOf(tally, question))),
    ),
  );
}
