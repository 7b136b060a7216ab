import type { AttackSummary, Summary } from './summary.ts';

/** A requirement: an upper or lower bound of a figure in the summary. */
export interface Aim {
  readonly id: string;
  readonly words: string;
  readonly unit: string;
  readonly most?: number;
  readonly least?: number;
  readonly valueOf: (summary: Summary) => number;
}

/** Attacks without slips, by their letter in docs/trust-simulation.md. */
const WITHOUT_SLIPS = ['a', 'b', 'c', 'e', 'g', 'h', 'j'];

function find({ attacks }: Summary, name: string): AttackSummary {
  const found = attacks.find(({ attack }) => attack === name);
  if (found === undefined) throw new Error(`no attack ${name}`);
  return found;
}

const shiftAim = (name: string, words: string): Aim => ({
  id: `${name}.headline`,
  words,
  unit: 'points at the 95th percentile',
  most: 1,
  valueOf: (summary) => find(summary, name).headlineShift.p95,
});

const alertAim = (name: string, words: string): Aim => ({
  id: `${name}.alert`,
  words,
  unit: '% of runs',
  least: 95,
  valueOf: (summary) => find(summary, name).alertWithinThree.percent,
});

export const AIMS: readonly Aim[] = [
  shiftAim('a-naive', '(a) naive moves the headline by at most 1.0'),
  shiftAim('c-naive', '(c) naive moves the headline by at most 1.0'),
  shiftAim('j-early', '(j) on the first day moves the headline by at most 1.0'),
  shiftAim('h-naive', '(h) naive moves the headline by at most 1.0'),
  shiftAim('h-careful', '(h) careful moves the headline by at most 1.0'),
  {
    id: 'h-careful.swept',
    words: '(h) careful moves it by at most 1.0 through honest ballots that are pushed aside',
    unit: 'points at the 95th percentile',
    most: 1,
    valueOf: (summary) => find(summary, 'h-careful').sweptShift.p95,
  },
  alertAim('b-naive', '(b) naive raises an alert within 3 working days in 95 % of runs'),
  alertAim('c-naive', '(c) naive raises an alert within 3 working days in 95 % of runs'),
  alertAim('e-naive', '(e) naive raises an alert within 3 working days in 95 % of runs'),
  alertAim('j-early', '(j) on the first day raises an alert within 3 working days in 95 % of runs'),
  alertAim('g-naive', '(g) naive raises an alert within 3 working days in 95 % of runs'),
  {
    id: 'slip-figure',
    words: 'the slip figure does not move under (a)–(c), (e), (g), (h)',
    unit: 'points at most',
    most: 0,
    valueOf: ({ attacks }) =>
      Math.max(
        ...attacks
          .filter(({ attack }) => WITHOUT_SLIPS.includes(attack.slice(0, 1)))
          .map(({ slipShift }) => slipShift.most),
      ),
  },
  {
    id: 'honest-set-aside',
    words: 'honest ballots set aside are at most 1 %',
    unit: '%',
    most: 1,
    valueOf: ({ quiet }) => quiet.honestSetAsideOverall,
  },
  {
    id: 'first-honest-set-aside',
    words: 'with the rules of the first day, too',
    unit: '%',
    most: 1,
    valueOf: ({ quiet }) => quiet.honestSetAsideAtFirst,
  },
  {
    id: 'busy-honest-set-aside',
    words: 'also in an office four times as busy',
    unit: '%',
    most: 1,
    valueOf: ({ quiet }) => quiet.honestSetAsideWhenBusy,
  },
  {
    id: 'busy-network',
    words: 'in which no network sends 30 ballots in ten minutes',
    unit: 'ballots at most',
    most: 29,
    valueOf: ({ quiet }) => quiet.mostFromNetwork,
  },
  {
    id: 'false-alarms',
    words: 'false alarms are at most 1 a counter and year',
    unit: 'a counter and year',
    most: 1,
    valueOf: ({ quiet }) => quiet.falseAlarms,
  },
];

export const isMet = ({ most, least }: Aim, value: number): boolean =>
  (most === undefined || value <= most) && (least === undefined || value >= least);
