import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import type { HttpEnvironment } from './environment.ts';
import { isWhole } from './whole-answer.ts';

const compressAnswer = compress();

/** Compresses what is worth it for whoever takes it; an answer that was made whole is as it should be. */
export const compression: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  await next();
  if (!isWhole(c)) await compressAnswer(c, async () => {});
};
