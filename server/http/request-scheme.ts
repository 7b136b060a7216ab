import type { Http } from './environment.ts';
import { parseHost } from './host-check.ts';

/**
 * Whether a request came over https, by the word of the nearest trusted proxy; without one, what the
 * header says is anybody's word.
 */
export function isHttps(c: Http): boolean {
  const { trustedProxies } = c.get('app').config;
  if (trustedProxies === 0) return c.req.url.startsWith('https:');
  const told = c.req.header('x-forwarded-proto');
  if (told === undefined) return false;
  const schemes = told.split(',').map((scheme) => scheme.trim());
  // Each proxy adds at the end: the outermost trusted one stands as many from there as are trusted.
  const scheme = schemes.at(-Math.min(trustedProxies, schemes.length));
  return scheme?.toLowerCase() === 'https';
}

/** Whether the browser runs on this machine, by the name that it called; the name opens nothing by itself. */
export function isLocalName(c: Http): boolean {
  const host = parseHost(c.req.header('host') ?? new URL(c.req.url).host);
  return host !== null && ['localhost', '127.0.0.1', '[::1]'].includes(host);
}
