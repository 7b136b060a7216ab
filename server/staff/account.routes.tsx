import { Hono } from 'hono';
import { renderAccountPage } from '../../web/pages/AccountPage.tsx';
import { renderConfirmPage } from '../../web/pages/ConfirmPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { getSignedIn } from './authorise.ts';
import { changePassword } from './change-password.ts';
import { findFactor } from './second-factor.store.ts';
import { signOutEverywhere } from './sign-out.ts';
import { dropSessionCookies, setSessionCookie } from './staff-cookies.ts';
import { type StaffPageBase, sendStaffPage } from './staff-page.ts';

export const accountRoutes = new Hono<HttpEnvironment>()
  .get('/tai-khoan', (c) => sendAccount(c, [], c.req.query('xong') === 'mat-khau'))
  .post('/tai-khoan/mat-khau', formLimit, async (c) => {
    const fields = await parseForm(c);
    const result = await changePassword(c.get('app'), getSignedIn(c), {
      current: fields.get('current')?.[0] ?? '',
      password: fields.get('password')?.[0] ?? '',
    });
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

async function sendAccount(c: Http, faults: readonly Fault[], isChanged: boolean): Promise<Response> {
  const { user } = getSignedIn(c);
  const factor = await findFactor(c.get('app').db, user.id);
  const render = (base: StaffPageBase) =>
    renderAccountPage({
      ...base,
      userName: user.name,
      fullName: user.full_name,
      role: user.role,
      hasFactor: factor?.confirmed_at != null,
      faults,
      isChanged,
    });
  return sendStaffPage(c, render, faults.length === 0 ? 200 : 422);
}
