import type { SlipMessages } from './slips.vi.ts';

/** The same keys as `slipsVi`. */
export const slipsEn: SlipMessages = {
  used: {
    title: 'Code already used',
    heading: 'The code on this slip has been used',
    lead: 'Each slip can be sent once. If it was you who sent it, your ballot has been received. Thank you!',
    other:
      'If you have not sent anything yet, please ask whoever hands out the slips for another one, or use the code on the counter’s poster.',
  },
  expired: {
    title: 'This slip has expired',
    heading: 'This slip has expired',
    lead: (day) => `It could be used until ${day}.`,
    other: 'You can still answer: please use the code on the counter’s poster, or ask for another slip.',
  },
  unknown: {
    title: 'No slip has this code',
    heading: 'There is no slip with this code',
    typed: (code) => `Code opened: ${code}`,
    lead: 'Please check the 12 letters and digits printed on the slip, or use the code on the counter’s poster.',
  },
  choose: {
    title: 'Choose the counter',
    heading: 'Which counter were you at?',
    lead: 'Choose it to open the form.',
    none: 'No counter is taking forms at present. Please ask at the office.',
  },

  office: {
    title: 'One-time slips',
    intro: 'This page prints slips that can be used once, and shows how many were printed, used and expired.',
    rule: 'One paper, one ballot. A slip does not tell who answered: whoever holds the paper can send it. So please hand one to each citizen who has just finished, keep none back, and fill none in for others.',
    once: 'The codes are shown once, when they are made: the server does not keep them, so they cannot be printed again. Please have the printer ready.',
    supervisorRule:
      'A supervisor’s slips belong to no counter: citizens choose theirs when they open the form. Please hand them out at the door, not through the counter’s staff.',
    readOnly: 'This account reads only.',
    posters: 'Posters with the counters’ QR codes',
    printHeading: 'Print new slips',
    counter: 'Counter',
    chooseCounter: 'Choose a counter',
    sheets: 'Sheets of A4',
    sheetsHint: (slips, most) => `Each sheet has ${slips} slips. From 1 to ${most}.`,
    days: 'Valid for',
    daysOption: (days) => `${days} days`,
    button: 'Make and open for printing',
    noCounter: 'No counter is open for which slips could be printed.',
    faults: {
      'counter-missing': 'Please choose a counter.',
      'sheets-range': 'The number of sheets is a whole number from 1 to 20.',
      'days-unknown': 'Please choose a time from the list.',
      'printed-before':
        'These slips have been made already and cannot be shown again. If they were not printed, please make another batch; slips that are not handed out expire.',
    },

    batchesHeading: 'Batches printed',
    noBatches: 'No batch has been printed.',
    anyCounter: (name) => `Handed out by a supervisor (${name})`,
    columns: {
      counter: 'Of',
      issuedOn: 'Printed on',
      expiresOn: 'Valid until',
      slips: 'Printed',
      used: 'Used',
      expired: 'Expired',
    },
    usedNotShown: 'below 5',
    notExpired: 'still valid',
    mostExpired: (slips) => `nearly all ${slips}`,
    counted:
      'The number used covers finished days and grows only by five or more, so that nobody learns which slip was just used. Expired are those left when the batch has expired.',
    weeksHeading: 'By week',
    week: 'Week',

    printTitle: 'Print one-time slips',
    printIntro: (slips, sheets) =>
      `${slips} slips on ${sheets} sheets of A4. Please press Ctrl + P to print, cut along the lines, and only then leave the page: the codes are not shown again.`,
    printScale: 'When printing, please choose A4 at 100 %.',
    back: 'Printed; back to the slips',
    trial:
      'The address on the slips is not the official one yet, so each carries the words BẢN THỬ. Please do not hand them out.',
    slip: {
      trial: 'BẢN THỬ (TRIAL)',
      heading: 'How did the commune serve you?',
      qr: (code) => `QR code of slip ${code}`,
      type: 'Or open',
      code: 'and type',
      note: (day) => `To be used once, until ${day}. No name, phone number or ID is asked.`,
      nobody: 'Nobody may ask you to choose a certain answer.',
    },
  },

  figure: {
    heading: 'One-time slips alone',
    what: 'One paper, one ballot. This figure does not prove who answered.',
    share: (n, satisfied, percent) => `Of ${n} ballots, ${satisfied} are satisfied (${percent}).`,
    counts: (n, satisfied) => `${n} ballots so far; ${satisfied} satisfied. Too few for a percentage.`,
    interval: (low, high) => `The figure might be from ${low} to ${high}.`,
    hidden: 'Not shown: fewer than 5 ballots, or it would tell what a group of fewer than 5 answered.',
  },
};
