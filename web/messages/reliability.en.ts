import { formatCount } from '../formatting/numbers.ts';
import type { ReliabilityMessages } from './reliability.vi.ts';

const count = (n: number): string => formatCount(n, 'en');
const days = (n: number): string => `${count(n)} working ${n === 1 ? 'day' : 'days'}`;

/** The English words, key by key those of `reliability.vi.ts`. */
export const reliabilityEn: ReliabilityMessages = {
  heading: 'How far this figure can be believed',
  voices: (n) =>
    `This is what ${count(n)} people said who sent a ballot. Those who sent none may think otherwise.`,
  few: 'There are few ballots: read them as the words of so many people, not yet of the whole commune.',
  shareKnown: (percent) =>
    `The ballots received are ${percent} of the transactions that the commune has noted.`,
  shareUnknown:
    'Not enough numbers of transactions are known to say how many people came and sent no ballot.',
  senders:
    'Ballots bear no name, so nobody can prove that each was sent by a citizen of their own accord. That is why rules, named below, set some ballots aside, and why one-time slips on paper have a figure of their own to compare.',
  kept: 'If a ballot is changed, added or taken out afterwards, the seal of its day no longer matches.',
  noFigure: 'There is no figure yet to believe or not: this period has fewer than 5 ballots.',

  quietHeading: 'Working days without any ballot',
  quietNone: (working) => `None of the ${days(working)} so far.`,
  quietSome: (quiet, working) =>
    `${count(quiet)} of the ${days(working)} so far brought no ballot. The figure above says nothing about them:`,
  quietUnknown: 'No working day is over yet.',
  span: (span, n) => `${span} (${days(n)})`,
};
