import { createHash } from 'node:crypto';
import type { Day } from '../lib/day.ts';
import type { Random } from '../lib/random.ts';

/**
 * A key opens reports to another office's program. It is shown once and kept only as a hash: with 256
 * random bits it can be neither guessed nor found from its hash, so a plain, fast hash is enough.
 */
export interface ApiKey {
  readonly id: string;
  /** Who uses it, in the words of whoever made it. */
  readonly name: string;
  /** SHA-256 of the key's text, lower-case hexadecimal. */
  readonly hash: string;
  /** Codes of the units whose reports it opens; null: all, those to come included. */
  readonly units: readonly string[] | null;
  readonly created_on: Day;
  /** The last day on which it opens anything, in Vietnam; null: until revoked. */
  readonly expires_on: Day | null;
  /** The day on which it was revoked; null: it was not. */
  readonly revoked_on: Day | null;
}

/** Why a key opens nothing. */
export type KeyFault = 'key-revoked' | 'key-expired';

const PREFIX = 'hl_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_BYTES = 32;
/** The fewest base62 characters that hold 256 bits. */
const KEY_DIGITS = 43;
const KEY_PATTERN = new RegExp(`^${PREFIX}[${ALPHABET}]{${KEY_DIGITS}}$`);

/** A new key, `hl_` and 43 characters of base62: 256 random bits. The only time that it exists in full. */
export function makeApiKey(random: Random): string {
  let rest = BigInt(`0x${Buffer.from(random.bytes(RANDOM_BYTES)).toString('hex')}`);
  let digits = '';
  while (digits.length < KEY_DIGITS) {
    digits = ALPHABET.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  return `${PREFIX}${digits}`;
}

/** The key of an `Authorization` header (RFC 6750 §2.1; the scheme's case does not matter), else null. */
export function parseBearer(header: string): string | null {
  const key = /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? '';
  return KEY_PATTERN.test(key) ? key : null;
}

/** What is stored of a key, and what it is found by: 64 hexadecimal digits. */
export const hashApiKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Why a key may not be used on a day; null when it may. A revoked key stays so, even if the clock goes back. */
export function findKeyFault(key: ApiKey, today: Day): KeyFault | null {
  if (key.revoked_on !== null) return 'key-revoked';
  return key.expires_on !== null && today > key.expires_on ? 'key-expired' : null;
}

/** Whether a key opens the reports of a unit, as far as units are concerned. */
export const reachesUnit = (key: ApiKey, unitCode: string): boolean =>
  key.units === null || key.units.includes(unitCode);
