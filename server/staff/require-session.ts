import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { HttpEnvironment } from '../http/environment.ts';
import { isSession } from './local-session.ts';

/** The cookie that holds a session of the staff. */
export const SESSION_COOKIE = 'hl_staff';

/** Sends whoever is not signed in to the sign-in page, and back afterwards. */
export const requireSession: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  const { localKey, clock } = c.get('app');
  c.header('Cache-Control', 'private, no-cache');
  if (isSession(localKey, getCookie(c, SESSION_COOKIE), clock.now())) return next();
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/dang-nhap?tiep=${encodeURIComponent(pathname + search)}`, 303);
};
