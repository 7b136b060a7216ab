import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import type { HttpEnvironment } from './environment.ts';
import { isPrebuilt } from './prebuilt-response.ts';
import { addSecurityHeaders } from './security-headers.ts';

const compressAnswer = compress();

/** The last that is done to an answer: compressed where it is worth it, and given what every answer says. */
export const finishResponse: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  await next();
  if (isPrebuilt(c)) return;
  await compressAnswer(c, async () => {});
  addSecurityHeaders(c);
};
