import { createHash } from 'node:crypto';

/** An `ETag`. Setting it in advance keeps hono's etag middleware from cloning the response to hash it. */
export const contentTag = (content: string): string =>
  `"${createHash('sha256').update(content).digest('base64url')}"`;
