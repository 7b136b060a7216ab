import { timingSafeEqual } from 'node:crypto';
import type { Day } from '../lib/day.ts';
import { keyedHash } from '../lib/hash.ts';

/**
 * A signed cookie with one 8-bit mark for each form that the phone sent today; the server stores nothing. A mark
 * recognises a retry, but is too short to identify a form, because every 256th form token has the same mark.
 */
export interface DeviceMarks {
  readonly day: Day;
  /** 0–255, sorted, distinct. */
  readonly marks: readonly number[];
}

/** The highest threshold of the rule `repeat-device`; more marks would not change its result. */
export const MAX_MARKS = 20;

const MAC_CHARACTERS = 22;
const PATTERN = /^(\d{4}-\d\d-\d\d)\.((?:[\da-f]{2}){0,20})(-*)\.([\w-]{22})$/;

const sign = (key: Uint8Array, body: string): string =>
  keyedHash(key, `device\n${body}`).slice(0, MAC_CHARACTERS);

export const noMarks = (day: Day): DeviceMarks => ({ day, marks: [] });

/** No marks for a missing, forged, malformed or outdated cookie. */
export function parseDeviceCookie(key: Uint8Array, cookie: string | undefined, today: Day): DeviceMarks {
  const [, day, marks = '', padding = '', signature = ''] = PATTERN.exec(cookie ?? '') ?? [];
  const isCurrent = day === today && marks.length + padding.length === 2 * MAX_MARKS;
  if (!isCurrent) return noMarks(today);
  const expected = sign(key, `${day}.${marks}${padding}`);
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return noMarks(today);
  return { day, marks: [...Buffer.from(marks, 'hex')] };
}

export function addMark(key: Uint8Array, { day, marks }: DeviceMarks, token: string): DeviceMarks {
  const mark = Buffer.from(keyedHash(key, `mark\n${day}\n${token}`), 'base64url').readUInt8(0);
  // Sorted, so that the cookie does not reveal the order of ballots. Marks beyond the limit have no effect.
  const all = [...new Set([...marks, mark])].slice(0, MAX_MARKS).sort((a, b) => a - b);
  return { day, marks: all };
}

/**
 * Of fixed length, so that the length does not reveal the number of ballots. The same marks give the same cookie.
 */
export function writeDeviceCookie(key: Uint8Array, { day, marks }: DeviceMarks): string {
  const body = `${day}.${Buffer.from(marks)
    .toString('hex')
    .padEnd(2 * MAX_MARKS, '-')}`;
  return `${body}.${sign(key, body)}`;
}
