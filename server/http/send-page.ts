import { accepts } from 'hono/accepts';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Asset } from './assets.ts';
import type { Http } from './environment.ts';
import { contentSecurityPolicy } from './security-headers.ts';
import { type WholeHeaders, wholeHeaders } from './whole-answer.ts';

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

/** Browsers send the same few headers; any other value is parsed per request. */
const MOST_ENCODINGS = 100;
const gzipIn = new Map<string, boolean>();

/** Whether the browser takes gzip and says so by name; one that says less gets what `compress` finds for it. */
export function takesGzip(c: Http): boolean {
  const said = c.req.header('accept-encoding') ?? '';
  const known = gzipIn.get(said);
  if (known !== undefined) return known;
  const takes = accepts(c, { header: 'Accept-Encoding', supports: ['gzip'], default: '' }) === 'gzip';
  if (gzipIn.size >= MOST_ENCODINGS) gzipIn.clear();
  gzipIn.set(said, takes);
  return takes;
}

/** The headers of a document that is compressed already; for browsers that take gzip alone. */
export const zippedPageHeaders = (parts: PageParts): WholeHeaders =>
  wholeHeaders({
    'Content-Security-Policy': contentSecurityPolicy(parts.style, parts.script),
    'Content-Type': 'text/html; charset=UTF-8',
    'Content-Encoding': 'gzip',
    Vary: 'Accept-Encoding',
  });
