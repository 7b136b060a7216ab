import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { Context } from './context.ts';
import type { HttpEnvironment } from './http/environment.ts';
import { sendError, sendNotFound } from './http/error-pages.tsx';
import { healthRoutes } from './http/health.routes.ts';
import { hostCheck } from './http/host-check.ts';
import { securityHeaders } from './http/security-headers.ts';
import { posterRoutes } from './poster/poster.routes.tsx';
import { apiRoutes } from './reporting/api.routes.ts';
import { responseRoutes } from './response/response.routes.tsx';
import { resultsRoutes } from './results/results.routes.tsx';
import { accountRoutes } from './staff/account.routes.tsx';
import { administrationRoutes } from './staff/administration.routes.tsx';
import { authorise, checkRoutes } from './staff/authorise.ts';
import { peopleRoutes } from './staff/people.routes.tsx';
import { signInRoutes } from './staff/sign-in.routes.tsx';

/**
 * The whole application, which answers requests and never listens.
 * @throws Error where a route is mounted that the table of permissions does not have.
 */
export function createApp(context: Context): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.use(async (c, next) => {
    c.set('app', context);
    await next();
  });
  app.use(securityHeaders);
  app.use(hostCheck(context.config.publicUrl));
  app.use(compress());
  app.use(authorise);
  for (const path of ['/lanh-dao', '/can-bo', '/ket-qua', '/ket-qua.json']) app.use(path, etag());

  app.route('/', healthRoutes);
  app.route('/', responseRoutes);
  app.route('/', signInRoutes);
  app.route('/', accountRoutes);
  app.route('/', administrationRoutes);
  app.route('/', peopleRoutes);
  app.route('/', resultsRoutes);
  app.route('/', posterRoutes);
  app.route('/', apiRoutes);

  checkRoutes(app);
  app.onError((error, c) => sendError(c, error));
  app.notFound((c) => sendNotFound(c));
  return app;
}
