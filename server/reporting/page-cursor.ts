import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Where the next page of a list goes on, as a text that says nothing and that only this installation can
 * make. It holds for one scope, so that it cannot be carried from one period's list into another's.
 */
const MAC_CHARACTERS = 22;
const PATTERN = /^([\w-]{1,200})\.([\w-]{22})$/;

const sign = (secret: Uint8Array, scope: readonly string[], place: string): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['cursor', ...scope, place]))
    .digest('base64url')
    .slice(0, MAC_CHARACTERS);

/** A cursor behind the item with this code. */
export function makeCursor(secret: Uint8Array, scope: readonly string[], lastCode: string): string {
  const place = Buffer.from(lastCode, 'utf8').toString('base64url');
  return `${place}.${sign(secret, scope, place)}`;
}

/** The code behind which a page begins; null for a text that was not made here for this scope. */
export function parseCursor(secret: Uint8Array, scope: readonly string[], text: string): string | null {
  const [, place, mac] = PATTERN.exec(text) ?? [];
  if (place === undefined || mac === undefined) return null;
  const expected = sign(secret, scope, place);
  return timingSafeEqual(Buffer.from(mac), Buffer.from(expected))
    ? Buffer.from(place, 'base64url').toString('utf8')
    : null;
}
