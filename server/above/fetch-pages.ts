import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { BadAnswer, parseBoundedJson } from './bounded-json.ts';
import { parseKnownFields } from './judge-report.ts';
import type { Source } from './read-list.ts';

/** A page of fifty reports of a year has about four megabytes. */
export const MAX_BYTES = 8_000_000;
const MAX_PAGES = 100;
/** Maximum size of all pages of a source, which are in memory together. */
const MAX_SOURCE_BYTES = 64_000_000;
/** Time limit for a whole source, as a multiple of the timeout of one request. */
const MAX_WAITS = 20;
const TRIES = 3;
const LONGEST_WAIT_MS = 60_000;

export interface Patience {
  readonly timeoutMs: number;
  /** Wait before the second try; doubled before each further one, with jitter. */
  readonly backoffMs: number;
}

/** A page as it was received. */
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

/** @throws BadAnswer */
export const parsePage = (text: string) => parseKnownFields(pageSchema, parseBoundedJson(text));

/** All pages of a period; those that did not change are not transferred again. @throws BadAnswer */
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

/** Returns a `failure` if a retry may succeed. @throws BadAnswer if a retry cannot help. */
async function fetchOnce(
  url: URL,
  key: string,
  kept: KeptPage | undefined,
  timeoutMs: number,
): Promise<KeptPage | { readonly failure: string; readonly retryAfter: number }> {
  const headers = { Authorization: `Bearer ${key}`, ...(kept?.etag ? { 'If-None-Match': kept.etag } : {}) };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    // The key must not reach another host, so no redirect is followed.
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
    // Leaving the loop cancels the body.
    if (bytes > MAX_BYTES) throw new BadAnswer('too-large');
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new BadAnswer('not-json');
  }
}
