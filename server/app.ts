import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { etag } from 'hono/etag';
import type { Context } from './context.ts';
import type { HttpEnvironment } from './http/environment.ts';
import { sendError, sendNotFound } from './http/error-pages.tsx';
import { healthRoutes } from './http/health.routes.ts';
import { hostCheck } from './http/host-check.ts';
import { publicAddress } from './http/public-address.ts';
import { securityHeaders } from './http/security-headers.ts';
import { posterRoutes } from './poster/poster.routes.tsx';
import { apiRoutes } from './reporting/api.routes.ts';
import { responseRoutes } from './response/response.routes.tsx';
import { resultsRoutes } from './results/results.routes.tsx';
import { signInRoutes } from './staff/sign-in.routes.tsx';

/** Staff's addresses: the only ones whose forms are refused when they come from elsewhere. */
const STAFF_PATHS = ['/dang-nhap', '/dang-xuat', '/can-bo/*', '/lanh-dao/*', '/quan-tri/*'];

/** The whole application, which answers requests and never listens. */
export function createApp(context: Context): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.use(async (c, next) => {
    c.set('app', context);
    await next();
  });
  app.use(securityHeaders);
  app.use(hostCheck(context.config.publicUrl));
  app.use(compress());
  // A citizen's old phone may send neither Origin nor Sec-Fetch-Site, so only staff's forms are checked.
  const ownOrigins = [publicAddress(context.config)];
  const fromOwnPages = csrf({
    origin: (origin, c) => origin === new URL(c.req.url).origin || ownOrigins.includes(origin),
  });
  for (const path of STAFF_PATHS) app.use(path, fromOwnPages);
  for (const path of ['/lanh-dao', '/can-bo', '/ket-qua', '/ket-qua.json']) app.use(path, etag());

  app.route('/', healthRoutes);
  app.route('/', responseRoutes);
  app.route('/', signInRoutes);
  app.route('/', resultsRoutes);
  app.route('/', posterRoutes);
  app.route('/', apiRoutes);

  app.onError((error, c) => sendError(c, error));
  app.notFound((c) => sendNotFound(c));
  return app;
}
