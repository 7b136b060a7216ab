import { Hono } from 'hono';
import { renderSurveyFileFaultsPage } from '../../web/pages/SurveyFileFaultsPage.tsx';
import { renderSurveyPreviewPage, type SurveyPreviewPageProps } from '../../web/pages/SurveyPreviewPage.tsx';
import { renderSurveysPage } from '../../web/pages/SurveysPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, limitBody, parseForm } from '../http/form-body.ts';
import { parseLocale } from '../http/locale.ts';
import { pageParts, partTexts, sendPage } from '../http/send-page.ts';
import { parseUpload, type Uploaded } from '../http/upload.ts';
import { isDay } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendFormPage, sendStaffPage } from '../staff/staff-page.ts';
import type { Survey, SurveyCatalogue } from '../survey/definition.ts';
import { type Examination, examineFile, refuseFile } from '../survey/examine-file.ts';
import type { CounterSurvey } from '../unit/counter.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { listSurveyPlans, planSurvey, withdrawSurvey } from '../unit/plan-change.ts';
import { ALL_COUNTERS, findSurveyByKey, type SurveyChange, surveyKey } from '../unit/survey-change.ts';
import { sendConfirm } from './settings.routes.tsx';

const SURVEYS = '/quan-tri/phieu';

interface Typed {
  readonly survey: string;
  readonly counter: string;
  readonly since: string;
}

export const surveyRoutes = new Hono<HttpEnvironment>()
  .get(SURVEYS, (c) => sendSurveys(c, null, []))
  .post(SURVEYS, formLimit, async (c) => {
    const { typed, isConfirmed } = await parseChoice(c);
    const unit = await getMainUnit(c.get('app').db);
    const result = await planSurvey(c.get('app'), getSignedIn(c).user, unit, typed, isConfirmed);
    if (result.outcome === 'faults') return sendSurveys(c, typed, result.faults);
    if (result.outcome === 'done') return c.redirect(SURVEYS, 303);
    return sendConfirm(c, SURVEYS, { act: 'change', ...describeChange(result.change) }, { ...typed });
  })
  .post(`${SURVEYS}/rut`, formLimit, async (c) => {
    const { typed, isConfirmed } = await parseChoice(c);
    const { survey, since } = typed;
    // Only a form that this page did not send can have such a day.
    if (!isDay(since)) throw new AppError('not-found', 'setting-unknown');
    const unit = await getMainUnit(c.get('app').db);
    const result = await withdrawSurvey(c.get('app'), getSignedIn(c).user, unit, typed, isConfirmed);
    if (result.outcome === 'faults') return sendSurveys(c, null, result.faults);
    if (result.outcome === 'done') return c.redirect(SURVEYS, 303);
    return sendConfirm(c, SURVEYS, { act: 'withdraw', ...describeChange(result.change) }, { survey, since });
  });

async function parseChoice(c: Http): Promise<{ typed: Typed; isConfirmed: boolean }> {
  const fields = await parseForm(c);
  const text = (field: string) => fields.get(field)?.[0] ?? '';
  return {
    typed: { survey: text('survey'), counter: text('counter'), since: text('since') },
    isConfirmed: text('confirm') === 'yes',
  };
}

async function sendSurveys(c: Http, typed: Typed | null, faults: readonly Fault[]): Promise<Response> {
  const { db, surveys } = c.get('app');
  const { tomorrow, current, planned } = await listSurveyPlans(c.get('app'), await getMainUnit(db));
  const used = new Set(
    [...current.flatMap(({ inForce }) => inForce ?? []), ...planned].map((row) =>
      surveyKey(row.survey_id, row.survey_version),
    ),
  );
  // An older version is offered only while a counter uses or plans it.
  const offered = surveys.list().filter(({ id, version, is_published }) => {
    const hasNewer = surveys
      .list()
      .some((other) => other.id === id && other.version > version && other.is_published);
    return !is_published || !hasNewer || used.has(surveyKey(id, version));
  });
  return sendFormPage(c, faults, (base) =>
    renderSurveysPage({
      ...base,
      counters: current.map(({ counter, inForce }) => ({
        code: counter.code,
        name: counter.name,
        isOpen: counter.is_open,
        survey: inForce ? { ...nameSurveyInForce(surveys, inForce), since: inForce.since } : null,
      })),
      planned: planned.map((plan) => ({
        ...nameSurveyInForce(surveys, plan),
        since: plan.since,
        counters: namesOf(plan),
        mayWithdraw: plan.mayWithdraw,
      })),
      surveys: offered.map(describeSurvey),
      typed: typed ?? { survey: '', counter: ALL_COUNTERS, since: '' },
      exampleDay: tomorrow,
    }),
  );
}

