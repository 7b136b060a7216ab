import type { Level } from '../../server/survey/definition.ts';
import type { Answers } from '../../server/tally/tally.ts';
import type { Arrival, CommuneDay } from './arrival.ts';
import { COUNTERS, carrierAddress, rollOpenMinute, rollPace, SLIP_AT_COUNTER, TARGET } from './commune.ts';
import { between, type Dice } from './dice.ts';
import { overallAlone, rollDisguised, straightAnswers } from './made-up-answers.ts';

/** `patient`: as `naive`, but takes as long for a ballot as a person who reads it; `early`: attacks a new office. */
export type Manner = 'naive' | 'patient' | 'careful' | 'early';

/** `attack` returns the ballots of a day with those of the attacker, in any order. */
export interface Attacker {
  /** Letter of the attack in docs/trust-simulation.md. */
  readonly id: 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j';
  readonly manner: Manner;
  /** Whether the office is new, so that alerts have no history to compare with. */
  readonly isEarly?: boolean;
  /**
   * `place` is the index of the working day in the attacked weeks, from 0; short attacks begin on the index `firstDay`.
   */
  attack(dice: Dice, commune: CommuneDay, place: number, firstDay: number): readonly Arrival[];
}

/** Seconds per question of a person who taps without reading, and of a script that sends at once. */
const TAPPING_S = 0.9;
const SCRIPT_S = 0.02;

const ballot = (given: Partial<Arrival> & Pick<Arrival, 'minute' | 'answers'>): Arrival => ({
  counter: TARGET,
  channel: 'poster',
  batch: null,
  device: null,
  network: 'office',
  pace: TAPPING_S,
  isForeign: false,
  isHonest: false,
  ...given,
});

