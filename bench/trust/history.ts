import { addDays, type Day } from '../../server/lib/day.ts';
import { countMeasures, type IntakeCount } from '../../server/trust/intake-measures.ts';
import { daysToLearnFrom, LEARNING_RULES, learnThreshold } from '../../server/trust/learn-threshold.ts';
import { type RuleOnDay, rulesOnDay, toDatedSetting } from '../../server/trust/rule-settings.ts';
import { DEFAULT_OPENING_HOURS, isWorkingDay } from '../../server/unit/opening-hours.ts';
import type { CommuneDay } from './arrival.ts';
import { makeUpDay, TRANSACTIONS_A_DAY } from './commune.ts';
import { type JudgedBallot, judgeDay } from './judge-day.ts';

/** A Thursday, so that the weeks of the attacks begin on a Monday; no holidays follow in the simulated weeks. */
const FIRST_DAY: Day = '2024-05-02';
export const HISTORY_DAYS = 22;
export const TRIAL_DAYS = 20;

/** The first `count` working days from `FIRST_DAY`. */
function listWorkingDays(count: number): readonly Day[] {
  const days: Day[] = [];
  for (let day = FIRST_DAY; days.length < count; day = addDays(day, 1))
    if (isWorkingDay(DEFAULT_OPENING_HOURS, day)) days.push(day);
  return days;
}

const DAYS = listWorkingDays(HISTORY_DAYS + TRIAL_DAYS);

export interface JudgedDay extends CommuneDay {
  readonly ballots: readonly JudgedBallot[];
}

/** State of a run before the attacks. */
export interface Beginning {
  /** The month of history, judged by the rules that are on from the first day. */
  readonly history: readonly JudgedDay[];
  /** Rules of a new office's first day. */
  readonly firstRules: readonly RuleOnDay[];
  /** Rules in the weeks of the attacks, with thresholds derived from `history`. */
  readonly rules: readonly RuleOnDay[];
  /** Honest ballots in the weeks of the attacks, not judged yet. */
  readonly honest: readonly CommuneDay[];
}

/** Simulates a run's month of history; the product derives its thresholds from it. */
export function begin(run: string): Beginning {
  const [first = FIRST_DAY] = DAYS;
  const firstRules = rulesOnDay([], first);
  const history = judgeFirstWeeks(run, firstRules);
  const honest = DAYS.slice(HISTORY_DAYS).map((day) => makeUpDay(run, day));
  return { history, rules: learnRules(history, honest[0]?.day ?? first), firstRules, honest };
}

/** Four times the transactions of the simulated office, with as many counters. */
const BUSY = 4 * TRANSACTIONS_A_DAY;

const judgeFirstWeeks = (run: string, rules: readonly RuleOnDay[], transactionsADay?: number): JudgedDay[] =>
  DAYS.slice(0, HISTORY_DAYS).map((day) => {
    const commune = makeUpDay(run, day, transactionsADay);
    return { ...commune, ballots: judgeDay(commune, rules) };
  });

/** The first weeks of a new office that is four times as busy. */
export const beginBusy = (run: string, rules: readonly RuleOnDay[]): readonly JudgedDay[] =>
  judgeFirstWeeks(run, rules, BUSY);

function learnRules(history: readonly JudgedDay[], since: Day): readonly RuleOnDay[] {
  const counts = history.flatMap(({ day, ballots }): IntakeCount[] => {
    const counted = ballots.filter(({ setAside }) => setAside === null);
    const measures = counted.flatMap(({ measures: each }) => (each === null ? [] : [each]));
    return [...countMeasures(measures)].map(([measure, n]) => ({ day, measure, n }));
  });
  const days = daysToLearnFrom(counts, (day) => isWorkingDay(DEFAULT_OPENING_HOURS, day));
  const learned = LEARNING_RULES.flatMap((id) => {
    const threshold = learnThreshold(
      id,
      counts.filter(({ day }) => days?.includes(day)),
    );
    return threshold === null ? [] : [toDatedSetting(id, since, { is_on: true, threshold })];
  });
  return rulesOnDay(learned, since);
}
