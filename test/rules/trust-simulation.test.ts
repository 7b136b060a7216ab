import { beforeAll, describe, expect, it } from 'vitest';
import { AIMS, isMet } from '../../bench/trust/aims.ts';
import { ATTACKERS } from '../../bench/trust/attackers.ts';
import { COUNTERS } from '../../bench/trust/commune.ts';
import { begin, HISTORY_DAYS, TRIAL_DAYS } from '../../bench/trust/history.ts';
import { type RunResult, runAttacks } from '../../bench/trust/run-attacks.ts';
import { frequencyOf, type Summary, spreadOf, summariseRuns } from '../../bench/trust/summary.ts';

// A small version of `npm run bench -- trust`: a few runs with fixed seeds, so that a broken rule or alert is noticed
// without the thousand runs of docs/trust-simulation.md.

const RUNS = 2;
/** False alarms are rare, so they are counted over more runs than attacks. */
const QUIET_RUNS = 10;
/** Attacks that are left out: ten thousand ballots per run, and no required detection rate. */
const TOO_MANY = ['c-careful', 'c-patient'];
const TRIED = ATTACKERS.filter(({ id, manner }) => !TOO_MANY.includes(`${id}-${manner}`));

describe('the made-up commune', () => {
  it('is what the simulation says it is: 150 transactions a day, three in ten answer, 82 % are satisfied', () => {
    const beginnings = Array.from({ length: 6 }, (_, run) => begin(`commune ${run}`));
    const days = beginnings.flatMap(({ history, honest }) => [...history, ...honest]);
    expect(days).toHaveLength(6 * (HISTORY_DAYS + TRIAL_DAYS));
    const transactions = days.flatMap((day) => Object.values(day.transactions)).reduce((a, b) => a + b, 0);
    const arrivals = days.flatMap((day) => day.arrivals);
    expect(transactions / days.length).toBeGreaterThan(145);
    expect(transactions / days.length).toBeLessThan(155);
    expect(arrivals.length / transactions).toBeGreaterThan(0.29);
    expect(arrivals.length / transactions).toBeLessThan(0.31);
    const satisfied = arrivals.filter(({ answers }) => Number(answers.levels.overall) >= 4).length;
    expect(satisfied / arrivals.length).toBeGreaterThan(0.8);
    expect(satisfied / arrivals.length).toBeLessThan(0.84);
    // All five rules are on, with learned thresholds where a rule learns.
    for (const { rules } of beginnings) expect(rules.every(({ is_on }) => is_on)).toBe(true);
  });

  it('is the same for the same seed and another one for another', () => {
    const attackers = ATTACKERS.slice(0, 1);
    const one = runAttacks('one', attackers);
    expect(runAttacks('one', attackers)).toEqual(one);
    expect(runAttacks('two', []).quiet).not.toEqual(one.quiet);
  });
});

describe('rules and alerts against attackers', () => {
  let runs: readonly RunResult[];
  let summary: Summary;
  beforeAll(() => {
    runs = Array.from({ length: RUNS }, (_, run) => runAttacks(`rules ${run}`, TRIED));
    summary = summariseRuns(runs, COUNTERS.length, TRIAL_DAYS);
  });
  const of = (name: string) => summary.attacks.find(({ attack }) => attack === name)!;

  // The careful attacker (h) misses both of its aims, as documented in docs/trust-simulation.md.
  const reached = AIMS.filter(({ id }) => !id.startsWith('h-careful') && id !== 'false-alarms');
  it.each(reached)('$words', (aim) => {
    expect(isMet(aim, aim.valueOf(summary)), String(aim.valueOf(summary))).toBe(true);
  });

  it('cry wolf hardly ever: less than once a counter and year', () => {
    const quiet = Array.from({ length: QUIET_RUNS }, (_, run) => runAttacks(`quiet ${run}`, []));
    expect(summariseRuns(quiet, COUNTERS.length, TRIAL_DAYS).quiet.falseAlarms).toBeLessThanOrEqual(1);
  });

  it('set the ballots of everyone aside who does not wait: scripts whole, one phone but for two a day', () => {
    for (const name of ['c-naive', 'e-naive', 'h-naive'])
      expect(of(name).attackersSetAside.median, name).toBe(1);
    expect(of('a-careful').attackersSetAside.median).toBeGreaterThan(0.9);
  });

  it('count every slip as what it is: half of the slips pocketed moves the slip figure, and no rule hides it', () => {
    expect(of('d-naive').slipShift.median).toBeGreaterThan(3);
    expect(of('d-careful').slipShift.median).toBeGreaterThan(3);
  });

  it('do not hold a careful attacker up, who is seen all the same', () => {
    expect(of('b-careful').headlineShift.median).toBeGreaterThan(3);
    expect(of('e-careful').headlineShift.median).toBeLessThan(-10);
    for (const name of ['b-careful', 'e-careful', 'g-careful'])
      expect(of(name).alertWithinFourWeeks.percent, name).toBe(100);
  });
});

describe('what is said of many runs', () => {
  it('is the middle with its sign, and how large nineteen in twenty are at most', () => {
    const values = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 1 : -1) * (index + 1));
    expect(spreadOf(values)).toMatchObject({ median: -2, p95: 95, p95Low: 91, p95High: 100, most: 100 });
  });

  it('is a share with Wilson’s interval', () => {
    const { percent, low, high } = frequencyOf(Array.from({ length: 100 }, (_, index) => index < 93));
    expect([percent, Number(low.toFixed(2)), Number(high.toFixed(2))]).toEqual([93, 86.25, 96.57]);
  });
});
