import type { Asset } from './assets.ts';
import type { Http } from './environment.ts';
import { COMMON_HEADERS, STRICTEST_POLICY } from './response-headers.ts';

/**
 * A page's policy: nothing is loaded from anywhere; style and script are the page's own, named by hash.
 */
export function contentSecurityPolicy(style: Asset | null, script: Asset | null): string {
  return [
    "default-src 'none'",
    `style-src ${style?.source ?? "'none'"}`,
    `script-src ${script?.source ?? "'none'"}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join(';');
}

/** Adds what every answer says. Pages put their own policy in the place of the strictest one. */
export function addSecurityHeaders(c: Http): void {
  const { headers } = c.res;
  // A 304 updates what the browser has stored; a policy here would take the stored page's own away.
  if (c.res.status === 304) return;
  for (const [name, value] of Object.entries(COMMON_HEADERS)) headers.set(name, value);
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', STRICTEST_POLICY);
}
