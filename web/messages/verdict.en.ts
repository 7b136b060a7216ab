import { formatCount } from '../formatting/numbers.ts';
import type { verdictVi } from './verdict.vi.ts';

const count = (n: number): string => formatCount(n, 'en');
const people = (n: number): string => (n === 1 ? '1 person' : `${count(n)} people`);
const ballots = (n: number): string => (n === 1 ? '1 ballot' : `${count(n)} ballots`);
const are = (n: number): string => (n === 1 ? 'is' : 'are');

export const verdictEn: typeof verdictVi = {
  met: 'MET the target',
  metUnsure: { lead: 'MET,', tail: 'but too few ballots to be sure' },
  metClose: { lead: 'MET,', tail: 'but close to the target' },
  metExactly: { lead: 'MET', tail: '(exactly the target)' },
  notMet: 'NOT MET',
  notMetUnsure: { lead: 'NOT MET,', tail: 'but too few ballots to be sure' },
  notMetClose: { lead: 'NOT MET,', tail: 'but close to the target' },
  tooFew: { lead: 'TOO FEW BALLOTS', tail: 'to say whether the target is met' },
  none: { lead: 'NO BALLOTS', tail: 'in this period' },
  waiting: { lead: 'TOO FEW BALLOTS', tail: 'to show a result' },
  allSetAside: { lead: 'NO BALLOT COUNTED', tail: 'in this period' },
  noTarget: { lead: 'NO TARGET SET', tail: 'for this period' },

  some: (denominator, numerator, percent) =>
    `Of the ${people(denominator)} who answered, ${count(numerator)} ${are(numerator)} satisfied (${percent}).`,
  all: (denominator, percent) =>
    `Of the ${people(denominator)} who answered, all are satisfied (${percent}).`,
  nobody: (denominator, percent) =>
    `Of the ${people(denominator)} who answered, nobody is satisfied (${percent}).`,
  fewCount: (denominator, minimum) =>
    `Only ${ballots(denominator)} so far; at least ${count(minimum)} are needed.`,
  fewSome: (denominator, numerator) =>
    `Of the ${people(denominator)} who answered, ${count(numerator)} ${are(numerator)} satisfied.`,
  fewAll: (denominator) => `Of the ${people(denominator)} who answered, all are satisfied.`,
  fewNobody: (denominator) => `Of the ${people(denominator)} who answered, nobody is satisfied.`,
  checkPosters: 'Please check that the posters are still at the counters.',
  waitingForFive: (received) =>
    `${ballots(received)} received. Results appear from 5 ballots on, so that nobody can tell what one person answered.`,
  onlySetAside: (received) =>
    `${ballots(received)} received, all of them set aside: they are not part of the main figure.`,

  needed: (needed) => `To meet the target, ${count(needed)} satisfied people are needed.`,
  enough: 'There are enough ballots to conclude.',
  missing: (missing) => `${count(missing)} more satisfied would equal the target.`,
  target: (percent, since) => `Target: ${percent} (since ${since}).`,
  interval: (denominator, low, high) =>
    `With only ${ballots(denominator)}, the figure might be anywhere from ${low} to ${high}.`,
  intervalCertain: (denominator, low, high) =>
    `With ${ballots(denominator)}, the figure might be anywhere from ${low} to ${high}.`,
  intervalFinite: (population, low, high) =>
    `Allowing for there being only ${count(population)} transactions (entered by the office): from ${low} to ${high}.`,
  more: (more) => `About ${count(more)} more ballots like these would settle it.`,
  moreClosed: (more) =>
    `About ${count(more)} more ballots like these would have settled it; the period is closed.`,
  cannotTransactions: (population) =>
    `It cannot become surer in this period: there are only ${count(population)} transactions.`,
  cannotTransactionsUnknown: 'It cannot become surer in this period: there are too few transactions.',
  cannotLimit: 'The figure is so close to the target that it cannot become surer in this period.',
  cannotEqual: 'The figure equals the target, so more ballots like these would not make it surer.',
  rest: (rest, neutral, dissatisfied) =>
    `Of the other ${count(rest)}: ${count(neutral)} neither satisfied nor dissatisfied, ${count(dissatisfied)} dissatisfied.`,
  restNeutral: (rest) =>
    rest === 1
      ? 'The other one is neither satisfied nor dissatisfied.'
      : `The other ${count(rest)} are neither satisfied nor dissatisfied.`,
  restDissatisfied: (rest) =>
    rest === 1 ? 'The other one is dissatisfied.' : `The other ${count(rest)} are dissatisfied.`,
};
