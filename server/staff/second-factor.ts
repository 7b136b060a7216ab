import { Secret, TOTP } from 'otpauth';
import type { Random } from '../lib/random.ts';
import { makeRandomCode, unwrapCode } from '../unit/counter.ts';
import { hashToken } from './token.ts';

// RFC 6238 as every authenticator app implements it: SHA-1, six digits, 30 seconds. A code is accepted one step
// early or late, because clocks of phones and servers differ.

const STEP_S = 30;
const DRIFT_STEPS = 1;
/** RFC 4226 recommends 160 bits. */
const SECRET_BYTES = 20;

const totpOf = (secret: string): TOTP => new TOTP({ secret: Secret.fromBase32(secret), period: STEP_S });

/** In base32, for typing it into an app. */
export const makeFactorSecret = (random: Random): string =>
  new Secret({ buffer: Uint8Array.from(random.bytes(SECRET_BYTES)).buffer }).base32;

/** URL for the QR code; authenticator apps list it as "issuer: user". */
export function factorAddress(secret: string, issuer: string, userName: string): string {
  const totp = totpOf(secret);
  totp.issuer = issuer.replaceAll(':', ' ');
  totp.label = userName;
  return totp.toString();
}

export const codeAt = (secret: string, time: Date): string =>
  totpOf(secret).generate({ timestamp: time.getTime() });

/** Time step of the code; null if the code is not valid now. Spaces are ignored. */
export function findStep(secret: string, typed: string, now: Date): number | null {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window: DRIFT_STEPS });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_S) + delta;
}

const RECOVERY_CODES = 10;
/** 116 random bits, so that a fast hash is sufficient (OWASP ASVS 5.0, 6.5.2). */
const RECOVERY_LENGTH = 25;

/** In groups of five characters that Vietnamese keyboards do not change. */
export const makeRecoveryCodes = (random: Random): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    (makeRandomCode(random, RECOVERY_LENGTH).match(/.{5}/g) ?? []).join('-'),
  );

/** null: too short or too long for a recovery code. */
export function hashRecoveryCode(typed: string): string | null {
  const code = unwrapCode(typed);
  return code.length === RECOVERY_LENGTH ? hashToken(`recovery\n${code}`) : null;
}
