import { formatCount } from '../formatting/numbers.ts';
import type { Locale } from '../types/locale.ts';
import type { FigureMessages } from './figures.vi.ts';
import { headlineEn } from './headline.en.ts';
import { publicAlertsEn } from './public-alerts.en.ts';
import { publicEventsEn } from './public-events.en.ts';
import { resultsEn } from './public-results.en.ts';
import { publicRulesEn } from './public-rules.en.ts';

const count = (n: number): string => formatCount(n, 'en');
const ballots = (n: number): string => (n === 1 ? '1 ballot' : `${count(n)} ballots`);

export const figuresEn: FigureMessages = {
  locale: 'en' as Locale,

  skipToContent: 'Skip to the content',

  period: {
    week: (span) => `Week ${span}`,
    month: (month, year) => `Month ${month}/${year}`,
    quarter: (quarter, year) => `Quarter ${quarter}, ${year}`,
    firstHalf: (year) => `First half of ${year}`,
    secondHalf: (year) => `Second half of ${year}`,
    year: (year) => `Year ${year}`,
    reportMonth: (month, year) => `Reporting month ${month}/${year}`,
    reportQuarter: (quarter, year) => `Reporting quarter ${quarter}, ${year}`,
    reportFirstHalf: (year) => `Reporting first half of ${year}`,
    reportSecondHalf: (year) => `Reporting second half of ${year}`,
    reportNineMonths: (year) => `Reporting nine months of ${year}`,
    reportYear: (year) => `Reporting year ${year}`,
    days: (span) => `Days ${span}`,
    withSpan: (name, span) => `${name} (${span})`,
    kinds: {
      week: 'Week',
      month: 'Month',
      quarter: 'Quarter',
      half: 'Half-year',
      year: 'Year',
      'report-month': 'Reporting month',
      'report-quarter': 'Reporting quarter',
      'report-half': 'Reporting half-year',
      'report-9m': 'Reporting nine months',
      'report-year': 'Reporting year',
    },
  },

  picker: {
    label: 'Period',
    button: 'Show',
    empty: 'There is no period to choose yet.',
  },

  headline: headlineEn,

  satisfied: 'satisfied',
  neutral: 'neither',
  dissatisfied: 'dissatisfied',
  noFigures: 'No data',
  tooFewShown: 'too few ballots',
  suppressed: 'fewer than 5 ballots, not shown',

  status: {
    provisional: (day) => `Provisional up to ${day}; the period is not closed yet.`,
    closed: (day) => `The period is closed; figures up to the end of ${day}.`,

    notSipas:
      'Opinions at the counter; neither the SIPAS index nor the satisfaction rate on the National Public Service Portal (index 766).',
  },

  response: {
    count: (n) => `There were ${count(n)} transactions.`,
    rate: (n, percent) => `There were ${count(n)} transactions; response rate ${percent}.`,
    unknown:
      'The number of transactions of this period is not known, so neither is how many of those who came answered.',
    unknownAtClosing:
      'The number of transactions was not known when this period closed, so its report has no response rate.',
    perTen: (answered) =>
      `${count(answered)} of 10 visitors answered. The figure says nothing of the other ${count(10 - answered)}.`,
    perHundred: (answered) =>
      `${count(answered)} of 100 visitors answered. The figure says nothing of the other ${count(100 - answered)}.`,
    underOne: 'Fewer than 1 of 100 visitors answered. The figure says nothing of the others.',
    nearlyAll: 'Nearly every visitor answered.',
    tooMany: 'There are more ballots than transactions entered. Please check the number of transactions.',
  },

  factors: {
    heading: 'Each group of criteria, weakest first',
    note: 'Satisfaction by the groups of criteria of SIPAS: the share of answers “Satisfied” and “Very satisfied”, averaged over the questions with enough ballots.',
    column: 'Group of criteria',
    share: 'Satisfaction',
    answers: 'Answers',
    mean: (percent) => `Mean of the groups: ${percent}.`,
    noMean: 'Too few groups have data for a mean.',
    leftOut: (items) => `Left out for too few ballots: ${items}.`,
    names: {
      access: 'Access to the service',
      procedure: 'Procedures',
      official: 'Officials',
      result: 'Results',
      feedback: 'Feedback and complaints',
    },
  },

  levels: {
    '1': 'Very dissatisfied',
    '2': 'Dissatisfied',
    '3': 'Neither',
    '4': 'Satisfied',
    '5': 'Very satisfied',
    na: 'No opinion',
    skipped: 'Skipped',
  },
  notAsked: 'Not asked on the form',
  respondents: {
    heading: 'Who answered, about what',
    columns: { respondents: 'Who', fields: 'Field' },
    others: { 'not-said': 'Not stated', 'not-separated': 'Not yet separated' },
  },
  questions: {
    heading: 'Each question',
    note: 'each counts the ballots that answered it, so it differs from the overall figure; lowest first',
    few: (questions, minimum) =>
      `${count(questions)} ${questions === 1 ? 'question' : 'questions'} with fewer than ${count(minimum)} ballots`,
    column: 'Question',
    overall: 'Overall',
    table: 'Show the figures as a table',
    tableName: 'Figures of each question',
    line: (satisfied, neutral, dissatisfied) =>
      `${count(satisfied)} satisfied, ${count(neutral)} neither, ${count(dissatisfied)} dissatisfied`,
    none: 'There are no answers to show yet.',
  },

  trend: {
    heading: (weeks) => (weeks === 0 ? 'Weeks' : weeks === 1 ? '1 week' : `${count(weeks)} weeks`),
    unit: '% satisfied',
    title: 'Chart of satisfaction week by week',
    description: (shown, weeks) =>
      `${count(shown)} of ${count(weeks)} weeks have enough ballots to be shown. The figures are in the table right below the chart.`,
    note: 'Each dot is a week, named by its Monday; an open dot is a week not closed yet. The band is the possible range.',
    axis: (percent) => `The axis starts at ${count(percent)}%.`,
    own: 'this period',
    target: (percent) => `target ${percent}`,
    table: 'Show the figures as a table',
    tableName: 'Figures of each week',
    week: 'Week',
    ballots: 'Ballots',
    share: 'Satisfied',
    interval: 'Possible range',
    provisional: 'provisional',
    none: 'No week has enough ballots for a chart yet.',
  },

  counters: {
    heading: 'Each counter',
    column: 'Counter',
    ballots: 'Ballots',
    satisfied: 'Satisfied',
    note: (minimum) =>
      `A counter with fewer than ${count(minimum)} ballots shows people, not a percentage: with so few the figure says little. Counters are not ranked.`,
    low: 'clearly low',
    of: (numerator, denominator) => `${count(numerator)} of ${count(denominator)} ballots`,
    none: 'No counter has the 5 ballots needed to be shown.',
  },

  channels: {
    heading: 'How people answered',
    column: 'Channel',
    names: {
      poster: 'QR code at the counter',
      link: 'Link sent for online dossiers',
      slip: 'Slip handed out',
      tablet: 'Tablet at the office',
      paper: 'Paper form',
      assisted: 'Entered with help',
      'not-separated': 'Not separated yet',
    },
  },

  setAside: {
    heading: 'Ballots not counted',
    note: 'They do not count in the result, but are kept. It does not mean that the sender did wrong.',
    column: 'Reason',
    total: (n) => `${ballots(n)} not counted.`,
    none: 'Every ballot counts.',
    withThem: (percent) => `Counting those as well: ${percent} satisfied.`,
    reasons: {
      'repeat-device': 'Too many ballots from one device in a day',
      'too-fast': 'Faster than the answered questions can be read',
      burst: 'More in a few minutes than the counter can serve',
      'tablet-closed': 'Tablet, outside opening hours',
      'same-run': 'Run of identical ballots from one network',
      'foreign-form': 'Not sent from this survey’s page',
      unclassified: 'Not classified',
    },
    otherReason: (id) => `Another reason (${id})`,
  },

  ballotsColumn: 'Ballots',

  results: resultsEn,

  fresh: {
    updated: 'The figures were updated at {time}.',
    newer: 'There are new figures. Reload the page to see them.',
    lost: 'The server cannot be reached. The figures on this page are those of {time}.',
    signedOut: 'You are signed out. Reload the page to sign in again.',
  },

  alerts: publicAlertsEn,

  rules: publicRulesEn,

  slips: {
    heading: 'Slips handed out alone',
    what: 'One code, one ballot. This result does not prove who answered.',
    share: (n, satisfied, percent) => `Of ${n} ballots, ${satisfied} are satisfied (${percent}).`,
    counts: (n, satisfied) => `${n} ballots so far; ${satisfied} satisfied. Too few for a percentage.`,
    interval: (low, high) => `The true satisfaction may lie in ${low}–${high}.`,
    hidden: 'Not shown: fewer than 5 ballots, or it would tell what a group of fewer than 5 answered.',
  },

  events: publicEventsEn,
};
