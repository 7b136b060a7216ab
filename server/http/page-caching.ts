import type { MiddlewareHandler } from 'hono';
import type { HttpEnvironment } from './environment.ts';
import { isPrebuilt } from './prebuilt-response.ts';

/**
 * Sets `Cache-Control: no-cache` on pages without this header, in middleware, because reading the headers of a
 * response before it is sent makes hono copy the response, body included.
 */
export const pageCaching: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  await next();
  if (isPrebuilt(c)) return;
  const { headers } = c.res;
  const isPage = headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (isPage && !headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache');
};
