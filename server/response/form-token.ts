import { hash, timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../lib/hash.ts';
import type { Random } from '../lib/random.ts';

/**
 * A form token makes a ballot count once. It is random, valid for one counter, and signed with the time at
 * which the form was rendered. It is not linked to a person, device or address, and only its hash is stored.
 * All tokens have the same length.
 */

/** Documented promise: a form can be submitted for 7 days. */
export const TOKEN_LIFETIME_MS = 7 * 86_400_000;
/**
 * If the clock is in doubt at the start, the time of day is estimated, so the time of a form may be up to a day ahead.
 * Spent tokens are kept longer than a form can be submitted by the same tolerance.
 */
const CLOCK_TOLERANCE_MS = 86_400_000;

const RANDOM_BYTES = 16;
const ID_CHARACTERS = 22;
const TIME_DIGITS = 9;
const MAC_CHARACTERS = 22;
/** 128 random bits in base64url, time and signature, joined by dots. */
export const TOKEN_CHARACTERS = ID_CHARACTERS + 1 + TIME_DIGITS + 1 + MAC_CHARACTERS;
const PATTERN = /^[\w-]{22}\.[0-9a-z]{9}\.[\w-]{22}$/;

type TokenFault = 'token-missing' | 'token-forged' | 'token-expired';

/** A token whose signature and age have been checked. */
interface FormToken {
  /** The first 22 base64url characters of the SHA-256 of the token's random part. */
  readonly hash: string;
  /** The earliest possible time, if the clock was wrong. */
  readonly issuedAt: Date;
  /** Whether the token's age shows how long answering took. */
  readonly isTimed: boolean;
}

type Showing = 'form' | 'form-again';

const sign = (key: Uint8Array, showing: Showing, counterCode: string, body: string): string =>
  keyedHash(key, `${showing}\n${counterCode}\n${body}`).slice(0, MAC_CHARACTERS);

/** A token is valid for one counter's form, or for one slip at one counter. */
export const tokenScope = (counterCode: string, slipHash?: string): string =>
  slipHash === undefined ? counterCode : `${counterCode}\n${slipHash}`;

const makeToken = (key: Uint8Array, showing: Showing, scope: string, id: string, now: Date): string => {
  const body = `${id}.${now.getTime().toString(36).padStart(TIME_DIGITS, '0')}`;
  return `${body}.${sign(key, showing, scope, body)}`;
};

/** `scope`: see `tokenScope`. */
export function issueToken(key: Uint8Array, scope: string, now: Date, random: Random): string {
  const { buffer, byteOffset, length } = random.bytes(RANDOM_BYTES);
  return makeToken(key, 'form', scope, Buffer.from(buffer, byteOffset, length).toString('base64url'), now);
}

/**
 * Returns the token of a form that is shown again with its answers. A valid token is reused, so that its age still
 * measures how long answering took. An expired token always gets the same replacement, so that the ballot counts once;
 * the replacement's age is not used as a measure. Any other token is replaced by a new random one.
 */
export function renewToken(
  key: Uint8Array,
  scope: string,
  token: string | undefined,
  now: Date,
  random: Random,
): string {
  const parsed = parseToken(key, scope, token, now);
  if (typeof parsed !== 'string' && token !== undefined) return token;
  if (parsed !== 'token-expired') return issueToken(key, scope, now, random);
  const id = keyedHash(key, `renewed\n${scope}\n${token}`).slice(0, ID_CHARACTERS);
  return makeToken(key, 'form-again', scope, id, now);
}

/**
 * A token of a day to come was issued while the clock was ahead. Its form is as good as any other, but its age is
 * unknown, so it counts as one of the longest possible age.
 */
export function parseToken(
  key: Uint8Array,
  counterCode: string,
  token: string | undefined,
  now: Date,
): FormToken | TokenFault {
  if (!token) return 'token-missing';
  if (!PATTERN.test(token)) return 'token-forged';
  const [id, time, mac] = token.split('.') as [string, string, string];
  const isSignedAs = (showing: Showing): boolean =>
    timingSafeEqual(Buffer.from(mac), Buffer.from(sign(key, showing, counterCode, `${id}.${time}`)));
  const isFirst = isSignedAs('form');
  if (!isFirst && !isSignedAs('form-again')) return 'token-forged';
  const issuedMs = Number.parseInt(time, 36);
  const age = now.getTime() - issuedMs;
  if (age > TOKEN_LIFETIME_MS) return 'token-expired';
  const isAhead = age < -CLOCK_TOLERANCE_MS;
  return {
    hash: hash('sha256', id, 'base64url').slice(0, MAC_CHARACTERS),
    issuedAt: isAhead ? new Date(now.getTime() - TOKEN_LIFETIME_MS) : new Date(issuedMs),
    isTimed: isFirst && !isAhead,
  };
}
