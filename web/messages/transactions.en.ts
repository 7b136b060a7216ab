import { formatCount } from '../formatting/numbers.ts';
import type { TransactionMessages } from './transactions.vi.ts';

const count = (n: number): string => formatCount(n, 'en');

/** The English words, key by key those of `transactions.vi.ts`. */
export const transactionsEn: TransactionMessages = {
  title: 'Transactions',
  intro:
    'This page is for entering numbers of transactions, so that it is known how many of those who came answered.',
  definition:
    'A transaction is a dossier returned, or business finished on the spot. A dossier that has only been received does not count yet.',
  readOnly: 'The one-stop staff enter the numbers; here they can only be read.',
  saved: (n) => (n === 0 ? 'No number has changed.' : `${count(n)} numbers saved.`),
  wholeUnit: 'Whole unit',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],

  response: {
    count: (n) => `There were ${count(n)} transactions.`,
    rate: (n, percent) => `There were ${count(n)} transactions; response rate ${percent}.`,
    unknown:
      'The number of transactions of this period is not known, so neither is how many of those who came answered.',
    unknownAtClosing:
      'The number of transactions was not known when this period closed, so its report has no response rate.',
    link: 'Open the page for transactions',
  },

  week: {
    heading: (span) => `Week ${span}`,
    intro:
      'Enter the number of each day. Blank means not known; write 0 for a day on which nobody came. A number that is deleted counts no longer, and stays among the corrections.',
    move: 'Other weeks',
    previous: 'Week before',
    next: 'Week after',
    modes: 'How to enter',
    byCounter: 'By counter',
    byUnit: 'For the whole unit',
    day: 'Day',
    future: 'not yet',
    beforeOpening: 'before the survey opened',
    inTotal: (span, n) => `part of the number of ${span}: ${count(n)}`,
    allInTotal: (span, n) =>
      `All days of this week are part of one number: ${count(n)} transactions (${span}).`,
    splitTotal: 'To enter single days, withdraw that number first, under “Numbers of several days”.',
    cell: (counter, day) => `${counter}, ${day}`,
    blank: 'none',
    button: "Save this week's numbers",
    noCounters: 'No counter has been given to this account.',
    closed: (periods) =>
      `Closed: ${periods}. Reports of closed periods stay as they are; what is entered now counts for open periods alone.`,
  },

  total: {
    heading: 'One number for a week or month',
    intro:
      "For when there are no numbers by day. A week's number cannot be divided: where the week lies between two reporting periods, both have no number. For reporting periods, enter days, or the reporting month.",
    period: 'Week or month',
    counter: 'Of',
    n: 'Number of transactions',
    button: 'Save this number',
    none: 'No week or month is over yet.',
    listHeading: 'Numbers of several days',
    columns: { span: 'Days', counter: 'Of', n: 'Number', entered: 'Entered', act: 'Take back' },
    withdraw: 'Take back…',
  },

  missing: {
    heading: 'Working days without a number',
    intro: 'While a day is missing, its week, month and reporting period have no response rate.',
    none: 'No day of the last weeks is missing.',
    allCounters: 'no number at all',
    zeros: 'Holidays, and days on which nobody came: choose them and write 0 at once.',
    button: 'Write 0 for the chosen days',
    zerosOfOwn: 'For your own counters alone.',
  },

  weeks: {
    heading: 'The last weeks',
    note: 'A week has its sum only when every working day has its number.',
    week: 'Week',
    total: 'Whole unit',
    missing: (days) => `${count(days)} days missing`,
    straddling: 'a number runs into another week',
    unknown: 'not complete',
    none: 'No week is over yet.',
  },

  corrections: {
    heading: 'Corrected numbers',
    note: 'No number is lost: each correction adds a line.',
    none: 'Nothing has been corrected.',
    columns: { span: 'Days', counter: 'Of', change: 'Correction', who: 'Who', at: 'When' },
    change: (before, after) => `${before} \u2192 ${after}`,
    nothing: 'taken back',
  },

  upload: {
    heading: 'From a file of the one-stop system',
    intro:
      'XLSX or CSV, 2 MB at most. All numbers and all faults are shown first; nothing is kept until you save.',
    file: 'File',
    button: 'Preview',
    shapesHeading: 'Which files can be read?',
    shapes: [
      'A list of dossiers, one a row, with a date of return (or of finishing). Dossiers without one do not count.',
      'One day a row, with the number of transactions or dossiers returned, and possibly the counter or field.',
      'One day a row, one counter a column.',
      'One week or month a row: from … to …',
    ],
    privacy:
      'Only days, counters and numbers are taken. Names, document and phone numbers in the file are neither kept nor shown; the file is not kept.',
  },

  preview: {
    title: 'Preview of the file',
    intro: 'This page shows which numbers the file holds. Nothing has been saved.',
    shapes: {
      dossiers: 'Read as a list of dossiers, counted by the day of return.',
      totals: 'Read by rows: a day or several days each.',
      columns: 'Read by columns: a counter each.',
    },
    unfinished: (n) => `${count(n)} dossiers without a date of return, not counted.`,
    totalRows: (n) => `${count(n)} rows of totals compared; they agree.`,
    beforeOpening: (n) => `${count(n)} numbers from before the survey opened, left out.`,
    faultHeading: (n) =>
      n === 1
        ? 'The file has 1 fault and cannot be saved'
        : `The file has ${count(n)} faults and cannot be saved`,
    faultNote:
      'If a part were saved, days would be incomplete and nobody would know. Correct the file and choose it again, or type the numbers.',
    row: (row) => `Row ${row}`,
    rowColumn: (row, column) => `Row ${row}, column ${column}`,
    place: (place, text) => `${place}: ${text}`,
    wholeFile: 'The whole file',
    value: (value) => ` It says: ${value}.`,
    moreFaults: (n) => `And ${count(n)} faults more.`,
    namesHeading: 'Unknown names of counters',
    namesIntro: 'The file has names that are none of the counters. Choose what each of them is.',
    choose: 'Choose',
    skip: 'Leave these numbers out',
    namesButton: 'Preview with these counters',
    numbersHeading: (n) => `${count(n)} numbers to be saved`,
    days: 'Days',
    replaced: (before) => `was ${before}`,
    same: 'as before',
    sum: 'Sum',
    save: (n) => `Save ${count(n)} numbers`,
    nothing: 'There are no numbers to save.',
    back: 'Do not save, go back',
  },

  faultHeading: 'Something has to be corrected; nothing was saved',
  backToFaults: 'Back to all faults',
  at: (place, text) => `${place}: ${text}`,
  with: (text, other) => `${text} (${other}).`,
  faults: {
    'changed-meanwhile':
      'Somebody has entered other numbers for this week since you opened the page. Compare with the corrections and the last weeks, and save again if yours are right.',
    'total-period': 'Choose a week or month.',
    'total-counter': 'Choose the whole unit or a counter.',
    'days-missing': 'Choose at least one day.',
    'file-missing': 'Choose a file.',
    'names-missing': 'Choose a counter for every name, or leave its numbers out.',
    span: 'The days are wrong, or more than a year.',
    number: 'A number lies between 0 and 100,000.',
    'counter-unknown': 'There is no such counter.',
    'counter-not-yours': 'This account does not have that counter.',
    'whole-unit-not-yours': 'This account enters for its own counters, not for the whole unit.',
    'before-opening': 'Some days are before the survey opened.',
    'not-over': 'The day has not come yet.',
    'twice-in-form': 'The same place is written twice.',
    overlap: 'Another number counts these transactions already. Take it back first',

    empty: 'The file is empty.',
    'too-large': 'The file has more than 2 MB. Export fewer days.',
    'too-many-rows': 'The file has more than 20,000 rows. Export fewer days.',
    'unpacks-too-large': 'This spreadsheet unpacks to too much. Save it as CSV, or export fewer days.',
    'old-excel':
      'This is an old Excel file (.xls) or one with a password. Save it as .xlsx or .csv, without a password.',
    'web-page': 'This file is a web page, though called .xls. Save it as .xlsx.',
    'not-a-table': 'This file is neither a spreadsheet nor CSV.',
    damaged: 'The spreadsheet is damaged or cut.',
    'broken-quotes': 'From this row on a quotation mark is not closed.',
    'no-heading': 'No row of headings with a date was found.',
    'only-receipt-dates': 'The file has only dates of receipt. Transactions count by the date of return.',
    'no-count-column': 'There is a date, and no column of numbers.',
    'several-sheets': 'Several sheets have numbers. Leave one.',
    'too-many-names': 'The column of counters has more than 30 different names.',
    'too-many-numbers': 'The file makes more than 4,000 numbers. Export fewer days.',
    'nothing-found': 'There are headings and no numbers below.',
    'date-missing': 'The date is missing.',
    'not-a-date': 'This is no date. Write day/month/year.',
    'no-such-day': 'There is no such day.',
    'month-first': 'The month stands first. The whole file may be misread; write day/month/year.',
    'week-number': 'Weeks are numbered in several ways. Write from … to …',
    'span-backwards': 'The last day is before the first.',
    'count-missing': 'The number is missing. Write 0 if nobody came.',
    'not-a-count': 'This is no number.',
    'negative-count': 'A number cannot be negative.',
    'not-whole': 'A number must be whole.',
    'count-too-large': 'The number is above 100,000.',
    'formula-failed': 'The formula of the cell failed.',
    'merged-count': 'One number for several rows cannot be divided.',
    'counter-missing': 'The counter or field is missing.',
    'dossier-twice': 'This dossier is in a row above already',
    twice: 'This day and counter are in a row above already',
    'row-total': 'The total is not the sum of the counters',
    'total-differs': 'The total is not the sum of the rows',
    unknown: 'Something is not right. Please look again.',
  },
  otherRow: (row) => `row ${row}`,
  otherSum: (sum) => `the sum is ${count(sum)}`,
};