const namesOf = ({ counters, isEverywhere }: Pick<SurveyChange, 'counters' | 'isEverywhere'>) =>
  isEverywhere ? null : counters.map(({ name }) => name);

const describeChange = (change: SurveyChange) => ({
  since: change.since,
  survey: describeSurvey(change.survey),
  counters: namesOf(change),
});

function nameSurveyInForce(
  surveys: SurveyCatalogue,
  { survey_id: id, survey_version: version }: Pick<CounterSurvey, 'survey_id' | 'survey_version'>,
) {
  return { id, version, title: surveys.find(id, version)?.title.vi ?? id, key: surveyKey(id, version) };
}

function describeSurvey(survey: Survey) {
  const key = surveyKey(survey.id, survey.version);
  return {
    id: survey.id,
    version: survey.version,
    title: survey.title.vi,
    key,
    questions: survey.questions.length,
    isPublished: survey.is_published,
    previewHref: `/quan-tri/phieu/xem?phieu=${encodeURIComponent(key)}`,
  };
}

/** Far above the largest survey, the full form of seventeen questions, which has about 20 000 bytes. */
export const SURVEY_FILE_LIMIT_BYTES = 256 * 1024;

const checkLimit = limitBody(SURVEY_FILE_LIMIT_BYTES);

export const surveyPreviewRoutes = new Hono<HttpEnvironment>()
  .get('/quan-tri/phieu/xem', (c) => {
    const key = c.req.query('phieu') ?? '';
    const survey = findSurveyByKey(c.get('app').surveys, key);
    if (!survey) throw new AppError('not-found', 'survey-unknown');
    const locale = parseLocale(c);
    const other = new URLSearchParams({ phieu: key, lang: locale === 'vi' ? 'en' : 'vi' });
    return sendPreview(c, {
      survey,
      locale,
      source: survey.is_published ? 'published' : 'draft',
      otherLocaleHref: `/quan-tri/phieu/xem?${other}`,
    });
  })
  .post('/quan-tri/phieu/kiem-tra', checkLimit, async (c) => {
    const fields = await parseUpload(c);
    const pasted = fields.get('text') ?? '';
    const file = fields.get('file');
    const given = file === undefined || file === '' ? pasted : file;
    if ((typeof given === 'string' ? given : given.bytes).length === 0) return sendFaults(c, null, '');
    const examined = examine(c, given);
    if (examined.ok) {
      const locale = fields.get('lang') === 'en' ? 'en' : 'vi';
      return sendPreview(c, { survey: examined.survey, locale, source: 'checked', otherLocaleHref: null });
    }
    return sendFaults(c, examined, typeof given === 'string' ? given.toWellFormed() : '');
  });

function examine(c: Http, file: Uploaded): Examination {
  if (typeof file === 'string') return examineFile(file, c.get('app').surveys);
  try {
    return examineFile(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes), c.get('app').surveys);
  } catch (error) {
    if (error instanceof TypeError) return refuseFile('not-utf-8');
    throw error;
  }
}

/** `examined` is null when no file was sent. */
const sendFaults = (
  c: Http,
  examined: Extract<Examination, { ok: false }> | null,
  text: string,
): Promise<Response> =>
  sendStaffPage(c, (base) => renderSurveyFileFaultsPage({ ...base, examined, text }), 422);

async function sendPreview(
  c: Http,
  view: Pick<SurveyPreviewPageProps, 'survey' | 'locale' | 'source' | 'otherLocaleHref'>,
): Promise<Response> {
  const { db, isDemo } = c.get('app');
  const unit = await getMainUnit(db);
  const parts = pageParts(c, 'survey-preview.css');
  c.header('Cache-Control', 'no-store');
  const html = renderSurveyPreviewPage({
    ...view,
    assets: partTexts(parts),
    demo: isDemo,
    unitName: unit.name,
    contactPhone: unit.contact_phone,
  });
  return sendPage(c, html, parts);
}
