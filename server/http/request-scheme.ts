import type { Http } from './environment.ts';
import { parseHost } from './host-check.ts';

/** Uses `X-Forwarded-Proto` only behind a trusted proxy, because any client can send this header. */
export function isHttps(c: Http): boolean {
  const { trustedProxies } = c.get('app').config;
  if (trustedProxies === 0) return c.req.url.startsWith('https:');
  const forwarded = c.req.header('x-forwarded-proto');
  if (forwarded === undefined) return false;
  const schemes = forwarded.split(',').map((scheme) => scheme.trim());
  // Each proxy appends an entry, so with n trusted proxies the n-th entry from the end can be trusted.
  const scheme = schemes.at(-Math.min(trustedProxies, schemes.length));
  return scheme?.toLowerCase() === 'https';
}

/** Any client can send a local host name, so the result must not grant rights. */
export function isLocalName(c: Http): boolean {
  const host = parseHost(c.req.header('host') ?? new URL(c.req.url).host);
  return host !== null && ['localhost', '127.0.0.1', '[::1]'].includes(host);
}
