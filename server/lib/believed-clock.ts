import type { Clock, MachineTime } from './clock.ts';
import { addDays, type Day, dayOf, laterOf, startOfDay } from './day.ts';

/** Tolerated jumps: corrections by NTP are smaller, and a larger jump could end a day while the office is open. */
const TOLERANCE_MS = 3_600_000;
/** After this time a jumped reading with a plausible day is taken as a correction of the clock. */
const HOLD_MS = 15 * 60_000;
/**
 * A person must confirm a day that is further than this from the last settled one. Tết closes an office for
 * nine days; swapping day and month moves a date by at least 27.
 */
const LONGEST_PAUSE_DAYS = 21;

export interface ClockEvidence {
  /** The earliest day that can be today; null when nothing is known, so that the machine's clock is accepted. */
  readonly from: Day | null;
  readonly confirmed: Day | null;
  /** The last unsettled day that has ballots. */
  readonly latest: Day | null;
}

/** A clock that checks the machine's readings before it uses them. */
export type BelievedClock = ReturnType<typeof believeClock>;

/** For the clocks of tests and the demo, which jump on purpose. */
export const trustClock = (clock: Clock): BelievedClock => ({
  now: () => clock.now(),
  doubt: () => null,
  isGuess: false,
  judge() {},
  confirm() {},
});

/** `from`: the earliest plausible day. The day before is accepted, too: midnight may just have passed. */
export const isPlausibleDay = (day: Day, from: Day): boolean =>
  day >= addDays(from, -1) && day <= addDays(from, LONGEST_PAUSE_DAYS);

/**
 * Compares the machine's clock with the monotonic clock and, at the start, with the settled days. While a reading is
 * doubted, the time continues by the monotonic clock. If the first reading is doubted, the day is a guess: the last
 * day that has ballots, or else the first unsettled one, at the machine's time of day.
 */
export function believeClock(machine: MachineTime) {
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
  /** The time to use instead of the reading; null: the reading agrees with the monotonic clock. */
  function held(wall: number): number | null {
    if (isNear(wall, anchor.wall + machine.monotonicMs() - anchor.monotonic)) return null;
    const awake = anchor.wall + machine.uptimeMs() - anchor.uptime;
    return isNear(wall, awake) ? null : awake;
  }
  function believe(): void {
    anchor = read();
    isGuess = false;
    doubtedSince = null;
  }

  return {
    now(): Date {
      const shown = machine.now();
      const time = held(shown.getTime());
      return time === null ? shown : new Date(time);
    },
    /** The machine's reading, and the time that is used until somebody confirms it. Null when it is not doubted. */
    doubt(): { readonly shown: Date; readonly believed: Date } | null {
      const shown = machine.now();
      const time = held(shown.getTime());
      return time === null ? null : { shown, believed: new Date(time) };
    },
    /** Whether even the day is a guess. Nothing irreversible may be done then. */
    get isGuess(): boolean {
      return isGuess && held(machine.now().getTime()) !== null;
    },
    /** Takes new evidence into account; called at the start and each minute. */
    judge(evidence: ClockEvidence) {
      const { wall, uptime } = read();
      const day = dayOf(new Date(wall));
      const { from } = evidence;
      const isPlausible = from === null || isPlausibleDay(day, from);
      // A person may have confirmed the clock in another process: today, or yesterday just before midnight.
      const isAnswered =
        evidence.confirmed !== confirmed && [day, addDays(day, -1)].includes(evidence.confirmed ?? '');
      confirmed = evidence.confirmed;
      if (!isStarted) {
        isStarted = true;
        if (isPlausible || from === null) return believe();
        isGuess = true;
        // Several days may be unsettled; forms that are still open belong to the last of them.
        const { latest } = evidence;
        const guess = latest !== null && isPlausibleDay(latest, from) ? laterOf(latest, from) : from;
        anchor = { ...read(), wall: startOfDay(guess).getTime() + wall - startOfDay(day).getTime() };
        return;
      }
      if (held(wall) === null || isAnswered) return believe();
      doubtedSince ??= uptime;
      if (isPlausible && (isGuess || uptime - doubtedSince >= HOLD_MS)) believe();
    },
    /** A person has confirmed that the machine's clock is right. */
    confirm: believe,
  };
}
