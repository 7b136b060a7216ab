import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Context } from './context.ts';
import { reportFileRoutes } from './export/report-files.routes.ts';
import { feedbackRoutes } from './feedback/feedback.routes.tsx';
import type { Http, HttpEnvironment } from './http/environment.ts';
import { type ErrorFrame, sendError, sendNotFound } from './http/error-pages.tsx';
import { finishResponse } from './http/finish-response.ts';
import { healthRoutes } from './http/health.routes.ts';
import { hostCheck } from './http/host-check.ts';
import { pageCaching } from './http/page-caching.ts';
import { requestPath } from './http/request-path.ts';
import { posterRoutes } from './poster/poster.routes.tsx';
import { apiRoutes } from './reporting/api.routes.ts';
import { apiKeyRoutes } from './reporting/api-keys.routes.tsx';
import { responseRoutes } from './response/response.routes.tsx';
import { slipSurveyRoutes } from './response/slip-survey.routes.tsx';
import { resultsRoutes } from './results/results.routes.tsx';
import { sealRoutes } from './seal/seal.routes.tsx';
import { counterRoutes } from './settings/counter.routes.tsx';
import { settingRoutes } from './settings/settings.routes.tsx';
import { surveyPreviewRoutes, surveyRoutes } from './settings/surveys.routes.tsx';
import { unitRoutes } from './settings/unit.routes.tsx';
import { slipRoutes } from './slip/slip.routes.tsx';
import { accessRoutes } from './staff/access.routes.tsx';
import { accountRoutes } from './staff/account.routes.tsx';
import { authorise, checkRoutes, signedInView } from './staff/authorise.ts';
import { peopleRoutes } from './staff/people.routes.tsx';
import { secondFactorRoutes } from './staff/second-factor.routes.tsx';
import { signInRoutes } from './staff/sign-in.routes.tsx';
import { administrationRoutes, clockRoutes } from './start/administration.routes.tsx';
import { setupRoutes } from './start/setup.routes.tsx';
import { startRoutes } from './start/start.routes.tsx';
import { importRoutes } from './transactions/import.routes.tsx';
import { transactionRoutes } from './transactions/transactions.routes.tsx';
import { ruleRoutes } from './trust/rule.routes.tsx';
import { findTrial } from './unit/find-trial.ts';
import { getMainUnit } from './unit/main-unit.ts';

/** Paths whose responses have an ETag, so that browsers get 304 while the figures are unchanged. */
const ETAGGED = [
  ...['/lanh-dao', '/can-bo'],
  ...['/lanh-dao/bao-cao.docx', '/lanh-dao/so-lieu.xlsx', '/lanh-dao/so-lieu.csv'],
  ...['/lanh-dao/gui-cap-tren.xlsx', '/lanh-dao/gui-cap-tren.json', '/can-bo/tuan.xlsx', '/can-bo/tuan.csv'],
];

/**
 * JSON that pages of other origins may read (CORS). Paths that need an API key are left out, because a page cannot
 * keep a key secret.
 */
const PUBLIC_JSON = ['/api/v1/openapi.json', '/api/v1/surveys/*'];

/** @throws Error when a route is missing in the table of permissions. */
export function createApp(context: Context): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>({ getPath: requestPath });
  app.use((c, next) => {
    c.set('app', context);
    return next();
  });
  app.use(async (c, next) => {
    // Health checks need no user. A failed lookup is ignored, so that error pages render while the database fails.
    if (c.req.path !== '/healthz' && c.req.path !== '/readyz')
      c.set('trial', await findTrial(context.db, context.clock.now()).catch(() => null));
    return next();
  });
  app.use(finishResponse);
  app.use(hostCheck(context.config.publicUrl));
  app.use(authorise);
  for (const path of PUBLIC_JSON) {
    app.use(path, (c, next) => {
      c.header('Access-Control-Allow-Origin', '*');
      return next();
    });
  }
  for (const path of ETAGGED) app.use(path, etag());
  app.use(pageCaching);

  app.route('/', healthRoutes);
  app.route('/', responseRoutes);
  app.route('/', slipSurveyRoutes);
  app.route('/', signInRoutes);
  app.route('/', secondFactorRoutes);
  app.route('/', accountRoutes);
  app.route('/', administrationRoutes);
  app.route('/', clockRoutes);
  app.route('/', peopleRoutes);
  app.route('/', accessRoutes);
  app.route('/', unitRoutes);
  app.route('/', counterRoutes);
  app.route('/', settingRoutes);
  app.route('/', surveyRoutes);
  app.route('/', surveyPreviewRoutes);
  app.route('/', apiKeyRoutes);
  app.route('/', ruleRoutes);
  app.route('/', resultsRoutes);
  app.route('/', reportFileRoutes);
  app.route('/', transactionRoutes);
  app.route('/', importRoutes);
  app.route('/', sealRoutes);
  app.route('/', posterRoutes);
  app.route('/', slipRoutes);
  app.route('/', feedbackRoutes);
  app.route('/', startRoutes);
  app.route('/', setupRoutes);
  app.route('/', apiRoutes);

  checkRoutes(app);
  app.onError((error, c) => sendError(c, error, loadErrorFrame));
  app.notFound((c) => sendNotFound(c, loadErrorFrame));
  return app;
}

async function loadErrorFrame(c: Http): Promise<ErrorFrame> {
  const { name } = await getMainUnit(c.get('app').db);
  const roles = c.get('signedIn')?.user.roles;
  return { unitName: name, office: roles === undefined ? null : { roles, signedIn: signedInView(c) } };
}
