import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Pagination cursors: opaque and signed. Each is valid for one scope, so that a cursor of one period cannot
 * be used in another period's list.
 */
const MAC_CHARACTERS = 22;
const PATTERN = /^([\w-]{1,200})\.([\w-]{22})$/;

const sign = (secret: Uint8Array, scope: readonly string[], place: string): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['cursor', ...scope, place]))
    .digest('base64url')
    .slice(0, MAC_CHARACTERS);

/** For the page after the item with this code. */
export function makeCursor(secret: Uint8Array, scope: readonly string[], lastCode: string): string {
  const place = Buffer.from(lastCode, 'utf8').toString('base64url');
  return `${place}.${sign(secret, scope, place)}`;
}

/**
 * The code after which the page starts; null for a cursor that was not issued by this installation for this
 * scope.
 */
export function parseCursor(secret: Uint8Array, scope: readonly string[], text: string): string | null {
  const [, place, mac] = PATTERN.exec(text) ?? [];
  if (place === undefined || mac === undefined) return null;
  const expected = sign(secret, scope, place);
  return timingSafeEqual(Buffer.from(mac), Buffer.from(expected))
    ? Buffer.from(place, 'base64url').toString('utf8')
    : null;
}
