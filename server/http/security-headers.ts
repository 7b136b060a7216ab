import type { Asset } from './assets.ts';
import type { Http } from './environment.ts';
import { isHttps } from './request-scheme.ts';
import { COMMON_HEADERS, HTTPS_HEADERS, STRICTEST_POLICY } from './response-headers.ts';

/** Allows only the page's own inlined style and script, by hash. */
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

/** Pages have set their own policy already; every other response gets the strictest policy. */
export function addSecurityHeaders(c: Http): void {
  const { headers } = c.res;
  // A 304 updates the headers of the cached page, so a policy here would replace the page's policy.
  if (c.res.status === 304) return;
  const always = isHttps(c) ? { ...COMMON_HEADERS, ...HTTPS_HEADERS } : COMMON_HEADERS;
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', STRICTEST_POLICY);
}
