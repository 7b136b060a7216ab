import { Hono } from 'hono';
import { renderClosedCounterPage } from '../../web/pages/ClosedCounterPage.tsx';
import { type FrontPageProps, renderFrontPage } from '../../web/pages/FrontPage.tsx';
import { renderPrivacyPage } from '../../web/pages/PrivacyPage.tsx';
import { renderThanksPage } from '../../web/pages/ThanksPage.tsx';
import { renderUnknownCounterPage } from '../../web/pages/UnknownCounterPage.tsx';
import { clientAddress } from '../http/client-address.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { readFormSource } from '../http/form-source.ts';
import { redirectPrebuilt } from '../http/prebuilt-response.ts';
import { dayOf } from '../lib/day.ts';
import { periodOf, previousPeriod } from '../period/period.ts';
import { parseSlipCode, resemblesSlipCode } from '../slip/slip-code.ts';
import { makeDeviceCookie, readDeviceMarks } from '../trust/device-cookies.ts';
import { listCounters } from '../unit/counter.store.ts';
import { type Counter, parseCounterCode } from '../unit/counter.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { commentMonthsOn, improvementsAfter } from '../unit/dated-setting.ts';
import { type CounterVisit, findCounterVisit } from '../unit/find-counter-visit.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { submitResponse } from './submit-response.ts';
import {
  type FormPlace,
  keepWhenUnavailable,
  refuseAfterTrial,
  sendShortPage,
  sendSurvey,
  statusOf,
  THANKS_PATH,
  withLocale,
} from './survey-form.routes.tsx';

export const responseRoutes = new Hono<HttpEnvironment>()
  .get('/', async (c) => {
    const typed = c.req.query('ma') ?? '';
    const fault = typed.trim() === '' ? null : await findCodeFault(c, typed);
    if (typed.trim() !== '' && fault === null) {
      const slip = parseSlipCode(typed);
      return c.redirect(
        slip === null ? surveyPath(parseCounterCode(typed) ?? '', c) : withLocale(`/p/${slip}`, c),
        303,
      );
    }
    const { db } = c.get('app');
    const unit = await getMainUnit(db);
    const counters = (await listCounters(db, unit.code))
      .filter(({ is_open }) => is_open)
      .map(({ name, code }) => ({ name, href: surveyPath(code, c) }));
    return sendShortPage(
      c,
      (frame) => renderFrontPage({ ...frame, unitName: unit.name, counters, typed, fault }),
      fault === null ? 200 : 422,
    );
  })
  .get('/k/:counter', async (c) => {
    const visit = await findVisit(c);
    return visit.kind === 'open' ? sendSurvey(c, placeOf(visit)) : sendNoSurvey(c, visit);
  })
  .post('/k/:counter', formLimit, async (c) => {
    const fields = await parseForm(c);
    const visit = await findVisit(c);
    if (visit.kind === 'unknown') return sendNoSurvey(c, visit);
    const marks = readDeviceMarks(c, visit.counter.channel);
    const result = await keepWhenUnavailable(c, fields, () =>
      submitResponse(c.get('app'), visit.counter, fields, {
        source: readFormSource(c),
        sentToday: marks?.marks.length ?? null,
        network: clientAddress(c),
      }),
    );
    if ('kind' in result && result.kind !== 'faulty') {
      const cookie = marks && makeDeviceCookie(c, marks, fields.get('t')?.[0] ?? '');
      return redirectPrebuilt(c, withLocale(THANKS_PATH, c), cookie);
    }
    return visit.kind === 'open'
      ? sendSurvey(c, placeOf(visit), { fields, ...result })
      : sendNoSurvey(c, visit);
  })
  .get('/cam-on', async (c) => {
    const { db, clock } = c.get('app');
    const unit = await getMainUnit(db);
    const today = dayOf(clock.now());
    const quarter = previousPeriod(periodOf('report-quarter', today));
    const page = {
      unitName: unit.name,
      resultsHref: withLocale('/ket-qua', c),
      isSent: c.req.query('gui') === '1',
      improvements: improvementsAfter(await listDatedSettings(db, unit.code), quarter, today),
    };
    return sendShortPage(c, (frame) => renderThanksPage({ ...frame, ...page }), 200, 'thanks.css');
  })
  .get('/rieng-tu', async (c) => {
    const { db, clock } = c.get('app');
    const unit = await getMainUnit(db);
    const page = {
      unitName: unit.name,
      contactPhone: unit.contact_phone,
      commentMonths: commentMonthsOn(await listDatedSettings(db, unit.code), dayOf(clock.now())),
    };
    return sendShortPage(c, (frame) => renderPrivacyPage({ ...frame, ...page }));
  });

const findVisit = async (c: Http): Promise<CounterVisit> => {
  refuseAfterTrial(c);
  const { db, surveys, clock } = c.get('app');
  return findCounterVisit(db, surveys, c.req.param('counter') ?? '', clock.now());
};

async function findCodeFault(c: Http, typed: string): Promise<FrontPageProps['fault']> {
  // Does not tell whether the slip exists, because look-ups are rate-limited only at the slip's own URL.
  if (parseSlipCode(typed) !== null) return null;
  if (parseCounterCode(typed) === null) {
    // A Vietnamese keyboard has merged letters of the typed code into letters with diacritics.
    if (/\p{M}|đ/iu.test(typed.normalize('NFD'))) return 'marks';
    return resemblesSlipCode(typed) ? 'slip' : 'malformed';
  }
  const { db, surveys, clock } = c.get('app');
  const visit = await findCounterVisit(db, surveys, typed, clock.now());
  return visit.kind === 'unknown' ? 'unknown' : null;
}

const placeOf = ({ unit, counter, survey }: Extract<CounterVisit, { kind: 'open' }>): FormPlace => ({
  unit,
  counter,
  survey,
  path: `/k/${counter.code}`,
});

const surveyPath = (code: string, c: Http): string => withLocale(`/k/${code}`, c);

function sendNoSurvey(c: Http, visit: Exclude<CounterVisit, { kind: 'open' }>): Response {
  c.header('Cache-Control', 'no-store');
  if (visit.kind === 'unknown') {
    const typed = c.req.param('counter') ?? '';
    return sendShortPage(c, (frame) => renderUnknownCounterPage({ ...frame, typed }), 404);
  }
  const toLink = ({ name, code }: Counter) => ({ name, href: surveyPath(code, c) });
  const page = {
    unitName: visit.unit.name,
    counterName: visit.counter.name,
    otherCounters: visit.open.map(toLink),
    successor: visit.successor && toLink(visit.successor),
    isMerged: visit.isMerged,
  };
  return sendShortPage(c, (frame) => renderClosedCounterPage({ ...frame, ...page }), statusOf(c));
}
