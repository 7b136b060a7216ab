import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError } from '../lib/errors.ts';
import type { Http } from './environment.ts';

/** A form must be smaller than this; the documentation promises 24 kB. */
const FORM_LIMIT_BYTES = 24_000;

const refuse = (): never => {
  throw new AppError('too-large', 'body-too-large');
};

/** @throws AppError `too-large`, also when the body is longer than its headers say. */
export function limitBody(maxSize: number): MiddlewareHandler {
  const countWhileReading = bodyLimit({ maxSize, onError: refuse });
  return async (c, next) => {
    const length = c.req.header('content-length');
    // Node ends a body at its `Content-Length`, so checking the header is enough. hono's own limit wraps every body
    // in a web stream, which makes storing a ballot 50 % more expensive.
    const isAnnounced = length !== undefined && c.req.header('transfer-encoding') === undefined;
    if (!isAnnounced) return countWhileReading(c, next);
    if (Number(length) > maxSize) refuse();
    return next();
  };
}

export const formLimit = limitBody(FORM_LIMIT_BYTES - 1);

/**
 * Fields of a urlencoded form; a field may have several values.
 * @throws AppError `unsupported-type` for any other type of content.
 */
export async function parseForm(c: Http): Promise<Map<string, string[]>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw new AppError('unsupported-type', 'form-type');
  }
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(await c.req.text())) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}
