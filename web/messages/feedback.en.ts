import { formatCount } from '../formatting/numbers.ts';
import type { FeedbackMessages } from './feedback.vi.ts';

const count = (n: number): string => formatCount(n, 'en');

/** The same keys as `feedbackVi`. */
export const feedbackEn: FeedbackMessages = {
  states: {
    unread: 'Not read',
    read: 'Read',
    handled: 'Dealt with',
    outside: 'Not within our remit',
  },

  comments: {
    title: 'Comments',
    intro: 'This page is for reading what citizens wrote and marking what was done.',
    explain:
      'Comments carry no name and are tied to no form. Who wants an answer calls the commune’s phone number.',
    whenHeading: 'When comments appear',
    when: [
      'On the next day at the earliest, and only once that counter has at least 5 forms in the week.',
      'Comments appear in groups, each with at least 5 new forms; the rest appears when the week is closed. So nobody can guess one person’s comment.',
      'Where a counter has fewer than 5 forms in the whole week, that week’s comments never appear.',
      'Within a week the order is random: a comment that stands first was not sent first.',
    ],
    masked:
      'The mark ••• stands where a phone number, an ID number or an e-mail address was hidden before it was stored.',
    maskedSpoken: ' (hidden)',
    statesLabel: 'Filter by mark',
    all: 'All',
    stateWithCount: (name, n) => `${name} (${count(n)})`,

    searchFold: 'Find by words or by counter',
    searchLabel: 'Words to find',
    searchHint: 'Marks are not needed: a word without them finds the word with them.',
    counterLabel: 'Counter',
    allCounters: 'All counters',
    searchButton: 'Find',
    clear: 'No filter, show all',
    listHeading: 'List of comments',
    reference: (code) => `Reference ${code}`,
    state: (name) => `Mark: ${name}`,
    markedBy: (user, day) => `marked by ${user} on ${day}`,
    markAs: 'Mark as:',
    markPage: 'Mark all unread comments of this page as read',
    none: 'There are no comments to read yet.',
    noneFound: 'There is no such comment.',
    page: (page, pages) => `Page ${count(page)} of ${count(pages)}`,
    previous: 'Previous page',
    next: 'Next page',
  },

  retention: {
    title: 'Keeping of comments',
    intro: 'This page is for choosing how long citizens’ comments are kept before they are deleted.',
    readOnly: 'A supervisor only reads this page.',
    now: (months) => `Comments are kept for ${months} months at present. The privacy page says the same.`,
    next: (day, months) => `From ${day} on, comments are kept for ${months} months.`,
    rules: [
      'Every night, comments that are past their time are deleted for good, read or not.',
      'The time counts from the week in which a comment was sent. A change holds from the next day on.',
      'Daily backups may hold a deleted comment for about 14 days more; copies made by hand, until whoever keeps them deletes them.',
      'Forms, counts, closed reports and the log are not deleted.',
    ],
    legend: 'Keep comments for',
    months: (months) => `${months} months`,
    button: 'Save',
    faults: { 'retention-missing': 'Please choose one.' },
    confirmTitle: 'Please confirm',
    confirm: (months, since, keptFrom) =>
      `Keep comments for ${months} months only. From ${since} on, all comments of the weeks before ${keptFrom} are deleted and cannot be brought back. Until then the choice can be changed.`,
    confirmButton: 'Keep them for less time',
  },

  administration: {
    retention: 'Keeping of comments',
    retentionNote: 'Choose how long comments are kept before they are deleted.',
  },
};
