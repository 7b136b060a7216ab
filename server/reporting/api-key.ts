import { createHash } from 'node:crypto';
import type { Day } from '../lib/day.ts';
import type { Random } from '../lib/random.ts';
import type { Database } from '../storage/schema.ts';

/**
 * Lets a program of another office read reports. The key is shown once and stored only as a hash: 256 random bits
 * cannot be found by brute force, so a fast hash is sufficient.
 */
export interface ApiKey extends Omit<Database['api_keys'], 'units'> {
  /** Codes of units whose reports the key can read; null for all units, including future ones. */
  readonly units: readonly string[] | null;
}

const PREFIX = 'hl_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_BYTES = 32;
/** 256 bits need this many base62 digits. */
const KEY_DIGITS = 43;
const KEY_PATTERN = new RegExp(`^${PREFIX}[${ALPHABET}]{${KEY_DIGITS}}$`);

export function makeApiKey(random: Random): string {
  let rest = BigInt(`0x${Buffer.from(random.bytes(RANDOM_BYTES)).toString('hex')}`);
  let digits = '';
  while (digits.length < KEY_DIGITS) {
    digits = ALPHABET.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  return `${PREFIX}${digits}`;
}

/** From an `Authorization` header (RFC 6750 §2.1, where the scheme is case-insensitive); null for anything else. */
export function parseBearer(header: string): string | null {
  const key = /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? '';
  return KEY_PATTERN.test(key) ? key : null;
}

export const hashApiKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** A revoked key stays revoked even if the clock is set back. */
export function stateOfKey(
  { revoked_on, expires_on }: Pick<ApiKey, 'revoked_on' | 'expires_on'>,
  today: Day,
): 'active' | 'expired' | 'revoked' {
  if (revoked_on !== null) return 'revoked';
  return expires_on !== null && today > expires_on ? 'expired' : 'active';
}

export const reachesUnit = (key: ApiKey, unitCode: string): boolean =>
  key.units === null || key.units.includes(unitCode);
