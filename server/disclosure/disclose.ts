import { type Day, dayOf } from '../lib/day.ts';
import { listAtoms, type Part, partsOf } from '../period/atoms.ts';
import { isClosed, type Period, periodOf } from '../period/period.ts';
import { OVERALL } from '../survey/definition.ts';
import { type Cell, type CellTally, cellKey } from '../tally/cell.ts';
import type { StoredHeadlineStep } from '../tally/headline-step.ts';
import {
  addLevels,
  countLevels,
  EMPTY_TALLY,
  type LevelCounts,
  levelsOf,
  mergeTallies,
  NO_LEVELS,
  type Tally,
} from '../tally/tally.ts';
import { type Countable, type DayCount, releaseOpen, releaseRange, wholeDay } from './release.ts';

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

const TALLIES: Countable<Tally> = {
  empty: EMPTY_TALLY,
  add: mergeTallies,
  size: (tally) => tally.ballots,
};

const LEVEL_COUNTS: Countable<LevelCounts> = { empty: NO_LEVELS, add: addLevels, size: countLevels };

/** The days whose tallies `disclose` needs: the period's, and for a free range the whole atoms at its ends. */
export function spanToRead(period: Period): { from: Day; to: Day } {
  if (period.kind !== 'range') return { from: period.from, to: period.to };
  const atoms = listAtoms(period.from, period.to);
  return { from: atoms[0]?.from ?? period.from, to: atoms.at(-1)?.to ?? period.to };
}

/** Applies the rules of groups and releases to a period's counts (method §7, and `release.ts`). */
export function disclose(input: DisclosureInput): Disclosed {
  const { period, now, counterCode } = input;
  if (counterCode !== undefined) return discloseCounter(input, counterCode);
  const { tallies, steps } = input;
  const is_closed = isClosed(period, now);
  const today = dayOf(now);
  const inPeriod = tallies.filter((row) => period.from <= row.day && row.day <= period.to);
  const release = makeRelease(period, now, today, is_closed);
  const headline = (isSetAside: boolean) =>
    release(LEVEL_COUNTS, headlineDays(tallies, steps, isSetAside, today));

  const cells: (Cell & { tally: Tally })[] = [];
  for (const rows of groupByCell(tallies)) {
    const days = new Map(
      rows
        .filter((row) => is_closed || row.day < today)
        .map((row) => [row.day, wholeDay(TALLIES, row.tally)]),
    );
    const tally = release(TALLIES, days);
    if (tally.ballots > 0) cells.push({ ...toCell(rows[0] as CellTally), tally });
  }
  return {
    is_closed,
    received: inPeriod.reduce((sum, row) => sum + row.tally.ballots, 0),
    headline: headline(false),
    headline_set_aside: headline(true),
    cells,
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
  };
}

type Release = <Value>(counted: Countable<Value>, days: ReadonlyMap<Day, DayCount<Value>>) => Value;

function makeRelease(period: Period, now: Date, today: Day, isPeriodClosed: boolean): Release {
  if (isPeriodClosed) {
    return (counted, days) =>
      [...days]
        .filter(([day]) => period.from <= day && day <= period.to)
        .reduce((sum, [, day]) => counted.add(sum, counted.add(day.released, day.waiting)), counted.empty);
  }
  if (period.kind !== 'range') {
    const parts = partsOf(period);
    return (counted, days) => releaseOpen(counted, parts, days, today);
  }
  const atoms: Part[] = listAtoms(period.from, period.to).map((atom) => ({ ...atom, parts: [] }));
  const weeks = new Map(atoms.map((atom) => periodOf('week', atom.from)).map((week) => [week.id, week]));
  const closedWeeks = [...weeks.values()].filter((week) => isClosed(week, now));
  return (counted, days) => releaseRange(counted, period, atoms, closedWeeks, days, today);
}

/** The headline's days: what the running steps showed, and the rest of the day's ballots. */
function headlineDays(
  tallies: readonly CellTally[],
  steps: readonly StoredHeadlineStep[],
  isSetAside: boolean,
  today: Day,
): Map<Day, DayCount<LevelCounts>> {
  const totals = new Map<Day, LevelCounts>();
  for (const row of tallies) {
    if ((row.set_aside !== '') !== isSetAside) continue;
    totals.set(row.day, addLevels(totals.get(row.day) ?? NO_LEVELS, levelsOf(row.tally, OVERALL)));
  }
  const shown = new Map(
    steps.filter((step) => (step.is_set_aside === 1) === isSetAside).map((step) => [step.day, step.released]),
  );
  return new Map(
    [...totals].map(([day, total]) => {
      const released = shown.get(day) ?? NO_LEVELS;
      const rest = total.map((n, index) => n - (released[index] ?? 0)) as unknown as LevelCounts;
      return [day, day <= today ? { released, waiting: rest } : { released: NO_LEVELS, waiting: total }];
    }),
  );
}

const toCell = ({ counter_code, channel, survey_id, survey_version, set_aside }: CellTally): Cell => ({
  counter_code,
  channel,
  survey_id,
  survey_version,
  set_aside,
});

function groupByCell(rows: readonly CellTally[]): CellTally[][] {
  const groups = new Map<string, CellTally[]>();
  for (const row of rows) {
    const key = cellKey(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}
