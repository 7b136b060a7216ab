import { createHash } from 'node:crypto';
import { Hono, type MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { AppError } from '../lib/errors.ts';
import { type Period, parsePeriod } from '../period/period.ts';
import { findUnit } from '../unit/unit.store.ts';
import { type ApiKey, reachesUnit } from './api-key.ts';
import { getApiKey } from './get-api-key.ts';
import { listReports } from './list-reports.ts';
import { openApiDocument } from './openapi.v1.ts';
import { createReportReader } from './report-reader.ts';

const OPENAPI_BODY = JSON.stringify(openApiDocument);

/** Rejects methods other than GET and HEAD before authentication. */
const readOnly: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    c.header('Allow', 'GET, HEAD');
    throw new AppError('method-not-allowed', 'method-not-allowed');
  }
  await next();
};

/** Says in the `WWW-Authenticate` header that the key that was sent is not valid (RFC 6750 §3.1). */
const challenge: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  await next();
  if (c.error instanceof AppError && c.error.kind === 'unauthorised' && c.error.code !== 'key-missing') {
    c.res.headers.set('WWW-Authenticate', 'Bearer error="invalid_token"');
  }
};

/** The JSON API for the office above this one, and its OpenAPI document. */
export const apiRoutes = new Hono<HttpEnvironment>()
  .use('/api/v1/*', challenge, etag())
  .use('/api/v1/openapi.json', readOnly)
  .get('/api/v1/openapi.json', (c) => sendJson(c, OPENAPI_BODY, 'public, no-cache'))
  .use('/api/v1/reports', readOnly)
  .get('/api/v1/reports', async (c) => {
    const key = await getKeyOf(c);
    const period = getPeriod(getSingleQuery(c, 'period') ?? '');
    const { bodies, nextCursor } = await listReports(c.get('app'), key, period, getSingleQuery(c, 'cursor'));
    // Concatenated as text, so that each report is byte for byte the one at its own URL.
    const head = `"schema":"hailong.reports/1","period":${JSON.stringify(period.id)}`;
    const body = `{${head},"reports":[${bodies.join(',')}],"next_cursor":${JSON.stringify(nextCursor)}}`;
    return sendJson(c, body, 'private, no-cache');
  })
  .use('/api/v1/reports/:unit/:period', readOnly)
  .get('/api/v1/reports/:unit/:period', async (c) => {
    const key = await getKeyOf(c);
    const period = getPeriod(c.req.param('period'));
    const { db, surveys, clock } = c.get('app');
    const code = c.req.param('unit');
    // The same response for an unknown unit and for one that the key cannot access.
    const unit = reachesUnit(key, code) ? await findUnit(db, code) : undefined;
    if (!unit) throw new AppError('not-found', 'unit-unknown');
    if (period.to < unit.opened_on) throw new AppError('not-found', 'period-before-opening');
    const body = await createReportReader(db, surveys, unit, clock.now()).loadBody(period);
    return sendJson(c, body, 'private, no-cache');
  });

function sendJson(c: Http, body: string, cacheControl: string): Response {
  const hash = createHash('sha256').update(body).digest('base64url');
  return c.body(body, 200, {
    'Content-Type': 'application/json',
    'Cache-Control': cacheControl,
    ETag: `"${hash}"`,
  });
}

function getKeyOf(c: Http): Promise<ApiKey> {
  const { db, clock } = c.get('app');
  return getApiKey(db, clock, c.req.header('Authorization') ?? '');
}

function getPeriod(id: string): Period {
  const period = parsePeriod(id);
  if (!period) throw new AppError('bad-request', 'period-malformed');
  return period;
}

/** Null when absent. @throws AppError `bad-request` when repeated. */
function getSingleQuery(c: Http, name: string): string | null {
  const values = c.req.queries(name) ?? [];
  if (values.length > 1) throw new AppError('bad-request', `${name}-malformed`);
  return values[0] ?? null;
}
