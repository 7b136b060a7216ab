import type { AlertId } from '../../server/alert/alert.ts';
import type { Arrival, CommuneDay } from './arrival.ts';
import { ATTACKERS, type Attacker } from './attackers.ts';
import { createDice } from './dice.ts';
import { findFirstAlerts, listAlerts, listQuietKeys } from './find-alerts.ts';
import { begin, beginBusy, type JudgedDay } from './history.ts';
import { judgeDay } from './judge-day.ts';

/** Effect of an attack in one run, compared with the same weeks without it. */
export interface AttackResult {
  readonly attack: string;
  /**
   * Change of the percentage satisfied over the four weeks, in percentage points: among all counted ballots, and
   * among those from slips.
   */
  readonly headlineShift: number;
  readonly slipShift: number;
  /**
   * The part of `headlineShift` that comes from honest ballots which the attack caused to be set aside or not
   * to be given.
   */
  readonly sweptShift: number;
  /** Share of the attacker's ballots that are set aside, 0–1. */
  readonly attackersSetAside: number;
  /** Share of all ballots that are set aside, 0–1. */
  readonly setAside: number;
  /** Share of honest ballots that are set aside, 0–1. */
  readonly honestSetAside: number;
  /** By kind of alert, the working day of the first one that the attack caused; the attack's first day is 1. */
  readonly alertDays: Readonly<Partial<Record<AlertId, number>>>;
}

/** The same weeks without an attack. */
export interface QuietResult {
  readonly headline: number;
  readonly slipFigure: number;
  readonly ballots: number;
  readonly honestSetAside: number;
  /**
   * Like `honestSetAside`, but in the first weeks of a new office: with the usual number of transactions, and
   * with four times as many.
   */
  readonly honestSetAsideAtFirst: number;
  readonly honestSetAsideWhenBusy: number;
  /** Most ballots of one network within ten minutes, in the office with four times as many transactions. */
  readonly mostFromNetwork: number;
  /** The kind of each alert in the four weeks, for all counters and the whole unit. */
  readonly alerts: readonly string[];
}

export interface RunResult {
  readonly quiet: QuietResult;
  readonly attacks: readonly AttackResult[];
}

type Choice = (ballot: JudgedDay['ballots'][number]) => boolean;

const count = (days: readonly JudgedDay[], choice: Choice): number =>
  days.reduce((sum, { ballots }) => sum + ballots.filter(choice).length, 0);
const isCounted: Choice = ({ setAside }) => setAside === null;
const isSlip: Choice = ({ arrival }) => arrival.channel === 'slip';
const isHonest: Choice = ({ arrival }) => arrival.isHonest;
const isSatisfied: Choice = ({ arrival }) => Number(arrival.answers.levels.overall) >= 4;

/** Percent satisfied of the counted ballots that `choice` selects (formula `share-satisfied/1`). */
function figureOf(days: readonly JudgedDay[], choice: Choice = () => true): number {
  const of = count(days, (ballot) => isCounted(ballot) && choice(ballot));
  const satisfied = count(days, (ballot) => isCounted(ballot) && choice(ballot) && isSatisfied(ballot));
  return (100 * satisfied) / of;
}

const shareOf = (days: readonly JudgedDay[], choice: Choice): number => {
  const of = count(days, choice);
  return of === 0 ? 0 : count(days, (ballot) => choice(ballot) && !isCounted(ballot)) / of;
};

/** Attacks of a few days begin on a random day of the second week, whose first working day has this index. */
const FIRST_DAY_LEAST = 5;
const WEEK_DAYS = 5;

/** Simulates a month of history, then the same four weeks without an attack and with each one. */
export function runAttacks(run: string, attackers: readonly Attacker[] = ATTACKERS): RunResult {
  const { history, rules, firstRules, honest } = begin(run);
  const firstDay = FIRST_DAY_LEAST + Math.floor(WEEK_DAYS * createDice(`${run} first day`).next());
  const judge = (commune: CommuneDay, by = rules): JudgedDay => ({
    ...commune,
    ballots: judgeDay(commune, by),
  });
  const quiet = honest.map((commune) => judge(commune));
  const quietKeys = attackers.length === 0 ? new Set<string>() : listQuietKeys(history, quiet);
  const hasEarly = attackers.some(({ isEarly }) => isEarly);
  // Attacks on a new office are compared with a new office without attack, because its thresholds differ.
  const quietAtFirst = hasEarly ? honest.map((commune) => judge(commune, firstRules)) : [];
  const earlyKeys = hasEarly ? listQuietKeys([], quietAtFirst) : new Set<string>();
  const headline = figureOf(quiet);
  const slipFigure = figureOf(quiet, isSlip);

  const attacks = attackers.map((attacker): AttackResult => {
    const dice = createDice(`${run} ${attacker.id} ${attacker.manner}`);
    let first: number | null = null;
    const before = attacker.isEarly ? quietAtFirst : quiet;
    const days = honest.map((commune, place): JudgedDay => {
      const arrivals = attacker.attack(dice, commune, place, firstDay);
      const quietDay = before[place];
      if (arrivals === commune.arrivals && quietDay !== undefined) return quietDay;
      first ??= place;
      return judge(
        { ...commune, arrivals: arrivals.toSorted(byMinute) },
        attacker.isEarly ? firstRules : rules,
      );
    });
    const start = first ?? 0;
    const found = attacker.isEarly
      ? findFirstAlerts([], days, start, earlyKeys)
      : findFirstAlerts(history, days, start, quietKeys);
    return {
      attack: `${attacker.id}-${attacker.manner}`,
      headlineShift: figureOf(days) - figureOf(before),
      slipShift: figureOf(days, isSlip) - figureOf(before, isSlip),
      sweptShift: figureOf(days, isHonest) - figureOf(before),
      attackersSetAside: shareOf(days, (ballot) => !isHonest(ballot)),
      setAside: shareOf(days, () => true),
      honestSetAside: shareOf(days, isHonest),
      alertDays: Object.fromEntries([...found].map(([id, place]) => [id, place - start + 1])),
    };
  });
  const busy = beginBusy(run, firstRules);
  const ballots = count(quiet, () => true);
  const honestSetAside = shareOf(quiet, isHonest);
  return {
    quiet: {
      headline,
      slipFigure,
      ballots,
      honestSetAside,
      honestSetAsideAtFirst: shareOf(history, isHonest),
      honestSetAsideWhenBusy: shareOf(busy, isHonest),
      mostFromNetwork: Math.max(
        ...busy.flatMap(({ ballots: of }) => of.map(({ measures }) => measures?.fromNetwork ?? 0)),
      ),
      alerts: listAlerts(history, quiet).map(({ id }) => id),
    },
    attacks,
  };
}

const byMinute = (a: Arrival, b: Arrival): number => a.minute - b.minute;
