import type { MiddlewareHandler } from 'hono';
import type { Asset } from './assets.ts';

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

/** Headers of every answer. Pages put their own policy in the place of the strictest one. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  // A 304 updates what the browser has stored; a policy here would take the stored page's own away.
  if (c.res.status === 304) return;
  headers.set('X-Content-Type-Options', 'nosniff');
  // Not `no-referrer`: browsers then send forms with `Origin: null`, and our own staff would look foreign.
  headers.set('Referrer-Policy', 'same-origin');
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "default-src 'none';frame-ancestors 'none'");
  }
};
