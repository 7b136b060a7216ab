import { hash, timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../lib/keyed-hash.ts';
import type { Random } from '../lib/random.ts';

/**
 * A form token is what makes a ballot count once: random, made for one counter, signed with the time
 * at which the form was shown. It is bound to no person, device or address, and only its hash is kept.
 * All tokens have the same length.
 */

/** How long a form may be sent after it was shown. Interface: 7 days. */
export const TOKEN_LIFETIME_MS = 7 * 86_400_000;
/** A form cannot come from the future, but servers' clocks differ by a little. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

const RANDOM_BYTES = 16;
const TIME_DIGITS = 9;
const MAC_CHARACTERS = 22;
/** How long every token is: 128 random bits in base64url, the time and the signature, with dots between. */
export const TOKEN_CHARACTERS = 22 + 1 + TIME_DIGITS + 1 + MAC_CHARACTERS;
const PATTERN = /^[\w-]{22}\.[0-9a-z]{9}\.[\w-]{22}$/;

export type TokenFault = 'token-missing' | 'token-forged' | 'token-expired';

/** A form that was shown by this installation for this counter, and what is kept once it is sent. */
export interface FormToken {
  /** 128 bits of SHA-256 over the token's random part; base64url. */
  readonly hash: string;
  readonly issuedAt: Date;
  /** Whether the form was shown empty; else it came back with the answers that it had been sent with. */
  readonly isFirst: boolean;
}

type Showing = 'form' | 'form-again';

const sign = (key: Uint8Array, showing: Showing, counterCode: string, body: string): string =>
  keyedHash(key, `${showing}\n${counterCode}\n${body}`).slice(0, MAC_CHARACTERS);

/** What a token is made for: the form of a counter, or of one slip at a counter. */
export const tokenScope = (counterCode: string, slipHash?: string): string =>
  slipHash === undefined ? counterCode : `${counterCode}\n${slipHash}`;

/**
 * A fresh token for a form of this counter, or of another scope (`tokenScope`). A form that is shown again with its answers is distinguished by its
 * signature alone: it says nothing of how long somebody took to answer.
 */
export function issueToken(
  key: Uint8Array,
  counterCode: string,
  now: Date,
  random: Random,
  isFirst = true,
): string {
  const { buffer, byteOffset, length } = random.bytes(RANDOM_BYTES);
  const id = Buffer.from(buffer, byteOffset, length).toString('base64url');
  const body = `${id}.${now.getTime().toString(36).padStart(TIME_DIGITS, '0')}`;
  return `${body}.${sign(key, isFirst ? 'form' : 'form-again', counterCode, body)}`;
}

/** Checks a token that came back with a form. */
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
  // Beyond the tolerance only a clock that was put back explains it: the form is as good as old.
  if (age < -CLOCK_TOLERANCE_MS) return 'token-expired';
  return {
    hash: hash('sha256', id, 'base64url').slice(0, MAC_CHARACTERS),
    issuedAt: new Date(issuedMs),
    isFirst,
  };
}
