import type { Day } from '../../server/lib/day.ts';
import { weekdayOf } from '../../server/lib/day.ts';
import type { Level } from '../../server/survey/definition.ts';
import type { Arrival, CommuneDay } from './arrival.ts';
import { between, createDice, type Dice, rollLogNormal, rollNormal, rollPlace, rollPoisson } from './dice.ts';
import { rollAnswers, rollOverall } from './made-up-answers.ts';

// The assumptions about people are in this file and in `made-up-answers.ts`; docs/trust-simulation.md explains them.

/** Share of all transactions, and share of satisfied citizens; the weighted mean of the latter is 82 %. */
export const COUNTERS = [
  { code: 'c1', share: 0.34, satisfied: 0.87 },
  { code: 'c2', share: 0.28, satisfied: 0.83 },
  { code: 'c3', share: 0.22, satisfied: 0.79 },
  { code: 'c4', share: 0.16, satisfied: 0.745 },
] as const;

/** Code of the counter that most attacks are about. */
export const TARGET = 'c2';

export const TRANSACTIONS_A_DAY = 150;
const RESPONSE = 0.3;
/** Visits by weekday, Monday first, as multiples of the mean. */
const WEEKDAY = [1.2, 1, 0.9, 0.95, 0.95] as const;
/** How much visits, response rate and satisfaction vary from day to day (standard deviations). */
const VISITS_SIGMA = 0.12;
const RESPONSE_SIGMA = 0.1;
const MOOD_SIGMA = 0.15;

/** Shares of visitors who get a slip at the counter, and from a supervisor at the door. */
export const SLIP_AT_COUNTER = 0.3;
export const SLIP_AT_DOOR = 0.1;
/** Share of respondents with a slip who use it; the others scan the poster. */
const SLIP_USED = 0.6;

/** Start of each half hour in minutes after midnight, and its weight; most visits are just before and after lunch. */
const HALF_HOURS = [
  [450, 0.7],
  [480, 1.1],
  [510, 1.1],
  [540, 1],
  [570, 1],
  [600, 1],
  [630, 1.5],
  [660, 2],
  [810, 1.8],
  [840, 1.2],
  [870, 1],
  [900, 0.9],
  [930, 0.8],
  [960, 0.8],
  [990, 0.6],
] as const;
/**
 * On this share of days a counter finishes many visitors within ten minutes before lunch; `RUSH_SHARE` of the
 * day's ballots come in those minutes.
 */
const RUSH_DAYS = 0.3;
const RUSH_SHARE = 0.2;
/** Share of respondents who answer in the evening, at home. */
const EVENING = 0.06;

const OFFICE_NETWORK = 0.45;
/** IP addresses that the customers of three mobile carriers share. */
export const CARRIER_ADDRESSES = 12;

/** Shares of phones on which one, two, three and four people of a household answer. */
const HOUSEHOLD = [0.95, 0.045, 0.004, 0.001] as const;
const FOREIGN = 0.0005;

/**
 * Median seconds per question; `PACE_ALONE_S` is for ballots with `overall` only, whose time includes reading the page.
 */
const PACE_S = 4.5;
const PACE_ALONE_S = 9;
const PACE_SIGMA = 0.55;

export const carrierAddress = (dice: Dice): string => `mobile-${Math.floor(CARRIER_ADDRESSES * dice.next())}`;

/** Seconds per question of a random person. */
export const rollPace = (dice: Dice, answered: number): number =>
  rollLogNormal(dice, answered === 1 ? PACE_ALONE_S : PACE_S, PACE_SIGMA);

/** A random minute of the opening hours, with the weights of `HALF_HOURS`. */
export function rollOpenMinute(dice: Dice): number {
  const [start] = HALF_HOURS[
    rollPlace(
      dice,
      HALF_HOURS.map(([, weight]) => weight),
    )
  ] ?? [450];
  return between(dice, start, start + 30);
}

const withMood = (satisfied: number, mood: number): number => {
  const odds = Math.exp(Math.log(satisfied / (1 - satisfied)) + mood);
  return odds / (1 + odds);
};

/** A working day of honest people. Depends only on `run` and `day`, so that all attacks meet the same day. */
export function makeUpDay(run: string, day: Day, transactionsADay = TRANSACTIONS_A_DAY): CommuneDay {
  const dice = createDice(`${run} honest ${day}`);
  const weekday = WEEKDAY[weekdayOf(day) - 1] ?? 0;
  const busy = weekday * Math.exp(VISITS_SIGMA * rollNormal(dice) - VISITS_SIGMA ** 2 / 2);
  const transactions: Record<string, number> = {};
  const arrivals: Arrival[] = [];
  for (const counter of COUNTERS) {
    const visits = rollPoisson(dice, transactionsADay * counter.share * busy);
    transactions[counter.code] = visits;
    const response = RESPONSE * Math.exp(RESPONSE_SIGMA * rollNormal(dice) - RESPONSE_SIGMA ** 2 / 2);
    const satisfied = withMood(counter.satisfied, MOOD_SIGMA * rollNormal(dice));
    const rush = dice.next() < RUSH_DAYS ? between(dice, 670, 680) : null;
    let left = Array.from({ length: visits }, () => dice.next()).filter((chance) => chance < response).length;
    for (let household = 0; left > 0; household += 1) {
      const size = Math.min(left, 1 + rollPlace(dice, HOUSEHOLD));
      left -= size;
      const device = `${counter.code}-${household}`;
      arrivals.push(...makeUpHousehold(dice, { counter: counter.code, satisfied, rush, size, device }));
    }
  }
  return { day, transactions, arrivals: arrivals.sort((a, b) => a.minute - b.minute) };
}

interface Household {
  readonly counter: string;
  readonly satisfied: number;
  readonly rush: number | null;
  readonly size: number;
  readonly device: string;
}

function makeUpHousehold(
  dice: Dice,
  { counter, satisfied, rush, size, device }: Household,
): readonly Arrival[] {
  const isEvening = dice.next() < EVENING;
  const isRush = rush !== null && dice.next() < RUSH_SHARE;
  const start = isEvening
    ? between(dice, 18 * 60, 22 * 60)
    : isRush
      ? rush + between(dice, 0, 10)
      : rollOpenMinute(dice);
  const network = isEvening
    ? `home-${device}`
    : dice.next() < OFFICE_NETWORK
      ? 'office'
      : carrierAddress(dice);
  const handed = dice.next();
  const batch =
    handed < SLIP_AT_COUNTER
      ? `batch-${counter}`
      : handed < SLIP_AT_COUNTER + SLIP_AT_DOOR
        ? 'batch-door'
        : null;
  const usesSlip = batch !== null && dice.next() < SLIP_USED;
  return Array.from({ length: size }, (_, member): Arrival => {
    const overall: Level = rollOverall(dice, satisfied);
    const answers = rollAnswers(dice, overall);
    const isSlip = usesSlip && member === 0;
    return {
      minute: Math.min(1439, start + 2 * member),
      counter,
      channel: isSlip ? 'slip' : 'poster',
      batch: isSlip ? batch : null,
      device,
      network,
      answers,
      pace: rollPace(dice, Object.keys(answers.levels).length),
      isForeign: dice.next() < FOREIGN,
      isHonest: true,
    };
  });
}
