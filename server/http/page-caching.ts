import type { MiddlewareHandler } from 'hono';
import type { HttpEnvironment } from './environment.ts';
import { isWhole } from './whole-answer.ts';

/**
 * A page that says nothing of caches is asked for anew each time. Said here, and not where pages are sent: looking
 * at the headers of an answer before there is one makes the framework copy it, body and all.
 */
export const pageCaching: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  await next();
  if (isWhole(c)) return;
  const { headers } = c.res;
  const isPage = headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (isPage && !headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache');
};
