import type { Channel } from '../../server/storage/schema.ts';
import type { Level } from '../../server/survey/definition.ts';

/** A ballot of a known distribution, to be counted without code of the server. */
export interface KnownBallot {
  readonly day: string;
  /** Index of the counter, 0–4; the last one serves online dossiers. */
  readonly counter: number;
  readonly channel: Channel;
  readonly survey: 'mot-cua-ngan' | 'mot-cua-day-du';
  readonly overall: Level;
  /** By question id; skipped questions are absent. */
  readonly items: Readonly<Record<string, Level | 'na'>>;
  /** Ticked reasons, by question id. */
  readonly why: Readonly<Record<string, readonly string[]>>;
  readonly setAside: string | null;
  /** True: submitted as a form; false: stored directly. */
  readonly byForm: boolean;
}

const SHORT = [25, 28, 31, 32, 34, 37];
const LONG = Array.from({ length: 16 }, (_, index) => 24 + index);

/**
 * For each week and counter the numbers of counted ballots at the levels 1–5. The first number is the Monday
 * of the week as a day of January 2024: 36 is 5 February.
 */
const COUNTED: readonly (readonly [number, readonly (readonly number[])[]])[] = [
  [
    29,
    [
      [2, 3, 5, 40, 30],
      [1, 4, 10, 25, 20],
      [0, 1, 3, 20, 16],
      [1, 2, 7, 30, 30],
      [0, 2, 5, 18, 14],
    ],
  ],
  [
    36,
    [
      [3, 5, 12, 60, 40],
      [4, 6, 15, 40, 25],
      [0, 0, 2, 25, 23],
      [1, 3, 8, 45, 33],
      [0, 1, 4, 17, 15],
    ],
  ],
  [
    43,
    [
      [1, 2, 6, 45, 36],
      [2, 5, 11, 30, 22],
      [1, 1, 3, 18, 12],
      [0, 2, 5, 28, 25],
      [0, 0, 3, 16, 13],
    ],
  ],
];

/** By week: ballots that `repeat-device` sets aside at the first counter, and `too-fast` at the second one. */
const SET_ASIDE: readonly (readonly [number, number])[] = [
  [6, 5],
  [7, 6],
  [8, 5],
];

const CHANNELS: readonly Channel[] = [
  ...(['poster', 'poster', 'poster', 'poster', 'poster'] as const),
  ...(['slip', 'slip', 'tablet', 'paper', 'assisted'] as const),
];

/** `day` is a day of January 2024; 32 is 1 February. */
const dateOf = (day: number): string =>
  day <= 31 ? `2024-01-${day}` : `2024-02-${String(day - 31).padStart(2, '0')}`;

function makeItems(survey: KnownBallot['survey'], overall: Level, index: number) {
  const items: Record<string, Level | 'na'> = {};
  const why: Record<string, string[]> = {};
  for (const [place, number] of (survey === 'mot-cua-ngan' ? SHORT : LONG).entries()) {
    if ((index + place) % 9 === 0) continue;
    const shifted = Math.min(5, Math.max(1, overall + ((index * 5 + place) % 3) - 1)) as Level;
    const level = (index + 2 * place) % 7 === 0 ? 'na' : shifted;
    items[`i${number}`] = level;
    if (number === 34 && typeof level === 'number' && level <= 2 && index % 2 === 0) why.i34 = ['late'];
  }
  return { items, why };
}

/** Mixes the levels in a fixed order. A step that does not divide the number of ballots reaches each of them once. */
function mixLevels(counts: readonly number[]): Level[] {
  const levels = counts.flatMap((count, index) => Array.from({ length: count }, () => (index + 1) as Level));
  const step = [7, 11, 13, 17, 19, 23].find((prime) => levels.length % prime !== 0) ?? 1;
  return levels.map((_, index) => levels[(index * step) % levels.length] as Level);
}

export function listKnownBallots(): KnownBallot[] {
  const ballots: KnownBallot[] = [];
  for (const [week, [monday, counters]] of COUNTED.entries()) {
    for (const [counter, counts] of counters.entries()) {
      const isOnline = counter === 4;
      // Counters are open from Monday to Friday; online dossiers also come at weekends. The last Sunday has none: over
      // seven days the 32 ballots of its week would be fewer than five on some, and not be counted on their own day.
      const days = isOnline ? (week === 2 ? 6 : 7) : 5;
      const survey = counter === 1 ? 'mot-cua-day-du' : 'mot-cua-ngan';
      const make = (overall: Level, index: number, setAside: string | null): KnownBallot => {
        const channel = isOnline ? 'link' : (CHANNELS[index % CHANNELS.length] as Channel);
        return {
          day: dateOf(monday + (index % days)),
          counter,
          channel,
          survey,
          overall,
          ...makeItems(survey, overall, index),
          setAside,
          byForm: setAside === null && (channel === 'poster' || channel === 'link') && index % 3 !== 0,
        };
      };
      for (const [index, overall] of mixLevels(counts).entries()) ballots.push(make(overall, index, null));
      const aside = SET_ASIDE[week]?.[counter] ?? 0;
      const reason = counter === 0 ? 'repeat-device' : 'too-fast';
      for (let index = 0; index < aside; index += 1) {
        ballots.push(make(index % 3 === 0 ? 1 : 5, index, reason));
      }
    }
  }
  return ballots.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
