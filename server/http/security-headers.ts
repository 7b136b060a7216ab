import type { Asset } from './assets.ts';
import type { Http } from './environment.ts';
import { isHttps } from './request-scheme.ts';
import { COMMON_HEADERS, HTTPS_HEADERS, STRICTEST_POLICY } from './response-headers.ts';

/** Policy that allows only the page's own inlined style and script, by hash. */
export function contentSecurityPolicy(style: Asset | null, script: Asset | null): string {
  return [
    "default-src 'none'",
    `style-src ${style?.source ?? "'none'"}`,
    `script-src ${script?.source ?? "'none'"}`,
    'img-src data:',
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join(';');
}

/** Adds the common headers. Pages have already set their policy; every other response gets the strictest one. */
export function addSecurityHeaders(c: Http): void {
  const { headers } = c.res;
  // A 304 updates the headers of the cached response; a policy here would replace that of the cached page.
  if (c.res.status === 304) return;
  const always = isHttps(c) ? { ...COMMON_HEADERS, ...HTTPS_HEADERS } : COMMON_HEADERS;
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', STRICTEST_POLICY);
}
