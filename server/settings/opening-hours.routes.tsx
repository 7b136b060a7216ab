import { Hono } from 'hono';
import { renderOpeningHoursPage } from '../../web/pages/OpeningHoursPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { dayOf } from '../lib/day.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { loadOpeningHours } from '../unit/load-opening-hours.ts';
import type { OpeningHours } from '../unit/opening-hours.ts';
import {
  listRuns,
  type SessionName,
  sessionField,
  type TypedOpeningDay,
  type TypedOpeningHours,
} from '../unit/opening-hours-form.ts';
import { setOpeningHours } from '../unit/set-opening-hours.ts';

const HOURS = '/quan-tri/gio-mo-cua';

/** When the counters work, and the days off. */
export const openingHoursRoutes = new Hono<HttpEnvironment>()
  .get(HOURS, (c) => sendHours(c, null, []))
  .post(HOURS, formLimit, async (c) => {
    const typed = parseTyped(await parseForm(c));
    const faults = await setOpeningHours(c.get('app'), getSignedIn(c).user, typed);
    return faults.length > 0 ? sendHours(c, typed, faults) : c.redirect(`${HOURS}?xong=1`, 303);
  });

function parseTyped(fields: ReadonlyMap<string, readonly string[]>): TypedOpeningHours {
  const text = (name: string) => fields.get(name)?.[0] ?? '';
  const session = (weekday: number, name: SessionName) => {
    const field = sessionField(weekday, name);
    return { from: text(`${field}.from`), to: text(`${field}.to`) };
  };
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    morning: session(weekday, 'morning'),
    afternoon: session(weekday, 'afternoon'),
  }));
  return { since: text('since'), week, days_off: text('days_off') };
}

const toFields = ({ week }: OpeningHours): TypedOpeningDay[] =>
  week.map(({ morning, afternoon }) => ({
    morning: morning ?? { from: '', to: '' },
    afternoon: afternoon ?? { from: '', to: '' },
  }));

async function sendHours(
  c: Http,
  typed: TypedOpeningHours | null,
  faults: readonly Fault[],
): Promise<Response> {
  const { db, clock } = c.get('app');
  const today = dayOf(clock.now());
  const { current, since, coming } = await loadOpeningHours(db, today);
  const chosen = typed === null ? coming.find((plan) => plan.since === c.req.query('tu')) : undefined;
  const hours = chosen?.hours ?? current;
  return sendStaffPage(
    c,
    (base) =>
      renderOpeningHoursPage({
        ...base,
        week: typed?.week ?? toFields(hours),
        // Days off that are over do no more than make the list long.
        daysOff: typed?.days_off ?? listRuns(hours.days_off.filter((day) => day >= today)),
        typedSince: typed?.since ?? chosen?.since ?? today,
        since,
        coming: coming.map((plan) => ({ since: plan.since, href: `${HOURS}?tu=${plan.since}` })),
        editing: chosen?.since ?? null,
        faults,
        isSaved: faults.length === 0 && c.req.query('xong') === '1',
        mayChange: getSignedIn(c).user.role === 'administrator',
      }),
    faults.length === 0 ? 200 : 422,
  );
}
