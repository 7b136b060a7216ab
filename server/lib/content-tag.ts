import { createHash } from 'node:crypto';

/**
 * The `ETag` of a response. Set it in advance, so that hono's etag middleware does not clone the response to
 * hash it.
 */
export const contentTag = (content: string): string =>
  `"${createHash('sha256').update(content).digest('base64url')}"`;
