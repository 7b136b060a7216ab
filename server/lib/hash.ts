import { createHash, createHmac } from 'node:crypto';

export const keyedHash = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');

/** `ETag` of a response. Set in advance, so that hono's etag middleware does not clone the response to hash it. */
export const contentTag = (content: string): string =>
  `"${createHash('sha256').update(content).digest('base64url')}"`;
