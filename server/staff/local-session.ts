import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Until there are accounts, the staff's pages open with the key that the start prints. It is exchanged
 * for a signed cookie; an address never opens anything, because behind a proxy everybody is local.
 */

/** How long a session lasts: a working day. */
export const SESSION_LIFETIME_MS = 12 * 3_600_000;

const sign = (secret: Uint8Array, purpose: string, body: string): string =>
  createHmac('sha256', secret).update(`${purpose}\n${body}`).digest('base64url');

const isSame = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

/** The key as it is printed: 24 characters, 144 bits. */
export const localKeyText = (secret: Uint8Array): string => sign(secret, 'local-key', '').slice(0, 24);

/** Whether a text is the key. The time that the answer takes says nothing. */
export const isLocalKey = (secret: Uint8Array, text: string): boolean =>
  isSame(sign(secret, 'compare', text.trim()), sign(secret, 'compare', localKeyText(secret)));

/** A session from now on, for a cookie. */
export function makeSession(secret: Uint8Array, now: Date): string {
  const expires = (now.getTime() + SESSION_LIFETIME_MS).toString(36);
  return `${expires}.${sign(secret, 'session', expires)}`;
}

/** Whether a cookie's value is a session that has not ended. */
export function isSession(secret: Uint8Array, value: string | undefined, now: Date): boolean {
  const [expires, mac] = (value ?? '').split('.');
  if (!expires || !mac || !isSame(mac, sign(secret, 'session', expires))) return false;
  const end = Number.parseInt(expires, 36);
  return now.getTime() < end && end <= now.getTime() + SESSION_LIFETIME_MS;
}
