import { createHash } from 'node:crypto';
import type { Day } from '../lib/day.ts';
import type { Random } from '../lib/random.ts';
import type { Database } from '../storage/schema.ts';

/**
 * Gives another office's program access to reports. The key is shown once and stored only as a hash: with 256
 * random bits it cannot be guessed or brute-forced from the hash, so a fast hash is sufficient.
 */
export interface ApiKey extends Omit<Database['api_keys'], 'units'> {
  /** Codes of units whose reports the key can read; null for all units, including future ones. */
  readonly units: readonly string[] | null;
}

const PREFIX = 'hl_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_BYTES = 32;
/** Number of base62 digits that hold 256 bits. */
const KEY_DIGITS = 43;
const KEY_PATTERN = new RegExp(`^${PREFIX}[${ALPHABET}]{${KEY_DIGITS}}$`);

/** Makes a key: `hl_` and 43 base62 digits, which are 256 random bits. */
export function makeApiKey(random: Random): string {
  let rest = BigInt(`0x${Buffer.from(random.bytes(RANDOM_BYTES)).toString('hex')}`);
  let digits = '';
  while (digits.length < KEY_DIGITS) {
    digits = ALPHABET.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  return `${PREFIX}${digits}`;
}

/** The key from an `Authorization` header (RFC 6750 §2.1; the scheme is case-insensitive), else null. */
export function parseBearer(header: string): string | null {
  const key = /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? '';
  return KEY_PATTERN.test(key) ? key : null;
}

/** Lower-case hexadecimal. Only the hash of a key is stored. */
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
