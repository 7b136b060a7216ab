import { type Day, dayOf } from '../lib/day.ts';
import { listAtoms, type Part, partsOf } from '../period/atoms.ts';
import { isClosed, type Period, periodOf } from '../period/period.ts';
import { OVERALL } from '../survey/definition.ts';
import { type Cell, type CellTally, cellKey } from '../tally/cell.ts';
import type { StoredHeadlineStep } from '../tally/headline-step.ts';
import {
  addLevels,
  countLevels,
  type LevelCounts,
  NO_LEVELS,
  subtractLevels,
} from '../tally/level-counts.ts';
import { levelsOf, type Tally } from '../tally/tally.ts';
import { type DayBallots, type Released, releaseAll, releaseOpen, releaseRange } from './release.ts';
import { findSuppressed } from './suppress.ts';

/** What of a unit's period may be shown at an instant, to anybody. Counts, not yet figures. */
export interface Disclosed {
  /** Whether the period is closed: then everything is in, for ever. */
  readonly is_closed: boolean;
  /** All ballots of the period's days, live. */
  readonly received: number;
  /** The unit's headline: overall levels of counted ballots, which may include today's. */
  readonly headline: LevelCounts;
  /** The same of ballots that were set aside. */
  readonly headline_set_aside: LevelCounts;
  /** Everything finer: finished days only. */
  readonly cells: readonly (Cell & { readonly tally: Tally })[];
  /** Of one counter's part: what would give another counter's few away, taken from the unit's figures. */
  readonly withheld?: {
    /** Questions that few answered at some other counter. */
    readonly questions: ReadonlySet<string>;
    /** The figures with those set aside. */
    readonly with_set_aside: boolean;
  };
}

export interface DisclosureInput {
  readonly period: Period;
  readonly now: Date;
  /** Tallies of the days that `spanToRead` names. */
  readonly tallies: readonly CellTally[];
  readonly steps: readonly StoredHeadlineStep[];
  /** Only this counter; its headline is as fine as everything else, so it never includes today. */
  readonly counterCode?: string;
}

/** The days whose tallies `disclose` needs: the period's, and for a free range the whole atoms at its ends. */
export function spanToRead(period: Period): { from: Day; to: Day } {
  if (period.kind !== 'range') return { from: period.from, to: period.to };
  const atoms = listAtoms(period.from, period.to);
  return { from: atoms[0]?.from ?? period.from, to: atoms.at(-1)?.to ?? period.to };
}

/** Applies the rules of groups and releases to a period's counts (method §7, and `release.ts`). */
export function disclose(input: DisclosureInput): Disclosed {
  const { period, now, tallies, steps, counterCode } = input;
  if (counterCode !== undefined) return discloseCounter(input, counterCode);
  const today = dayOf(now);
  const release = makeRelease(period, now, today);
  const counted = release(listDayBallots(tallies, steps, false));
  const setAside = release(listDayBallots(tallies, steps, true));
  const cells = new Map(tallies.map((row) => [cellKey(row), toCell(row)]));
  return {
    is_closed: isClosed(period, now),
    received: tallies
      .filter(({ day }) => isInside(period, day))
      .reduce((sum, { tally }) => sum + tally.ballots, 0),
    headline: counted.headline,
    headline_set_aside: setAside.headline,
    cells: [...counted.cells, ...setAside.cells].map(([key, tally]) => ({
      ...(cells.get(key) as Cell),
      tally,
    })),
  };
}

/** One counter's part, from the same releases as in the unit's figures. */
function discloseCounter({ counterCode: _, ...input }: DisclosureInput, counterCode: string): Disclosed {
  const whole = disclose(input);
  const cells = whole.cells.filter((cell) => cell.counter_code === counterCode);
  const headline = (isSetAside: boolean) =>
    cells
      .filter((cell) => (cell.set_aside !== '') === isSetAside)
      .reduce((sum, cell) => addLevels(sum, levelsOf(cell.tally, OVERALL)), NO_LEVELS);
  return {
    is_closed: whole.is_closed,
    received: cells.reduce((sum, cell) => sum + cell.tally.ballots, 0),
    headline: headline(false),
    headline_set_aside: headline(true),
    cells,
    withheld: {
      questions: findWithheldQuestions(whole, counterCode),
      with_set_aside:
        countLevels(headline(true)) > 0 &&
        isHiddenAmongCounters(whole, counterCode, ({ set_aside, tally }) =>
          set_aside === '' ? 0 : tally.ballots,
        ),
    },
  };
}

