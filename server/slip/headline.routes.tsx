import { Hono } from 'hono';
import { renderHeadlineConfirmPage } from '../../web/pages/HeadlineConfirmPage.tsx';
import { renderHeadlinePage } from '../../web/pages/HeadlinePage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { addDays, dayOf } from '../lib/day.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { chooseHeadline, listHeadlines } from './choose-headline.ts';
import { type HeadlineFault, headlineOn } from './headline-choice.ts';

const HEADLINE = '/quan-tri/con-so-chinh';

/** Which figure comes first: what was, is and will be in force. */
export const headlineRoutes = new Hono<HttpEnvironment>()
  .get(HEADLINE, (c) => sendHeadline(c, { value: '', since: '' }, []))
  .post(HEADLINE, formLimit, async (c) => {
    const fields = await parseForm(c);
    const text = (field: string) => fields.get(field)?.[0] ?? '';
    const typed = { value: text('value'), since: text('since') };
    const isConfirmed = text('confirm') === 'yes';
    const result = await chooseHeadline(c.get('app'), getSignedIn(c).user, typed, isConfirmed);
    if (result.outcome === 'faults') return sendHeadline(c, typed, result.faults);
    if (result.outcome === 'done') return c.redirect(HEADLINE, 303);
    const { since, to } = result.change;
    return sendStaffPage(c, (base) => renderHeadlineConfirmPage({ ...base, since, to, fields: typed }));
  });

async function sendHeadline(
  c: Http,
  typed: { readonly value: string; readonly since: string },
  faults: readonly HeadlineFault[],
): Promise<Response> {
  const { db, clock } = c.get('app');
  const today = dayOf(clock.now());
  const rows = await listHeadlines(db);
  const inForce = rows.findLast(({ since }) => since <= today);
  return sendStaffPage(
    c,
    (base) =>
      renderHeadlinePage({
        ...base,
        current: headlineOn(rows, today),
        rows: rows.map(({ since, value }) => ({
          since,
          value,
          state: since > today ? 'planned' : since === inForce?.since ? 'in-force' : 'past',
        })),
        typed,
        exampleDay: addDays(today, 1),
        faults,
        mayChange: getSignedIn(c).user.role === 'administrator',
      }),
    faults.length === 0 ? 200 : 422,
  );
}
