import { Hono } from 'hono';
import { renderTargetConfirmPage, type TargetConfirmPageProps } from '../../web/pages/TargetConfirmPage.tsx';
import { renderTargetsPage, type TargetFault } from '../../web/pages/TargetsPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { type FigureSettingName, parseFigureSetting } from '../unit/figure-setting.ts';
import { listFigureSettings } from '../unit/list-figure-settings.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { planSetting, withdrawSetting } from '../unit/plan-setting.ts';

const TARGETS = '/quan-tri/muc-tieu';

interface Typed {
  readonly name: FigureSettingName;
  readonly value: string;
  readonly since: string;
}

/** The target and the minimum of ballots: what was, is and will be in force. */
export const targetRoutes = new Hono<HttpEnvironment>()
  .get(TARGETS, (c) => sendTargets(c, null, []))
  .post(TARGETS, formLimit, async (c) => {
    const { typed, isConfirmed } = await parseChange(c);
    const { db } = c.get('app');
    const { user } = getSignedIn(c);
    const result = await planSetting(c.get('app'), user, await getMainUnit(db), typed, isConfirmed);
    if (result.outcome === 'faults') {
      return sendTargets(
        c,
        typed,
        result.faults.map((fault) => ({ setting: typed.name, ...fault })),
      );
    }
    if (result.outcome === 'done') return c.redirect(TARGETS, 303);
    const { since, from, to } = result.change;
    return sendConfirm(c, typed, since, { act: 'change', from, to });
  })
  .post(`${TARGETS}/rut`, formLimit, async (c) => {
    const { typed, isConfirmed } = await parseChange(c);
    const { db } = c.get('app');
    const { user } = getSignedIn(c);
    const result = await withdrawSetting(c.get('app'), user, await getMainUnit(db), typed, isConfirmed);
    if (result.outcome === 'fault') {
      return sendTargets(c, null, [{ setting: typed.name, field: null, code: result.fault, params: {} }]);
    }
    if (result.outcome === 'done') return c.redirect(TARGETS, 303);
    const { since, withdrawn, stays } = result;
    return sendConfirm(c, typed, since, { act: 'withdraw', withdrawn, stays });
  });

async function parseChange(c: Http): Promise<{ typed: Typed; isConfirmed: boolean }> {
  const fields = await parseForm(c);
  const text = (field: string) => fields.get(field)?.[0] ?? '';
  const name = parseFigureSetting(text('setting'));
  // The page has no other: whoever sends one did not get it from there.
  if (name === null) throw new AppError('not-found', 'setting-unknown');
  return {
    typed: { name, value: text('value'), since: text('since') },
    isConfirmed: text('confirm') === 'yes',
  };
}

async function sendTargets(c: Http, typed: Typed | null, faults: readonly TargetFault[]): Promise<Response> {
  const unit = await getMainUnit(c.get('app').db);
  const { settings, tomorrow } = await listFigureSettings(c.get('app'), unit);
  return sendStaffPage(
    c,
    (base) =>
      renderTargetsPage({
        ...base,
        settings: settings.map((setting) => ({
          ...setting,
          typed: typed?.name === setting.name ? typed : { value: '', since: '' },
        })),
        exampleDay: tomorrow,
        faults,
        mayChange: getSignedIn(c).user.role === 'administrator',
      }),
    faults.length === 0 ? 200 : 422,
  );
}

const sendConfirm = (
  c: Http,
  { name, ...typed }: Typed,
  since: string,
  asked: TargetConfirmPageProps['asked'],
): Promise<Response> =>
  sendStaffPage(c, (base) =>
    renderTargetConfirmPage({
      ...base,
      name,
      since,
      today: dayOf(c.get('app').clock.now()),
      asked,
      fields: { setting: name, ...typed },
    }),
  );
