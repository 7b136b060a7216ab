import type { MiddlewareHandler } from 'hono';
import type { HttpEnvironment } from './environment.ts';
import { isPrebuilt } from './prebuilt-response.ts';

/**
 * Pages without `Cache-Control` get `no-cache`. Done here and not where pages are sent: reading the headers of a
 * response in advance makes hono copy it, body included.
 */
export const pageCaching: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  await next();
  if (isPrebuilt(c)) return;
  const { headers } = c.res;
  const isPage = headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (isPage && !headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache');
};
