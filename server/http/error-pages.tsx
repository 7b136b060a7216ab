import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { renderErrorPage } from '../../web/pages/ErrorPage.tsx';
import { AppError, type ErrorKind } from '../lib/errors.ts';
import { makeId } from '../lib/random.ts';
import type { Http } from './environment.ts';
import { parseLocale } from './locale.ts';
import { pageParts, partTexts, sendPage } from './send-page.ts';

/** The one table from what went wrong to the status of the answer. */
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
  unavailable: 503,
};

/** For people who read the answer of a program; the pages' sentences are in `web/messages`. */
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
  500: 'Internal error',
  503: 'Unavailable',
};

const isForPrograms = (c: Http): boolean => c.req.path.startsWith('/api/') || c.req.path.endsWith('.json');

/** Turns whatever was thrown into an answer. An unknown error shows an id, never its message. */
export function sendError(c: Http, error: unknown): Response {
  if (error instanceof AppError) return sendProblem(c, STATUS[error.kind], error.code, error.params, null);
  // What the framework's own checks refuse, such as a staff form that comes from another site.
  if (error instanceof HTTPException && error.status < 500) {
    return sendProblem(c, error.status, error.status === 403 ? 'foreign-form' : 'refused', {}, null);
  }
  // A phone whose line broke while it sent: nobody reads the answer, and a line in the log would tell when.
  if (isBrokenOff(error)) return c.body(null, 400);
  const { log, random } = c.get('app');
  const errorId = makeId(random).slice(0, 8);
  log.error({ err: error, error_id: errorId, method: c.req.method }, 'request failed');
  return sendProblem(c, 500, 'internal', {}, errorId);
}

/** What Node throws where a body ends before its time; a database's broken connection says otherwise. */
const isBrokenOff = (error: unknown): boolean =>
  error instanceof Error &&
  error.message === 'aborted' &&
  (error as { code?: unknown }).code === 'ECONNRESET';

/** The answer to an address that nothing stands behind. */
export const sendNotFound = (c: Http): Response => sendProblem(c, 404, 'not-found', {}, null);

function sendProblem(
  c: Http,
  status: ContentfulStatusCode,
  code: string,
  params: AppError['params'],
  errorId: string | null,
): Response {
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
  const parts = pageParts(c, 'page.css');
  const html = renderErrorPage({
    assets: partTexts(parts),
    locale: parseLocale(c),
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
