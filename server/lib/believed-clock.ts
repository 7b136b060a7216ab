import type { Clock, MachineTime } from './clock.ts';
import { addDays, type Day, dayOf, laterOf, startOfDay } from './day.ts';

/** Corrections by NTP are smaller. A larger one could end a day while the office is open. */
const TOLERANCE_MS = 3_600_000;
/** A clock that is wrong for a minute harms nothing; one that was corrected is followed after this time. */
const HOLD_MS = 15 * 60_000;
/**
 * Longer gaps since the last day that ended are confirmed by a person. Tết closes an office for nine days; day and
 * month swapped move a date by at least 27.
 */
const LONGEST_PAUSE_DAYS = 21;

/** The machine's reading, and the time that the program goes by until somebody confirms the reading. */
interface ClockDoubt {
  readonly shown: Date;
  readonly believed: Date;
}

export interface ClockEvidence {
  /** No earlier day can be today; null: nothing is known, and the machine is believed. */
  readonly from: Day | null;
  /** The day that a person confirmed last. */
  readonly confirmed: Day | null;
  /** The last day that has ballots and has not ended. */
  readonly latest: Day | null;
}

/** A clock that does not take a single reading of the machine's for granted. */
export interface BelievedClock extends Clock {
  /** Null: the machine's clock is believed. */
  doubt(): ClockDoubt | null;
  /** Whether even the day is a guess: nothing that cannot be undone may be done. */
  readonly isGuess: boolean;
  /** Takes new evidence into account; called at the start and each minute. */
  judge(evidence: ClockEvidence): void;
  /** A person says that the machine's clock is right. */
  confirm(): void;
}

/** For clocks of tests and the demo, whose jumps are wanted. */
export const trustClock = (clock: Clock): BelievedClock => ({
  now: () => clock.now(),
  doubt: () => null,
  isGuess: false,
  judge() {},
  confirm() {},
});

/** Whether a machine may show this day when no day before `from` can be today. Midnight can be a moment ago. */
export const isPlausibleDay = (day: Day, from: Day): boolean =>
  day >= addDays(from, -1) && day <= addDays(from, LONGEST_PAUSE_DAYS);

/**
 * Between two judgements time goes on by the monotonic clock; a reading that does not agree with it, or at the start
 * with the days that have ended, is doubted. At a start without a reading to believe it is a guess: the last day that
 * has ballots, or else the first that has not ended, at the machine's time of day.
 */
export function believeClock(machine: MachineTime): BelievedClock {
  const read = () => ({
    wall: machine.now().getTime(),
    monotonic: machine.monotonicMs(),
    uptime: machine.uptimeMs(),
  });
  let anchor = read();
  let isGuess = false;
  let isStarted = false;
  let doubtedSince: number | null = null;
  let confirmed: Day | null = null;

  const isNear = (one: number, other: number) => Math.abs(one - other) <= TOLERANCE_MS;
  /** Null: the reading agrees with the monotonic clock. */
  function held(wall: number): number | null {
    if (isNear(wall, anchor.wall + machine.monotonicMs() - anchor.monotonic)) return null;
    const awake = anchor.wall + machine.uptimeMs() - anchor.uptime;
    return isNear(wall, awake) ? null : awake;
  }
  function believe() {
    anchor = read();
    isGuess = false;
    doubtedSince = null;
  }

  return {
    now() {
      const shown = machine.now();
      const time = held(shown.getTime());
      return time === null ? shown : new Date(time);
    },
    doubt() {
      const shown = machine.now();
      const time = held(shown.getTime());
      return time === null ? null : { shown, believed: new Date(time) };
    },
    get isGuess() {
      return isGuess && held(machine.now().getTime()) !== null;
    },
    judge(evidence) {
      const { wall, uptime } = read();
      const day = dayOf(new Date(wall));
      const { from } = evidence;
      const isPlausible = from === null || isPlausibleDay(day, from);
      // Another process may have asked; its answer is of today, or of yesterday at midnight.
      const isAnswered =
        evidence.confirmed !== confirmed && [day, addDays(day, -1)].includes(evidence.confirmed ?? '');
      confirmed = evidence.confirmed;
      if (!isStarted) {
        isStarted = true;
        if (isPlausible || from === null) return believe();
        isGuess = true;
        // Days may wait to be ended; open forms are of the last one.
        const { latest } = evidence;
        const guess = latest !== null && isPlausibleDay(latest, from) ? laterOf(latest, from) : from;
        anchor = { ...read(), wall: startOfDay(guess).getTime() + wall - startOfDay(day).getTime() };
        return;
      }
      if (held(wall) === null || isAnswered) return believe();
      doubtedSince ??= uptime;
      if (isPlausible && (isGuess || uptime - doubtedSince >= HOLD_MS)) believe();
    },
    confirm: believe,
  };
}
