import { formatThreshold } from '../formatting/numbers.ts';
import type { publicRulesVi } from './public-rules.vi.ts';

const number = (value: number): string => formatThreshold(value, 'en');

export const publicRulesEn: typeof publicRulesVi = {
  rules: {
    'foreign-form': {
      name: "Not sent from this survey's page",
      text: () => 'Ballots that a page of somebody else sends do not count.',
    },
    'repeat-device': {
      name: 'Many ballots from one device in a day',
      text: (ballots) =>
        `Of ballots by poster and link, ${number(ballots)} of each device count in a day, all counters together; from number ${number(ballots + 1)} on, they do not count.`,
    },
    'too-fast': {
      name: 'Faster than can be read',
      text: (seconds) =>
        `Ballots sent when the page was open for less than ${number(seconds)} seconds for each question answered do not count.`,
    },
    'same-run': {
      name: 'Many identical ballots in a row from one network',
      text: (ballots) =>
        `When one network sends more than ${number(ballots)} identical ballots in a row in a day, those from number ${number(ballots + 1)} on do not count.`,
    },
    burst: {
      name: 'Too many ballots in a few minutes',
      text: (ballots) =>
        `Of each counter at most ${number(ballots)} ballots in 10 minutes count; those that come on top do not, whatever they answer.`,
    },
  },

  public: {
    intro:
      'Each ballot is judged once, when it arrives. One that meets a rule below is received and kept, but not counted in the result. No rule looks at whether a level is high or low.',
    none: 'No rule sets ballots aside at present: every new ballot is counted.',
    since: (day) => `In force since ${day}.`,
    off: 'Rules that are off:',
    offSince: (name, day) => `${name} (off since ${day})`,
    offYet: (name) => `${name} (not on yet)`,
    learns: (days) =>
      `This is the first threshold; after ${days} working days with ballots it is computed again from those days.`,
    trial: 'During the trial every ballot counts; the rules apply from the official start on.',
    nextOff: (day) => `From ${day}: off.`,
    nextOn: (day, text) => `From ${day}: ${text}`,
  },
};
