import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A cookie that tells a browser on which somebody signed in before. It opens nothing: it only keeps
 * strangers' wrong passwords, typed elsewhere, from slowing down the owner. One entry an account, each a
 * random id and a signature over it and the account, so that the account is not written in it.
 */
const SEPARATOR = '~';
/** Colleagues who share a PC. */
const MAX_ENTRIES = 5;
const ENTRY = /^([\da-f]{32})\.([\w-]{43})$/;

const sign = (key: Uint8Array, userName: string, id: string): string =>
  createHmac('sha256', key).update(`known-browser\n${userName}\n${id}`).digest('base64url');

/** The browser's id for an account, when the account signed in here before; else null. */
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

/** The cookie with the account added at its front; `id` is 32 random hexadecimal digits. */
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
