import type { Hono, MiddlewareHandler, Next } from 'hono';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { matchedRoutes } from 'hono/route';
import type { SignedInView, StaffPageName } from '../../web/types/signed-in.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { publicAddress } from '../http/public-address.ts';
import { AppError } from '../lib/errors.ts';
import { findSignedIn, type SignedIn } from './find-signed-in.ts';
import {
  checkPermissions,
  findPermission,
  type MountedRoute,
  mayRead,
  type Permission,
  type Visitor,
} from './permissions.ts';
import type { Role } from './role.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Who the request comes from; set for the office's routes alone. */
    signedIn: SignedIn | null;
  }
}

/** The cookie of a signed-in browser. */
export const SESSION_COOKIE = 'hl_staff';
/** The cookie of a remembered phone. */
export const PHONE_COOKIE = 'hl_phone';
/** Says that a page asked by itself, without a person (`web/islands/fresh.ts`). */
const REFRESH_HEADER = 'Hailong-Refresh';
/** The cookie of a browser on which somebody signed in before; it opens nothing. */
export const KNOWN_COOKIE = 'hl_known';

type Route = {
  readonly method: string;
  readonly path: string;
  readonly handler: { readonly length: number };
};

/** Hono files middleware under ALL; whatever takes no `next` answers by itself, wherever it is filed. */
const isEndpoint = ({ method, handler }: Route): boolean => method !== 'ALL' || handler.length < 2;

/** Checks that the table has every mounted route, and no other; for the start. @throws Error */
export const checkRoutes = (app: Hono<HttpEnvironment>): void =>
  checkPermissions(app.routes.map((route): MountedRoute => ({ ...route, isEndpoint: isEndpoint(route) })));

/** Forms of the office come from its own pages: this origin, or the public one behind a proxy. */
const fromOwnPages = csrf({
  origin: (origin, c: Http) =>
    origin === new URL(c.req.url).origin || origin === publicAddress(c.get('app').config),
});

/** The rows of the table that hold for a request: those of every route that it matches. */
type Rows = readonly (Permission | undefined)[];

const findRows = (c: Http, method: string): Rows =>
  matchedRoutes(c)
    .filter(isEndpoint)
    .map((route) => findPermission(route.method === 'ALL' ? method : route.method, route.path));

/**
 * Stands before everything that is mounted and lets through what the table of permissions says. Citizens'
 * and programs' routes are passed on without a look at any cookie.
 */
export const authorise: MiddlewareHandler<HttpEnvironment> = (c, next) => {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
  const rows = findRows(c, method);
  const isOpen = rows.every((row) => row !== undefined && row.area !== 'office');
  return isOpen ? next() : admit(c, next, method, rows);
};

async function admit(c: Http, next: Next, method: string, rows: Rows): Promise<Response | undefined> {
  c.header('Cache-Control', 'private, no-cache');
  await fromOwnPages(c, async () => {});
  const signedIn = await identify(c);
  c.set('signedIn', signedIn);
  const visitor = visitorOf(signedIn);
  if (rows.every((row) => row?.visitors.includes(visitor))) {
    await next();
    return;
  }
  if (signedIn && !signedIn.isRemembered) throw new AppError('forbidden', 'role');
  const { pathname, search } = new URL(c.req.url);
  const back = method === 'GET' ? `?tiep=${encodeURIComponent(pathname + search)}` : '';
  return c.redirect(`/dang-nhap${back}`, 303);
}

async function identify(c: Http): Promise<SignedIn | null> {
  const app = c.get('app');
  // An open view asks for itself again; that nobody touched the machine is what an idle session is about.
  const isAttended = c.req.header(REFRESH_HEADER) === undefined;
  return (
    (await findSignedIn(app, getCookie(c, SESSION_COOKIE), 'browser', isAttended)) ??
    (await findSignedIn(app, getCookie(c, PHONE_COOKIE), 'phone', isAttended))
  );
}

const visitorOf = (signedIn: SignedIn | null): Visitor => {
  if (signedIn === null) return 'none';
  return signedIn.isRemembered ? 'remembered' : signedIn.user.role;
};

/** Who is signed in, behind a route that only signed-in people reach. @throws Error where nobody is. */
export function getSignedIn(c: Http): SignedIn {
  const signedIn = c.get('signedIn');
  if (!signedIn) throw new Error('this route is open to people who are not signed in');
  return signedIn;
}

/** The pages that the navigation can lead to, and their places in the table. */
const PAGES = {
  leader: '/lanh-dao',
  week: '/can-bo',
  comments: '/can-bo/gop-y',
  transactions: '/can-bo/giao-dich',
  posters: '/can-bo/ma-qr',
  administration: '/quan-tri',
  results: '/ket-qua',
  account: '/tai-khoan',
} as const satisfies Record<StaffPageName, string>;

/** The person who is signed in, for the head of a staff page. */
export function signedInView(c: Http): SignedInView {
  const signedIn = getSignedIn(c);
  const visitor = visitorOf(signedIn);
  const names = Object.keys(PAGES) as StaffPageName[];
  return {
    userName: signedIn.user.name,
    isRemembered: signedIn.isRemembered,
    pages: names.filter((name) => mayRead(visitor, PAGES[name])),
  };
}

/** Whether a counter is among those that the person sees. */
export const seesCounter = ({ user }: SignedIn, code: string): boolean =>
  user.counters === null || user.counters.includes(code);

/** The page that each role begins with. */
export const FIRST_PAGES: Readonly<Record<Role, string>> = {
  staff: '/can-bo',
  leader: '/lanh-dao',
  supervisor: '/lanh-dao',
  administrator: '/quan-tri',
};
