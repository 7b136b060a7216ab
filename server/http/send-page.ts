import { accepts } from 'hono/accepts';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { TrialView } from '../../web/types/trial.ts';
import type { Asset } from './assets.ts';
import type { Http } from './environment.ts';
import { type PrebuiltHeaders, prebuiltHeaders } from './prebuilt-response.ts';
import { contentSecurityPolicy } from './security-headers.ts';

/**
 * What all pages share: style and script, to be inlined, with their hashes for the policy, and the trial banner.
 */
export interface PageParts {
  readonly style: Asset;
  readonly script: Asset | null;
  readonly trial: TrialView | null;
}

export function pageParts(c: Http, style: string, script?: string): PageParts {
  const { assets } = c.get('app');
  return {
    style: assets.get(style),
    script: script === undefined ? null : assets.get(script),
    trial: c.get('trial') ?? null,
  };
}

interface PageTexts {
  readonly style: string;
  readonly script?: string;
  readonly trial: TrialView | null;
}

export const partTexts = ({ style, script, trial }: PageParts): PageTexts =>
  script === null ? { style: style.text, trial } : { style: style.text, script: script.text, trial };

export function sendPage(
  c: Http,
  html: string,
  parts: PageParts,
  status: ContentfulStatusCode = 200,
): Response {
  c.header('Content-Security-Policy', contentSecurityPolicy(parts.style, parts.script));
  return c.html(html, status);
}

/** Pages are prebuilt in gzip only; the middleware `compress` handles other encodings. */
export const acceptsGzip = (c: Http): boolean =>
  accepts(c, { header: 'Accept-Encoding', supports: ['gzip'], default: '' }) === 'gzip';

export const pageHeaders = (parts: PageParts): PrebuiltHeaders => ({
  'Content-Security-Policy': contentSecurityPolicy(parts.style, parts.script),
  'Content-Type': 'text/html; charset=UTF-8',
});

/** Only for clients of `acceptsGzip`. Without `Vary`, because no cache may store the page. */
export const gzippedPageHeaders = (parts: PageParts): PrebuiltHeaders =>
  prebuiltHeaders({ ...pageHeaders(parts), 'Content-Encoding': 'gzip', 'Cache-Control': 'no-store' });
