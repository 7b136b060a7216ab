import { renderRecoveryCodesPage } from '../../web/pages/RecoveryCodesPage.tsx';
import { renderSecondStepPage } from '../../web/pages/SecondStepPage.tsx';
import { renderSignInPage, type SignInFault, type SignInPageProps } from '../../web/pages/SignInPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http } from '../http/environment.ts';
import { localAddress } from '../http/public-address.ts';
import { isHttps, isLocalName } from '../http/request-scheme.ts';
import { pageParts, partTexts, sendPage } from '../http/send-page.ts';
import { renderQrSvg } from '../lib/qr-code.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { firstPageOf } from './authorise.ts';
import type { Entry } from './enter.ts';
import { listNotices } from './notice.store.ts';
import { factorAddress } from './second-factor.ts';
import { findOpenStep } from './second-step.ts';
import { setKnownCookie, setSessionCookie } from './staff-cookies.ts';
import type { User } from './user.ts';

/** Whether secrets may be sent over this connection. */
export const isSafeLine = (c: Http): boolean => isHttps(c) || isLocalName(c) || c.get('app').config.allowHttp;

export function plainHttpOf(c: Http, path: string): SignInPageProps['plainHttp'] {
  if (isSafeLine(c)) return null;
  const { port, publicUrl } = c.get('app').config;
  const httpsHref = publicUrl?.startsWith('https:') ? `${publicUrl}${path}` : null;
  return { httpsHref, localHref: `${localAddress(port)}${path}` };
}

/** 422 for a form with a fault, and for every form over a connection that is not safe for secrets. */
export const statusOf = (c: Http, fault: unknown) =>
  fault === null && (c.req.method === 'GET' || isSafeLine(c)) ? 200 : 422;

export async function pageBase(c: Http) {
  const { db, isDemo } = c.get('app');
  const unit = await getMainUnit(db);
  const parts = pageParts(c, 'accounts.css', 'accounts.js');
  c.header('Cache-Control', 'no-store');
  return { parts, props: { assets: partTexts(parts), demo: isDemo, unitName: unit.name } };
}

export async function sendSignIn(
  c: Http,
  given: { next: string; name: string; fault: SignInFault | null; waitMs?: number | undefined },
): Promise<Response> {
  const { parts, props } = await pageBase(c);
  const { fault, name, waitMs } = given;
  const waitSeconds = waitMs === undefined ? null : sayWait(c, waitMs);
  const html = renderSignInPage({
    ...props,
    plainHttp: plainHttpOf(c, '/dang-nhap'),
    fault,
    waitSeconds,
    name,
    next: ownPath(given.next) ?? '',
  });
  if (fault === 'slowed') return sendPage(c, html, parts, 429);
  if (fault === 'busy') return sendPage(c, html, parts, 503);
  return sendPage(c, html, parts, statusOf(c, fault));
}

/** Sets `Retry-After` and returns the wait in seconds. */
export function sayWait(c: Http, waitMs: number): number {
  const seconds = Math.ceil(waitMs / 1000);
  c.header('Retry-After', String(seconds));
  return seconds;
}

/**
 * Response to a correct password or link: a redirect to the requested page, or the second step. `isTold` false
 * keeps notices for the next sign-in, because a link proves less than a password.
 */
export async function sendEntry(
  c: Http,
  given: { readonly user: User; readonly entry: Entry; readonly knownBrowserCookie: string },
  next: string,
  isTold = true,
): Promise<Response> {
  const { user, entry } = given;
  if (entry.stage === 'second-step') return sendStep(c, entry.step, next, null);
  if (entry.stage === 'none') throw new Error('nobody signs in here');
  setSessionCookie(c, entry.token);
  setKnownCookie(c, given.knownBrowserCookie);
  return c.redirect(isTold ? await landing(c, user, next) : firstPage(user, next), 303);
}

const firstPage = (user: Pick<User, 'roles'>, next: string): string => ownPath(next) ?? firstPageOf(user);

/**
 * The account page if others have changed the account and the person has not seen the notices; else the requested
 * page.
 */
export async function landing(c: Http, user: Pick<User, 'id' | 'roles'>, next: string): Promise<string> {
  const page = firstPage(user, next);
  const isTold = (await listNotices(c.get('app').db, user.id)).length > 0;
  return isTold ? `/tai-khoan?tiep=${encodeURIComponent(page)}` : page;
}

export async function sendStep(
  c: Http,
  step: string,
  next: string,
  fault: Fault | null,
  isSlowed = false,
): Promise<Response> {
  const open = await findOpenStep(c.get('app'), step);
  if (!open) return sendSignIn(c, { next, name: '', fault: 'ended' });
  const { parts, props } = await pageBase(c);
  const { name } = open.user;
  const address = factorAddress(open.secret, props.unitName, name);
  const html = renderSecondStepPage({
    ...props,
    userName: name,
    step,
    next: ownPath(next) ?? '',
    setUp: open.isSetUp ? null : { secret: open.secret, qrSvg: await renderQrSvg(address) },
    faults: fault === null ? [] : [fault],
  });
  return sendPage(c, html, parts, isSlowed ? 429 : fault === null ? 200 : 422);
}

/** The recovery codes cannot be shown again. */
export async function sendRecoveryCodes(
  c: Http,
  given: { readonly userName: string; readonly codes: readonly string[]; readonly next: string },
  isNew: boolean,
): Promise<Response> {
  const { parts, props } = await pageBase(c);
  return sendPage(c, renderRecoveryCodesPage({ ...props, ...given, isNew }), parts);
}

/** Protects against open redirects: null unless the text is a path on this server. */
export function ownPath(text: string): string | null {
  const base = 'http://own.invalid';
  if (!text.startsWith('/') || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  // `/..//elsewhere` normalises to `//elsewhere`, which browsers take as another host.
  return url.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : null;
}
