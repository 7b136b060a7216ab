import type { Hono, MiddlewareHandler, Next } from 'hono';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { matchedRoutes } from 'hono/route';
import type { SignedInView } from '../../web/types/signed-in.ts';
import type { AccessKind } from '../act/access.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { publicAddress } from '../http/public-address.ts';
import { isHttps, isLocalName } from '../http/request-scheme.ts';
import { AppError } from '../lib/errors.ts';
import {
  checkPermissions,
  findPermission,
  isAllowed,
  listReadable,
  type MountedRoute,
  type Permission,
  type Visitor,
} from './permissions.ts';
import { findSignedIn, type SignedIn } from './session.ts';
import type { User } from './user.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Null on routes of citizens and programs, which read no session. */
    signedIn: SignedIn | null;
  }
}

export const SESSION_COOKIE = 'hl_staff';
export const PHONE_COOKIE = 'hl_phone';
/** Sent by pages that refresh themselves (`web/islands/fresh.ts`). */
const REFRESH_HEADER = 'Hailong-Refresh';
/** Marks a browser on which somebody has signed in before; gives no access. */
export const KNOWN_COOKIE = 'hl_known';

type Route = {
  readonly method: string;
  readonly path: string;
  readonly handler: { readonly length: number };
};

/** hono registers middleware for the method ALL. A handler without a `next` parameter is an endpoint even there. */
const isEndpoint = ({ method, handler }: Route): boolean => method !== 'ALL' || handler.length < 2;

/** @throws Error if routes and the table of permissions differ. */
export const checkRoutes = (app: Hono<HttpEnvironment>): void =>
  checkPermissions(app.routes.map((route): MountedRoute => ({ ...route, isEndpoint: isEndpoint(route) })));

/** CSRF protection: a form must come from the requested origin or, behind a proxy, from the public one. */
const fromOwnPages = csrf({
  origin: (origin, c: Http) =>
    origin === new URL(c.req.url).origin || origin === publicAddress(c.get('app').config),
});

type Rows = readonly (Permission | undefined)[];

const findRows = (c: Http, method: string): Rows =>
  matchedRoutes(c)
    .filter(isEndpoint)
    .map((route) => findPermission(route.method === 'ALL' ? method : route.method, route.path));

/** Enforces the table of permissions. On routes of citizens and programs no cookie is read. */
export const authorise: MiddlewareHandler<HttpEnvironment> = (c, next) => {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
  const rows = findRows(c, method);
  const isOpen = rows.every((row) => row !== undefined && row.area !== 'office');
  return isOpen ? next() : admit(c, next, method, rows);
};

async function admit(c: Http, next: Next, method: string, rows: Rows): Promise<Response | undefined> {
  // On other plain HTTP connections, browsers ignore `Clear-Site-Data`, and "Back" would show cached pages after
  // sign-out.
  const isClearable = isHttps(c) || isLocalName(c);
  c.header('Cache-Control', isClearable ? 'private, no-cache' : 'no-store');
  await fromOwnPages(c, async () => {});
  const signedIn = await identify(c);
  c.set('signedIn', signedIn);
  const visitors = visitorsOf(signedIn);
  const isOpenTo = (row: Permission | undefined) => row !== undefined && isAllowed(row, visitors);
  if (rows.every(isOpenTo)) {
    await next();
    if (c.res.status < 400 && method === c.req.method && isAttended(c))
      for (const row of rows) noteAccess(c, row?.logs ?? null, row?.path ?? '');
    return;
  }
  if (signedIn && !signedIn.isRemembered) {
    noteAccess(c, 'refused', rows.find((row) => !isOpenTo(row))?.path ?? '');
    throw new AppError('forbidden', 'role');
  }
  const { pathname, search } = new URL(c.req.url);
  const back = method === 'GET' ? `?tiep=${encodeURIComponent(pathname + search)}` : '';
  return c.redirect(`/dang-nhap${back}`, 303);
}

/** Over HTTPS only the `__Host-` cookie is read, because other hosts of the domain cannot set it. */
export const readSessionCookie = (c: Http, name: string): string | undefined =>
  isHttps(c) ? getCookie(c, name, 'host') : getCookie(c, name);

async function identify(c: Http): Promise<SignedIn | null> {
  const app = c.get('app');
  // An automatic refresh must not extend the session: the idle timeout measures activity of the person.
  return (
    (await findSignedIn(app, readSessionCookie(c, SESSION_COOKIE), 'browser', isAttended(c))) ??
    (await findSignedIn(app, readSessionCookie(c, PHONE_COOKIE), 'phone', isAttended(c)))
  );
}

/** False for an automatic refresh, when perhaps nobody is at the screen. */
const isAttended = (c: Http): boolean => c.req.header(REFRESH_HEADER) === undefined;

function noteAccess(c: Http, kind: AccessKind | null, path: string): void {
  const name = c.get('signedIn')?.user.name;
  const { access, clock } = c.get('app');
  if (kind !== null && name !== undefined) access.note(kind, name, path, clock.now());
}

const visitorsOf = (signedIn: SignedIn | null): readonly Visitor[] => {
  if (signedIn === null) return ['none'];
  return signedIn.isRemembered ? ['remembered'] : signedIn.user.roles;
};

/** Whether any role of the signed-in person may use a route, so that pages can hide links and forms. */
export function mayUse(c: Http, method: Permission['method'], path: string): boolean {
  const row = findPermission(method, path);
  return row !== undefined && isAllowed(row, visitorsOf(c.get('signedIn')));
}

/** @throws Error if nobody is signed in, which the table of permissions must prevent on the caller's route. */
export function getSignedIn(c: Http): SignedIn {
  const signedIn = c.get('signedIn');
  if (!signedIn) throw new Error('this route is open to people who are not signed in');
  return signedIn;
}

export function signedInView(c: Http): SignedInView {
  const signedIn = getSignedIn(c);
  return {
    userName: signedIn.user.name,
    isRemembered: signedIn.isRemembered,
    pages: listReadable(visitorsOf(signedIn)),
  };
}

export const seesCounter = ({ user }: SignedIn, code: string): boolean =>
  user.counters === null || user.counters.includes(code);

/** Landing page after sign-in; with several roles, that of the role that may read most. */
export function firstPageOf({ roles }: Pick<User, 'roles'>): string {
  if (roles.includes('leader') || roles.includes('supervisor')) return '/lanh-dao';
  return roles.includes('staff') ? '/can-bo' : '/quan-tri';
}
