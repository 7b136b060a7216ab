import { Hono } from 'hono';
import { renderActsPage } from '../../web/pages/ActsPage.tsx';
import { renderAdministrationPage } from '../../web/pages/AdministrationPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import { loadActs } from '../act/record-act.ts';
import { confirmClock } from '../clock/confirm-clock.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { dayOf, isDay } from '../lib/day.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendFormPage, sendStaffPage } from '../staff/staff-page.ts';
import { loadAdministration } from './load-administration.ts';

export const administrationRoutes = new Hono<HttpEnvironment>()
  .get('/quan-tri', (c) => sendAdministration(c))
  .get('/quan-tri/nhat-ky', async (c) => {
    const { acts, next } = await loadActs(c.get('app').db, c.req.query('truoc') ?? null);
    return sendStaffPage(c, (base) =>
      renderActsPage({
        ...base,
        acts: acts.map(({ at, actor, kind, params }) => ({ at, actor: actor?.name ?? null, kind, params })),
        isFirstPage: c.req.query('truoc') === undefined,
        nextHref: next && `/quan-tri/nhat-ky?truoc=${encodeURIComponent(next)}`,
      }),
    );
  });

async function sendAdministration(c: Http, faults: readonly Fault[] = []): Promise<Response> {
  const { clock } = c.get('app');
  const doubt = clock.doubt();
  const question = doubt && {
    shown: dayOf(doubt.shown),
    believed: dayOf(doubt.believed),
    isWaiting: clock.isGuess,
  };
  const view = await loadAdministration(c.get('app'));
  return sendFormPage(c, faults, (base) => renderAdministrationPage({ ...base, ...view, question }));
}

/** Receives the confirmation of a doubted clock from the administration page. */
export const clockRoutes = new Hono<HttpEnvironment>().post('/quan-tri/dong-ho', formLimit, async (c) => {
  const day = (await parseForm(c)).get('day')?.[0] ?? '';
  const isConfirmed = isDay(day) && (await confirmClock(c.get('app'), getSignedIn(c).user, day));
  if (!isConfirmed) return sendAdministration(c, [{ field: 'day', code: 'day-differs' }]);
  return c.redirect('/quan-tri?xong=1', 303);
});
