import { formatCount } from '../formatting/numbers.ts';
import type { SealMessages } from './seals.vi.ts';

/** The English words, key by key those of `seals.vi.ts`. */
export const sealsEn: SealMessages = {
  heading: 'Seal',
  what: 'When a day is over, its ballots and counts are sealed. If a ballot is changed, added or removed afterwards, the seal no longer matches. Anybody may write the seal down and compare it later.',
  latest: (day) => `The latest seal, up to the end of ${day}:`,
  full: 'The whole seal (SHA-256):',
  none: 'No day has been sealed yet. The first seal comes on the morning after the survey opens.',
  ofPeriod: (day) => `Seal up to the end of ${day}:`,
  allDays: 'See the seal of each day',

  page: {
    title: 'The seal of each day',
    intro:
      'Scan or photograph this code and keep it somewhere of your own. If the seal of that day differs from your copy later, the data have been changed.',
    ofDay: (day) => day,
    qr: (day) => `QR code with the seal of ${day}`,
    qrHolds: 'The QR code holds exactly this line:',
    short: 'Short seal',
    ballots: 'Ballots received',
    sealedOn: 'Sealed on',
    table: 'Sealed days',
    day: 'Day',
    show: (day) => `See the seal of ${day}`,
    count: (n) => formatCount(n, 'en'),
    older: 'Earlier days',
    newest: 'The latest day',
    back: 'Back to the leader’s page',
  },
};
