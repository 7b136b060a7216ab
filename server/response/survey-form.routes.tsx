import { NOTHING_KEPT, renderSurveyPage } from '../../web/pages/SurveyPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http } from '../http/environment.ts';
import { parseLocale } from '../http/locale.ts';
import { pageParts, partTexts, sendPage, takesGzip, zippedPageHeaders } from '../http/send-page.ts';
import { sendWhole, type WholeHeaders } from '../http/whole-answer.ts';
import { type ZippedAround, zipAround } from '../http/zip-around.ts';
import type { Survey } from '../survey/definition.ts';
import type { Counter } from '../unit/counter.ts';
import type { Unit } from '../unit/unit.ts';
import type { FormFields } from './answers.ts';
import { issueToken, TOKEN_CHARACTERS, tokenScope } from './form-token.ts';

/** Where a survey's form stands. */
export interface FormPlace {
  readonly unit: Unit;
  readonly counter: Counter;
  readonly survey: Survey;
  /** Its address, `/k/k7mpx`, without the language. */
  readonly path: string;
  /** Hash of the slip's code; left out for a counter's own form. */
  readonly slipHash?: string;
}

/** Stands for the token while a page is rendered once for all visitors. */
const TOKEN_PLACE = '~TOKEN~';

/** A page as it stands before and after the token's place. */
type AroundToken = readonly [before: string, after: string];

/** A page that was rendered and compressed for one counter, language and state of the settings. */
interface RenderedPage {
  readonly plain: AroundToken;
  readonly zipped: ZippedAround;
  readonly headers: WholeHeaders;
}

/** Rendered pages of an application, by everything that they show. */
const renderedBy = new WeakMap<object, Map<string, RenderedPage>>();
const MAX_RENDERED = 500;

/** What every citizen's page is given. */
export const pageFrame = (c: Http, parts: ReturnType<typeof pageParts>) => ({
  assets: partTexts(parts),
  locale: parseLocale(c),
  defaultLocale: c.get('app').config.defaultLocale,
  demo: c.get('app').isDemo,
});

const addQuery = (path: string, query: string): string => `${path}${path.includes('?') ? '&' : '?'}${query}`;

/** A path of this server that leads to a page in the language of this request. */
export function withLocale(path: string, c: Http): string {
  const locale = parseLocale(c);
  return locale === c.get('app').config.defaultLocale ? path : addQuery(path, `lang=${locale}`);
}

/** A form that came back. */
export interface Returned {
  readonly faults: readonly Fault[];
  readonly fields: FormFields;
}

/** Answers with a survey's form: empty, or as it came back with its faults. No cache may keep its token. */
export function sendSurvey(c: Http, place: FormPlace, returned?: Returned): Response {
  const { tokenKey, clock, random } = c.get('app');
  const token = issueToken(
    tokenKey,
    tokenScope(place.counter.code, place.slipHash),
    clock.now(),
    random,
    returned === undefined,
  );
  // A slip's page is asked for once or twice and never again.
  if (returned || place.slipHash !== undefined) {
    return sendPlain(c, renderAround(c, place, returned ?? null), token, returned ? 422 : 200);
  }
  const { plain, zipped, headers } = renderOnce(c, place);
  return takesGzip(c) ? sendWhole(c, zipped.fill(token), 200, headers) : sendPlain(c, plain, token, 200);
}

function sendPlain(c: Http, [before, after]: AroundToken, token: string, status: 200 | 422): Response {
  c.header('Cache-Control', 'no-store');
  return sendPage(c, `${before}${token}${after}`, surveyParts(c), status);
}

const surveyParts = (c: Http) => pageParts(c, 'survey.css', 'survey.js');

/** The page without answers is the same for everybody but for the token: it is rendered and compressed once. */
function renderOnce(c: Http, place: FormPlace): RenderedPage {
  const { unit, counter, survey } = place;
  const locale = parseLocale(c);
  const app = c.get('app');
  const pages = renderedBy.get(app) ?? new Map<string, RenderedPage>();
  renderedBy.set(app, pages);
  const { code, name, field } = counter;
  const key = [code, name, field === null, unit.name, unit.contact_phone, survey.sha256, locale].join('\n');
  const page = pages.get(key) ?? render(c, place);
  if (pages.size >= MAX_RENDERED) pages.clear();
  pages.set(key, page);
  return page;
}

function render(c: Http, place: FormPlace): RenderedPage {
  const plain = renderAround(c, place, null);
  const headers = { ...zippedPageHeaders(surveyParts(c)), 'Cache-Control': 'no-store' };
  return { plain, zipped: zipAround(...plain, TOKEN_CHARACTERS), headers };
}

function renderAround(
  c: Http,
  { unit, counter, survey, path }: FormPlace,
  returned: Returned | null,
): AroundToken {
  const frame = pageFrame(c, surveyParts(c));
  const other = frame.locale === 'vi' ? 'en' : 'vi';
  const html = renderSurveyPage({
    ...frame,
    unitName: unit.name,
    counterName: counter.name,
    contactPhone: unit.contact_phone,
    action: withLocale(path, c),
    otherLocaleHref: addQuery(path, `lang=${other}`),
    token: TOKEN_PLACE,
    survey,
    asksField: counter.field === null,
    kept: returned ? keptAnswers(returned.fields) : NOTHING_KEPT,
    faults: returned?.faults ?? [],
  });
  // What a citizen typed could hold the place's name too; the form token stands before all of it.
  const at = html.indexOf(`value="${TOKEN_PLACE}"`) + 'value="'.length;
  return [html.slice(0, at), html.slice(at + TOKEN_PLACE.length)];
}

/** What was filled in, to be shown again; what the form does not know is left out by the page. */
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
