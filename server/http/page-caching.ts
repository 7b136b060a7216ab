import type { MiddlewareHandler } from 'hono';

/**
 * A page that says nothing of caches is asked for anew each time. Said here, and not where pages are sent: looking
 * at the headers of an answer before there is one makes the framework copy it, body and all.
 */
export const pageCaching: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  const isPage = headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (isPage && !headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache');
};
