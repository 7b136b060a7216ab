import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import type { HttpEnvironment } from './environment.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { isWhole } from './whole-answer.ts';

const compressAnswer = compress();

/** The last that is done to an answer: compressed where it is worth it, and given what every answer says. */
export const finishAnswer: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  await next();
  if (isWhole(c)) return;
  await compressAnswer(c, async () => {});
  addSecurityHeaders(c);
};
