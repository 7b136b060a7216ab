import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status';
import type { Http } from './environment.ts';
import { COMMON_HEADERS, STRICTEST_POLICY } from './response-headers.ts';

/** All headers of an answer; a plain object, which Node writes out as it stands. */
export type PrebuiltHeaders = Readonly<Record<string, string>>;

/**
 * The headers of a prebuilt response, to which no middleware adds any: those given and the common ones. Built once,
 * used for any number of responses.
 */
export const prebuiltHeaders = (headers: PrebuiltHeaders): PrebuiltHeaders => ({
  ...COMMON_HEADERS,
  ...headers,
});

/**
 * Answers with these headers and no others. What looks at every answer after it was made, to compress it or to add
 * a header, leaves it as it is: looking at it makes a survey page a third dearer.
 */
export function sendPrebuilt(
  c: Http,
  body: Uint8Array<ArrayBuffer> | null,
  status: StatusCode | ContentfulStatusCode,
  headers: PrebuiltHeaders,
): Response {
  const answer = new Response(body, { status, headers });
  // Not before there is one: an error's answer must be finished like all others.
  c.set('isPrebuilt', true);
  return answer;
}

/** Whether the answer to a request was made by `sendPrebuilt`. */
export const isPrebuilt = (c: Http): boolean => c.get('isPrebuilt') === true;

const REDIRECTED = prebuiltHeaders({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': STRICTEST_POLICY,
});

/** Answers a form that was taken: the browser asks for the page at `path` next (303). `cookie`: what it keeps. */
export const redirectPrebuilt = (c: Http, path: string, cookie: string | null): Response =>
  sendPrebuilt(c, null, 303, {
    ...REDIRECTED,
    Location: path,
    ...(cookie === null ? {} : { 'Set-Cookie': cookie }),
  });
