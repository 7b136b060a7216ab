import type { AccountMessages } from './accounts.vi.ts';
import { actsEn } from './acts.en.ts';
import { rolesEn } from './roles.en.ts';

/** The same keys as `accountsVi`. */
export const accountsEn: AccountMessages = {
  faultTitle: 'Error: ',
  faultHeading: 'Something needs to be put right',
  backToFaults: 'Back to the list of faults',
  show: 'Show the password',
  hide: 'Hide the password',
  signedInAs: (user) => `Signed in: ${user}`,
  rememberedAs: (user) => `Remembered phone of ${user}, reading only`,
  cancel: 'No, go back',

  roles: rolesEn,
  roleHints: {
    staff:
      'Sees the week of the counters given, enters their transactions, reads and marks their comments; prints posters.',
    leader: 'Sees the results of the whole commune, reads and marks comments; prints posters.',
    supervisor: 'Sees every page, the log included; changes nothing.',
    administrator: 'Manages people and settings; prints posters.',
  },
  states: { active: 'in use', invited: 'no password yet', disabled: 'disabled' },

  faults: {
    'user-name-form':
      'A user name has 3 to 32 characters: lower-case letters without marks, digits, dot, underscore, hyphen; a letter first.',
    'user-name-taken': 'Somebody has this user name already. Please choose another.',
    'full-name-missing': 'Please fill in the name.',
    'full-name-long': 'The name is longer than 120 characters.',
    'password-short': 'A password needs at least 12 characters.',
    'password-long': 'The password is longer than 200 characters.',
    'password-common':
      'This password is too easily guessed. Please join a few words that have nothing in common.',
    'password-personal': 'A password must not contain the user name, the name or the name of the office.',
    'current-missing': 'Please fill in the present password.',
    'current-wrong': 'The present password is not right.',
    'current-slowed': 'It was wrong several times. Please wait a while and try again.',
    'role-missing': 'Please choose a role.',
    'counters-missing': 'Please choose at least one counter, or all of them.',
    'last-administrator': 'This is the only administrator. Please add another one first.',
    'user-disabled': 'This account is disabled. Please enable it first.',
    unknown: 'Something is not right. Please look again.',
  },

  fields: {
    name: 'User name',
    fullName: 'Name',
    password: 'Password',
    newPassword: 'New password',
    current: 'Present password',
    role: 'Role',
    counters: 'Counters seen',
    allCounters: 'All counters, those to come included',
    someCounters: 'Only the counters chosen below',
    countersHint: 'For the role Staff alone; the other roles see all.',
    nameHint: 'Lower-case letters without marks, 3 to 32 characters.',
    passwordHint: 'At least 12 characters. Long and easy beats short and tangled: join three or four words.',
    code: 'One-time code',
    codeHint: 'Paste the whole address that you were given, or what follows #ma= in it.',
  },

  signIn: {
    title: 'Sign in for the office',
    intro: 'This page lets people of the office see results and administer.',
    citizens: 'Citizens need not sign in to send a ballot or to see the results.',
    button: 'Sign in',
    faults: {
      missing: 'Please fill in both the user name and the password.',
      wrong: 'The user name or the password is not right.',
      insecure:
        'This connection is not encrypted, so others on the network could read the password. Please open this page on the server itself, or by its https address.',
      busy: 'Many people are signing in at once. Please try again in a few seconds.',
      slowed: 'It was wrong several times.',
    },
    wait: (seconds) =>
      seconds < 90
        ? `Please wait ${seconds} seconds and try again.`
        : `Please wait ${Math.ceil(seconds / 60)} minutes and try again.`,
    forgotten: 'Forgotten the password? Ask the administrator for an address to set a new one.',
    haveCode: 'I have a one-time code',
    results: 'See the public results',
  },

  code: {
    title: 'One-time code',
    intro:
      'This page takes the code that the administrator gave you, or that the server printed at its first start.',
    button: 'Continue',
    opening: 'Opening…',
    faults: {
      missing: 'Please paste the code into the field below.',
      wrong:
        'This code does not work: it was used, has ended or was not copied whole. Please ask for a new one.',
      insecure:
        'This connection is not encrypted, so others on the network could read the code. Please open this page on the server itself, or by its https address.',
    },
    signIn: 'To the sign-in page',
  },

  setPassword: {
    firstTitle: 'Create the first administrator',
    firstIntro: 'This page makes the first account; from there the others are added.',
    title: 'Set a password',
    intro: (user) => `This page sets a new password for the account ${user}.`,
    ends: 'The account is then signed out on every other device.',
    button: 'Save and sign in',
  },

  rememberPhone: {
    title: 'Remember this phone',
    intro: (user) => `This page lets this phone see the results for ${user} for 90 days without a password.`,
    limits: 'The phone only reads and changes nothing. The administrator can revoke it at any time.',
    shared: 'Do not go on if others use this device.',
    button: 'Remember this phone',
  },

  account: {
    title: 'My account',
    intro: 'This page changes your password and signs you out on every device.',
    role: 'Role',
    changeHeading: 'Change the password',
    changeNote: 'The account is then signed out on every other device.',
    changeButton: 'Change the password',
    changed: 'The password was changed.',
    everywhereHeading: 'Sign out everywhere',
    everywhereNote: 'For when you forgot to sign out elsewhere, or lost a phone.',
    everywhereButton: 'Sign out everywhere…',
  },

  administration: {
    title: 'Administration',
    intro: 'This page leads to everything that is administered.',
    people: 'People',
    peopleNote: 'Add people, give roles and counters, disable accounts, remember phones.',
    rules: 'Rules that set ballots aside',
    rulesNote: 'Which ballots stay out of the main figure; every switch and change is public.',
    acts: 'Log',
    actsNote: 'Who changed what, and when.',
  },

  people: {
    title: 'People',
    intro: 'This page shows who can sign in, and adds people.',
    readOnly: 'A supervisor only reads this page.',
    columns: {
      name: 'User name',
      fullName: 'Name',
      role: 'Role',
      counters: 'Counters',
      state: 'State',
      phones: 'Remembered phones',
    },
    allCounters: 'all',
    none: 'Nobody yet.',
    addHeading: 'Add a person',
    addNote: 'A new person gets a one-time address to choose a password, which nobody else knows.',
    addButton: 'Add and get the address',
    list: 'List of people',
  },

  person: {
    intro: 'This page shows and changes what one person may do.',
    all: 'All people',
    facts: {
      fullName: 'Name',
      role: 'Role',
      counters: 'Counters seen',
      state: 'State',
      createdOn: 'Added on',
    },
    roleHeading: 'Role and counters',
    roleButton: 'Save the role',
    passwordHeading: 'Password',
    passwordNote: 'For a person who has not set a password yet or forgot it, get a new address.',
    passwordButton: 'Get an address to set a password…',
    phonesHeading: 'Remembered phones',
    phonesNote:
      'Leaders and supervisors see results on a phone for 90 days without a password; reading only.',
    phonesNone: 'No phone is remembered.',
    phonesNever: 'This role has no remembered phones.',
    phoneColumns: { startedAt: 'Remembered', seenAt: 'Last seen', endsAt: 'Ends', revoke: 'Revoke' },
    phoneButton: 'Show a code to remember a phone',
    revokeButton: 'Revoke…',
    sessionsHeading: 'Sign out',
    sessionsNote: 'Signs this person out on every device and phone; the password stays.',
    sessionsButton: 'Sign out everywhere…',
    disableHeading: 'Disable the account',
    disableNote: 'For a person who leaves. What they did stays in the log.',
    disableButton: 'Disable the account…',
    enableHeading: 'Enable',
    enableNote: 'Lets this person sign in again with the password of before.',
    enableButton: 'Enable',
  },

  confirm: {
    title: 'Please confirm',
    acts: {
      disable: {
        text: (user) =>
          `Disable the account ${user}: the person is signed out at once on every device and phone and cannot sign in again. It can be enabled later.`,
        button: 'Disable the account',
      },
      'sign-out': {
        text: (user) =>
          `Sign ${user} out on every device and revoke every remembered phone. The person can sign in again with the password.`,
        button: 'Sign out everywhere',
      },
      'sign-out-own': {
        text: (user) =>
          `Sign ${user} out on every device, this one included, and revoke every remembered phone.`,
        button: 'Sign out everywhere',
      },
      'password-link': {
        text: (user) =>
          `Get an address with which ${user} sets a new password. Whoever has it gets into the account: give it to that person alone. An earlier address opens nothing any more.`,
        button: 'Get the address',
      },
      'transactions-withdraw': {
        text: (subject) =>
          `Take back the number of transactions: ${subject}. It counts no longer; the history keeps it. The days can then be entered one by one.`,
        button: 'Take it back',
      },
      'revoke-phone': {
        text: (user) => `Revoke the remembered phone of ${user}: from now on it sees nothing.`,
        button: 'Revoke',
      },
    },
  },

  link: {
    passwordTitle: 'Address to set a password',
    passwordIntro: (user) =>
      `Give the address below to ${user}. It is shown this once; it works once, within 7 days.`,
    phoneTitle: 'Code to remember a phone',
    phoneIntro: (user) =>
      `Let ${user} scan this code with their own phone. It works once, within 10 minutes, and is shown only here.`,
    careful: 'Whoever has this address can use it. Do not send it to a group.',
    address: 'Address',
    qr: (user) => `QR code to remember the phone of ${user}`,
    back: 'Done, back to this person',
  },

  actsPage: {
    title: 'Log',
    intro:
      'This page tells who changed what; nobody can change or delete it, and no citizen or ballot is in it.',
    columns: { at: 'When', actor: 'Who', act: 'What' },
    console: 'the server',
    none: 'Nothing has been noted yet.',
    older: 'Older',
    newest: 'Back to the newest',
    other: (kind) => `Something else (${kind})`,
  },

  acts: actsEn,
};
