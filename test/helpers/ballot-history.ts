import fc from 'fast-check';
import { addDays, type Day, daysBetween, startOfDay } from '../../server/lib/day.ts';
import type { Channel } from '../../server/storage/schema.ts';
import type { Level } from '../../server/survey/definition.ts';
import { type CellTally, cellKey } from '../../server/tally/cell.ts';
import {
  addToStep,
  type HeadlineStep,
  NO_STEP,
  type StoredHeadlineStep,
} from '../../server/tally/headline-step.ts';
import { mergeTallies, type Tally, tallyOf } from '../../server/tally/tally.ts';

export interface HistoryBallot {
  readonly day: Day;
  readonly counter: string;
  readonly channel: Channel;
  readonly level: Level;
  /** Empty if counted. */
  readonly set_aside: string;
}

/** Close to the start of a week, month, reporting month, quarter and year. */
export const FIRST_DAY = '2023-12-09';
export const LAST_DAY = '2024-01-21';

const someBallot = fc.record({
  counter: fc.constantFrom('aaaaa', 'aaaaa', 'aaaaa', 'bbbbb', 'bbbbb', 'ccccc'),
  channel: fc.constantFrom<Channel>('poster', 'poster', 'poster', 'link'),
  level: fc.constantFrom<Level>(1, 2, 3, 4, 5, 5),
  set_aside: fc.constantFrom('', '', '', '', '', '', 'repeat-device', 'too-fast'),
});

const someDay = fc.oneof(
  fc.integer({ min: 0, max: daysBetween(FIRST_DAY, LAST_DAY) }).map((shift) => addDays(FIRST_DAY, shift)),
  // On both sides of the 15th, of the year's end and of Mondays.
  fc.constantFrom(
    '2023-12-14',
    '2023-12-15',
    '2023-12-17',
    '2023-12-18',
    '2023-12-31',
    '2024-01-01',
    '2024-01-07',
    '2024-01-08',
    '2024-01-14',
    '2024-01-15',
  ),
);

/** Ballots of up to fourteen days with up to thirteen each, in order of arrival. */
export const someHistory: fc.Arbitrary<HistoryBallot[]> = fc
  .uniqueArray(fc.tuple(someDay, fc.array(someBallot, { minLength: 1, maxLength: 13 })), {
    selector: ([day]) => day,
    maxLength: 14,
  })
  .map((days) =>
    days
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([day, ballots]) => ballots.map((ballot) => ({ day, ...ballot }))),
  );

export interface StoredHistory {
  readonly tallies: readonly CellTally[];
  readonly steps: readonly StoredHeadlineStep[];
}

/** A history at an instant. */
export interface HistoryMoment extends StoredHistory {
  readonly now: Date;
}

/**
 * The state after each ballot and at each midnight from the first ballot to `until`, in order of time. Each ballot
 * puts a unique chip into its tally, so that a sum shows which ballots it contains.
 */
export function* replay(history: readonly HistoryBallot[], until: Day): Generator<HistoryMoment> {
  const tallies = new Map<string, CellTally>();
  const steps = new Map<string, StoredHeadlineStep>();
  const moment = (now: Date): HistoryMoment => ({
    now,
    tallies: [...tallies.values()],
    steps: [...steps.values()],
  });
  for (const [index, ballot] of history.entries()) {
    addBallot(tallies, ballot, index);
    addStep(steps, ballot);
    yield moment(new Date(startOfDay(ballot.day).getTime() + 8 * 3_600_000 + index * 1_000));
    const next = history[index + 1]?.day ?? until;
    for (let day = addDays(ballot.day, 1); day <= next; day = addDays(day, 1)) yield moment(startOfDay(day));
  }
}

function addBallot(tallies: Map<string, CellTally>, ballot: HistoryBallot, index: number): void {
  const cell = {
    unit_code: 'dong-son',
    day: ballot.day,
    counter_code: ballot.counter,
    channel: ballot.channel,
    survey_id: 'mot-cua-ngan',
    survey_version: 1,
    set_aside: ballot.set_aside,
  };
  const single = tallyOf({ levels: { overall: ballot.level }, why: { overall: [`b${index}`] } }, ['overall']);
  const key = `${ballot.day}\n${cellKey(cell)}`;
  const known = tallies.get(key);
  tallies.set(key, { ...cell, tally: known ? mergeTallies(known.tally, single) : single });
}

function addStep(steps: Map<string, StoredHeadlineStep>, ballot: HistoryBallot): void {
  const key = { unit_code: 'dong-son', day: ballot.day, is_set_aside: ballot.set_aside === '' ? 0 : 1 };
  const name = `${key.day}\n${key.is_set_aside}`;
  const known: HeadlineStep = steps.get(name) ?? NO_STEP;
  steps.set(name, { ...key, ...addToStep(known, ballot.level) });
}

/** Indices of the history's ballots that a tally contains. */
export const ballotsIn = (tally: Tally): ReadonlySet<string> => new Set(Object.keys(tally.chips));
