import { Hono } from 'hono';
import { renderAccountPage } from '../../web/pages/AccountPage.tsx';
import { renderConfirmPage } from '../../web/pages/ConfirmPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { getSignedIn } from './authorise.ts';
import { ownPath } from './entry.routes.tsx';
import { listNotices } from './notice.store.ts';
import { changePassword } from './own-password.ts';
import { findFactor } from './second-factor.store.ts';
import { endOtherSessions, endSession, listSessions, signOutEverywhere } from './session.ts';
import { dropSessionCookies, setSessionCookie, visitOf } from './staff-cookies.ts';
import { type StaffPageBase, sendStaffPage } from './staff-page.ts';
import { forgetNotices } from './tell.ts';

export const accountRoutes = new Hono<HttpEnvironment>()
  .get('/tai-khoan', (c) => sendAccount(c, []))
  .post('/tai-khoan/mat-khau', formLimit, async (c) => {
    const fields = await parseForm(c);
    const result = await changePassword(c.get('app'), getSignedIn(c), {
      current: fields.get('current')?.[0] ?? '',
      password: fields.get('password')?.[0] ?? '',
      visit: visitOf(c),
    });
    if ('faults' in result) return sendAccount(c, result.faults);
    setSessionCookie(c, result.token);
    return c.redirect('/tai-khoan?xong=mat-khau', 303);
  })
  .post('/tai-khoan/phien', formLimit, async (c) => {
    const { user, sessionId } = getSignedIn(c);
    await endOtherSessions(c.get('app'), user, sessionId);
    return c.redirect('/tai-khoan?xong=phien', 303);
  })
  .post('/tai-khoan/phien/:id', formLimit, async (c) => {
    await endSession(c.get('app'), getSignedIn(c).user, c.req.param('id'));
    return c.redirect('/tai-khoan?xong=phien', 303);
  })
  .post('/tai-khoan/da-biet', formLimit, async (c) => {
    const fields = await parseForm(c);
    const { user } = getSignedIn(c);
    await forgetNotices(c.get('app'), user, fields.get('until')?.[0] ?? '');
    return c.redirect(ownPath(fields.get('next')?.[0] ?? '') ?? '/tai-khoan', 303);
  })
  .post('/tai-khoan/dang-xuat', formLimit, async (c) => {
    const { user } = getSignedIn(c);
    if ((await parseForm(c)).get('confirm')?.[0] !== 'yes') {
      return sendStaffPage(c, (base) =>
        renderConfirmPage({
          ...base,
          act: 'sign-out-own',
          subject: user.name,
          action: '/tai-khoan/dang-xuat',
          back: '/tai-khoan',
          current: 'account',
        }),
      );
    }
    await signOutEverywhere(c.get('app'), user, user);
    dropSessionCookies(c);
    return c.redirect('/dang-nhap', 303);
  });

async function sendAccount(c: Http, faults: readonly Fault[]): Promise<Response> {
  const app = c.get('app');
  const { user, sessionId } = getSignedIn(c);
  const factor = await findFactor(app.db, user.id);
  const sessions = await listSessions(app, user.id);
  const notices = await listNotices(app.db, user.id);
  const render = (base: StaffPageBase) =>
    renderAccountPage({
      ...base,
      userName: user.name,
      fullName: user.full_name,
      roles: user.roles,
      hasFactor: factor?.confirmed_at != null,
      faults,
      isChanged: faults.length === 0 && c.req.query('xong') === 'mat-khau',
      isEnded: c.req.query('xong') === 'phien',
      sessions: sessions.map(({ id, device, kind, started_at, seen_at }) => ({
        id,
        device,
        isPhone: kind === 'phone',
        isCurrent: id === sessionId,
        startedAt: started_at,
        seenAt: seen_at,
      })),
      notices: notices.map(({ at, kind, actor_name }) => ({ at, kind, by: actor_name })),
      next: ownPath(c.req.query('tiep') ?? '') ?? '',
    });
  return sendStaffPage(c, render, faults.length === 0 ? 200 : 422);
}
