import { Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { renderSignInPage, type SignInFault } from '../../web/pages/SignInPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { isHttps, isLocalName } from '../http/request-scheme.ts';
import { pageParts, partTexts, sendPage } from '../http/send-page.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { isLocalKey, makeSession, SESSION_LIFETIME_MS } from './local-session.ts';
import { SESSION_COOKIE } from './require-session.ts';

const FIRST_PAGE = '/lanh-dao';

/** Signing in with the key that the start prints, and out. */
export const signInRoutes = new Hono<HttpEnvironment>()
  .get('/dang-nhap', (c) => sendSignIn(c, c.req.query('tiep') ?? FIRST_PAGE, null))
  .post('/dang-nhap', formLimit, async (c) => {
    const fields = await parseForm(c);
    const { localKey, clock, config } = c.get('app');
    const https = isHttps(c);
    const next = ownPath(fields.get('next')?.[0] ?? FIRST_PAGE);
    const key = fields.get('key')?.[0] ?? '';
    if (!https && !isLocalName(c) && !config.allowHttp) return sendSignIn(c, next, 'insecure');
    if (!isLocalKey(localKey, key)) return sendSignIn(c, next, key.trim() === '' ? 'missing' : 'wrong-key');
    setCookie(c, SESSION_COOKIE, makeSession(localKey, clock.now()), {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: SESSION_LIFETIME_MS / 1000,
      // Browsers drop `Secure` cookies that come over plain http, which is how the office's own PC connects.
      secure: https,
    });
    return c.redirect(next, 303);
  })
  .post('/dang-xuat', (c) => {
    deleteCookie(c, SESSION_COOKIE, { path: '/' });
    return c.redirect('/', 303);
  });

async function sendSignIn(c: Http, next: string, fault: SignInFault | null): Promise<Response> {
  const { db, isDemo } = c.get('app');
  const unit = await getMainUnit(db);
  const parts = pageParts(c, 'staff.css', 'sign-in.js');
  c.header('Cache-Control', 'no-store');
  const html = renderSignInPage({
    assets: partTexts(parts),
    demo: isDemo,
    unitName: unit.name,
    fault,
    next: ownPath(next),
  });
  return sendPage(c, html, parts, fault === null ? 200 : 422);
}

/** A path on this server, so that signing in never leads to somebody else's. */
function ownPath(text: string): string {
  const base = 'http://own.invalid';
  if (!text.startsWith('/') || !URL.canParse(text, base)) return FIRST_PAGE;
  const url = new URL(text, base);
  // A path may still begin with two slashes, as that of `/..//elsewhere` does: then it names another host.
  return url.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : FIRST_PAGE;
}
