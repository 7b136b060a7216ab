import { type Day, dayOf, earlierOf } from '../lib/day.ts';
import { listAtoms, partsOf, quartersOf } from '../period/atoms.ts';
import { isClosed, type Period, periodOf } from '../period/period.ts';
import { OVERALL } from '../survey/definition.ts';
import { type Cell, type CellTally, cellKey, counterOf, isSlipKey } from '../tally/cell.ts';
import { GROUP_SIZE, type StoredHeadlineStep } from '../tally/headline-step.ts';
import {
  addLevels,
  countLevels,
  type LevelCounts,
  NO_LEVELS,
  subtractLevels,
} from '../tally/level-counts.ts';
import { levelsOf, mergeTallies, type Tally } from '../tally/tally.ts';
import { countBallots, type DayBallots, type FilledAtom, fillAtoms } from './fill-atoms.ts';
import { type Released, releaseAll, releaseOpen, releaseRange, type Side } from './release.ts';
import { type CountTable, findTellingColumns, hasSmallCut } from './small-cuts.ts';
import { findSuppressed } from './suppress.ts';

/** What of a unit's period may be shown at an instant, to anybody. Counts, not yet figures. */
export interface Disclosed {
  /** Whether the period is closed: then it stays as it is, for ever. */
  readonly is_closed: boolean;
  /** All ballots of the period's days, live. */
  readonly received: number;
  /** Those of the headline's ballots that were too few where they came, before the period, and count here. */
  readonly carried_in: number;
  /** The unit's headline: overall levels of counted ballots, which may include today's. */
  readonly headline: LevelCounts;
  /** How many ballots were set aside, as far as they are in the figures. */
  readonly set_aside: number;
  /** Overall levels of those of them whose answers may be shown beside the headline. */
  readonly headline_set_aside: LevelCounts;
  /** Everything finer: finished days only. */
  readonly cells: readonly (Cell & { readonly tally: Tally })[];
  /**
   * What this is the sum of: the quarters of a half-year, nine months or a year; else empty. A group that is
   * not shown in one of them must not be had by subtraction, so no sum may hold it.
   */
  readonly quarters: readonly Disclosed[];
  /** Counters of a closed reporting quarter that would tell few ballots beside its weeks, which are public. */
  readonly telling_counters: ReadonlySet<string>;
  /** Whether the figure of one-time slips of a closed reporting quarter would tell few ballots beside its weeks. */
  readonly has_telling_slips: boolean;
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
  /** Tallies of the days that `spanToRead` names, and of those before from which ballots are carried in. */
  readonly tallies: readonly CellTally[];
  readonly steps: readonly StoredHeadlineStep[];
  /** Only this counter; its headline is as fine as everything else, so it never includes today. */
  readonly counterCode?: string;
}

/** The days whose tallies `disclose` needs: those of the period's atoms, whole. */
export function spanToRead({ from, to }: Period): { from: Day; to: Day } {
  const atoms = listAtoms(from, to);
  return { from: atoms[0]?.from ?? from, to: atoms.at(-1)?.to ?? to };
}

