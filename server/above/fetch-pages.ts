import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { BadAnswer, parseBoundedJson } from './bounded-json.ts';
import { parseKnownFields } from './judge-report.ts';
import type { Source } from './read-list.ts';

/** Maximum bytes of a page; a page with fifty reports of a year has about four megabytes. */
export const MAX_BYTES = 8_000_000;
const MAX_PAGES = 100;
/** Maximum bytes of all pages of a source together, because all are in memory at the same time. */
const MAX_SOURCE_BYTES = 64_000_000;
/** Time limit for all requests to a source, as a multiple of the timeout of one request. */
const MAX_WAITS = 20;
const TRIES = 3;
const LONGEST_WAIT_MS = 60_000;

export interface Patience {
  readonly timeoutMs: number;
  /** Milliseconds before the first retry; doubled before each further retry, with jitter. */
  readonly backoffMs: number;
}

export const keptPageSchema = z.object({ etag: z.string(), text: z.string() });
export type KeptPage = z.infer<typeof keptPageSchema>;

const pageSchema = z.strictObject({
  schema: z.literal('hailong.reports/1'),
  period: z.string(),
  reports: z.array(z.unknown()).max(50),
  missing: z
    .array(
      z.looseObject({
        unit: z.looseObject({ code: z.string().max(200), name: z.string().max(500) }),
        reason: z.literal('not-open'),
      }),
    )
    .max(50)
    .default([]),
  next_cursor: z.string().max(400).nullable(),
});

export const parsePage = (text: string) => parseKnownFields(pageSchema, parseBoundedJson(text));

/** All pages of a period. Unchanged pages are not transferred again (ETag). @throws BadAnswer */
export async function fetchPages(
  source: Source & { readonly address: string },
  periodId: string,
  kept: readonly KeptPage[],
  patience: Patience,
): Promise<KeptPage[]> {
  const pages: KeptPage[] = [];
  const startedAt = performance.now();
  let bytes = 0;
  for (let cursor: string | null = ''; cursor !== null; ) {
    if (pages.length === MAX_PAGES || bytes > MAX_SOURCE_BYTES) throw new BadAnswer('too-large');
    if (performance.now() - startedAt > MAX_WAITS * patience.timeoutMs) throw new BadAnswer('slow');
    const url = new URL('api/v1/reports', source.address);
    url.searchParams.set('period', periodId);
    if (cursor !== '') url.searchParams.set('cursor', cursor);
    const page = await fetchWithRetries(url, source.key, kept[pages.length], patience);
    const { period, next_cursor } = parsePage(page.text);
    if (period !== periodId) throw new BadAnswer('other-period');
    pages.push(page);
    bytes += Buffer.byteLength(page.text);
    cursor = next_cursor === '' ? null : next_cursor;
  }
  return pages;
}

async function fetchWithRetries(
  url: URL,
  key: string,
  kept: KeptPage | undefined,
  { timeoutMs, backoffMs }: Patience,
): Promise<KeptPage> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetchOnce(url, key, kept, timeoutMs);
    if ('text' in answer) return answer;
    if (attempt === TRIES) throw new BadAnswer(answer.failure);
    const backoff = backoffMs * 2 ** (attempt - 1) * (0.5 + Math.random());
    await wait(Math.min(LONGEST_WAIT_MS, Math.max(backoff, 1000 * answer.retryAfter)));
  }
}

/** Returns `failure` for an error that a retry may solve. @throws BadAnswer for any other error. */
async function fetchOnce(
  url: URL,
  key: string,
  kept: KeptPage | undefined,
  timeoutMs: number,
): Promise<KeptPage | { readonly failure: string; readonly retryAfter: number }> {
  const headers = { Authorization: `Bearer ${key}`, ...(kept?.etag ? { 'If-None-Match': kept.etag } : {}) };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    // Redirects are refused: the API key in the headers must not reach another host.
    const response = await fetch(url, { headers, signal, redirect: 'manual' });
    const { status } = response;
    if (status === 200) {
      return { etag: response.headers.get('ETag') ?? '', text: await readBounded(response) };
    }
    await response.body?.cancel();
    if (status === 304 && kept) return kept;
    if (status >= 300 && status < 400) throw new BadAnswer('redirected');
    if (status === 401 || status === 403) throw new BadAnswer('key-refused');
    const retryAfter = Number(response.headers.get('Retry-After')) || 0;
    if (status === 429 || status >= 500) return { failure: 'unavailable', retryAfter };
    throw new BadAnswer('refused');
  } catch (error) {
    if (error instanceof BadAnswer) throw error;
    return { failure: signal.aborted ? 'slow' : 'unreachable', retryAfter: 0 };
  }
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new BadAnswer('too-large');
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new BadAnswer('not-json');
  }
}
