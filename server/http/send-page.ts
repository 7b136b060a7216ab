import { accepts } from 'hono/accepts';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Asset } from './assets.ts';
import type { Http } from './environment.ts';
import { type PrebuiltHeaders, prebuiltHeaders } from './prebuilt-response.ts';
import { contentSecurityPolicy } from './security-headers.ts';

/** The style and script that a page is rendered with, as text for the page and as hashes for its policy. */
export interface PageParts {
  readonly style: Asset;
  readonly script: Asset | null;
}

/** Finds a page's built parts by name. */
export function pageParts(c: Http, style: string, script?: string): PageParts {
  const { assets } = c.get('app');
  return { style: assets.get(style), script: script === undefined ? null : assets.get(script) };
}

/** The parts in the form that page components take. */
export const partTexts = ({ style, script }: PageParts): { style: string; script?: string } =>
  script === null ? { style: style.text } : { style: style.text, script: script.text };

/** Answers with a whole HTML document whose policy allows just its own style and script. */
export function sendPage(
  c: Http,
  html: string,
  parts: PageParts,
  status: ContentfulStatusCode = 200,
): Response {
  c.header('Content-Security-Policy', contentSecurityPolicy(parts.style, parts.script));
  return c.html(html, status);
}

/** Whether the browser names gzip among what it takes; others get what `compress` finds for them. */
export const acceptsGzip = (c: Http): boolean =>
  accepts(c, { header: 'Accept-Encoding', supports: ['gzip'], default: '' }) === 'gzip';

/** The headers of a document that is compressed already; for browsers that take gzip alone. */
export const gzippedPageHeaders = (parts: PageParts): PrebuiltHeaders =>
  prebuiltHeaders({
    'Content-Security-Policy': contentSecurityPolicy(parts.style, parts.script),
    'Content-Type': 'text/html; charset=UTF-8',
    'Content-Encoding': 'gzip',
    Vary: 'Accept-Encoding',
  });
