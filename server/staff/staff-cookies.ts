import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Http } from '../http/environment.ts';
import { isHttps } from '../http/request-scheme.ts';
import { KNOWN_COOKIE, PHONE_COOKIE, readSessionCookie, SESSION_COOKIE } from './authorise.ts';
import { PHONE_LIFETIME_MS, SESSION_LIFETIME_MS, type Visit } from './session.ts';

const YEAR_S = 365 * 24 * 3_600;

/** Browsers reject `Secure` cookies over plain HTTP, which the office's own PC uses. */
const options = (c: Http, maxAge: number) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: isHttps(c), maxAge }) as const;

/** Other hosts of the domain cannot set a cookie whose name begins with `__Host-`. */
const hostPrefix = (c: Http) => (isHttps(c) ? ({ prefix: 'host' } as const) : {});

export const setSessionCookie = (c: Http, token: string): void =>
  setCookie(c, SESSION_COOKIE, token, { ...options(c, SESSION_LIFETIME_MS / 1000), ...hostPrefix(c) });

export const setPhoneCookie = (c: Http, token: string): void =>
  setCookie(c, PHONE_COOKIE, token, { ...options(c, PHONE_LIFETIME_MS / 1000), ...hostPrefix(c) });

/** With a path, so that browsers send the cookie to the sign-in page only. */
export const setKnownCookie = (c: Http, value: string): void =>
  setCookie(c, KNOWN_COOKIE, value, { ...options(c, YEAR_S), path: '/dang-nhap' });

export const heldTokens = (c: Http) => ({
  session: readSessionCookie(c, SESSION_COOKIE),
  phone: readSessionCookie(c, PHONE_COOKIE),
  known: getCookie(c, KNOWN_COOKIE),
});

export const visitOf = (c: Http): Visit => ({
  heldToken: readSessionCookie(c, SESSION_COOKIE),
  device: nameDevice(c.req.header('User-Agent')),
});

/** Also clears the browser's cache, so that "Back" does not show pages to the next person at this PC. */
export function dropSessionCookies(c: Http): void {
  for (const name of [SESSION_COOKIE, PHONE_COOKIE]) {
    deleteCookie(c, name, { path: '/', secure: isHttps(c), ...hostPrefix(c) });
  }
  c.header('Clear-Site-Data', '"cache"');
}

/** Order matters: most browsers also send the names of the browsers that they are derived from. */
const BROWSERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Zalo', /Zalo/i],
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['Coc Coc', /coc_coc_browser/i],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser/],
  ['Firefox', /Firefox\/|FxiOS/],
  ['Chrome', /Chrome\/|CriOS/],
  ['Safari', /Safari\//],
];
const SYSTEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux/],
];

/** For example "Chrome, Windows": no more than a person needs to recognise a session. '' if neither is known. */
export function nameDevice(userAgent: string | undefined): string {
  const find = (list: typeof BROWSERS) => list.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0];
  return [find(BROWSERS), find(SYSTEMS)].filter((name) => name !== undefined).join(', ');
}
