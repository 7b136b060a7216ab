import { type Day, isDay } from '../lib/day.ts';

/**
 * Trailer after the last page of a copy. SQLite has no page checksums and ignores bytes after the last page, so a
 * copy opens everywhere and a single changed byte is still detected.
 */
export interface CopyTrailer {
  readonly madeOn: Day;
  /** Hexadecimal SHA-256 of the file up to this digest, including the start of the trailer. */
  readonly sha256: string;
}

const PATTERN = /^\nhailong-copy\/1 (\d{4}-\d\d-\d\d) ([0-9a-f]{64})\n$/;

export const TRAILER_BYTES = 92;

/** The trailer up to its digest. */
export const trailerHead = (madeOn: Day): string => `\nhailong-copy/1 ${madeOn} `;

export const formatTrailer = ({ madeOn, sha256 }: CopyTrailer): string => `${trailerHead(madeOn)}${sha256}\n`;

/** Takes the last `TRAILER_BYTES` bytes of a file; null where they are no trailer. */
export function parseTrailer(text: string): CopyTrailer | null {
  const [, madeOn = '', sha256 = ''] = PATTERN.exec(text) ?? [];
  return isDay(madeOn) ? { madeOn, sha256 } : null;
}
