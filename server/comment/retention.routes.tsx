import { Hono } from 'hono';
import { renderRetentionConfirmPage } from '../../web/pages/RetentionConfirmPage.tsx';
import { renderRetentionPage } from '../../web/pages/RetentionPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { loadRetention } from './load-retention.ts';
import { RETENTION_MONTHS } from './retention.ts';
import { setRetention } from './set-retention.ts';

const RETENTION = '/quan-tri/luu-giu';

/** How long comments are kept. */
export const retentionRoutes = new Hono<HttpEnvironment>()
  .get(RETENTION, (c) => sendRetention(c, null, []))
  .post(RETENTION, formLimit, async (c) => {
    const unit = await getMainUnit(c.get('app').db);
    const fields = await parseForm(c);
    const months = fields.get('months')?.[0] ?? '';
    const isConfirmed = fields.get('confirm')?.[0] === 'yes';
    const result = await setRetention(c.get('app'), getSignedIn(c).user, unit.code, { months, isConfirmed });
    if (result.outcome === 'faults') return sendRetention(c, months, result.faults);
    if (result.outcome === 'saved') return c.redirect(RETENTION, 303);
    const { outcome: _, ...choice } = result;
    return sendStaffPage(c, (base) => renderRetentionConfirmPage({ ...base, ...choice }));
  });

async function sendRetention(
  c: Http,
  typed: string | null,
  faults: readonly { readonly field: string; readonly code: string }[],
): Promise<Response> {
  const { db, clock } = c.get('app');
  const unit = await getMainUnit(db);
  const { months, next } = await loadRetention(db, unit.code, clock.now());
  return sendStaffPage(
    c,
    (base) =>
      renderRetentionPage({
        ...base,
        months,
        next,
        choices: RETENTION_MONTHS,
        chosen: typed ?? String((next ?? { months }).months),
        faults,
        mayChange: getSignedIn(c).user.role === 'administrator',
      }),
    faults.length > 0 ? 422 : 200,
  );
}