const repeat = <Item>(count: number, make: (at: number) => Item): Item[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** A level for ballots that shall raise the figure unnoticed. */
const rollHigh = (dice: Dice): Level => (dice.next() < 0.6 ? 5 : 4);

/** A ballot that looks like a citizen's: mobile network, opening hours, a reader's pace. */
function disguised(dice: Dice, overall: Level, given: Partial<Arrival> = {}): Arrival {
  const answers: Answers = rollDisguised(dice, overall);
  return ballot({
    minute: rollOpenMinute(dice),
    answers,
    network: carrierAddress(dice),
    pace: rollPace(dice, Object.keys(answers.levels).length),
    ...given,
  });
}

const anyCounter = (dice: Dice): string =>
  COUNTERS[Math.floor(COUNTERS.length * dice.next())]?.code ?? TARGET;

const PHONE_BALLOTS = 30;

/**
 * Attacks (a) and (b): many ballots from one phone; in (b) without cookies, so that `device` is null. Naive:
 * all at once on the office's Wi-Fi. Careful: over the whole day.
 */
const onePhone = (id: 'a' | 'b', manner: Manner): Attacker => ({
  id,
  manner,
  attack: (dice, { arrivals }) => {
    const device = id === 'a' ? 'attacker' : null;
    const start = between(dice, 15 * 60, 16 * 60);
    const own = repeat(PHONE_BALLOTS, (at) =>
      manner === 'naive'
        ? ballot({ minute: start + 0.4 * at, answers: straightAnswers(5), device })
        : disguised(dice, rollHigh(dice), { device }),
    );
    return [...arrivals, ...own];
  },
});

const SCRIPT_BALLOTS = 500;
const SCRIPT_HOURS = 4;

/**
 * Attack (c): a script. Naive: at night on the office's network, equal ballots, all at once. Patient: the same, but
 * each ballot takes as long as reading. Careful: over the whole day, on mobile networks, at all counters.
 */
const script = (manner: Manner): Attacker => ({
  id: 'c',
  manner,
  attack: (dice, { arrivals }) => {
    const own = repeat(SCRIPT_BALLOTS, (at) =>
      manner === 'careful'
        ? disguised(dice, rollHigh(dice), { counter: anyCounter(dice) })
        : ballot({
            minute: 60 + (at * SCRIPT_HOURS * 60) / SCRIPT_BALLOTS,
            answers: straightAnswers(5),
            pace: manner === 'naive' ? SCRIPT_S : rollPace(dice, 7),
          }),
    );
    return [...arrivals, ...own];
  },
});

/** Share of the counter's slips that its staff keep for themselves. */
const POCKETED = 0.5;

/**
 * Attack (d): the staff of a counter keep every second slip and fill it in. Naive: when the office closes.
 * Careful: over the whole day.
 */
const pocketing = (manner: Manner): Attacker => ({
  id: 'd',
  manner,
  attack: (dice, { arrivals, transactions }) => {
    const batch = `batch-${TARGET}`;
    const robbed = arrivals.map((arrival): Arrival => {
      if (arrival.batch !== batch || dice.next() >= POCKETED) return arrival;
      // A citizen who got no slip scans the poster.
      return { ...arrival, channel: 'poster', batch: null };
    });
    const kept = Math.round(POCKETED * SLIP_AT_COUNTER * (transactions[TARGET] ?? 0));
    const own = repeat(kept, (at) =>
      manner === 'naive'
        ? ballot({ minute: 1020 + 0.5 * at, answers: straightAnswers(5), channel: 'slip', batch, pace: 1.5 })
        : disguised(dice, rollHigh(dice), { channel: 'slip', batch }),
    );
    return [...robbed, ...own];
  },
});

const SPITE_NAIVE = 100;
const SPITE_CAREFUL = 20;

/**
 * Attack (e): a script that chooses the worst level out of spite. Naive: a hundred ballots in one evening.
 * Careful: twenty over the day.
 */
const spite = (manner: Manner): Attacker => ({
  id: 'e',
  manner,
  attack: (dice, { arrivals }) => {
    const own =
      manner === 'naive'
        ? repeat(SPITE_NAIVE, (at) =>
            ballot({
              minute: 1260 + at / 10,
              answers: straightAnswers(1),
              network: 'home-e',
              pace: SCRIPT_S,
            }),
          )
        : repeat(SPITE_CAREFUL, () => disguised(dice, dice.next() < 0.7 ? 1 : 2));
    return [...arrivals, ...own];
  },
});

/** Attack (f): the poster of a counter is removed. Naive: the counter also hands out no slips. */
const withheld = (manner: Manner): Attacker => ({
  id: 'f',
  manner,
  attack: (_dice, { arrivals }, place, firstDay) =>
    place < firstDay
      ? arrivals
      : arrivals.filter(
          ({ counter, channel, batch }) =>
            counter !== TARGET ||
            (channel === 'slip' && (manner === 'careful' || batch !== `batch-${TARGET}`)),
        ),
});

const PHONES = 150;
/** Indices of the working days of attack (g); the days before and after are ordinary. */
const MOBILISED_DAYS: readonly number[] = [5, 6];

/**
 * Attack (g): friends with 150 phones. Naive: they get the link of one counter and mostly answer after work.
 * Careful: they spread over counters and time.
 */
const mobilisation = (manner: Manner): Attacker => ({
  id: 'g',
  manner,
  attack: (dice, { arrivals }, place) => {
    if (!MOBILISED_DAYS.includes(place)) return arrivals;
    const own = repeat(PHONES / MOBILISED_DAYS.length, (at): Arrival => {
      const device = `friend-${place}-${at}`;
      if (manner === 'careful') return disguised(dice, rollHigh(dice), { device, counter: anyCounter(dice) });
      const answers = dice.next() < 0.3 ? overallAlone(5) : straightAnswers(5);
      const pace = rollPace(dice, Object.keys(answers.levels).length);
      const minute = dice.next() < 0.6 ? between(dice, 1080, 1320) : rollOpenMinute(dice);
      return ballot({ minute, answers, device, network: carrierAddress(dice), pace });
    });
    return [...arrivals, ...own];
  },
});

const PROVOKED_A_DAY = 3;
const FLOOD_NAIVE = 60;
const FLOOD_CAREFUL = 20;

/**
 * Attack (h): floods a counter when a dissatisfied citizen has left, so that the citizen's ballot comes
 * after the last one that a rule counts within ten minutes. Naive: a script sends at once. Careful: the ballots
 * look like citizens'.
 */
const provocation = (manner: Manner): Attacker => ({
  id: 'h',
  manner,
  attack: (dice, { arrivals }) => {
    const unhappy = arrivals.filter(
      ({ counter, channel, answers }) =>
        counter === TARGET && channel === 'poster' && Number(answers.levels.overall) <= 3,
    );
    const floods = unhappy
      .slice(0, PROVOKED_A_DAY)
      .flatMap(({ minute }) =>
        manner === 'naive'
          ? repeat(FLOOD_NAIVE, (at) =>
              ballot({ minute: minute - 2 + at / 40, answers: straightAnswers(5), pace: SCRIPT_S }),
            )
          : repeat(FLOOD_CAREFUL, () =>
              disguised(dice, rollHigh(dice), { minute: between(dice, minute - 8, minute) }),
            ),
      );
    return [...arrivals, ...floods];
  },
});

const STACK_NAIVE = 40;
const STACK_CAREFUL = 120;
/** Number of working days of the careful attack (i). */
const STACK_DAYS = 3;

/**
 * Attack (i): somebody fills in a stack of a counter's slips. Naive: forty in one evening at home. Careful:
 * 120 on three days.
 */
const stack = (manner: Manner): Attacker => ({
  id: 'i',
  manner,
  attack: (dice, { arrivals }, place, firstDay) => {
    const given = { channel: 'slip', batch: `batch-${TARGET}` } as const;
    if (place < firstDay || place >= firstDay + (manner === 'naive' ? 1 : STACK_DAYS)) return arrivals;
    const own =
      manner === 'naive'
        ? repeat(STACK_NAIVE, (at) =>
            ballot({
              ...given,
              minute: 1200 + at,
              answers: straightAnswers(5),
              network: 'home-i',
              pace: 1.5,
            }),
          )
        : repeat(STACK_CAREFUL / STACK_DAYS, () => disguised(dice, rollHigh(dice), given));
    return [...arrivals, ...own];
  },
});

/** Ballots of attack (j). */
const STUFFED = 800;

/** Attack (j): in the first weeks of an office a script sends 800 ballots for all counters within a minute. */
const stuffing: Attacker = {
  id: 'j',
  manner: 'early',
  isEarly: true,
  attack: (dice, { arrivals }, place, firstDay) => {
    if (place !== firstDay) return arrivals;
    const start = between(dice, 540, 1000);
    const own = repeat(STUFFED, (at) =>
      ballot({
        minute: start + at / STUFFED,
        answers: rollDisguised(dice, rollHigh(dice)),
        counter: anyCounter(dice),
        network: 'home-j',
        pace: SCRIPT_S,
      }),
    );
    return [...arrivals, ...own];
  },
};

const early = (attacker: Attacker): Attacker => ({ ...attacker, manner: 'early', isEarly: true });

/** Each attack in its naive and its careful manner, and further variants, in the order of the printed report. */
export const ATTACKERS: readonly Attacker[] = (['naive', 'careful'] as const).flatMap((manner) => [
  onePhone('a', manner),
  onePhone('b', manner),
  script(manner),
  ...(manner === 'naive' ? [script('patient')] : []),
  pocketing(manner),
  spite(manner),
  withheld(manner),
  mobilisation(manner),
  provocation(manner),
  stack(manner),
  ...(manner === 'careful' ? [early(script(manner)), early(mobilisation('naive')), stuffing] : []),
]);
