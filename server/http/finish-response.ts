import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import type { HttpEnvironment } from './environment.ts';
import { isPrebuilt } from './prebuilt-response.ts';
import { addSecurityHeaders } from './security-headers.ts';

const compressResponse = compress();

export const finishResponse: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  await next();
  if (isPrebuilt(c)) return;
  await compressResponse(c, async () => {});
  addSecurityHeaders(c);
};
