import { addDays, type Day } from '../../server/lib/day.ts';
import { countMeasures, type IntakeCount } from '../../server/trust/intake-measures.ts';
import { daysToLearnFrom, LEARNING_RULES, learnThreshold } from '../../server/trust/learn-threshold.ts';
import { type RuleOnDay, rulesOnDay, toDatedSetting } from '../../server/trust/rule-settings.ts';
import { DEFAULT_OPENING_HOURS, isWorkingDay } from '../../server/unit/opening-hours.ts';
import type { CommuneDay } from './arrival.ts';
import { makeUpDay, TRANSACTIONS_A_DAY } from './commune.ts';
import { type JudgedBallot, judgeDay } from './judge-day.ts';

/** A Thursday: the attacked weeks then begin on a Monday. No holidays follow in the simulated weeks. */
const FIRST_DAY: Day = '2024-05-02';
export const HISTORY_DAYS = 22;
export const TRIAL_DAYS = 20;

/** The first `count` working days from `FIRST_DAY` on. */
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

/** A run up to the day on which attacks begin. */
export interface Beginning {
  /** The first month, judged by `firstRules`. */
  readonly history: readonly JudgedDay[];
  /** Rules on the first day of a new office. */
  readonly firstRules: readonly RuleOnDay[];
  /** Rules in the attacked weeks; their thresholds are derived from `history`. */
  readonly rules: readonly RuleOnDay[];
  /** Honest ballots of the attacked weeks, not judged yet. */
  readonly honest: readonly CommuneDay[];
}

/** Simulates the first month of a run. The server's own code derives the thresholds from it. */
export function begin(run: string): Beginning {
  const [first = FIRST_DAY] = DAYS;
  const firstRules = rulesOnDay([], first);
  const history = judgeFirstWeeks(run, firstRules);
  const honest = DAYS.slice(HISTORY_DAYS).map((day) => makeUpDay(run, day));
  return { history, rules: learnRules(history, honest[0]?.day ?? first), firstRules, honest };
}

/** Four times the usual transactions at the same number of counters. */
const BUSY = 4 * TRANSACTIONS_A_DAY;

const judgeFirstWeeks = (run: string, rules: readonly RuleOnDay[], transactionsADay?: number): JudgedDay[] =>
  DAYS.slice(0, HISTORY_DAYS).map((day) => {
    const commune = makeUpDay(run, day, transactionsADay);
    return { ...commune, ballots: judgeDay(commune, rules) };
  });

/** The first month of a new office with four times the usual transactions. */
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
