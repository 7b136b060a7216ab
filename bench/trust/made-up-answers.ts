import type { Level } from '../../server/survey/definition.ts';
import type { Answers } from '../../server/tally/tally.ts';
import { type Dice, rollPlace } from './dice.ts';

/** Questions of the short survey besides `overall`. */
export const ITEMS = ['i25', 'i28', 'i31', 'i32', 'i34', 'i37'] as const;

/** Share of respondents who answer only `overall`; `STRAIGHT`: share who give every question the same level. */
const OVERALL_ONLY = 0.2;
const STRAIGHT = 0.25;
/** Probability of the answer "not applicable", by question. */
const NA: Readonly<Record<(typeof ITEMS)[number], number>> = {
  i25: 0.04,
  i28: 0.04,
  i31: 0.03,
  i32: 0.04,
  i34: 0.15,
  i37: 0.5,
};

type Levels = Record<string, Level | 'na'>;
const answersOf = (levels: Levels): Answers => ({ levels, why: {} });

const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];
const STRAIGHT_ANSWERS = LEVELS.map((level) =>
  answersOf({ overall: level, ...Object.fromEntries(ITEMS.map((id) => [id, level])) }),
);

/** The same level for every question. Equal objects are shared, because a script sends many such ballots. */
export const straightAnswers = (level: Level): Answers => STRAIGHT_ANSWERS[level - 1] ?? overallAlone(level);

export const overallAlone = (overall: Level): Answers => answersOf({ overall });

/** `satisfied` is the probability of an answer that counts as satisfied. */
export function rollOverall(dice: Dice, satisfied: number): Level {
  if (dice.next() < satisfied) return dice.next() < 0.46 ? 5 : 4;
  return ([3, 2, 1] as const)[rollPlace(dice, [0.62, 0.28, 0.1])] ?? 3;
}

/**
 * Answers of a person with this overall level. Levels of other questions are near it; many people answer only
 * `overall`, or all questions alike.
 */
export function rollAnswers(dice: Dice, overall: Level): Answers {
  const manner = dice.next();
  if (manner < OVERALL_ONLY) return overallAlone(overall);
  if (manner < OVERALL_ONLY + STRAIGHT) return straightAnswers(overall);
  const levels: Levels = { overall };
  for (const id of ITEMS) {
    if (dice.next() < 0.05) continue;
    levels[id] = dice.next() < NA[id] ? 'na' : shiftLevel(dice, overall);
  }
  return answersOf(levels);
}

/** Answers of an attacker who avoids equal ballots. */
export const rollDisguised = (dice: Dice, overall: Level): Answers => {
  const levels: Levels = { overall };
  for (const id of ITEMS) levels[id] = dice.next() < NA[id] ? 'na' : shiftLevel(dice, overall);
  return answersOf(levels);
};

function shiftLevel(dice: Dice, overall: Level): Level {
  const shift = dice.next();
  const level = overall + (shift < 0.15 ? -1 : shift > 0.85 ? 1 : 0);
  return Math.min(5, Math.max(1, level)) as Level;
}
