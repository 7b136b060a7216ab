import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../lib/hash.ts';

/**
 * Cookie that marks browsers on which an account signed in before, so that wrong passwords from elsewhere do not
 * delay the owner. It gives no access. Each entry is a random id and its HMAC with the account, so the cookie does
 * not name the account.
 */
const SEPARATOR = '~';
/** Maximum number of accounts per browser; colleagues may share a PC. */
const MAX_ENTRIES = 5;
const ENTRY = /^([\da-f]{32})\.([\w-]{43})$/;

const sign = (key: Uint8Array, userName: string, id: string): string =>
  keyedHash(key, `known-browser\n${userName}\n${id}`);

/** Id of the browser; null if the account has not signed in on it. */
export function findKnownBrowser(
  key: Uint8Array,
  userName: string,
  cookie: string | undefined,
): string | null {
  for (const entry of (cookie ?? '').split(SEPARATOR).slice(0, MAX_ENTRIES)) {
    const [, id = '', mac = ''] = ENTRY.exec(entry) ?? [];
    const expected = sign(key, userName, id);
    if (mac.length === expected.length && timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return id;
  }
  return null;
}

/** The cookie with the account's entry first. `id`: 32 random hexadecimal digits. */
export function rememberAccount(
  key: Uint8Array,
  userName: string,
  id: string,
  cookie: string | undefined,
): string {
  const own = findKnownBrowser(key, userName, cookie) ?? id;
  const others = (cookie ?? '')
    .split(SEPARATOR)
    .filter((entry) => ENTRY.test(entry) && !entry.startsWith(own))
    .slice(0, MAX_ENTRIES - 1);
  return [`${own}.${sign(key, userName, own)}`, ...others].join(SEPARATOR);
}
