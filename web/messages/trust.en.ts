import { formatThreshold } from '../formatting/numbers.ts';
import type { TrustMessages } from './trust.vi.ts';

const number = (value: number): string => formatThreshold(value, 'en');

/** The same keys as `trustVi`. */
export const trustEn: TrustMessages = {
  rules: {
    'foreign-form': {
      name: "Not sent from this survey's page",
      text: () => 'Ballots that a page of somebody else sends are set aside.',
    },
    'repeat-device': {
      name: 'Many ballots from one device in a day',
      text: (ballots) =>
        `Of ballots by poster and link, ${number(ballots)} of each device count in a day, all counters together; from number ${number(ballots + 1)} on, they are set aside.`,
      threshold: 'Ballots of one device that count in a day',
    },
    'too-fast': {
      name: 'Faster than can be read',
      text: (seconds) =>
        `Ballots sent when the page was open for less than ${number(seconds)} seconds for each question answered are set aside.`,
      threshold: 'The least seconds for each question answered',
    },
    'same-run': {
      name: 'Many identical ballots in a row from one network',
      text: (ballots) =>
        `When one network sends more than ${number(ballots)} identical ballots in a row in a day, those from number ${number(ballots + 1)} on are set aside.`,
      threshold: 'Identical ballots in a row that count',
    },
    burst: {
      name: 'Too many ballots in a few minutes',
      text: (ballots) =>
        `Of each counter at most ${number(ballots)} ballots in 10 minutes count; those that come on top are set aside, whatever they answer.`,
      threshold: 'Ballots of one counter that count in 10 minutes',
    },
  },

  public: {
    intro:
      'Each ballot is judged once, when it arrives. One that meets a rule below is received and kept like any other, but set aside, outside the main figure. No rule looks at whether a level is high or low.',
    none: 'No rule sets ballots aside at present: every new ballot is counted.',
    since: (day) => `In force since ${day}.`,
    off: 'Rules that are off:',
    offSince: (name, day) => `${name} (off since ${day})`,
    offYet: (name) => `${name} (not on yet)`,
    waits: (days) =>
      `It switches itself on after ${days} working days with ballots, with a threshold from those days.`,
    offWaiting: (name, days) => `${name} (switches itself on after ${days} working days with ballots)`,
    nextOff: (day) => `From ${day}: off.`,
    nextOn: (day, text) => `From ${day}: ${text}`,
  },

  page: {
    title: 'Rules that set ballots aside',
    intro:
      'This page is for seeing and changing the rules by which a ballot stays out of the main figure. Ballots set aside are not deleted, and senders are neither told nor blocked.',
    readOnly: 'The role of supervisor only reads this page.',
    on: 'On',
    offNow: 'Off',
    change: 'Change',
    changeOf: (name) => `Change the rule “${name}”`,
    all: 'All rules',
    ruleIntro: 'This page is for switching a rule on or off, or changing its threshold.',
    effect: (day) =>
      `A change holds from ${day}, does not touch ballots already received, and is noted in public on the results page.`,
    stateLegend: 'This rule',
    turnOn: 'On',
    turnOff: 'Off',
    range: (min, max) => `From ${number(min)} to ${number(max)}.`,
    rangeInSteps: (min, max, step) => `From ${number(min)} to ${number(max)}, in steps of ${number(step)}.`,
    button: 'Continue…',
  },

  confirm: {
    title: 'Please confirm',
    off: (name, day) => `From ${day}, the rule “${name}” is off: such ballots will count in the main figure.`,
    on: (name, day, text) => `From ${day}, the rule “${name}” is: ${text}`,
    public: 'This is noted in the log and in public on the results page. It cannot be changed again today.',
    turnOff: 'Switch the rule off',
    save: 'Save the change',
  },

  faults: {
    'state-missing': 'Please choose on or off.',
    'threshold-invalid': 'The threshold must be a number in the range allowed.',
    'rule-unchanged': 'The rule is so already; there is nothing to change.',
    'change-pending':
      'This rule has a change from tomorrow already. To change it again, please wait until then.',
    unknown: 'Something is not right yet. Please look again.',
  },
};
