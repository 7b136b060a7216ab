import type { Clock, MachineTime } from './clock.ts';
import { addDays, type Day, dayOf, laterOf, startOfDay } from './day.ts';

/**
 * Tolerated jumps of the clock: corrections by NTP are smaller, and a larger jump could end a day during opening
 * hours.
 */
const TOLERANCE_MS = 3_600_000;
/** After this time a jump to a plausible day is accepted as a correction of the clock. */
const HOLD_MS = 15 * 60_000;
/**
 * Days since the last settled day after which a person must confirm the date. Tết closes an office for nine days;
 * swapped day and month move a date by at least 27.
 */
const LONGEST_PAUSE_DAYS = 21;

export interface ClockEvidence {
  /** The earliest possible date of today; null when unknown, so that the machine's clock is accepted. */
  readonly from: Day | null;
  readonly confirmed: Day | null;
  /** The last unsettled day that has ballots. */
  readonly latest: Day | null;
}

export type BelievedClock = ReturnType<typeof believeClock>;

/** For tests and the demo, whose clocks jump on purpose. */
export const trustClock = (clock: Clock): BelievedClock => ({
  now: () => clock.now(),
  doubt: () => null,
  isGuess: false,
  judge() {},
  confirm() {},
});

/**
 * `from`: the earliest plausible day. The day before `from` is accepted, too, because midnight may just have
 * passed.
 */
export const isPlausibleDay = (day: Day, from: Day): boolean =>
  day >= addDays(from, -1) && day <= addDays(from, LONGEST_PAUSE_DAYS);

/**
 * Compares the machine's clock with the monotonic clock and, at the start, with the settled days. While a reading
 * is doubted, the time continues by the monotonic clock. If the first reading is doubted, the day is a guess: the
 * last day with ballots, or else the first unsettled one, at the machine's time of day.
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
    /**
     * `shown`: the machine's reading; `believed`: the time that is used until a person confirms the reading. Null
     * when the reading is not doubted.
     */
    doubt(): { readonly shown: Date; readonly believed: Date } | null {
      const shown = machine.now();
      const time = held(shown.getTime());
      return time === null ? null : { shown, believed: new Date(time) };
    },
    /**
     * Whether the reading is doubted and the date was not known at the start. Nothing irreversible may be done
     * then.
     */
    get isGuess(): boolean {
      return isGuess && held(machine.now().getTime()) !== null;
    },
    /** Checks the clock against the settled days; called at the start and each minute. */
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
        // Of several unsettled days take the last one, because open forms belong to it.
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
