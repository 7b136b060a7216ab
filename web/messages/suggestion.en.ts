import type { SuggestionMessages } from './suggestion.vi.ts';

/** The sentences of `suggestion.vi` in English. */
export const suggestionEn: SuggestionMessages = {
  share: {
    heading: 'Ballots whose answers somebody suggested',
    some: (ticked, asked, percent) =>
      `Of ${asked} ballots that had the box, ${ticked} ticked “Somebody suggested my answers to me” (${percent}).`,
    none: (asked) =>
      `Of ${asked} ballots that had the box, none ticked “Somebody suggested my answers to me”.`,
    hidden: 'Not shown: fewer than 5 ballots, or it would tell what a group of fewer than 5 answered.',
    note: 'Citizens tick it if they like. A ballot with the tick counts as every other one.',
  },

  choice: {
    title: 'The box “Somebody suggested”',
    task: 'Switches the box “Somebody suggested my answers to me” at the end of the form on or off.',
    intro:
      'This page switches the box “Somebody suggested my answers to me” at the end of the form on or off.',
    rule: 'Citizens tick it or not, as they like; it is never ticked beforehand. A ballot with the tick counts; how many there are stands beside the results.',
    public: 'Each change is a public line on the results page, with the day on which it was decided.',
    readOnly: 'A supervisor reads this page only.',
    current: 'In force',
    historyHeading: 'Choices',
    columns: { since: 'From', value: 'Box at the end of the form', state: 'State' },
    states: { past: 'no longer in force', 'in-force': 'in force', planned: 'planned' },
    values: { off: 'does not have this box', on: 'has this box' },
    changeHeading: 'Switch the box on or off',
    since: 'In force from',
    sinceHint: (example) => `Today or later; day, month, year. For example: ${example}.`,
    choice: 'Box at the end of the form',
    button: 'Change…',
    confirmTitle: 'Please confirm',
    confirm: (since, to) => `From ${since} the end of the form ${to}.`,
    confirmEffect:
      'Forms that are opened from that day on follow it. The change is public at once and cannot be taken away.',
    confirmButton: 'Change',
    faults: {
      'value-unknown': () => 'Please choose whether forms have the box.',
      'value-same': () => 'This is the choice that is set. Please choose the other one.',
      'day-missing': () => 'Please fill in the day from which it holds.',
      'day-malformed': () =>
        'This day is not in the calendar. Please write day, month, year, for example 05/02/2024.',
      'day-past': () => 'The day must be today or later: ballots that were sent are not asked again.',
      'day-far': () => 'This is more than two years ahead. Please check the year.',
      'day-taken': () => 'There was a change today. Please choose tomorrow or later.',
      'planned-later': (day) => `A change is planned from ${day}. Please choose a later day.`,
    },
  },
};
