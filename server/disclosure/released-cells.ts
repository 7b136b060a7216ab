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
import { type CountedOrSetAside, type Released, releaseAll, releaseOpen } from './release.ts';
import { type CountTable, findDisclosiveColumns, hasSmallCut, tabulate } from './small-cuts.ts';

/** A unit's released counts at an instant, before small groups are suppressed. */
export interface ReleasedCells {
  /** Whether the period is closed; its counts then never change. */
  readonly is_closed: boolean;
  /** Every ballot of the period's days, including today's. */
  readonly received: number;
  /** Ballots in the headline that arrived before the period and were too few to be shown there. */
  readonly carried_in: number;
  /** Overall levels of ballots that count; may include today's. */
  readonly headline: LevelCounts;
  /** Ballots set aside, as far as they are released. */
  readonly set_aside: number;
  /** Overall levels of ballots set aside whose answers may be shown beside the headline. */
  readonly headline_set_aside: LevelCounts;
  /** Counts by cell, from finished days only. */
  readonly cells: readonly (Cell & { readonly tally: Tally })[];
  /**
   * Counters of a closed reporting quarter whose figures, combined with the public weekly figures, would
   * isolate few ballots.
   */
  readonly disclosive_counters: ReadonlySet<string>;
  /**
   * Whether the figure of one-time slips, combined with the public weekly figures, would isolate few ballots.
   */
  readonly has_disclosive_slips: boolean;
  /** Counters with ballots on finished days of the period. */
  readonly answered: ReadonlySet<string>;
}

export interface DisclosureInput {
  /** Must not be a period whose figures are sums of quarters; use `sumShownCounts` for such periods. */
  readonly period: Period;
  readonly now: Date;
  /** Tallies of the days of `spanToRead`, and of earlier days from which ballots are carried in. */
  readonly tallies: readonly CellTally[];
  readonly steps: readonly StoredHeadlineStep[];
}

/** The period extended to whole atoms at both ends. */
export function spanToRead({ from, to }: Period): { from: Day; to: Day } {
  const atoms = listAtoms(from, to);
  return { from: atoms[0]?.from ?? from, to: atoms.at(-1)?.to ?? to };
}

/** Applies the release rules (method §7, `release.ts`). */
export function releasePeriod(input: DisclosureInput): ReleasedCells {
  const { period, now, tallies, steps } = input;
  const today = dayOf(now);
  // Days after today have ballots only when the clock was set back; they are ignored until it catches up.
  const last = isClosed(period, now) ? period.to : earlierOf(spanToRead(period).to, today);
  const known = tallies.filter(({ day }) => day <= last);
  const counted = closeByAtoms(listDayBallots(known, steps, false), input);
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
    disclosive_counters: isPublicTable ? findDisclosiveColumns(tabulateWeeks(counted, counterOf)) : new Set(),
    has_disclosive_slips:
      isPublicTable && hasSmallCut(tabulateWeeks(counted, (key) => (isSlipKey(key) ? 'slip' : 'other'))),
    answered: new Set(own.filter(({ day }) => day < today).map(({ counter_code }) => counter_code)),
  };
}

/** Ballots by week (rows) and by the column that `columnOf` gives for a cell key. */
const tabulateWeeks = ({ atoms }: CountedOrSetAside, columnOf: (key: string) => string): CountTable =>
  tabulate(
    atoms.flatMap(({ from, days }) =>
      days.flatMap(({ cells }) =>
        [...cells].map(([key, { ballots }]) => [periodOf('week', from).id, columnOf(key), ballots] as const),
      ),
    ),
  );

function closeByAtoms(days: readonly DayBallots[], { period, now }: DisclosureInput): CountedOrSetAside {
  const { from, to } = spanToRead(period);
  return { atoms: fillAtoms(days, to, now).filter((atom) => atom.from >= from), waitsForNeighbours: false };
}

/**
 * Combines ballots left over in neighbouring atoms: few ballots are set aside, and public weekly figures do
 * not include their answers. Not for the period `four-weeks`: it moves by a week, which would split a
 * combined release.
 */
function waitForNeighbours(days: readonly DayBallots[], { kind, from, to }: Period): CountedOrSetAside {
  const atoms = listAtoms(from, to).map(
    (atom): FilledAtom => ({
      ...atom,
      days: days.filter(({ day }) => atom.from <= day && day <= atom.to),
      isClosed: false,
    }),
  );
  return { atoms, waitsForNeighbours: kind !== 'four-weeks' };
}

function release(side: CountedOrSetAside, { period, now }: DisclosureInput): Released {
  if (isClosed(period, now)) return releaseAll(side.atoms);
  const today = dayOf(now);
  return releaseOpen(partsOf(period), side, today);
}

function countCarriedIn({ atoms }: CountedOrSetAside, { incomplete }: Released, { from }: Period): number {
  const carried = atoms.flatMap(({ days }) => days.filter(({ day }) => day < from));
  return countBallots(carried.filter((day) => !incomplete.includes(day)));
}

/** Days with their ballots, in chronological order. */
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
