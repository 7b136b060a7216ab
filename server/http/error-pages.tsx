import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorPageProps, renderErrorPage } from '../../web/pages/ErrorPage.tsx';
import { AppError, type ErrorKind } from '../lib/errors.ts';
import { makeId } from '../lib/random.ts';
import type { Http } from './environment.ts';
import { parseLocale } from './locale.ts';
import { pageParts, partTexts, sendPage } from './send-page.ts';

const STATUS: Readonly<Record<ErrorKind, ContentfulStatusCode>> = {
  'bad-request': 400,
  unauthorised: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'unsupported-type': 415,
  'wrong-host': 421,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
};

/** English titles of problem documents (RFC 9457), for programs and developers. */
const PROBLEM_TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'A valid key is needed',
  403: 'The key does not reach this',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Content too large',
  415: 'Unsupported media type',
  421: 'Misdirected request',
  422: 'Unprocessable content',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
};

const isForPrograms = (c: Http): boolean => c.req.path.startsWith('/api/') || c.req.path.endsWith('.json');

/** Seconds. A cut database connection is replaced at once; other failures last longer. */
export const RETRY_AFTER_S = '10';

export type ErrorFrame = Pick<ErrorPageProps, 'unitName' | 'office'>;
/** Not called when the database fails, because it reads the page's frame from the database. */
type LoadFrame = (c: Http) => Promise<ErrorFrame>;

/** Never shows the message of an unexpected error; the page has a random id, which is also in the log. */
export function sendError(c: Http, error: unknown, loadFrame: LoadFrame): Response | Promise<Response> {
  if (error instanceof AppError) {
    if (error.kind === 'too-many') c.header('Retry-After', String(error.params.seconds));
    return sendProblem(c, loadFrame, STATUS[error.kind], error.code, error.params);
  }
  // Thrown by hono's own middleware, such as the CSRF check.
  if (error instanceof HTTPException && error.status < 500) {
    return sendProblem(c, loadFrame, error.status, error.status === 403 ? 'foreign-form' : 'refused');
  }
  // The client disconnected. No log entry, because its time would be the time of a ballot.
  if (isBrokenOff(error)) return c.body(null, 400);
  const { log, random, health } = c.get('app');
  if (health.failed(error) !== null) {
    c.header('Retry-After', RETRY_AFTER_S);
    return sendProblem(c, null, 503, 'database-unavailable');
  }
  const errorId = makeId(random).slice(0, 8);
  log.error({ err: error, error_id: errorId, method: c.req.method }, 'request failed');
  return sendProblem(c, loadFrame, 500, 'internal', {}, errorId);
}

/**
 * Node's error for a request body that ends early. A lost database connection has the same code, but another
 * message.
 */
const isBrokenOff = (error: unknown): boolean =>
  error instanceof Error &&
  error.message === 'aborted' &&
  (error as { code?: unknown }).code === 'ECONNRESET';

export const sendNotFound = (c: Http, loadFrame: LoadFrame): Promise<Response> =>
  sendProblem(c, loadFrame, 404, 'not-found');

async function sendProblem(
  c: Http,
  loadFrame: LoadFrame | null,
  status: ContentfulStatusCode,
  code: string,
  params: AppError['params'] = {},
  errorId: string | null = null,
): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  if (isForPrograms(c)) {
    if (status === 401) c.header('WWW-Authenticate', 'Bearer');
    const problem = {
      type: 'about:blank',
      title: PROBLEM_TITLES[status] ?? 'Error',
      status,
      code,
      ...(errorId === null ? {} : { error_id: errorId }),
      ...(Object.keys(params).length > 0 ? { detail: describe(params) } : {}),
    };
    return c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json' });
  }
  const frame = (await loadFrame?.(c).catch(() => null)) ?? { unitName: null, office: null };
  const parts = pageParts(c, frame.office === null ? 'page.css' : 'accounts.css');
  const html = renderErrorPage({
    ...frame,
    assets: partTexts(parts),
    locale: frame.office === null ? parseLocale(c) : 'vi',
    defaultLocale: c.get('app').config.defaultLocale,
    demo: c.get('app').isDemo,
    status,
    code,
    errorId,
  });
  return sendPage(c, html, parts, status);
}

const describe = (params: AppError['params']): string =>
  Object.entries(params)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
