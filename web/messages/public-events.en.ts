import type { PublicEventMessages } from './public-events.vi.ts';

/** The English words, key by key those of `public-events.vi.ts`. */
export const publicEventsEn: PublicEventMessages = {
  heading: 'What has happened to these figures',
  none: 'Nothing so far.',
  restored: (day, copiedOn) =>
    `${day}: the data were restored from a backup of ${copiedOn}. Ballots sent after that backup may be missing.`,
  restoredUnknown: (day) =>
    `${day}: the data were restored from a copy that carries no date. Ballots sent after it was made may be missing.`,
};
