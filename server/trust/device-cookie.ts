import { timingSafeEqual } from 'node:crypto';
import type { Day } from '../lib/day.ts';
import { keyedHash } from '../lib/keyed-hash.ts';

/**
 * What a phone keeps of the ballots that it sent today: one mark of 8 bits for each form, signed. The server
 * keeps nothing. A mark is long enough that the same form, sent again, is not counted twice, and so short
 * that it does not lead to the form's token: about every 256th token has the same one.
 */
export interface DeviceMarks {
  readonly day: Day;
  /** Each 0–255, in order, each once. */
  readonly marks: readonly number[];
}

/** Most marks that a cookie holds: no rule allows so many forms in a day. */
export const MAX_MARKS = 20;

const MAC_CHARACTERS = 22;
const PATTERN = /^(\d{4}-\d\d-\d\d)\.((?:[\da-f]{2}){0,20})(-*)\.([\w-]{22})$/;

const sign = (key: Uint8Array, body: string): string =>
  keyedHash(key, `device\n${body}`).slice(0, MAC_CHARACTERS);

/** The marks of a device that has sent nothing on this day. */
export const noMarks = (day: Day): DeviceMarks => ({ day, marks: [] });

/** The marks that a cookie carries; none for one that is missing, forged, cut or of another day. */
export function parseDeviceCookie(key: Uint8Array, cookie: string | undefined, today: Day): DeviceMarks {
  const [, day, marks = '', padding = '', signature = ''] = PATTERN.exec(cookie ?? '') ?? [];
  const isWhole = day === today && marks.length + padding.length === 2 * MAX_MARKS;
  if (!isWhole) return noMarks(today);
  const expected = sign(key, `${day}.${marks}${padding}`);
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return noMarks(today);
  return { day, marks: [...Buffer.from(marks, 'hex')] };
}

/** The marks with that of a form added, by its token; the same form again changes nothing. */
export function addMark(key: Uint8Array, { day, marks }: DeviceMarks, token: string): DeviceMarks {
  const mark = Buffer.from(keyedHash(key, `mark\n${day}\n${token}`), 'base64url').readUInt8(0);
  // In the order of the numbers, not of arrival; from the most on, one more says nothing.
  const all = [...new Set([...marks, mark])].slice(0, MAX_MARKS).sort((a, b) => a - b);
  return { day, marks: all };
}

/** The cookie of these marks: the same text for the same marks, and always as long. */
export function writeDeviceCookie(key: Uint8Array, { day, marks }: DeviceMarks): string {
  const body = `${day}.${Buffer.from(marks)
    .toString('hex')
    .padEnd(2 * MAX_MARKS, '-')}`;
  return `${body}.${sign(key, body)}`;
}
