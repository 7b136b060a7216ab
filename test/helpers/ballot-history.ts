import fc from 'fast-check';
import { type Gathered, gatherDays } from '../../server/disclosure/gather.ts';
import {
  addRunningDay,
  type ShownCounts,
  showCounts,
  spanToRead,
} from '../../server/disclosure/shown-counts.ts';
import { addDays, type Day, dayOf, daysBetween } from '../../server/lib/day.ts';
import { isRunning, type Period } from '../../server/period/period.ts';
import type { Channel } from '../../server/storage/schema.ts';
import type { Level } from '../../server/survey/definition.ts';
import type { CellTally } from '../../server/tally/cell.ts';
import { oneAtLevel } from '../../server/tally/level-counts.ts';
import type { RespondentTally } from '../../server/tally/respondent-tally.store.ts';
import { type CounterDay, tallyOf } from '../../server/tally/tally.ts';

export interface HistoryBallot {
  readonly day: Day;
  readonly counter: string;
  readonly channel: Channel;
  readonly kind: string | null;
  readonly field: string | null;
  readonly level: Level;
  /** Id of the rule that set the ballot aside; empty if it is counted. */
  readonly set_aside: string;
}

/** Between these days a week, month, reporting month, quarter and year begin. */
export const FIRST_DAY = '2023-12-09';
export const LAST_DAY = '2024-01-21';

export const COUNTERS = ['aaaaa', 'bbbbb', 'ccccc'] as const;

const someBallot = fc.record({
  counter: fc.constantFrom('aaaaa', 'aaaaa', 'aaaaa', 'bbbbb', 'bbbbb', 'ccccc'),
  channel: fc.constantFrom<Channel>('poster', 'poster', 'poster', 'slip'),
  kind: fc.constantFrom('citizen', 'citizen', 'citizen', 'organisation', null),
  field: fc.constantFrom('land', 'land', 'civil-status', 'business', null),
  level: fc.constantFrom<Level>(1, 2, 3, 4, 5, 5),
  set_aside: fc.constantFrom('', '', '', '', '', '', 'repeat-device', 'too-fast'),
});

const someDay = fc.oneof(
  fc.integer({ min: 0, max: daysBetween(FIRST_DAY, LAST_DAY) }).map((shift) => addDays(FIRST_DAY, shift)),
  // Days next to the borders of periods: 15th of a month, Monday, end of the year.
  fc.constantFrom('2023-12-14', '2023-12-15', '2023-12-17', '2023-12-18', '2023-12-31', '2024-01-01'),
  fc.constantFrom('2024-01-07', '2024-01-08', '2024-01-14', '2024-01-15'),
);

/** One to sixteen days with one to twelve ballots each, in order of time. */
const historyOf = (days: fc.Arbitrary<Day>): fc.Arbitrary<HistoryBallot[]> =>
  fc
    .uniqueArray(fc.tuple(days, fc.array(someBallot, { minLength: 1, maxLength: 12 })), {
      selector: ([day]) => day,
      minLength: 1,
      maxLength: 16,
    })
    .map((chosen) =>
      chosen
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([day, ballots]) => ballots.map((ballot) => ({ day, ...ballot }))),
    );

export const someHistory = historyOf(someDay);

/** Days within a year from `FIRST_DAY`. */
export const someYear = historyOf(fc.integer({ min: 0, max: 365 }).map((shift) => addDays(FIRST_DAY, shift)));

/** Rows as in the database, but one row per ballot: sums do not depend on how ballots are grouped into rows. */
export interface StoredHistory {
  readonly days: readonly CounterDay[];
  readonly tallies: readonly CellTally[];
  readonly respondents: readonly RespondentTally[];
}

export function storeHistory(history: readonly HistoryBallot[]): StoredHistory {
  return {
    days: history.map(({ day, counter, set_aside }) => ({
      day,
      counter_code: counter,
      counted: set_aside === '' ? 1 : 0,
      set_aside: set_aside === '' ? 0 : 1,
    })),
    tallies: history.map((ballot) => ({
      unit_code: 'dong-son',
      day: ballot.day,
      counter_code: ballot.counter,
      channel: ballot.channel,
      survey_id: 'mot-cua-ngan',
      survey_version: 1,
      set_aside: ballot.set_aside,
      tally: tallyOf({ levels: { overall: ballot.level }, why: {} }, ['overall']),
    })),
    respondents: history
      .filter(({ set_aside }) => set_aside === '')
      .flatMap((ballot) =>
        (['kind', 'field'] as const).flatMap((dimension) => {
          const option_id = ballot[dimension];
          if (option_id === null) return [];
          const { day, counter: counter_code } = ballot;
          return [
            {
              unit_code: 'dong-son',
              day,
              counter_code,
              dimension,
              option_id,
              levels: oneAtLevel(ballot.level),
            },
          ];
        }),
      ),
  };
}

const FROM_THE_FIRST: Gathered['start'] = { begins_on: '', first_release: '' };

/** The figures of a period that may be disclosed, computed as for a report. */
export function showPeriod(
  stored: StoredHistory,
  period: Period,
  now: Date,
  counterCode: string | null = null,
  start = FROM_THE_FIRST,
): ShownCounts {
  const today = dayOf(now);
  const isOwn = (one: CounterDay) => counterCode === null || one.counter_code === counterCode;
  const gathered = gatherDays(mergeDays(stored.days.filter(({ day }) => day < today)), start);
  const input = { period, now, gathered, counterCode };
  const span = spanToRead(input);
  const isRead = ({ day }: { readonly day: Day }) => span !== null && span.from <= day && day <= span.to;
  const finished = showCounts({
    ...input,
    tallies: stored.tallies.filter(isRead),
    respondents: stored.respondents.filter(isRead),
  });
  if (!isRunning(period, today)) return finished;
  return addRunningDay(
    finished,
    stored.days.filter((one) => one.day === today && isOwn(one)),
  );
}

export function mergeDays(days: readonly CounterDay[]): CounterDay[] {
  const merged = new Map<string, CounterDay>();
  for (const one of days) {
    const key = `${one.day} ${one.counter_code}`;
    const known = merged.get(key) ?? { ...one, counted: 0, set_aside: 0 };
    merged.set(key, {
      ...known,
      counted: known.counted + one.counted,
      set_aside: known.set_aside + one.set_aside,
    });
  }
  return [...merged.values()];
}
