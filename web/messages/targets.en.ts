import type { TargetMessages } from './targets.vi.ts';

/** The same keys as `targetsVi`. */
export const targetsEn: TargetMessages = {
  title: 'Target and minimum of ballots',
  task: 'Sets the target and the minimum of ballots, in force from a day on.',
  intro: 'This page sets the target and the minimum of ballots, in force from a day on.',
  rule: 'Each period is judged by the value in force on its last day. A closed period never changes.',
  public: 'Each change is a public line on the results page, with the day on which it was decided.',
  readOnly: 'A supervisor reads this page only.',
  columns: { since: 'From', value: 'Value', state: 'State', withdraw: 'Withdraw' },
  states: { past: 'no longer in force', 'in-force': 'in force', planned: 'planned' },
  withdrawButton: 'Withdraw…',
  since: 'In force from',
  sinceHint: (example) => `Today or later; day, month, year. For example: ${example}.`,

  settings: {
    target_percent: {
      heading: 'Target',
      note: 'The share of satisfied ballots that the commune’s plan promises.',
      none: 'No target is set: the results do not say met or not met.',
      changeHeading: 'Change the target',
      value: 'New target (%)',
      valueHint: '0 to 100, at most two decimals. For example: 92.5.',
      button: 'Change the target…',
    },
    minimum_n: {
      heading: 'Minimum of ballots',
      note: 'A period with fewer shows counts only and does not say met or not met.',
      none: 'Not set: the usual 30 ballots hold.',
      changeHeading: 'Change the minimum of ballots',
      value: 'New minimum of ballots',
      valueHint: 'A whole number from 5 to 10,000. Better 30 or more.',
      button: 'Change the minimum…',
    },
  },

  faults: {
    'value-missing': () => 'Please fill in the new value.',
    'value-same': () => 'This is the value that is set already. Please fill in another.',
    'target-percent-form': () =>
      'A target is a number from 0 to 100 with at most two decimals, for example 92.5.',
    'minimum-n-form': () => 'The minimum of ballots is a whole number from 5 to 10,000.',
    'day-missing': () => 'Please fill in the day from which it holds.',
    'day-malformed': () =>
      'This day is not in the calendar. Please write day, month, year, for example 05/02/2024.',
    'day-past': () =>
      'The day cannot lie before today: what has been judged would be judged otherwise. Please choose today or later.',
    'day-far': () => 'This is more than two years ahead. Please check the year.',
    'day-taken': () => 'A change has come into force today already. Please choose tomorrow or later.',
    'planned-later': (day) =>
      `A change is planned from ${day}. Please choose a later day, or withdraw that change first.`,
    'in-force': () => 'This change is in force and cannot be withdrawn. Another value can be set.',
    'not-last': () => 'Another change is planned after this day. Please withdraw that one first.',
    'nothing-before': () => 'This is the first value and cannot be withdrawn. Another value can be set.',
  },

  confirm: {
    title: 'Please confirm',
    targetSet: (since, to) => `From ${since} the target is ${to}.`,
    targetChange: (since, from, to) => `From ${since} the target changes from ${from} to ${to}.`,
    minimumSet: (since, to) => `From ${since} the minimum of ballots is ${to}.`,
    minimumChange: (since, from, to) => `From ${since} the minimum of ballots changes from ${from} to ${to}.`,
    effect: 'Periods that end on that day or later are judged by the new value, the running ones too.',
    today: 'The change holds from today and cannot be withdrawn.',
    later: 'It can be withdrawn before that day.',
    public: 'The results page will carry a public line about it, which cannot be taken away.',
    changeButton: 'Change it in public',
    targetWithdraw: (since, withdrawn, stays) =>
      `Withdraw the target of ${withdrawn} planned from ${since}. The target stays ${stays}.`,
    minimumWithdraw: (since, withdrawn, stays) =>
      `Withdraw the minimum of ${withdrawn} ballots planned from ${since}. It stays ${stays}.`,
    withdrawButton: 'Withdraw it in public',
  },
};
