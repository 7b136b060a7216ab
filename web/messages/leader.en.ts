import { formatCount, type Locale } from '../formatting/numbers.ts';
import type { LeaderMessages } from './leader.vi.ts';

const count = (n: number): string => formatCount(n, 'en');

/** The same words in English. */
export const leaderEn: LeaderMessages = {
  locale: 'en' as Locale,

  daysLeft: (days: number) => (days === 0 ? 'Today is its last day.' : `${count(days)} days left.`),
  answeredPerTen: (people: number) => `${count(people)} of 10 people who came answered.`,
  answeredPerHundred: (people: number) => `${count(people)} of 100 people who came answered.`,
  answeredUnderOne: 'Fewer than one of 100 people who came answered.',
  answeredNearlyAll: 'Nearly everyone who came answered.',

  print: 'To print this page on one sheet of A4, press Ctrl + P (on a Mac ⌘ + P).',

  warning: {
    heading: 'The period is nearly over, with few ballots.',
    soFar: (ballots: number) => `There are ${count(ballots)} ballots so far.`,
    text: (minimum: number) =>
      `At least ${count(minimum)} ballots are needed to say whether the target is met. Check that the posters are still at the counters.`,
  },
  future: {
    heading: 'This period has not come yet',
    text: (day: string) => `It begins on ${day}. There are no ballots before that.`,
  },
  beforeOpening: {
    heading: 'There was no survey in this period',
    text: (day: string) => `The survey of this office began on ${day}.`,
  },

  comparison: {
    heading: 'Compared with earlier periods',
    before: 'The period before',
    yearBefore: 'The same period a year ago',
    noBefore: 'There is no period before to compare with.',
    noYearBefore: 'There is no same period a year ago to compare with.',
    figure: (percent: string, answered: number) => `${percent} of ${count(answered)} who answered.`,
    up: (points: string) => `Clearly higher now: ${points} points.`,
    down: (points: string) => `Clearly lower now: ${points} points.`,
    unclear: 'No clear difference.',
    tooFew: 'Too few ballots to compare.',
    unlike: 'Not comparable: the headlines of the two periods are made of different ballots.',
    note: '“Clearly” is said only where chance hardly explains it (Fisher’s test, Holm’s correction over all comparisons of the page).',
  },

  counters: {
    heading: 'Against the period before:',
    up: (name: string, points: string) => `${name}: clearly higher by ${points} points`,
    down: (name: string, points: string) => `${name}: clearly lower by ${points} points`,
    unclear: 'No counter differs clearly from the period before.',
    tooFew: (minimum: number) =>
      `No counter has ${count(minimum)} ballots in both periods to compare with the one before.`,
  },

  recent: {
    heading: 'Lately',
    period: 'Time',
    satisfied: 'Satisfied',
    ofBallots: (share: string, ballots: string) => `${share} of ${ballots} ballots`,
    verdict: 'Target',
    names: {
      running: 'This reporting period',
      'last-week': 'Last finished week',
      'four-weeks': 'Last four finished weeks',
      'year-to-date': 'Reporting year so far',
    },
    provisional: 'provisional',
    people: (numerator: number, denominator: number) => `${count(numerator)} of ${count(denominator)} people`,
    met: 'met',
    notMet: 'not met',
    unsure: (verdict: string) => `${verdict}, not certain`,
    tooFew: 'too few ballots',
    noTarget: 'no target set',
    none: 'no ballots',
  },

  fixFirst: {
    heading: 'Fix first',
    intro: (total: number) =>
      `Of ${count(total)} people who were not satisfied (dissatisfied or neither), so many marked each question low:`,
    entry: (low: number) => `${count(low)} people`,
    note: 'These are the questions marked low most often, not causes that have been established.',
  },

  other: {
    heading: 'Other ways to count',
    intro: 'These give figures other than the headline; do not compare one with another.',
    meanScore: (score: string, percent: string) =>
      `Mean level of the overall question: ${score} of 5 (${percent} of the highest).`,
    rules: (ids: string) => `Formulas: ${ids}.`,
  },

  sipas: {
    line: (year: number, percent: string, source: string) =>
      `SIPAS index ${year}: ${percent} (measured in another way). Source: ${source}.`,
  },

  calendar: {
    link: 'Other periods',
    heading: 'Other periods',
    year: (year: string) => `Year ${year}`,
    reporting: 'Reporting periods (15th to 14th)',
    calendar: 'Calendar months, quarters and years',
    weeks: 'Weeks',
    kinds: {
      'report-month': 'Month',
      'report-quarter': 'Quarter',
      'report-half': 'Half-year',
      'report-9m': '9 months',
      'report-year': 'Whole year',
      month: 'Month',
      quarter: 'Quarter',
      half: 'Half-year',
      year: 'Whole year',
      week: 'Week',
    },
    month: (month: string) => `Month ${month}`,
    quarter: (quarter: string) => `Quarter ${quarter}`,
    firstHalf: 'First half',
    secondHalf: 'Second half',
    nineMonths: 'First 9 months',
    wholeYear: 'Whole year',
  },
};
