import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../lib/hash.ts';

/** Cursors have a MAC over their scope, so that a cursor for one period is invalid for another period. */
const MAC_CHARACTERS = 22;
const PATTERN = /^([\w-]{1,200})\.([\w-]{22})$/;

const sign = (secret: Uint8Array, scope: readonly string[], place: string): string =>
  keyedHash(secret, JSON.stringify(['cursor', ...scope, place])).slice(0, MAC_CHARACTERS);

/** For the page that starts after the item with the code `lastCode`. */
export function makeCursor(secret: Uint8Array, scope: readonly string[], lastCode: string): string {
  const place = Buffer.from(lastCode, 'utf8').toString('base64url');
  return `${place}.${sign(secret, scope, place)}`;
}

/** The code after which the page starts; null for a cursor that this installation did not make for `scope`. */
export function parseCursor(secret: Uint8Array, scope: readonly string[], text: string): string | null {
  const [, place, mac] = PATTERN.exec(text) ?? [];
  if (place === undefined || mac === undefined) return null;
  const expected = sign(secret, scope, place);
  return timingSafeEqual(Buffer.from(mac), Buffer.from(expected))
    ? Buffer.from(place, 'base64url').toString('utf8')
    : null;
}
