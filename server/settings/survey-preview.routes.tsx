import { Hono } from 'hono';
import { renderSurveyFileFaultsPage } from '../../web/pages/SurveyFileFaultsPage.tsx';
import { renderSurveyPreviewPage, type SurveyPreviewPageProps } from '../../web/pages/SurveyPreviewPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { limitBody } from '../http/form-body.ts';
import { parseLocale } from '../http/locale.ts';
import { pageParts, partTexts, sendPage } from '../http/send-page.ts';
import { parseUpload, type Uploaded } from '../http/upload.ts';
import { AppError } from '../lib/errors.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { type Examination, examineFile, refuseFile } from '../survey/examine-file.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { findSurveyByKey } from '../unit/survey-change.ts';

/** Limit far above the full form of seventeen questions, which has about 20 000 bytes. */
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
