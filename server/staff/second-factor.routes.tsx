import { Hono } from 'hono';
import { renderSecondFactorPage } from '../../web/pages/SecondFactorPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { renderQrSvg } from '../lib/qr-code.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { getSignedIn } from './authorise.ts';
import {
  beginFactor,
  confirmOwnFactor,
  findPendingSecret,
  renewOwnRecoveryCodes,
  turnFactorOff,
} from './change-factor.ts';
import { isSafeLine, landing, sayWait, sendRecoveryCodes, sendSignIn, sendStep } from './entry.routes.tsx';
import { checkOwnPassword } from './own-password.ts';
import { countRecoveryCodes, findFactor, listFactorRoles } from './second-factor.store.ts';
import { factorAddress } from './second-factor.ts';
import { takeSecondStep } from './second-step.ts';
import { heldTokens, setKnownCookie, setSessionCookie, visitOf } from './staff-cookies.ts';
import { sendStaffPage } from './staff-page.ts';

const OWN = '/tai-khoan/hai-buoc';

export const secondFactorRoutes = new Hono<HttpEnvironment>()
  .post('/dang-nhap/buoc-hai', formLimit, async (c) => {
    const fields = await parseForm(c);
    const [step = '', code = '', next = ''] = ['step', 'code', 'next'].map((name) => fields.get(name)?.[0]);
    if (!isSafeLine(c)) return sendSignIn(c, { next, name: '', fault: null });
    if (code.trim() === '') return sendStep(c, step, next, { field: 'code', code: 'code-missing' });
    const result = await takeSecondStep(c.get('app'), {
      step,
      code,
      visit: visitOf(c),
      knownBrowserCookie: heldTokens(c).known,
    });
    if (result.outcome === 'ended') return sendSignIn(c, { next, name: '', fault: 'ended' });
    if (result.outcome === 'fault') return sendStep(c, step, next, result.fault);
    if (result.outcome === 'slowed') {
      sayWait(c, result.waitMs);
      return sendStep(c, step, next, { field: 'code', code: 'code-slowed' }, true);
    }
    setSessionCookie(c, result.token);
    setKnownCookie(c, result.knownBrowserCookie);
    const after = await landing(c, result.user, next);
    if (result.recoveryCodes === null) return c.redirect(after, 303);
    const { name } = result.user;
    return sendRecoveryCodes(c, { userName: name, codes: result.recoveryCodes, next: after }, true);
  })
  .get(OWN, (c) => sendOwn(c, []))
  .post(OWN, formLimit, async (c) => {
    const fields = await parseForm(c);
    const app = c.get('app');
    const signedIn = getSignedIn(c);
    const { user } = signedIn;
    const fault = await checkOwnPassword(app, signedIn, fields.get('current')?.[0] ?? '');
    if (fault !== null) return sendOwn(c, [fault]);
    const act = fields.get('act')?.[0];
    if (act === 'off') {
      const refused = await turnFactorOff(app, user);
      return refused === null ? c.redirect(`${OWN}?xong=tat`, 303) : sendOwn(c, [refused]);
    }
    const isOn = (await findFactor(app.db, user.id))?.confirmed_at != null;
    if (act === 'codes' && isOn) {
      const codes = await renewOwnRecoveryCodes(app, user);
      return sendRecoveryCodes(c, { userName: user.name, codes, next: OWN }, false);
    }
    const secret = await beginFactor(app, user);
    return secret === null ? c.redirect(OWN, 303) : sendOwn(c, [], secret);
  })
  .post(`${OWN}/ma`, formLimit, async (c) => {
    const code = (await parseForm(c)).get('code')?.[0] ?? '';
    const app = c.get('app');
    const signedIn = getSignedIn(c);
    const secret = await findPendingSecret(app, signedIn.user);
    if (secret === null) return c.redirect(OWN, 303);
    const codes = await confirmOwnFactor(app, signedIn, secret, code);
    if ('code' in codes) return sendOwn(c, [codes], secret);
    return sendRecoveryCodes(c, { userName: signedIn.user.name, codes, next: OWN }, true);
  });

async function sendOwn(
  c: Http,
  faults: readonly Fault[],
  pendingSecret: string | null = null,
): Promise<Response> {
  const { db } = c.get('app');
  const { user } = getSignedIn(c);
  const factor = await findFactor(db, user.id);
  const isDemanded = (await listFactorRoles(db)).some((role) => user.roles.includes(role));
  const setUp = pendingSecret && {
    name: 'set-up' as const,
    secret: pendingSecret,
    qrSvg: await renderQrSvg(factorAddress(pendingSecret, (await getMainUnit(db)).name, user.name)),
  };
  const since = factor?.confirmed_at?.slice(0, 10);
  const codes = await countRecoveryCodes(db, user.id);
  return sendStaffPage(
    c,
    (base) =>
      renderSecondFactorPage({
        ...base,
        state: setUp || (since === undefined ? { name: 'off' } : { name: 'on', since, codes }),
        isDemanded,
        isTurnedOff: c.req.query('xong') === 'tat' && since === undefined,
        faults,
      }),
    faults.length === 0 ? 200 : 422,
  );
}
