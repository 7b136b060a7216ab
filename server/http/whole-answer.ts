import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status';
import { COMMON_HEADERS, STRICTEST_POLICY } from './answer-headers.ts';
import type { Http } from './environment.ts';

/** All headers of an answer; a plain object, which Node writes out as it stands. */
export type WholeHeaders = Readonly<Record<string, string>>;

/**
 * The headers of a prebuilt response, to which no middleware adds any: those given and the common ones. Built once,
 * used for any number of responses.
 */
export const wholeHeaders = (headers: WholeHeaders): WholeHeaders => ({ ...COMMON_HEADERS, ...headers });

/**
 * Answers with these headers and no others. What looks at every answer after it was made, to compress it or to add
 * a header, leaves it as it is: looking at it makes a survey page a third dearer.
 */
export function sendWhole(
  c: Http,
  body: Uint8Array<ArrayBuffer> | null,
  status: StatusCode | ContentfulStatusCode,
  headers: WholeHeaders,
): Response {
  const answer = new Response(body, { status, headers });
  // Not before there is one: an error's answer must be finished like all others.
  c.set('isWhole', true);
  return answer;
}

/** Whether the answer to a request was made by `sendWhole`. */
export const isWhole = (c: Http): boolean => c.get('isWhole') === true;

const REDIRECTED = wholeHeaders({ 'Cache-Control': 'no-store', 'Content-Security-Policy': STRICTEST_POLICY });

/** Answers a form that was taken: the browser asks for the page at `path` next (303). `cookie`: what it keeps. */
export const redirectWhole = (c: Http, path: string, cookie: string | null): Response =>
  sendWhole(c, null, 303, {
    ...REDIRECTED,
    Location: path,
    ...(cookie === null ? {} : { 'Set-Cookie': cookie }),
  });
