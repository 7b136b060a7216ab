import type { SipasMessages } from './sipas.vi.ts';

/** The same words in English. */
export const sipasEn: SipasMessages = {
  title: 'SIPAS index of the province',
  task: 'The figure of the province that the leader’s page names, with its source.',
  intro:
    'The SIPAS index of the province and where it was published. The leader’s page names it on a line of its own, as measured in another way; no result of the survey is made of it.',
  none: 'No index is given: the leader’s page does not have this line.',
  year: 'Year of the index',
  yearHint: 'Four digits. For example: 2024.',
  percent: 'Index (%)',
  percentHint: 'From 0 to 100, at most two decimals. For example: 83.94.',
  source: 'Source',
  sourceHint: 'The document or page that published it, with its date; at most 200 characters.',
  clear: 'To remove the line, leave all three fields empty and save.',
  button: 'Save',
  saved: 'Saved.',
  faults: {
    'sipas-year-missing': 'Please give the year of the index.',
    'sipas-year-form': 'The year has four digits, from 2012 to this year.',
    'sipas-percent-missing': 'Please give the index.',
    'sipas-percent-form': 'The index is a number from 0 to 100 with at most two decimals.',
    'sipas-source-missing': 'Please give the source.',
    'sipas-source-form': 'The source has more than 200 characters.',
    unknown: 'Something is not right. Please look again.',
  },
};
