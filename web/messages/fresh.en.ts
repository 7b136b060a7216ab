import type { FreshMessages } from './fresh.vi.ts';

/** The English words, key by key those of `fresh.vi.ts`. */
export const freshEn: FreshMessages = {
  updated: 'The figures were updated at {time}.',
  newer: 'There are new figures. Reload the page to see them.',
  lost: 'The server cannot be reached. The figures on this page are those of {time}.',
  signedOut: 'You are signed out. Reload the page to sign in again.',
};