/** Whether a counter's share of some count is hidden when all counters' shares stand beside their sum. */
function isHiddenAmongCounters(
  { cells }: Disclosed,
  counterCode: string,
  countOf: (cell: Disclosed['cells'][number]) => number,
): boolean {
  const shares = new Map<string, number>();
  for (const cell of cells) {
    shares.set(cell.counter_code, (shares.get(cell.counter_code) ?? 0) + countOf(cell));
  }
  return findSuppressed([...shares].map(([id, n]) => ({ id, n }))).has(counterCode);
}

function findWithheldQuestions(whole: Disclosed, counterCode: string): Set<string> {
  const counted = whole.cells.filter((cell) => cell.set_aside === '');
  const asked = new Set(counted.flatMap(({ tally }) => Object.keys(tally.questions)));
  const isWithheld = (question: string) =>
    isHiddenAmongCounters({ ...whole, cells: counted }, counterCode, ({ tally }) =>
      countLevels(levelsOf(tally, question)),
    );
  return new Set([...asked].filter(isWithheld));
}

/** How the days' ballots of one side, those that count or those set aside, come to light at an instant. */
function makeRelease(period: Period, now: Date, today: Day): (days: readonly DayBallots[]) => Released {
  if (isClosed(period, now)) return (days) => releaseAll(days.filter(({ day }) => isInside(period, day)));
  // A later day than today has ballots only when the clock was put back; they wait for it.
  const untilToday = (days: readonly DayBallots[]) => days.filter(({ day }) => day <= today);
  if (period.kind !== 'range') {
    const parts = partsOf(period);
    return (days) => releaseOpen(parts, untilToday(days), today);
  }
  const atoms: Part[] = listAtoms(period.from, period.to).map((atom) => ({ ...atom, parts: [] }));
  const weeks = new Map(atoms.map((atom) => periodOf('week', atom.from)).map((week) => [week.id, week]));
  const closedWeeks = [...weeks.values()].filter((week) => isClosed(week, now));
  return (days) => releaseRange(period, atoms, closedWeeks, untilToday(days), today);
}

/** The days that have ballots of one side, in order. */
function listDayBallots(
  tallies: readonly CellTally[],
  steps: readonly StoredHeadlineStep[],
  isSetAside: boolean,
): DayBallots[] {
  const rowsByDay = new Map<Day, CellTally[]>();
  for (const row of tallies) {
    if ((row.set_aside !== '') !== isSetAside || row.tally.ballots === 0) continue;
    rowsByDay.set(row.day, [...(rowsByDay.get(row.day) ?? []), row]);
  }
  const stepped = new Map(
    steps.filter((step) => (step.is_set_aside === 1) === isSetAside).map((step) => [step.day, step.released]),
  );
  return [...rowsByDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, rows]) => {
      const total = rows.reduce((sum, row) => addLevels(sum, levelsOf(row.tally, OVERALL)), NO_LEVELS);
      const shown = stepped.get(day) ?? NO_LEVELS;
      return {
        day,
        stepped: shown,
        rest: subtractLevels(total, shown),
        cells: new Map(rows.map((row) => [cellKey(row), row.tally])),
      };
    });
}

const isInside = ({ from, to }: Period, day: Day): boolean => from <= day && day <= to;

const toCell = ({ counter_code, channel, survey_id, survey_version, set_aside }: CellTally): Cell => ({
  counter_code,
  channel,
  survey_id,
  survey_version,
  set_aside,
});
