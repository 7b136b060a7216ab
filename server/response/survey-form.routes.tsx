import { LRUCache } from 'lru-cache';
import { NOTHING_KEPT, renderSurveyPage } from '../../web/pages/SurveyPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http } from '../http/environment.ts';
import { RETRY_AFTER_S } from '../http/error-pages.tsx';
import { createGzipTemplate, type GzipTemplate } from '../http/gzip-template.ts';
import { parseLocale } from '../http/locale.ts';
import { type PrebuiltHeaders, sendPrebuilt } from '../http/prebuilt-response.ts';
import { acceptsGzip, gzippedPageHeaders, pageParts, partTexts, sendPage } from '../http/send-page.ts';
import { AppError } from '../lib/errors.ts';
import { takeTurn } from '../lib/take-turn.ts';
import type { Survey } from '../survey/definition.ts';
import type { Counter } from '../unit/counter.ts';
import type { Unit } from '../unit/unit.ts';
import type { FormFields } from './answers.ts';
import { issueToken, renewToken, TOKEN_CHARACTERS, tokenScope } from './form-token.ts';

export interface FormPlace {
  readonly unit: Unit;
  readonly counter: Counter;
  readonly survey: Survey;
  /** URL path without the language, such as `/k/k7mpx`. */
  readonly path: string;
  /** Hash of the one-time slip; absent for the form of a counter. */
  readonly slipHash?: string;
}

/**
 * With this query the page confirms that a form was sent; without it, as when somebody opens the URL, it does not.
 */
export const THANKS_PATH = '/cam-on?gui=1';

/** In a page that is rendered once for everybody, each visitor's token replaces this text. */
const TOKEN_PLACEHOLDER = '~TOKEN~';

type SplitAtToken = readonly [before: string, after: string];

interface RenderedPage {
  readonly plain: SplitAtToken;
  readonly zipped: GzipTemplate;
  readonly headers: PrebuiltHeaders;
}

/** One cache per application; the key contains everything that a page depends on. */
const renderedBy = new WeakMap<object, LRUCache<string, RenderedPage>>();

const pageFrame = (c: Http, parts: ReturnType<typeof pageParts>) => ({
  assets: partTexts(parts),
  locale: parseLocale(c),
  defaultLocale: c.get('app').config.defaultLocale,
  demo: c.get('app').isDemo,
});

/**
 * 200 for a GET, because the URL is valid; 422 for a POST, so that the page's script does not take the form as
 * stored.
 */
export const statusOf = (c: Http) => (c.req.method === 'POST' ? 422 : 200);

/** Sends a page without a script, such as the thanks page. */
export function sendShortPage(
  c: Http,
  render: (frame: ReturnType<typeof pageFrame>) => string,
  status: 200 | 404 | 422 = 200,
  style = 'page.css',
): Response {
  const parts = pageParts(c, style);
  return sendPage(c, render(pageFrame(c, parts)), parts, status);
}

/** @throws AppError `unavailable` once the trial is over: on 503 the phone keeps the ballot and retries. */
export function refuseAfterTrial(c: Http): void {
  if (c.get('trial')?.isOver) throw new AppError('unavailable', 'trial-over');
}

const addQuery = (path: string, query: string): string => `${path}${path.includes('?') ? '&' : '?'}${query}`;

export function withLocale(path: string, c: Http): string {
  const locale = parseLocale(c);
  return locale === c.get('app').config.defaultLocale ? path : addQuery(path, `lang=${locale}`);
}

/** A submitted form that was not stored and is shown again. */
export interface Returned {
  readonly faults: readonly Fault[];
  readonly fields: FormFields;
  /** 503: the ballot may have been stored nevertheless, so the form keeps its token, and a retry counts once. */
  readonly status?: 422 | 503;
}

/**
 * Sends an empty form, or one with the submitted answers and faults. `no-store`, because each response has its own
 * token.
 */
