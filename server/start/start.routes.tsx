import { Hono } from 'hono';
import { renderStartPage } from '../../web/pages/StartPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { dayOf } from '../lib/day.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendFormPage } from '../staff/staff-page.ts';
import { findInstallation } from '../unit/installation.store.ts';
import { trialRecord } from '../unit/installation.ts';
import { loadStartConditions } from './load-start-conditions.ts';
import { extendTrial, removeTraces, setLocalOnly, startOfficial } from './start-official.ts';
import { countTrial } from './trial.store.ts';

const START = '/quan-tri/bat-dau';

export const startRoutes = new Hono<HttpEnvironment>()
  .get(START, (c) => sendStart(c, '', []))
  .post(START, formLimit, async (c) => {
    const app = c.get('app');
    const typed = (await parseForm(c)).get('count')?.[0]?.trim() ?? '';
    const n = /^\d{1,9}$/.test(typed) ? Number(typed) : null;
    const result = await startOfficial(app, getSignedIn(c).user, n);
    if ('refused' in result) return sendStart(c, typed, [{ field: 'count', code: result.refused }]);
    // If another program is reading the database, the daily work retries within a minute.
    await removeTraces(app).catch((error: unknown) =>
      app.log.warn({ err: error }, 'traces are removed later'),
    );
    return c.redirect(START, 303);
  })
  .post(`${START}/gia-han`, formLimit, async (c) => {
    await extendTrial(c.get('app'), getSignedIn(c).user);
    return c.redirect(START, 303);
  })
  .post(`${START}/noi-bo`, formLimit, async (c) => {
    const isLocalOnly = (await parseForm(c)).get('local')?.[0] === '1';
    await setLocalOnly(c.get('app'), getSignedIn(c).user, isLocalOnly);
    return c.redirect(START, 303);
  });

async function sendStart(c: Http, typed: string, faults: readonly Fault[]): Promise<Response> {
  const { db, config, clock } = c.get('app');
  const installation = await findInstallation(db);
  const conditions = await loadStartConditions(db, config, dayOf(clock.now()));
  const counts = await countTrial(db);
  return sendFormPage(c, faults, (base) =>
    renderStartPage({
      ...base,
      trial: c.get('trial') ?? null,
      record: trialRecord(installation),
      isLocalOnly: installation?.is_local_only === 1,
      conditions,
      counts,
      typed,
    }),
  );
}
