import type { Http } from './environment.ts';
import { parseHost } from './host-check.ts';

/** Uses `X-Forwarded-Proto` only when a trusted proxy is configured, because any client can send it. */
export function isHttps(c: Http): boolean {
  const { trustedProxies } = c.get('app').config;
  if (trustedProxies === 0) return c.req.url.startsWith('https:');
  const forwarded = c.req.header('x-forwarded-proto');
  if (forwarded === undefined) return false;
  const schemes = forwarded.split(',').map((scheme) => scheme.trim());
  // Each proxy appends an entry: the outermost trusted one is as many from the end as there are trusted proxies.
  const scheme = schemes.at(-Math.min(trustedProxies, schemes.length));
  return scheme?.toLowerCase() === 'https';
}

/** Whether the requested host name is local. A name proves nothing, so it grants no rights. */
export function isLocalName(c: Http): boolean {
  const host = parseHost(c.req.header('host') ?? new URL(c.req.url).host);
  return host !== null && ['localhost', '127.0.0.1', '[::1]'].includes(host);
}
