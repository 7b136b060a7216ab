import { formatCount } from '../formatting/numbers.ts';
import type { HeadlineMessages } from './headline.vi.ts';

const count = (n: number): string => formatCount(n, 'en');
const ballots = (n: number): string => (n === 1 ? '1 ballot' : `${count(n)} ballots`);

export const headlineEn: HeadlineMessages = {
  title: 'Satisfaction',
  satisfied: 'satisfied',
  ofBallots: (all) => ` of ${ballots(all)}`,
  boxes: {
    met: ['MET'],
    'provisional-met': ['MET SO FAR'],
    'unsure-above': ['ABOVE TARGET,', 'NOT CERTAIN'],
    'unsure-below': ['BELOW TARGET,', 'NOT CERTAIN'],
    'not-met': ['NOT MET'],
    'provisional-not-met': ['NOT MET', 'SO FAR'],
    'too-few': ['TOO FEW BALLOTS'],
    none: ['NO RESULT YET'],
  },
  sentences: {
    met: (target) => `Clearly above the target of ${target}.`,
    provisionalMet: (target) => `Clearly above the target of ${target}, but not closed yet.`,
    provisionalNotMet: (target) => `Clearly below the target of ${target}, but not closed yet.`,
    unsure: (n, low, high) => `With ${ballots(n)}, the true share may be from ${low} to ${high}.`,
    notMet: (missing, target) =>
      `${ballots(missing)} more would have to be satisfied for the target of ${target}.`,
    tooFew: (minimum) => `A percentage is given from ${ballots(minimum)} on.`,
    none: 'Fewer than 5 ballots in this period, so there is no result yet.',
  },
  change: {
    points: (points) => `${points} points`,
    same: 'No change',
    up: 'clearly up',
    down: 'clearly down',
    unclear: 'no clear change',
    lastWeek: 'last week',
    tooFew: (period) => `Too few ballots to compare with ${period}.`,
    before: (period, percent) => ` (${period}: ${percent})`,
  },
  bar: {
    target: (target) => `target ${target}`,
    possible: 'possible range',
    range: (low, high) => `possibly ${low} to ${high}`,
  },
  ballots,
  counts: {
    satisfied: (n) => `${count(n)} satisfied`,
    neutral: (n) => `${count(n)} neither`,
    dissatisfied: (n) => `${count(n)} dissatisfied`,
  },
  account: {
    received: (n) => ['Received ', n, ''],
    carriedIn: (n) => ['carried over ', n, ''],
    counted: (n) => ['', n, ' counted'],
    setAside: (n) => ['', n, ' not counted'],
    pending: (n) => ['', n, ' waiting'],
  },
  response: {
    perTen: (n) =>
      `${count(n)} in 10 transactions were answered; the opinion of the other ${count(10 - n)} is not known.`,
    perHundred: (n) =>
      `${count(n)} in 100 transactions were answered; the opinion of the other ${count(100 - n)} is not known.`,
    underOne: 'Fewer than 1 in 100 transactions were answered; the opinion of the others is not known.',
    tooMany: 'There are more ballots than transactions entered.',
    unknown: 'The number of transactions is not known, so neither is how many did not answer.',
  },
};
