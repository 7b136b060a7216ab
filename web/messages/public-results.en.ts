import { formatCount } from '../formatting/numbers.ts';
import type { resultsVi } from './public-results.vi.ts';

const count = (n: number): string => formatCount(n, 'en');
const days = (n: number): string => `${count(n)} working ${n === 1 ? 'day' : 'days'}`;
const ballots = (n: number): string => (n === 1 ? '1 ballot' : `${count(n)} ballots`);

export const resultsEn: typeof resultsVi = {
  title: 'Public results',
  rulesOnline: 'How it is counted, and all rules: see this page on the web.',
  improvements: 'Changed after comments',
  heading: 'How satisfied people and organisations are',
  invitation: 'Just been at a counter? Choose it to answer the survey.',
  receivedTotal: (n) => `${ballots(n)} received up to now.`,
  receivedNone: 'No ballots received up to now.',
  json: 'These figures as JSON, for programs',
  privacy: 'Protection of personal data',
  front: 'Front page',
  contact: 'Questions about this survey? Please call:',
  weekIsWhole:
    'For single weeks this page gives the unit’s overall figure only. Questions and counters are given by reporting quarter and reporting year.',
  rules: 'How it is counted, and all rules',
  ruleCount: {
    heading: 'The main figure',
    text: 'The number of ballots with “Satisfied” or “Very satisfied” for “Overall, how satisfied are you with the service this time?”, divided by the number of ballots that answer it. “Neutral” counts neither as satisfied nor as dissatisfied.',
  },
  ruleChoice: {
    heading: 'Nothing preselected, nobody pressed',
    text: 'No level is chosen beforehand. Only the first question is needed; a question left out counts as left out, never as satisfied. Nobody is allowed to ask you to choose one level or another.',
  },
  ruleKept: {
    heading: 'No ballot is deleted',
    text: 'Nobody can change or delete a ballot once it is received.',
  },
  ruleFive: {
    heading: 'Why some figures are hidden',
    text: 'Groups of fewer than 5 ballots show no figures. The figures move only in groups of at least 5 ballots. So nobody, not even the official at the counter, can tell what one person chose.',
  },
  ruleMinimum: {
    heading: 'How many ballots are enough',
    text: (minimum) =>
      `Below ${ballots(minimum)} only their number is given, without a percentage and without a verdict.`,
  },
  ruleInterval: {
    heading: 'Satisfaction may lie from … to …',
    text: 'The fewer ballots, the more a result is off by chance. The range says how far it may be (95% confidence). It says nothing of those who did not answer.',
  },
  rulePeriods: {
    heading: 'Periods and when they close',
    text: (act, checkedOn) =>
      `Weeks run from Monday to Sunday. Reporting months run from the 15th of the month before to the 14th (${act}, checked on ${checkedOn}). A period closes five days after its last day; until then its figures are provisional, afterwards they stay.`,
  },
  ruleTargets: {
    heading: 'Target',
    entry: (percent, since) => `${percent}, since ${since}`,
    none: 'No target is set.',
  },
  ruleSipas: {
    heading: 'Not SIPAS, not index 766',
    text: 'These are opinions at the counter. SIPAS is measured by the Ministry of Home Affairs on a sample of households once a year. The satisfaction rate on the National Public Service Portal (index 766) comes from late dossiers and petitions. The three cannot be compared directly.',
  },
  ruleVersion: {
    heading: 'For auditors',
    rule: (id) => `Formula: ${id}.`,
    survey: (id, version) => `Survey ${id}, version ${count(version)}`,
    fingerprint: 'SHA-256:',
  },

  reliability: {
    heading: 'How far this figure can be believed',
    chance: (n, low, high) => `With ${ballots(n)}, the true satisfaction may lie in ${low}–${high}.`,
    few: 'There are few ballots: read them as the words of so many people, not yet of the whole place.',
    shareKnown: (received, transactions) =>
      `The figure speaks only of the ballots: ${received} received of ${transactions} transactions.`,
    shareUnknown:
      'The figure speaks only of the ballots; the transactions are not all known, so neither is how many sent none.',
    senders:
      'Ballots bear no name, so nobody can prove that each was sent by a citizen of their own accord. That is why rules, named below, leave some ballots out, and why slips handed out have a result of their own to compare.',
    sealed: (seal) => `Figures are locked every day; every change is published. Check code: ${seal}.`,
    noFigure: 'Fewer than 5 ballots in this period, so there is no result yet.',

    quietHeading: 'Working days without any ballot',
    quietNone: (working) => `None of the ${days(working)} so far.`,
    quietSome: (quiet, working) =>
      `${count(quiet)} of the ${days(working)} so far brought no ballot. The figure above says nothing about them:`,
    quietUnknown: 'No working day is over yet.',
    span: (span, n) => `${span} (${days(n)})`,
  },

  seal: {
    heading: 'Check code of the figures',
    what: 'When a day is over, its figures are locked by a check code. If a ballot is changed, added or removed afterwards, the code no longer matches. Anybody may write the code down and compare it later.',
    latest: (day) => `The latest code, locked up to the end of ${day}:`,
    full: 'The whole code (SHA-256):',
    none: 'No day is locked yet. The first code comes on the morning after the survey opens.',
  },
};
