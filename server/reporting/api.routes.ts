import { createHash } from 'node:crypto';
import { Hono, type MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { SURVEY_LABELS } from '../../web/files/survey-labels.ts';
import { renderApiPage } from '../../web/pages/ApiPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { pageParts, partTexts, sendPage } from '../http/send-page.ts';
import { isDay } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { type Period, parsePeriod } from '../period/period.ts';
import { findUnit } from '../unit/unit.store.ts';
import { type ApiKey, reachesUnit } from './api-key.ts';
import { findClosedReport } from './closed-report.store.ts';
import { countKeyRequest } from './key-rate.ts';
import { describeSurvey, listReports, loadPeriodList, loadTotals, loadUnitList } from './load-lists.ts';
import { getApiKey } from './manage-api-keys.ts';
import { openApiDocument } from './openapi.v1.ts';
import { createReportReader } from './report-reader.ts';

const OPENAPI_BODY = JSON.stringify(openApiDocument);

const readOnly: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    c.header('Allow', 'GET, HEAD');
    throw new AppError('method-not-allowed', 'method-not-allowed');
  }
  await next();
};

/** Tells the client in `WWW-Authenticate` why its key was rejected (RFC 6750 §3.1). */
const challenge: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  await next();
  if (c.error instanceof AppError && c.error.kind === 'unauthorised' && c.error.code !== 'key-missing') {
    c.res.headers.set('WWW-Authenticate', 'Bearer error="invalid_token"');
  }
};

/** JSON API for the office above, its OpenAPI document, and a page that renders the document. */
export const apiRoutes = new Hono<HttpEnvironment>()
  .use('/api/v1/*', challenge, etag())
  .use('/api/v1/*', readOnly)
  .get('/api/v1/', (c) => {
    const parts = pageParts(c, 'api.css');
    return sendPage(c, renderApiPage({ assets: partTexts(parts), document: openApiDocument }), parts);
  })
  .get('/api/v1/openapi.json', (c) => sendJson(c, OPENAPI_BODY, 'public, no-cache'))
  .get('/api/v1/surveys/:id/:version', (c) => {
    const version = /^[1-9]\d{0,2}$/.test(c.req.param('version')) ? Number(c.req.param('version')) : 0;
    const survey = c.get('app').surveys.find(c.req.param('id'), version);
    if (!survey?.is_published) throw new AppError('not-found', 'survey-unknown');
    return sendJson(c, JSON.stringify(describeSurvey(survey, SURVEY_LABELS)), 'public, no-cache');
  })
  .get('/api/v1/units', async (c) => {
    const key = await getKeyOf(c);
    return sendJson(c, JSON.stringify(await loadUnitList(c.get('app').db, key)));
  })
  .get('/api/v1/periods', async (c) => {
    const key = await getKeyOf(c);
    const since = getSingleQuery(c, 'closed_since');
    if (since !== null && !isDay(since)) throw new AppError('bad-request', 'closed_since-malformed');
    return sendJson(c, JSON.stringify(await loadPeriodList(c.get('app').db, key, since)));
  })
  .get('/api/v1/totals', async (c) => {
    const key = await getKeyOf(c);
    const period = getPeriod(getSingleQuery(c, 'period') ?? '');
    return sendJson(c, JSON.stringify(await loadTotals(c.get('app'), key, period)));
  })
  .get('/api/v1/reports', async (c) => {
    const key = await getKeyOf(c);
    const period = getPeriod(getSingleQuery(c, 'period') ?? '');
    const cursor = getSingleQuery(c, 'cursor');
    const { bodies, missing, nextCursor } = await listReports(c.get('app'), key, period, cursor);
    // Concatenated as text, so that the bytes of each report equal those at the report's own URL.
    const head = `"schema":"hailong.reports/1","period":${JSON.stringify(period.id)}`;
    const tail = `"missing":${JSON.stringify(missing)},"next_cursor":${JSON.stringify(nextCursor)}`;
    return sendJson(c, `{${head},"reports":[${bodies.join(',')}],${tail}}`);
  })
  .get('/api/v1/reports/:unit/:period', async (c) => {
    const key = await getKeyOf(c);
    const period = getPeriod(c.req.param('period'));
    const revision = getSingleQuery(c, 'revision');
    if (revision !== null && !/^[1-9]\d{0,5}$/.test(revision)) {
      throw new AppError('bad-request', 'revision-malformed');
    }
    const { db, surveys, clock } = c.get('app');
    const code = c.req.param('unit');
    // Unknown units and units that the key cannot access get the same response.
    const unit = reachesUnit(key, code) ? await findUnit(db, code) : undefined;
    if (!unit) throw new AppError('not-found', 'unit-unknown');
    if (period.to < unit.opened_on) throw new AppError('not-found', 'period-before-opening');
    if (revision !== null) {
      const stored = await findClosedReport(db, unit.code, period.id, Number(revision));
      if (!stored) throw new AppError('not-found', 'revision-unknown');
      return sendJson(c, stored.body);
    }
    const body = await createReportReader(db, surveys, unit, clock.now()).loadBody(period);
    return sendJson(c, body);
  });

function sendJson(c: Http, body: string, cacheControl = 'private, no-cache'): Response {
  const hash = createHash('sha256').update(body).digest('base64url');
  return c.body(body, 200, {
    'Content-Type': 'application/json',
    'Cache-Control': cacheControl,
    ETag: `"${hash}"`,
  });
}

/** @throws AppError `too-many` when the key has used up its requests of this minute. */
async function getKeyOf(c: Http): Promise<ApiKey> {
  const app = c.get('app');
  const key = await getApiKey(app, c.req.header('Authorization') ?? '');
  const seconds = countKeyRequest(app.keyRates, key.id, app.clock.now());
  if (seconds > 0) throw new AppError('too-many', 'too-many-requests', { seconds });
  return key;
}

function getPeriod(id: string): Period {
  const period = parsePeriod(id);
  if (!period) throw new AppError('bad-request', 'period-malformed');
  return period;
}

/** Null when absent. @throws AppError `bad-request` when the parameter is repeated. */
function getSingleQuery(c: Http, name: string): string | null {
  const values = c.req.queries(name) ?? [];
  if (values.length > 1) throw new AppError('bad-request', `${name}-malformed`);
  return values[0] ?? null;
}
