import { type Day, isDay } from '../lib/day.ts';

/**
 * What stands behind the last page of a copy. SQLite keeps no checksum of its pages and reads nothing
 * behind the last one, so a copy opens everywhere and yet shows a single changed byte.
 */
export interface CopyTrailer {
  /** The day on which the copy was made. */
  readonly madeOn: Day;
  /** SHA-256 of all bytes of the file before this digest, the mark and the day included; hexadecimal. */
  readonly sha256: string;
}

const PATTERN = /^\nhailong-copy\/1 (\d{4}-\d\d-\d\d) ([0-9a-f]{64})\n$/;

/** The length of every trailer in bytes. */
export const TRAILER_BYTES = 92;

/** The beginning of the trailer, up to the digest. */
export const trailerHead = (madeOn: Day): string => `\nhailong-copy/1 ${madeOn} `;

/** The trailer as ASCII text of `TRAILER_BYTES` bytes. */
export const formatTrailer = ({ madeOn, sha256 }: CopyTrailer): string => `${trailerHead(madeOn)}${sha256}\n`;

/** The trailer in the last `TRAILER_BYTES` bytes of a file; null where they are something else. */
export function parseTrailer(text: string): CopyTrailer | null {
  const [, madeOn = '', sha256 = ''] = PATTERN.exec(text) ?? [];
  return isDay(madeOn) ? { madeOn, sha256 } : null;
}
