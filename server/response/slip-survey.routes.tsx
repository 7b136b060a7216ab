import { Hono } from 'hono';
import { renderSlipCounterPage } from '../../web/pages/SlipCounterPage.tsx';
import { renderSlipEndPage } from '../../web/pages/SlipEndPage.tsx';
import { clientAddress } from '../http/client-address.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { readFormSource } from '../http/form-source.ts';
import { AppError } from '../lib/errors.ts';
import { findSlipVisit, type KnownSlipVisit, type SlipVisit } from '../slip/find-slip-visit.ts';
import { hashSlipCode, parseSlipCode } from '../slip/slip-code.ts';
import { listCounters } from '../unit/counter.store.ts';
import { findInstallation } from '../unit/installation.store.ts';
import { isTrialForm } from '../unit/installation.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import type { FormFields } from './answers.ts';
import { parseToken, tokenScope } from './form-token.ts';
import { type FormOrigin, submitResponse } from './submit-response.ts';
import {
  keepWhenUnavailable,
  type Returned,
  refuseAfterTrial,
  sendShortPage,
  sendSurvey,
  statusOf,
  THANKS_PATH,
  withLocale,
} from './survey-form.routes.tsx';

/** The survey behind a one-time slip. A GET never uses up a slip, because chat apps prefetch links. */
export const slipSurveyRoutes = new Hono<HttpEnvironment>()
  .get('/p/:slip', async (c) => {
    c.header('Cache-Control', 'no-store');
    return sendVisit(c, await findVisit(c));
  })
  .post('/p/:slip', formLimit, async (c) => {
    const fields = await parseForm(c);
    c.header('Cache-Control', 'no-store');
    const visit = await findVisit(c);
    const counter = visit.kind === 'unknown' ? null : visit.addressed;
    if (visit.kind === 'unknown' && (await isTrialSlipForm(c, fields)))
      return c.redirect(withLocale('/cam-on', c), 303);
    if (visit.kind === 'unknown' || counter === null) return sendVisit(c, visit);
    // Submitted even if the slip is used or expired, so that a form sent twice gets the thanks page again.
    const result = await keepWhenUnavailable(c, fields, () =>
      submitResponse(c.get('app'), counter, fields, originOf(c), visit.slip),
    );
    if ('kind' in result && result.kind === 'slip-used') return sendEnd(c, { ...visit, kind: 'used' });
    if ('kind' in result && result.kind !== 'faulty') return c.redirect(withLocale(THANKS_PATH, c), 303);
    return sendVisit(c, visit, { fields, ...result });
  });

/** The end of a trial deletes its slips. A form sent later is recognised by its token and gets the thanks page. */
async function isTrialSlipForm(c: Http, fields: FormFields): Promise<boolean> {
  const { db, clock, tokenKey } = c.get('app');
  const installation = await findInstallation(db);
  const code = parseSlipCode(c.req.param('slip') ?? '');
  if (!installation || code === null) return false;
  const counters = await listCounters(db, (await getMainUnit(db)).code);
  return counters.some((counter) => {
    const scope = tokenScope(counter.code, hashSlipCode(code));
    const token = parseToken(tokenKey, scope, fields.get('t')?.[0], clock.now());
    return typeof token !== 'string' && isTrialForm(installation, token.issuedAt);
  });
}

/** Ballots per device are not counted: a family may use one phone, with one slip per person. */
const originOf = (c: Http): FormOrigin => ({ source: readFormSource(c), sentToday: null, network: '' });

/**
 * Look-ups of unknown codes are rate-limited.
 * @throws AppError `unavailable` when too many requests of this network with unknown codes are being delayed.
 */
async function findVisit(c: Http): Promise<SlipVisit> {
  refuseAfterTrial(c);
  const { db, surveys, clock, slipGuesses } = c.get('app');
  const typed = c.req.param('slip') ?? '';
  if (parseSlipCode(typed) === null) return { kind: 'unknown' };
  const visit = await findSlipVisit(db, surveys, typed, c.req.query('quay'), clock.now());
  if (visit.kind === 'unknown' && !(await slipGuesses.miss(clientAddress(c), clock.now())))
    throw new AppError('unavailable', 'slip-guesses');
  return visit;
}

/** The canonical URL of a slip, however its code was typed; includes the counter if the slip has none. */
function pathOf(c: Http, counterCode: string | null): string {
  const path = `/p/${parseSlipCode(c.req.param('slip') ?? '')}`;
  return counterCode === null ? path : `${path}?quay=${counterCode}`;
}

function sendVisit(c: Http, visit: SlipVisit, returned?: Returned): Response {
  if (visit.kind === 'unknown') {
    const end = { kind: 'unknown' as const, typed: c.req.param('slip') ?? '' };
    return sendShortPage(c, (frame) => renderSlipEndPage({ ...frame, unitName: null, end }), 404);
  }
  if (visit.kind === 'used' || visit.kind === 'expired') return sendEnd(c, visit);
  if (visit.kind === 'choose') return sendChoice(c, visit);
  const { unit, counter, survey, slip, namesCounter } = visit;
  const path = pathOf(c, namesCounter ? counter.code : null);
  return sendSurvey(c, { unit, counter, survey, path, slipHash: slip.hash }, returned);
}

type EndedVisit = Pick<KnownSlipVisit, 'unit'> &
  ({ readonly kind: 'used' } | { readonly kind: 'expired'; readonly expiresOn: string });

function sendEnd(c: Http, visit: EndedVisit): Response {
  const end = visit.kind === 'used' ? { kind: visit.kind } : { kind: visit.kind, expiresOn: visit.expiresOn };
  const unitName = visit.unit.name;
  return sendShortPage(c, (frame) => renderSlipEndPage({ ...frame, unitName, end }), statusOf(c));
}

function sendChoice(c: Http, { unit, counters }: Extract<SlipVisit, { kind: 'choose' }>): Response {
  const page = {
    unitName: unit.name,
    counters: counters.map(({ name, code }) => ({ name, href: withLocale(pathOf(c, code), c) })),
  };
  return sendShortPage(c, (frame) => renderSlipCounterPage({ ...frame, ...page }), statusOf(c));
}
