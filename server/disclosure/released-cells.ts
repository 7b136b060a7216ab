import { type Day, dayOf, earlierOf } from '../lib/day.ts';
import { listAtoms, partsOf } from '../period/atoms.ts';
import { isClosed, type Period, periodOf } from '../period/period.ts';
import { OVERALL } from '../survey/definition.ts';
import { type Cell, type CellTally, cellKey, counterOf, isSlipKey } from '../tally/cell.ts';
import type { StoredHeadlineStep } from '../tally/headline-step.ts';
import {
  addLevels,
  countLevels,
  type LevelCounts,
  NO_LEVELS,
  subtractLevels,
} from '../tally/level-counts.ts';
import { levelsOf, type Tally } from '../tally/tally.ts';
import { countBallots, type DayBallots, type FilledAtom, fillAtoms } from './fill-atoms.ts';
import { type Released, releaseAll, releaseOpen, type Side } from './release.ts';
import { type CountTable, findTellingColumns, hasSmallCut, tabulate } from './small-cuts.ts';

/** The counts of a unit's period that have come to light at an instant, before groups are suppressed. */
export interface ReleasedCells {
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
  /** Counters of a closed reporting quarter that would tell few ballots beside its weeks, which are public. */
  readonly telling_counters: ReadonlySet<string>;
  /** Whether the figure of one-time slips of a closed reporting quarter would tell few ballots beside its weeks. */
  readonly has_telling_slips: boolean;
  /** Counters that had ballots on the period's finished days. */
  readonly answered: ReadonlySet<string>;
}

export interface DisclosureInput {
  /** Not a sum of quarters: those are summed from what each quarter shows (`sumShownCounts`). */
  readonly period: Period;
  readonly now: Date;
  /** Tallies of the days that `spanToRead` names, and of those before from which ballots are carried in. */
  readonly tallies: readonly CellTally[];
  readonly steps: readonly StoredHeadlineStep[];
}

/** The days whose tallies are needed: those of the period's atoms, whole. */
export function spanToRead({ from, to }: Period): { from: Day; to: Day } {
  const atoms = listAtoms(from, to);
  return { from: atoms[0]?.from ?? from, to: atoms.at(-1)?.to ?? to };
}

/** Applies the rules of releases to a period's counts (method §7, and `release.ts`). */
export function releaseCells(input: DisclosureInput): ReleasedCells {
  const { period, now, tallies, steps } = input;
  const today = dayOf(now);
  // A later day than today has ballots only when the clock was put back; they wait for it.
  const last = isClosed(period, now) ? period.to : earlierOf(spanToRead(period).to, today);
  const known = tallies.filter(({ day }) => day <= last);
  const counted = settleByAtoms(listDayBallots(known, steps, false), input);
  const setAside = waitForNeighbours(listDayBallots(known, steps, true), period);
  const shown = release(counted, input);
  const shownSetAside = release(setAside, input);
  const cells = new Map(tallies.map((row) => [cellKey(row), toCell(row)]));
  const isPublicTable = period.kind === 'report-quarter' && isClosed(period, now);
  const own = tallies.filter(({ day }) => period.from <= day && day <= period.to);
  return {
    is_closed: isClosed(period, now),
    received: own.reduce((sum, { tally }) => sum + tally.ballots, 0),
    carried_in: countCarriedIn(counted, shown, period),
    headline: shown.headline,
    set_aside: countLevels(shownSetAside.headline),
    headline_set_aside: shownSetAside.headline,
    cells: [...shown.cells, ...shownSetAside.cells].map(([key, tally]) => ({
      ...(cells.get(key) as Cell),
      tally,
    })),
    telling_counters: isPublicTable ? findTellingColumns(tabulateWeeks(counted, counterOf)) : new Set(),
    has_telling_slips:
      isPublicTable && hasSmallCut(tabulateWeeks(counted, (key) => (isSlipKey(key) ? 'slip' : 'other'))),
    answered: new Set(own.filter(({ day }) => day < today).map(({ counter_code }) => counter_code)),
  };
}

/** Ballots by week, and by the other keys that distinguish them. */
const tabulateWeeks = ({ atoms }: Side, columnOf: (key: string) => string): CountTable =>
  tabulate(
    atoms.flatMap(({ from, days }) =>
      days.flatMap(({ cells }) =>
        [...cells].map(([key, { ballots }]) => [periodOf('week', from).id, columnOf(key), ballots] as const),
      ),
    ),
  );

function settleByAtoms(days: readonly DayBallots[], { period, now }: DisclosureInput): Side {
  const { from, to } = spanToRead(period);
  return { atoms: fillAtoms(days, to, now).filter((atom) => atom.from >= from), waitsForNeighbours: false };
}

/**
 * Ballots that were set aside are few: no public week shows their answers, so no atom has to stand alone. But the
 * last four weeks move on by a week, and would cut what joined across one.
 */
function waitForNeighbours(days: readonly DayBallots[], { kind, from, to }: Period): Side {
  const atoms = listAtoms(from, to).map(
    (atom): FilledAtom => ({
      ...atom,
      days: days.filter(({ day }) => atom.from <= day && day <= atom.to),
      isSettled: false,
    }),
  );
  return { atoms, waitsForNeighbours: kind !== 'four-weeks' };
}

/** How the ballots of one side come to light at an instant. */
function release(side: Side, { period, now }: DisclosureInput): Released {
  if (isClosed(period, now)) return releaseAll(side.atoms);
  const today = dayOf(now);
  return releaseOpen(partsOf(period), side, today);
}

function countCarriedIn({ atoms }: Side, { incomplete }: Released, { from }: Period): number {
  const carried = atoms.flatMap(({ days }) => days.filter(({ day }) => day < from));
  return countBallots(carried.filter((day) => !incomplete.includes(day)));
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

const toCell = ({ counter_code, channel, survey_id, survey_version, set_aside }: CellTally): Cell => ({
  counter_code,
  channel,
  survey_id,
  survey_version,
  set_aside,
});
