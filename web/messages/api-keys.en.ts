import type { ApiKeyMessages } from './api-keys.vi.ts';

/** The same keys as `apiKeysVi`. */
export const apiKeysEn: ApiKeyMessages = {
  title: 'Keys for programs',
  task: 'Makes and revokes keys with which programs of the office above read reports.',
  intro: 'This page makes and revokes keys with which programs of other offices read reports.',
  note: 'A key reads reports only: no comments, no single ballots, no names of staff.',
  readOnly: 'A supervisor reads this page only.',
  none: 'No key has been made.',
  columns: {
    name: 'Made for',
    units: 'Units',
    createdOn: 'Made on',
    expiresOn: 'Last day',
    state: 'State',
    revoke: 'Revoke',
  },
  allUnits: 'all units',
  never: 'none',
  states: {
    active: 'in force',
    expired: 'expired',
    revoked: (day) => `revoked on ${day}`,
  },
  revokeButton: 'Revoke…',

  addHeading: 'Make a key',
  name: 'Made for',
  nameHint: 'The office or program that will use it, so that one knows later which to revoke.',
  expires: 'Last day',
  expiresHint: (example) => `Left empty, it has none. For example: ${example}.`,
  units: 'The key opens the reports of',
  thisUnit: (unit) => `${unit} only`,
  everyUnit: 'all units on this server, those to come included',
  addButton: 'Make the key',

  faults: {
    'key-name-missing': 'Please say for whom the key is made.',
    'key-name-too-long': 'The name is longer than 120 characters.',
    'day-malformed':
      'This day is not in the calendar. Please write day, month, year, for example 31/12/2024.',
    'day-past': 'This day is over, so the key would open nothing. Please choose today or later.',
  },

  made: {
    title: 'A new key',
    intro: (name) =>
      `This is the key made for ${name}. It is shown this once; the server does not keep it and nobody can see it again.`,
    label: 'Key (click to choose the whole line, then copy it)',
    copy: 'Copy the key',
    copied: 'Copied.',
    careful:
      'Whoever has this key can read the reports. Send it to the person in charge alone, not to a group.',
    back: 'Done, back to the keys',
  },

  revoke: {
    title: 'Please confirm',
    text: (name) =>
      `Revoke the key made for ${name}: the program that uses it reads no reports any more. This cannot be undone; make a new key when one is needed.`,
    button: 'Revoke the key',
  },
};
