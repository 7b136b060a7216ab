import { Hono } from 'hono';
import { renderSipasPage } from '../../web/pages/SipasPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { dayOf } from '../lib/day.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { loadSipas } from '../unit/load-sipas.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { setSipas } from '../unit/set-sipas.ts';
import type { TypedSipas } from '../unit/sipas-form.ts';

const SIPAS = '/quan-tri/sipas';

/** The province's SIPAS figure, which the leader's page names beside its own. */
export const sipasRoutes = new Hono<HttpEnvironment>()
  .get(SIPAS, (c) => sendSipas(c, null, []))
  .post(SIPAS, formLimit, async (c) => {
    const fields = await parseForm(c);
    const text = (name: string) => fields.get(name)?.[0] ?? '';
    const typed = { year: text('year'), percent: text('percent'), source: text('source') };
    const faults = await setSipas(c.get('app'), getSignedIn(c).user, typed);
    return faults.length > 0 ? sendSipas(c, typed, faults) : c.redirect(`${SIPAS}?xong=1`, 303);
  });

async function sendSipas(c: Http, typed: TypedSipas | null, faults: readonly Fault[]): Promise<Response> {
  const { db, clock } = c.get('app');
  const unit = await getMainUnit(db);
  const sipas = await loadSipas(db, unit.code, dayOf(clock.now()));
  return sendStaffPage(
    c,
    (base) =>
      renderSipasPage({
        ...base,
        sipas,
        typed,
        faults,
        isSaved: faults.length === 0 && c.req.query('xong') === '1',
        mayChange: getSignedIn(c).user.role === 'administrator',
      }),
    faults.length === 0 ? 200 : 422,
  );
}
