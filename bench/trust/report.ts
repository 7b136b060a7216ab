import { ALERT_IDS } from '../../server/alert/alert.ts';
import { logLine, record } from '../figures/record.ts';
import { AIMS, isMet } from './aims.ts';
import { COUNTERS, TARGET } from './commune.ts';
import { HISTORY_DAYS, TRIAL_DAYS } from './history.ts';
import type { AttackSummary, Frequency, QuietSummary, Spread, Summary } from './summary.ts';

const UNITS = {
  headlineShift: 'percentage points',
  sweptShift: 'percentage points',
  slipShift: 'percentage points',
  attackersSetAside: 'share of the attacker’s ballots',
  setAside: 'share of all ballots',
  honestSetAside: 'share of honest ballots',
} as const satisfies Partial<Record<keyof AttackSummary, string>>;

const NAMES: Readonly<Record<keyof typeof UNITS, string>> = {
  headlineShift: 'headline-shift',
  sweptShift: 'swept-shift',
  slipShift: 'slip-shift',
  attackersSetAside: 'attackers-set-aside',
  setAside: 'set-aside',
  honestSetAside: 'honest-set-aside',
};

/** Prints each figure as a line of JSON: of shifts the 95th percentile, of other figures the median over all runs. */
export function recordSummary(summary: Summary): void {
  const { quiet, attacks, runs } = summary;
  recordSpread('trust.quiet.headline', '%', quiet.headline);
  recordSpread('trust.quiet.ballots', 'ballots in four weeks', quiet.ballots);
  recordSpread('trust.quiet.honest-set-aside', 'share of honest ballots', quiet.honestSetAside);
  record({
    name: 'trust.quiet.honest-set-aside.overall',
    value: quiet.honestSetAsideOverall,
    unit: '% of honest ballots',
    detail: { runs, aim: 'at most 1', is_met: quiet.honestSetAsideOverall <= 1 },
  });
  record({
    name: 'trust.quiet.false-alarms',
    value: quiet.falseAlarms,
    unit: 'a counter and year',
    detail: {
      runs,
      margin: quiet.falseAlarmsMargin,
      by_kind: quiet.falseAlarmsByKind,
      aim: 'at most 1',
      is_met: quiet.falseAlarms <= 1,
    },
  });
  for (const attack of attacks) {
    const name = `trust.${attack.attack}`;
    for (const figure of ['headlineShift', 'sweptShift', 'slipShift'] as const)
      recordSpread(`${name}.${NAMES[figure]}`, UNITS[figure], attack[figure]);
    for (const figure of ['attackersSetAside', 'setAside', 'honestSetAside'] as const)
      recordSpread(`${name}.${NAMES[figure]}`, UNITS[figure], attack[figure]);
    recordFrequency(`${name}.alert-in-3-days`, attack.alertWithinThree);
    recordFrequency(`${name}.alert-in-4-weeks`, attack.alertWithinFourWeeks, {
      median_day: attack.medianAlertDay,
      first_alerts: attack.firstAlerts,
      lost_without: attack.lostWithout,
    });
  }
  for (const aim of AIMS) {
    const value = aim.valueOf(summary);
    record({
      name: `trust.aim.${aim.id}`,
      value,
      unit: aim.unit,
      detail: { runs, aim: aim.words, is_met: isMet(aim, value) },
    });
  }
}

const recordSpread = (name: string, unit: string, { median, p95, p95Low, p95High }: Spread): void =>
  record({ name, value: median, unit, detail: { p95_of_size: p95, p95_interval: [p95Low, p95High] } });

const recordFrequency = (
  name: string,
  { percent, low, high }: Frequency,
  more: Readonly<Record<string, unknown>> = {},
): void => record({ name, value: percent, unit: '% of runs', detail: { interval: [low, high], ...more } });

const cell = (text: string | number, width: number): string => String(text).padStart(width);
const fixed = (value: number, digits = 2): string => value.toFixed(digits);
const percent = (share: number): string => fixed(100 * share, 1);

export function printSummary(summary: Summary): void {
  const { runs, quiet, attacks } = summary;
  logLine(
    `${runs} runs: ${HISTORY_DAYS} working days of history, then ${TRIAL_DAYS}; ${COUNTERS.length} counters, ${TARGET} attacked`,
  );
  printQuiet(quiet);
  logLine('');
  logLine(
    '             headline, points    by honest ones   slip figure   set aside, %         honest   alert   in 3 days, % of runs',
  );
  logLine(
    'attack        median   95th pc   median  95th pc      95th pc   theirs   of all   aside, %     day   (95 % interval)',
  );
  for (const attack of attacks) {
    const { headlineShift, sweptShift, slipShift, attackersSetAside, setAside, honestSetAside } = attack;
    const { percent: share, low, high } = attack.alertWithinThree;
    logLine(
      [
        attack.attack.padEnd(11),
        cell(fixed(headlineShift.median), 9),
        cell(fixed(headlineShift.p95), 10),
        cell(fixed(sweptShift.median), 9),
        cell(fixed(sweptShift.p95), 9),
        cell(fixed(slipShift.p95), 13),
        cell(percent(attackersSetAside.median), 9),
        cell(percent(setAside.median), 9),
        cell(percent(honestSetAside.median), 11),
        cell(attack.medianAlertDay ?? '–', 8),
        `   ${fixed(share, 1)} (${fixed(low, 1)}–${fixed(high, 1)})`,
        `   ${Object.keys(attack.firstAlerts).join(', ')}`,
      ].join(''),
    );
  }
  logLine('');
  printLosses(attacks);
  logLine('');
  for (const aim of AIMS) {
    const value = aim.valueOf(summary);
    logLine(`${isMet(aim, value) ? 'met    ' : 'MISSED '} ${aim.words}: ${fixed(value)} ${aim.unit}`);
  }
}

function printQuiet(quiet: QuietSummary): void {
  const { headline, ballots, honestSetAside, honestSetAsideOverall, falseAlarms, falseAlarmsMargin } = quiet;
  logLine(
    `without attackers: ${ballots.median} ballots, ${fixed(headline.median, 1)} % satisfied; honest ballots set aside ` +
      `${fixed(honestSetAsideOverall)} % (median of runs ${percent(honestSetAside.median)}, 95th percentile ` +
      `${percent(honestSetAside.p95)}); false alarms ${fixed(falseAlarms)} ± ${fixed(falseAlarmsMargin)} a counter and year`,
  );
}

/** For each kind of alert, the percentage of runs in which it detects the attack and no other kind does. */
function printLosses(attacks: readonly AttackSummary[]): void {
  logLine('attacks without an alert, in % of runs, only because a kind is left out (in 3 days / in 4 weeks)');
  for (const id of ALERT_IDS) {
    const losses = attacks.flatMap(({ attack, lostWithout }) => {
      const { inThree, inFourWeeks } = lostWithout[id];
      return inThree + inFourWeeks === 0 ? [] : [`${attack} ${fixed(inThree, 1)} / ${fixed(inFourWeeks, 1)}`];
    });
    logLine(`${id.padEnd(23)} ${losses.length === 0 ? 'none' : losses.join(', ')}`);
  }
}
