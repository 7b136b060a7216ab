import { Hono } from 'hono';
import { renderClosedCounterPage } from '../../web/pages/ClosedCounterPage.tsx';
import { renderFrontPage } from '../../web/pages/FrontPage.tsx';
import { renderPrivacyPage } from '../../web/pages/PrivacyPage.tsx';
import { NOTHING_KEPT, renderSurveyPage } from '../../web/pages/SurveyPage.tsx';
import { renderThanksPage } from '../../web/pages/ThanksPage.tsx';
import { renderUnknownCounterPage } from '../../web/pages/UnknownCounterPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { parseLocale } from '../http/locale.ts';
import { pageParts, partTexts, sendPage } from '../http/send-page.ts';
import type { Locale } from '../lib/locale.ts';
import { parseCounterCode } from '../unit/counter.ts';
import { type CounterVisit, findCounterVisit } from '../unit/find-counter-visit.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import type { Fault, FormFields } from './answers.ts';
import { issueToken } from './form-token.ts';
import { submitResponse } from './submit-response.ts';

type OpenVisit = Extract<CounterVisit, { kind: 'open' }>;

/** Stands for the token while a page is rendered once for all visitors. */
const TOKEN_PLACE = '~TOKEN~';

/** A page that was rendered for one counter, language and state of the settings, around the token's place. */
const rendered = new WeakMap<object, Map<string, readonly [string, string]>>();
const MAX_RENDERED = 500;

/** The citizen's pages: the front door, the survey behind a poster, thanks, the privacy notice. */
export const responseRoutes = new Hono<HttpEnvironment>()
  .get('/', async (c) => {
    const typed = c.req.query('ma') ?? '';
    const fault = typed.trim() === '' ? null : await findCodeFault(c, typed);
    if (typed.trim() !== '' && fault === null)
      return c.redirect(surveyPath(parseCounterCode(typed) ?? '', c), 303);
    const unit = await getMainUnit(c.get('app').db);
    const parts = pageParts(c, 'page.css');
    const frame = pageFrame(c, parts);
    const html = renderFrontPage({ ...frame, unitName: unit.name, typed, fault });
    return sendPage(c, html, parts, fault === null ? 200 : 422);
  })
  .get('/k/:counter', async (c) => {
    const visit = await findVisit(c);
    c.header('Cache-Control', 'no-store');
    return visit.kind === 'open' ? sendSurvey(c, visit) : sendNoSurvey(c, visit);
  })
  .post('/k/:counter', formLimit, async (c) => {
    const fields = await parseForm(c);
    const visit = await findVisit(c);
    c.header('Cache-Control', 'no-store');
    if (visit.kind === 'unknown') return sendNoSurvey(c, visit);
    const result = await submitResponse(c.get('app'), visit.counter, fields);
    if (result.kind !== 'faulty') return c.redirect(withLocale('/cam-on', c), 303);
    return visit.kind === 'open'
      ? sendSurvey(c, visit, { faults: result.faults, fields })
      : sendNoSurvey(c, visit);
  })
  .get('/cam-on', async (c) => {
    const unit = await getMainUnit(c.get('app').db);
    const parts = pageParts(c, 'page.css');
    return sendPage(
      c,
      renderThanksPage({
        ...pageFrame(c, parts),
        unitName: unit.name,
        resultsHref: withLocale('/ket-qua', c),
      }),
      parts,
    );
  })
  .get('/rieng-tu', async (c) => {
    const unit = await getMainUnit(c.get('app').db);
    const parts = pageParts(c, 'page.css');
    return sendPage(
      c,
      renderPrivacyPage({ ...pageFrame(c, parts), unitName: unit.name, contactPhone: unit.contact_phone }),
      parts,
    );
  });

const pageFrame = (c: Http, parts: ReturnType<typeof pageParts>) => ({
  assets: partTexts(parts),
  locale: parseLocale(c),
  defaultLocale: c.get('app').config.defaultLocale,
  demo: c.get('app').isDemo,
});

const findVisit = (c: Http): Promise<CounterVisit> => {
  const { db, surveys, clock } = c.get('app');
  return findCounterVisit(db, surveys, c.req.param('counter') ?? '', clock.now());
};

async function findCodeFault(c: Http, typed: string): Promise<'malformed' | 'unknown' | null> {
  if (parseCounterCode(typed) === null) return 'malformed';
  const { db, surveys, clock } = c.get('app');
  const visit = await findCounterVisit(db, surveys, typed, clock.now());
  return visit.kind === 'unknown' ? 'unknown' : null;
}

function withLocale(path: string, c: Http): string {
  const locale = parseLocale(c);
  return locale === c.get('app').config.defaultLocale ? path : `${path}?lang=${locale}`;
}

const surveyPath = (code: string, c: Http): string => withLocale(`/k/${code}`, c);

interface Returned {
  readonly faults: readonly Fault[];
  readonly fields: FormFields;
}

function sendSurvey(c: Http, visit: OpenVisit, returned?: Returned): Response {
  const { tokenKey, clock, random } = c.get('app');
  const parts = pageParts(c, 'survey.css', 'survey.js');
  const token = issueToken(tokenKey, visit.counter.code, clock.now(), random);
  const [before, after] = returned
    ? renderAround(c, visit, parts, returned)
    : renderOnce(c, visit, parts, parseLocale(c));
  return sendPage(c, `${before}${token}${after}`, parts, returned ? 422 : 200);
}

/** The page without answers is the same for everybody but for the token, so it is rendered once. */
function renderOnce(c: Http, visit: OpenVisit, parts: ReturnType<typeof pageParts>, locale: Locale) {
  const { unit, counter, survey } = visit;
  const key = JSON.stringify([counter, unit.name, unit.contact_phone, survey.sha256, locale]);
  const app = c.get('app');
  const pages = rendered.get(app) ?? new Map<string, readonly [string, string]>();
  rendered.set(app, pages);
  const known = pages.get(key);
  if (known) return known;
  const page = renderAround(c, visit, parts, null);
  if (pages.size >= MAX_RENDERED) pages.clear();
  pages.set(key, page);
  return page;
}

function renderAround(
  c: Http,
  { unit, counter, survey }: OpenVisit,
  parts: ReturnType<typeof pageParts>,
  returned: Returned | null,
): readonly [string, string] {
  const frame = pageFrame(c, parts);
  const other = frame.locale === 'vi' ? 'en' : 'vi';
  const html = renderSurveyPage({
    ...frame,
    unitName: unit.name,
    counterName: counter.name,
    contactPhone: unit.contact_phone,
    action: surveyPath(counter.code, c),
    otherLocaleHref: `/k/${counter.code}?lang=${other}`,
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

function sendNoSurvey(c: Http, visit: Exclude<CounterVisit, { kind: 'open' }>): Response {
  const parts = pageParts(c, 'page.css');
  const frame = pageFrame(c, parts);
  if (visit.kind === 'unknown') {
    return sendPage(
      c,
      renderUnknownCounterPage({ ...frame, typed: c.req.param('counter') ?? '' }),
      parts,
      404,
    );
  }
  const html = renderClosedCounterPage({
    ...frame,
    unitName: visit.unit.name,
    counterName: visit.counter.name,
    otherCounters: visit.open.map(({ name, code }) => ({ name, href: surveyPath(code, c) })),
  });
  // 200: the address is right and the citizen did nothing wrong; 422 keeps a sent form from looking kept.
  return sendPage(c, html, parts, c.req.method === 'GET' ? 200 : 422);
}
