import type { CitizenMessages } from './citizen.vi.ts';

export const citizenEn: CitizenMessages = {
  demoBanner: 'MADE-UP DATA, FOR TRYING OUT',
  trial: {
    mark: 'TRIAL',
    notPublic: ', not for the public. Staff see each answer; all will be erased.',
  },
  otherLanguage: 'Tiếng Việt',

  survey: {
    privacyLine: 'No name, phone or ID number is kept.',
    privacyMore: 'More',
    more: (items) => `Want to say more? Answer the ${items} questions below, then send.`,
    optional: 'Optional: skip any you like.',
    onlyIf: (question, answers) => `Only if at “${question}” you chose: ${answers.join(', ')}.`,
    notApplicable: 'No opinion',
    respondentHeading: 'More about this visit',
    noAnswer: 'I would rather not say',
    commentHint:
      'Please write no names or phone numbers. Formal complaints need a letter; a petition that needs an answer goes to the National Public Service Portal.',
    commentCall: 'To get an answer, call',
    send: 'Send',
    sending: 'Sending…',
    faultTitle: 'Please check',
    faultHeading: 'Your form was not sent yet',
  },

  faults: {
    'overall-missing': 'Please choose a level. Your other answers are kept.',
    'level-invalid': 'This question has no such level. Please choose again.',
    'level-repeated': 'This question has two levels chosen. Please choose one again.',
    'question-unknown': 'Part of the form does not fit. Please check and send again.',
    'chip-unknown': 'Part of the form does not fit. Please check and send again.',
    'option-unknown': 'There is no such choice here. Please choose again, or skip it.',
    'comment-too-long': 'The comment is longer than 1,000 characters. Please shorten it.',
    'token-missing': 'This page has to be sent again. Your answers are kept; please press Send once more.',
    'token-forged': 'This page has to be sent again. Your answers are kept; please press Send once more.',
    'not-stored':
      'The server is busy and has not taken this form yet. Your answers are kept; please wait a minute and press Send once more: a form counts only once.',
    'token-expired':
      'This page was opened more than 7 days ago. Your answers are kept; please check and press Send again.',
    'survey-unknown':
      'The form has just been replaced by a new one. Please check your answers and press Send again.',
    unknown: 'Something could not be taken in. Please check your answers and press Send again.',
  },

  delivery: {
    waiting:
      'Your form is kept on this phone\nThere is no network now. The form will be sent when it returns. You may put the phone away.',
    broken:
      'Your form is kept on this phone\nThe server is busy or has failed and could not take it. It will be sent again.',
    older: 'A form on this phone could not be sent yet. It will be sent when there is a network.',
    sent: 'The form kept on this phone has been sent. Thank you!',
    refused:
      'The form kept on this phone was too old or lacked the first answer. It could not be sent and was deleted.',
    elsewhere: 'This form was sent or deleted in another open page.',
    deleted: 'The form was deleted.',
    unkept:
      'Your form could not be sent, and this phone could not keep it. Please leave this page open and press Send again in a few minutes.',
    incomplete:
      'Your form could not be sent. Please choose a level in the first question, then press Send again.',
    resend: 'Send again now',
    advice: 'Best open this page again when there is a network. Forms are kept for 7 days at most.',
    delete: 'Delete this form, do not send it',
    deleteQuestion: 'A deleted form cannot be brought back. Delete it all the same?',
    deleteNow: 'Delete the form',
  },

  thanks: {
    title: 'Form received',
    thankYou: 'Thank you!',
    mayClose: 'You may close this page.',
    improvements: 'Changed after comments',
    next: 'It is added to the results once there are enough forms that nobody can guess a single one.',
    results: 'See the results',
    petition:
      'Petitions that need an answer: National Public Service Portal. Formal complaints: a letter to the authority in charge.',
    nothingSent: 'No form has just been sent',
    nothingSentAdvice: 'This page appears only after sending. Please open a form, answer it and press Send.',
    open: 'Open a form',
  },

  closed: {
    title: 'Counter not taking forms',
    heading: 'This counter is not taking forms for now',
    others: 'You may use the form of another counter:',
    successor: 'Please use the form of this counter:',
    mergedTitle: 'Counter joined with another one',
    mergedHeading: 'This counter has joined another one',
    mergedSuccessor: 'Its work is now done at the counter below. Please open the form there:',
    none: 'No other counter is taking forms at present. Please ask at the office.',
  },

  unknownCounter: {
    title: 'No counter at this address',
    heading: 'There is no counter at this address',
    typed: (code) => `Code opened: ${code}`,
    advice: 'Please check the code on the poster or ask at the office.',
  },

  front: {
    title: 'Satisfaction survey',
    heading: 'Where were you served?',
    noneOpen: 'No counter takes forms at the moment',
    codeLabel: 'Type the code under a QR code',
    codeHint: 'At the counter: 5 letters and digits. Slip: 12.',
    promise: 'We do not ask for your name, phone number or ID. Less than a minute.',
    open: 'Open the form',
    faultTitle: 'Please check',
    faults: {
      unknown: 'No counter has this code. Please check the code on the poster or ask at the office.',
      malformed: 'A counter’s code has exactly 5 letters and digits, a slip’s has 12. Please check.',
      marks: 'A code has no accents. Please switch the Vietnamese keyboard off and type it again.',
      slip: 'The slip’s code is not typed right. Please check each group of 4; a code has no letters i, l, o and no digits 0, 1.',
    },
    staff: 'Staff sign-in',
  },

  nav: { label: 'Other pages', home: 'Front page', results: 'Results', privacy: 'Personal data' },

  privacy: {
    title: 'Protection of personal data',
    heading: 'What this form records and what it does not',
    whoHeading: 'Who asks, and what for',
    who: (unit) =>
      `${unit} asks citizens and organisations that have just done a procedure, to learn what works and what must be put right. The results of all together are public and are reported to the office above.`,
    voluntaryHeading: 'You need not answer',
    voluntary:
      'You may leave the form, or answer only the first question. Whether you answer, and how, makes no difference to your dossier. Nobody is allowed to ask you to choose one level or another.',
    notKeptHeading: 'Not recorded',
    notKept: [
      'Your name, phone number, ID number, address or dossier number.',
      'Your network (IP) address, location or kind of phone. The server’s log does not hold the network address of those who send a form either.',
      'The time of day. A form has only a date, and no serial number.',
    ],
    keptHeading: 'Recorded, and for how long',
    kept: [
      'The levels, reasons and boxes that you chose, with the date, the counter and the way it was sent (QR code, link…): kept for good, to compare periods.',
      'Citizen or organisation, and what it was about (if you chose it): only added to the totals, not tied to your form.',
      'To notice many identical forms from one place, the server remembers a code of the network for a day at most, and stores it nowhere.',
      'A slip: only that its code was used, without a day.',
      'So that one form is not counted twice, the server keeps a random code of it for 8 days.',
    ],
    keptComment: (months) =>
      `Your comment (if you write one): kept apart from the form, with nothing but week and counter. Phone and ID numbers are masked before it is stored. Comments are deleted after ${months} months; old backups may hold them a while longer.`,
    phoneHeading: 'On your phone',
    phone: [
      'After sending, the phone keeps a small note (cookie hl_d) until the end of the day, to know how many forms it has sent. It holds no answers.',
      'When the network is lost, the form is kept on the phone for at most 7 days and sent later. It can be deleted before.',
    ],
    seenHeading: 'Who can see what',
    seen: [
      'Everybody can see the results of all together. Each counter’s figures appear in groups of five forms, so that nobody can guess one person’s form.',
      'Comments are read only by the staff of that counter, the leaders and the supervisors of the office, from the next day on. They are not passed on.',
    ],
    takeBackHeading: 'To see, change or take back a form',
    takeBack:
      'A form that was sent cannot be seen, changed or deleted, because nobody knows which one is yours.',
    contactHeading: 'Questions',
    contactCall: (unit) => `Please call ${unit} at`,
    contactVisit: (unit) => `Please ask where ${unit} takes in dossiers.`,
    petition:
      'A petition that needs an answer goes to the National Public Service Portal; formal complaints need a letter.',
    law: (acts, checkedOn) => `Under ${acts} (checked on ${checkedOn}).`,
  },

  error: {
    title: 'The page could not be opened',
    byStatus: {
      400: ['The server could not read this request', 'Please go back and try again.'],
      401: ['Please sign in', 'This page is for staff who have signed in.'],
      403: ['You may not open this page', 'The account in use has no right to this page.'],
      404: ['There is no such page', 'Please check the address, or start from the front page.'],
      405: ['This page cannot be opened that way', 'Please start again from the front page.'],
      422: ['This could not be taken', 'Please go back, correct it and send it again.'],
      429: ['Too many times in a short time', 'Please wait a few minutes and try again.'],
      413: ['What was sent is too long', 'Please go back and shorten it.'],
      415: ['The server does not take this kind of data', 'Please go back and try again.'],
      421: [
        'This is not the address of the survey',
        'Please check the address printed on the poster. If it differs, please tell the office.',
      ],
      500: [
        'The server had a fault',
        'It is not your fault. If you have just pressed Send, please go back and press it again: a form counts only once.',
      ],
      'foreign-form': [
        'This form was sent from another site',
        'Please open the page again at the office’s own address and send it once more.',
      ],
      'trial-over': [
        'The trial is over',
        'The survey is closed until the office starts officially. Its administrator finds how on the administration page.',
      ],
      503: [
        'The server is busy',
        'Please try again in a few minutes. If you have just pressed Send, please go back and press it again: a form counts only once.',
      ],
      other: [
        'This page could not be opened',
        'Please try again in a few minutes, or start from the front page.',
      ],
    },
    home: 'To the front page',
    errorId: 'Error number, for the administrator:',
    signIn: 'Sign in',
  },

  slip: {
    used: {
      title: 'Code already used',
      heading: 'The code on this slip has been used',
      lead: 'Each slip can be sent once. If it was you who sent it, your ballot has been received. Thank you!',
      other:
        'If you have not sent anything yet, please ask whoever hands out the slips for another one, or scan the counter’s QR code.',
    },
    expired: {
      title: 'This slip has expired',
      heading: 'This slip has expired',
      lead: (day) => `It could be used until ${day}.`,
      other: 'You can still answer: please scan the counter’s QR code, or ask for another slip.',
    },
    unknown: {
      title: 'No slip has this code',
      heading: 'There is no slip with this code',
      typed: (code) => `Code opened: ${code}`,
      lead: 'Please check the 12 letters and digits printed on the slip, or scan the counter’s QR code.',
    },
    choose: {
      title: 'Choose the counter',
      heading: 'Which counter were you at?',
      lead: 'Choose it to open the form.',
      none: 'No counter is taking forms at present. Please ask at the office.',
    },
  },
};
