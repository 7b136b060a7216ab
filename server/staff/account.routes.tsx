import { Hono } from 'hono';
import { renderAccountPage } from '../../web/pages/AccountPage.tsx';
import { renderConfirmPage } from '../../web/pages/ConfirmPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { AppError } from '../lib/errors.ts';
import { getSignedIn } from './authorise.ts';
import { changePassword } from './change-password.ts';
import { signOutEverywhere } from './sign-out.ts';
import { dropSessionCookies, setSessionCookie } from './staff-cookies.ts';
import { type StaffPageBase, sendStaffPage } from './staff-page.ts';

export const accountRoutes = new Hono<HttpEnvironment>()
  .get('/tai-khoan', (c) => sendAccount(c, [], c.req.query('xong') === 'mat-khau'))
  .post('/tai-khoan/mat-khau', formLimit, async (c) => {
    const fields = await parseForm(c);
    const { user, sessionId } = getSignedIn(c);
    const result = await changePassword(c.get('app'), user, {
      current: fields.get('current')?.[0] ?? '',
      password: fields.get('password')?.[0] ?? '',
      sessionId,
    });
    if (result.outcome === 'busy') throw new AppError('unavailable', 'passwords-busy');
    if (result.outcome === 'slowed')
      return sendAccount(c, [{ field: 'current', code: 'current-slowed' }], false);
    if (result.outcome === 'faults') return sendAccount(c, result.faults, false);
    setSessionCookie(c, result.token);
    return c.redirect('/tai-khoan?xong=mat-khau', 303);
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

function sendAccount(c: Http, faults: readonly Fault[], isChanged: boolean): Promise<Response> {
  const { user } = getSignedIn(c);
  const render = (base: StaffPageBase) =>
    renderAccountPage({
      ...base,
      userName: user.name,
      fullName: user.full_name,
      role: user.role,
      faults,
      isChanged,
    });
  return sendStaffPage(c, render, faults.length === 0 ? 200 : 422);
}
