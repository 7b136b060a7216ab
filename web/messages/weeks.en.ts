import { formatCount, type Locale } from '../formatting/numbers.ts';
import type { WeekMessages } from './weeks.vi.ts';

const count = (n: number): string => formatCount(n, 'en');

/** The same words in English. */
export const weeksEn: WeekMessages = {
  locale: 'en' as Locale,

  future: {
    heading: 'This week has not come yet',
    text: (day: string) => `It begins on ${day}. There are no ballots before that.`,
  },
  beforeOpening: {
    heading: 'There was no survey in this week',
    text: (day: string) => `The survey of this office began on ${day}.`,
  },
  running: 'This week is not over: its figures still change.',

  praise: {
    heading: 'What people praised this week',
    item: (name: string, satisfied: number, answered: number) =>
      satisfied === answered
        ? `${name}: all ${count(answered)} who answered are satisfied.`
        : `${name}: ${count(satisfied)} of ${count(answered)} are satisfied.`,
    risen: (name: string, points: string) =>
      `${name}: clearly higher by ${points} points than the week before.`,
  },

  choose: {
    heading: 'Choose another week',
    label: 'Weeks with a survey',
    month: (month: string, year: string) => `${month}/${year}`,
    running: 'still running',
  },
};
