import type { Http } from './environment.ts';
import { parseHost } from './host-check.ts';

/** Uses `X-Forwarded-Proto` only if a trusted proxy is configured, because any client can send this header. */
export function isHttps(c: Http): boolean {
  const { trustedProxies } = c.get('app').config;
  if (trustedProxies === 0) return c.req.url.startsWith('https:');
  const forwarded = c.req.header('x-forwarded-proto');
  if (forwarded === undefined) return false;
  const schemes = forwarded.split(',').map((scheme) => scheme.trim());
  // Each proxy appends an entry, so with n trusted proxies the n-th entry from the end is reliable.
  const scheme = schemes.at(-Math.min(trustedProxies, schemes.length));
  return scheme?.toLowerCase() === 'https';
}

/** Whether the requested host name is local. Any client can send such a name, so it must not grant rights. */
export function isLocalName(c: Http): boolean {
  const host = parseHost(c.req.header('host') ?? new URL(c.req.url).host);
  return host !== null && ['localhost', '127.0.0.1', '[::1]'].includes(host);
}
