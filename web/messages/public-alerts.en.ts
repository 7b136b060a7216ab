import type { AlertFacts, publicAlertsVi } from './public-alerts.vi.ts';

const usual = ({ historyDays, history, mean, deviation }: AlertFacts): string =>
  `The ${historyDays} days before it (${history}) had ${mean} ballots a day on average, with a standard deviation of ${deviation}.`;

const cautious = ({ cautiousMean, cautiousVariance }: AlertFacts): string =>
  `To be careful, mean and variance are taken one standard error higher: for the days named here ${cautiousMean} and ${cautiousVariance}, negative binomial distribution.`;

export const publicAlertsEn: typeof publicAlertsVi = {
  heading: 'Unusual sending of ballots',
  intro:
    'These are places in the numbers that chance hardly explains. They do not say who is right or wrong, and change no figure; please look why.',
  wholeUnit: 'The whole unit',
  day: (day) => day,
  span: (span) => span,
  more: 'The arithmetic, and what it often is',
  chance: (oneIn, from) =>
    `Where nothing is unusual, this happens once in ${oneIn} times at most. Only what is as rare as once in ${from} times is named here.`,
  rare: (oneIn, from) =>
    `Where nothing is unusual, this happens less than once in ${oneIn} times. Only what is as rare as once in ${from} times is named here.`,
  publicNote:
    'Only what concerns the number of ballots of the whole unit is here. What concerns single counters or channels can be seen by those responsible and by the office that receives the reports.',

  below: (percent) => `less than ${percent}`,

  kinds: {
    'more-than-transactions': {
      finding: ({ observed, expected }) =>
        `More ballots count than transactions were entered (${observed} against ${expected}). Please check the numbers.`,
      arithmetic: ({ observed, expected, difference, isOneDay }) =>
        isOneDay
          ? `${observed} ballots, ${expected} transactions, ${difference} more. In a single day that can be, as some answer the day after; so it is judged as if everybody answered (Poisson's distribution with a mean of ${expected}).`
          : `${observed} ballots, ${expected} transactions, ${difference} more. A transaction has one ballot at most, so these numbers cannot both be complete; this is no matter of chance.`,
      reasons:
        'Transactions may be missing, people who only asked something may have answered, or somebody sent more than one ballot.',
    },
    'sudden-rise': {
      finding: ({ observed, expected, isOneDay, days }) =>
        isOneDay
          ? `${observed} ballots came in one day; usually there are about ${expected}.`
          : `${observed} ballots came in ${days} working days; usually there are about ${expected}.`,
      arithmetic: (facts) => `${usual(facts)} Slips and paper are left out. ${cautious(facts)}`,
      reasons:
        'There may have been a rush, a new poster, an invitation in a chat group, or one device that sent many ballots.',
    },
    'odd-hours': {
      finding: ({ observed, expected, isOfSlips }) =>
        isOfSlips
          ? `${observed} ballots from slips were sent outside working hours in one day; usually there are about ${expected}.`
          : `${observed} ballots were sent outside working hours in one day; usually there are about ${expected}.`,
      arithmetic: (facts) =>
        `Outside working hours: more than an hour before they begin or after they end, or on a day off. ${usual(facts)} ${cautious(facts)}`,
      reasons:
        'Many may have answered at home, ballots kept on phones without a network may have come late, the opening hours may be wrong, or a program sent them.',
    },
    'silent-counter': {
      finding: ({ days, expected }) =>
        `No ballot came in ${days} working days in a row; usually there are about ${expected}.`,
      arithmetic: (facts) =>
        `${usual(facts)} With such numbers, ${facts.noneInADay} of days have no ballot (negative binomial distribution); for several days in a row this is multiplied.`,
      reasons:
        'The poster may be gone, covered or not working, the network down, the counter closed, or nobody was asked to answer.',
    },
  },
  other: (id) => `Something in the numbers is unusual (${id}).`,
};