/** Applies the rules of groups and releases to a period's counts (method §7, and `release.ts`). */
export function disclose(input: DisclosureInput): Disclosed {
  const { period, now, tallies, steps, counterCode } = input;
  if (counterCode !== undefined) {
    const { counterCode: _, ...whole } = input;
    return narrowToCounter(disclose(whole), counterCode);
  }
  const quarters = quartersOf(period).map((quarter) => disclose({ ...input, period: quarter }));
  if (quarters.length > 0) return sumQuarters(quarters, isClosed(period, now));
  // A later day than today has ballots only when the clock was put back; they wait for it.
  const last = isClosed(period, now) ? period.to : earlierOf(spanToRead(period).to, dayOf(now));
  const known = tallies.filter(({ day }) => day <= last);
  const counted = settleByAtoms(listDayBallots(known, steps, false), input);
  const setAside = waitForNeighbours(listDayBallots(known, steps, true), period);
  const shown = release(counted, input);
  const shownSetAside = release(setAside, input);
  const cells = new Map(tallies.map((row) => [cellKey(row), toCell(row)]));
  const isPublicTable = period.kind === 'report-quarter' && isClosed(period, now);
  return {
    is_closed: isClosed(period, now),
    received: tallies
      .filter(({ day }) => isInside(period, day))
      .reduce((sum, { tally }) => sum + tally.ballots, 0),
    carried_in: countCarriedIn(counted, shown, period),
    headline: shown.headline,
    set_aside: countLevels(shownSetAside.headline),
    headline_set_aside: shownSetAside.headline,
    cells: [...shown.cells, ...shownSetAside.cells].map(([key, tally]) => ({
      ...(cells.get(key) as Cell),
      tally,
    })),
    quarters: [],
    telling_counters: isPublicTable ? findTellingColumns(tabulate(counted, counterOf)) : NONE,
    has_telling_slips:
      isPublicTable && hasSmallCut(tabulate(counted, (key) => (isSlipKey(key) ? 'slip' : 'other'))),
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Ballots by week, and by what else they are told apart beside it. */
function tabulate({ atoms }: Side, columnOf: (key: string) => string): CountTable {
  const table = new Map<string, Map<string, number>>();
  for (const atom of atoms) {
    const week = periodOf('week', atom.from).id;
    const row = table.get(week) ?? new Map<string, number>();
    table.set(week, row);
    for (const [key, { ballots }] of atom.days.flatMap(({ cells }) => [...cells])) {
      row.set(columnOf(key), (row.get(columnOf(key)) ?? 0) + ballots);
    }
  }
  return table;
}

function settleByAtoms(days: readonly DayBallots[], { period, now }: DisclosureInput): Side {
  const { from, to } = spanToRead(period);
  return { atoms: fillAtoms(days, to, now).filter((atom) => atom.from >= from), waitsForNeighbours: false };
}

/** Ballots that were set aside are few: no public week shows their answers, so no atom has to stand alone. */
function waitForNeighbours(days: readonly DayBallots[], period: Period): Side {
  const { from, to } = spanToRead(period);
  const atoms = listAtoms(from, to).map(
    (atom): FilledAtom => ({
      ...atom,
      days: days.filter(({ day }) => atom.from <= day && day <= atom.to),
      isSettled: false,
    }),
  );
  return { atoms, waitsForNeighbours: true };
}

/** How the ballots of one side come to light at an instant. */
function release(side: Side, { period, now }: DisclosureInput): Released {
  if (isClosed(period, now)) return releaseAll(side.atoms);
  const today = dayOf(now);
  if (period.kind === 'range') return releaseRange(period, side, today);
  return releaseOpen(partsOf(period), side, today);
}

function countCarriedIn({ atoms }: Side, { incomplete }: Released, { from }: Period): number {
  const carried = atoms.flatMap(({ days }) => days.filter(({ day }) => day < from));
  return countBallots(carried.filter((day) => !incomplete.includes(day)));
}

/** A longer period's figures are its quarters' and tell nothing that those do not. */
export function sumQuarters(quarters: readonly Disclosed[], is_closed: boolean): Disclosed {
  const cells = new Map<string, Disclosed['cells'][number]>();
  for (const cell of quarters.flatMap((quarter) => quarter.cells)) {
    const known = cells.get(cellKey(cell));
    cells.set(cellKey(cell), known ? { ...known, tally: mergeTallies(known.tally, cell.tally) } : cell);
  }
  const shownSetAside = quarters
    .map(({ headline_set_aside }) => headline_set_aside)
    .filter((levels) => countLevels(levels) >= GROUP_SIZE);
  return {
    is_closed,
    received: quarters.reduce((sum, { received }) => sum + received, 0),
    carried_in: quarters[0]?.carried_in ?? 0,
    headline: quarters.map(({ headline }) => headline).reduce(addLevels, NO_LEVELS),
    set_aside: quarters.reduce((sum, { set_aside }) => sum + set_aside, 0),
    headline_set_aside: shownSetAside.reduce(addLevels, NO_LEVELS),
    cells: [...cells.values()],
    quarters,
    telling_counters: NONE,
    has_telling_slips: false,
  };
}

/** One counter's part of the unit's figures, from the same releases. */
export function narrowToCounter(whole: Disclosed, counterCode: string): Disclosed {
  const cells = whole.cells.filter((cell) => cell.counter_code === counterCode);
  const headline = (isSetAside: boolean) =>
    cells
      .filter((cell) => (cell.set_aside !== '') === isSetAside)
      .reduce((sum, cell) => addLevels(sum, levelsOf(cell.tally, OVERALL)), NO_LEVELS);
  return {
    is_closed: whole.is_closed,
    received: cells.reduce((sum, cell) => sum + cell.tally.ballots, 0),
    carried_in: 0,
    headline: headline(false),
    set_aside: countLevels(headline(true)),
    headline_set_aside: headline(true),
    cells,
    quarters: [],
    telling_counters: NONE,
    has_telling_slips: false,
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
