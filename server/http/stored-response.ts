import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { contentTag } from '../lib/hash.ts';
import type { Http } from './environment.ts';
import { type PrebuiltHeaders, prebuiltHeaders, sendPrebuilt } from './prebuilt-response.ts';
import { acceptsGzip } from './send-page.ts';

/** A response that is rendered and compressed once, because it is the same for everybody. */
export interface StoredResponse {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly zipped: Uint8Array<ArrayBuffer>;
  readonly tag: string;
  readonly headers: PrebuiltHeaders;
  readonly zippedHeaders: PrebuiltHeaders;
}

const compress = promisify(gzip);

export async function storeResponse(text: string, own: PrebuiltHeaders): Promise<StoredResponse> {
  const plain = new TextEncoder().encode(text);
  const tag = contentTag(text);
  const headers = prebuiltHeaders({
    'Cache-Control': 'no-cache',
    ...own,
    ETag: tag,
    Vary: 'Accept-Encoding',
  });
  const zipped = new Uint8Array(await compress(plain));
  return { plain, zipped, tag, headers, zippedHeaders: { ...headers, 'Content-Encoding': 'gzip' } };
}

/**
 * Sends 304 if the client has this version, without the policy headers, which would replace those of the cached
 * page.
 */
export function sendStored(
  c: Http,
  { plain, zipped, tag, headers, zippedHeaders }: StoredResponse,
): Response {
  const known = c.req.header('If-None-Match')?.split(',') ?? [];
  if (known.some((one) => one.trim().replace(/^W\//, '') === tag))
    return sendPrebuilt(c, null, 304, { ETag: tag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' });
  return acceptsGzip(c) ? sendPrebuilt(c, zipped, 200, zippedHeaders) : sendPrebuilt(c, plain, 200, headers);
}