export function sendSurvey(c: Http, place: FormPlace, returned?: Returned): Response {
  const { tokenKey, clock, random } = c.get('app');
  const { status = 422 } = returned ?? {};
  const scope = tokenScope(place.counter.code, place.slipHash);
  const token = returned
    ? renewToken(tokenKey, scope, returned.fields.get('t')?.[0], clock.now(), random)
    : issueToken(tokenKey, scope, clock.now(), random);
  // A slip's page is requested only once or twice, so it is not cached.
  if (returned || place.slipHash !== undefined) {
    return sendPlain(c, renderSplit(c, place, returned ?? null), token, returned ? status : 200);
  }
  const { plain, zipped, headers } = renderOnce(c, place);
  return acceptsGzip(c) ? sendPrebuilt(c, zipped.fill(token), 200, headers) : sendPlain(c, plain, token, 200);
}

/** If the ballot cannot be stored, shows the form again with all answers and the same token. */
export async function keepWhenUnavailable<Result>(
  c: Http,
  fields: FormFields,
  submit: () => Promise<Result>,
): Promise<Result | Required<Returned>> {
  try {
    return await submit();
  } catch (error) {
    if (c.get('app').health.failed(error) === null) throw error;
    c.header('Retry-After', RETRY_AFTER_S);
    // When a batch fails, all its forms are shown again; rendering them in one turn would block other requests.
    await takeTurn();
    return { faults: [{ field: 't', code: 'not-stored' }], fields, status: 503 };
  }
}

function sendPlain(c: Http, [before, after]: SplitAtToken, token: string, status: 200 | 422 | 503): Response {
  c.header('Cache-Control', 'no-store');
  return sendPage(c, `${before}${token}${after}`, surveyParts(c), status);
}

const surveyParts = (c: Http) => pageParts(c, 'survey.css', 'survey.js');

/** An empty form differs between visitors only in the token, so it is rendered and compressed once. */
function renderOnce(c: Http, place: FormPlace): RenderedPage {
  const { unit, counter, survey } = place;
  const locale = parseLocale(c);
  const app = c.get('app');
  const pages = renderedBy.get(app) ?? new LRUCache<string, RenderedPage>({ max: 500 });
  renderedBy.set(app, pages);
  const { code, name, field } = counter;
  const isTrial = (c.get('trial') ?? null) !== null;
  const shown = [code, name, field === null, unit.name, unit.contact_phone, survey.sha256, locale, isTrial];
  const key = shown.join('\n');
  const page = pages.get(key) ?? render(c, place);
  pages.set(key, page);
  return page;
}

function render(c: Http, place: FormPlace): RenderedPage {
  const plain = renderSplit(c, place, null);
  return {
    plain,
    zipped: createGzipTemplate(...plain, TOKEN_CHARACTERS),
    headers: gzippedPageHeaders(surveyParts(c)),
  };
}

function renderSplit(
  c: Http,
  { unit, counter, survey, path }: FormPlace,
  returned: Returned | null,
): SplitAtToken {
  const frame = pageFrame(c, surveyParts(c));
  const other = frame.locale === 'vi' ? 'en' : 'vi';
  const html = renderSurveyPage({
    ...frame,
    unitName: unit.name,
    counterName: counter.name,
    contactPhone: unit.contact_phone,
    action: withLocale(path, c),
    otherLocaleHref: addQuery(path, `lang=${other}`),
    token: TOKEN_PLACEHOLDER,
    survey,
    asksField: counter.field === null,
    kept: returned ? keptAnswers(returned.fields) : NOTHING_KEPT,
    faults: returned?.faults ?? [],
  });
  // Searches for the token's field, because the citizen's text, which comes later, may contain the placeholder,
  // too.
  const at = html.indexOf(`value="${TOKEN_PLACEHOLDER}"`) + 'value="'.length;
  return [html.slice(0, at), html.slice(at + TOKEN_PLACEHOLDER.length)];
}

/** Values to show again; the page ignores values that it does not know. */
function keptAnswers(fields: FormFields) {
  const levels: Record<string, string> = {};
  const why: Record<string, readonly string[]> = {};
  for (const [name, values] of fields) {
    if (name.startsWith('q.')) levels[name.slice(2)] = values.at(-1) ?? '';
    else if (name.startsWith('why.')) why[name.slice(4)] = values;
  }
  const text = (name: string) => (fields.get(name)?.[0] ?? '').toWellFormed();
  return { levels, why, kind: text('kind'), field: text('field'), comment: text('comment') };
}
