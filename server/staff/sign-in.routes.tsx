import { Hono } from 'hono';
import { renderOneTimeCodePage } from '../../web/pages/OneTimeCodePage.tsx';
import { renderRememberPhonePage } from '../../web/pages/RememberPhonePage.tsx';
import { renderSetPasswordPage } from '../../web/pages/SetPasswordPage.tsx';
import type { SignInFault } from '../../web/pages/SignInPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import { clientAddress } from '../http/client-address.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { createPacer } from '../http/pacer.ts';
import { sendPage } from '../http/send-page.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { firstPageOf } from './authorise.ts';
import { isSafeLine, pageBase, plainHttpOf, sendEntry, sendSignIn, statusOf } from './entry.routes.tsx';
import { dropUsedFirstAdministratorFile } from './first-administrator-file.ts';
import { refuseBusy } from './password-hash.ts';
import { signOut } from './session.ts';
import { signIn } from './sign-in.ts';
import {
  dropSessionCookies,
  heldTokens,
  setPhoneCookie,
  setSessionCookie,
  visitOf,
} from './staff-cookies.ts';
import { parsePastedToken } from './token.ts';
import {
  findOpenLink,
  type OpenLink,
  recordOpening,
  rememberPhone,
  setPasswordByLink,
  signInToDemo,
} from './use-link.ts';

/**
 * Limits refusals to about a hundred per second in total, so that attackers with many connections leave processor
 * time for others.
 */
const waitForRefusal = createPacer(4, 10);

export const signInRoutes = new Hono<HttpEnvironment>()
  .get('/dang-nhap', (c) => sendSignIn(c, { next: c.req.query('tiep') ?? '', name: '', fault: null }))
  .post('/dang-nhap', formLimit, async (c) => {
    const fields = await parseForm(c);
    const name = fields.get('name')?.[0] ?? '';
    const next = fields.get('next')?.[0] ?? '';
    const fail = async (fault: SignInFault | null, waitMs?: number) => {
      await waitForRefusal();
      return sendSignIn(c, { next, name, fault, waitMs });
    };
    if (!isSafeLine(c)) return fail(null);
    const result = await signIn(c.get('app'), {
      name,
      password: fields.get('password')?.[0] ?? '',
      address: clientAddress(c),
      knownBrowserCookie: heldTokens(c).known,
      visit: visitOf(c),
    });
    if (result.outcome === 'slowed') return fail('slowed', result.waitMs);
    if (result.outcome !== 'signed-in') return fail(result.outcome);
    return sendEntry(c, result, next);
  })
  .get('/dang-nhap/ma', (c) => sendCodePage(c, null))
  .post('/dang-nhap/ma', formLimit, async (c) => {
    const app = c.get('app');
    const code = parsePastedToken((await parseForm(c)).get('code')?.[0] ?? '');
    if (!isSafeLine(c)) return sendCodePage(c, null);
    const link = await findOpenLink(app, code);
    if (!link) return sendCodePage(c, code === '' ? 'missing' : 'wrong');
    switch (link.purpose) {
      case 'demo': {
        const entered = app.isDemo ? await signInToDemo(app, code, visitOf(c)) : null;
        if (!entered) return sendCodePage(c, 'wrong');
        setSessionCookie(c, entered.token);
        return c.redirect(firstPageOf(entered.user), 303);
      }
      case 'remember-phone':
        return sendRememberPhone(c, code, link.user.name);
      default:
        if (link.user !== null) await recordOpening(app, code, link.user, c.get('signedIn')?.user ?? null);
        return sendSetPassword(c, link, { code, name: '', full_name: '' }, []);
    }
  })
  .post('/dang-nhap/mat-khau', formLimit, async (c) => {
    const fields = await parseForm(c);
    const field = (name: string) => fields.get(name)?.[0] ?? '';
    if (!isSafeLine(c)) return sendCodePage(c, null);
    const given = { code: field('code'), name: field('name'), full_name: field('full_name') };
    const result = await setPasswordByLink(c.get('app'), {
      ...given,
      password: field('password'),
      visit: visitOf(c),
      knownBrowserCookie: heldTokens(c).known,
    }).catch(refuseBusy);
    if (result.outcome === 'no-link') return sendCodePage(c, 'wrong');
    if (result.outcome === 'faults') return sendSetPassword(c, result.link, given, result.faults);
    const { config, log } = c.get('app');
    const isAdministrator = result.user.roles.includes('administrator');
    if (isAdministrator) dropUsedFirstAdministratorFile(config.dataDir, log);
    const isNew =
      isAdministrator && Boolean(c.get('trial')) && (await getMainUnit(c.get('app').db)).kind === '';
    return sendEntry(c, result, isNew ? '/quan-tri/thiet-lap' : '', false);
  })
  .post('/dang-nhap/dien-thoai', formLimit, async (c) => {
    const code = (await parseForm(c)).get('code')?.[0] ?? '';
    if (!isSafeLine(c)) return sendCodePage(c, null);
    const remembered = await rememberPhone(c.get('app'), code, {
      ...visitOf(c),
      heldToken: heldTokens(c).phone,
    });
    if (!remembered) return sendCodePage(c, 'wrong');
    setPhoneCookie(c, remembered.token);
    return c.redirect(firstPageOf(remembered.user), 303);
  })
  .post('/dang-xuat', async (c) => {
    const { session, phone } = heldTokens(c);
    await signOut(c.get('app'), [session, phone]);
    dropSessionCookies(c);
    return c.redirect('/dang-nhap', 303);
  });

async function sendCodePage(c: Http, fault: 'missing' | 'wrong' | null): Promise<Response> {
  const { parts, props } = await pageBase(c);
  const plainHttp = plainHttpOf(c, '/dang-nhap/ma');
  return sendPage(c, renderOneTimeCodePage({ ...props, fault, plainHttp }), parts, statusOf(c, fault));
}

async function sendSetPassword(
  c: Http,
  link: OpenLink,
  given: { readonly code: string; readonly name: string; readonly full_name: string },
  faults: readonly Fault[],
): Promise<Response> {
  const { parts, props } = await pageBase(c);
  const html = renderSetPasswordPage({
    ...props,
    code: given.code,
    owner: link.user?.name ?? null,
    typed: { name: given.name, fullName: given.full_name },
    faults,
  });
  return sendPage(c, html, parts, faults.length === 0 ? 200 : 422);
}

async function sendRememberPhone(c: Http, code: string, userName: string): Promise<Response> {
  const { parts, props } = await pageBase(c);
  return sendPage(c, renderRememberPhonePage({ ...props, code, userName }), parts);
}
