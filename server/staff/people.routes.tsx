import { Hono } from 'hono';
import { type ConfirmedAct, renderConfirmPage } from '../../web/pages/ConfirmPage.tsx';
import { renderOneTimeLinkPage } from '../../web/pages/OneTimeLinkPage.tsx';
import { renderPeoplePage } from '../../web/pages/PeoplePage.tsx';
import { renderPersonPage } from '../../web/pages/PersonPage.tsx';
import type { RoleChoice } from '../../web/types/account.ts';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { isHereOnly, publicAddress } from '../http/public-address.ts';
import { AppError } from '../lib/errors.ts';
import { renderQrSvg } from '../lib/qr-code.ts';
import { listCounters } from '../unit/counter.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { addUser } from './add-user.ts';
import { getSignedIn } from './authorise.ts';
import { demandFactor, resetFactor } from './change-factor.ts';
import { changeRoles, disableUser, enableUser } from './change-user.ts';
import { getPerson, listPeople } from './list-people.ts';
import { makePasswordLink, makePhoneLink, oneTimeAddress } from './make-link.ts';
import { checkOwnPassword } from './own-password.ts';
import { mayBeRemembered, ROLES } from './role.ts';
import { listFactorRoles } from './second-factor.store.ts';
import { revokePhone, signOutEverywhere } from './session.ts';
import { sendFormPage, sendStaffPage } from './staff-page.ts';
import type { User } from './user.ts';

const PEOPLE = '/quan-tri/nguoi-dung';
const NO_CHOICE: RoleChoice = { roles: [], allCounters: true, counters: [] };

export const peopleRoutes = new Hono<HttpEnvironment>()
  .get(PEOPLE, (c) => sendPeople(c, { name: '', full_name: '', ...NO_CHOICE }, []))
  .post(PEOPLE, formLimit, async (c) => {
    const fields = await parseForm(c);
    const typed = {
      name: fields.get('name')?.[0] ?? '',
      full_name: fields.get('full_name')?.[0] ?? '',
      ...parseRoleChoice(fields),
    };
    const result = await addUser(c.get('app'), getSignedIn(c).user, typed);
    if (result.outcome === 'faults') return sendPeople(c, typed, result.faults);
    return sendLink(c, result.user, 'set-password', result.code);
  })
  .post(`${PEOPLE}/hai-buoc`, formLimit, async (c) => {
    const chosen = (await parseForm(c)).get('factor_role') ?? [];
    const fault = await demandFactor(
      c.get('app'),
      getSignedIn(c).user,
      ROLES.filter((role) => chosen.includes(role)),
    );
    if (fault === null) return c.redirect(`${PEOPLE}?xong=hai-buoc`, 303);
    return sendPeople(c, { name: '', full_name: '', ...NO_CHOICE }, [fault], chosen);
  })
  .get(`${PEOPLE}/:id`, (c) => sendPerson(c, null, []))
  .post(`${PEOPLE}/:id/vai-tro`, formLimit, async (c) => {
    const choice = parseRoleChoice(await parseForm(c));
    const id = c.req.param('id');
    try {
      const faults = await changeRoles(c.get('app'), getSignedIn(c).user, id, choice);
      return faults.length > 0 ? sendPerson(c, choice, faults) : c.redirect(`${PEOPLE}/${id}`, 303);
    } catch (error) {
      return sendPerson(c, choice, [asFault(error)]);
    }
  })
  .post(`${PEOPLE}/:id/duong-dan`, formLimit, async (c) => {
    const { user } = await getPerson(c.get('app'), c.req.param('id'));
    const unproven = await proveOneself(c, 'password-link', user, 'duong-dan');
    if (unproven) return unproven;
    const code = await makePasswordLink(c.get('app'), getSignedIn(c).user, user);
    return sendLink(c, user, 'set-password', code);
  })
  .post(`${PEOPLE}/:id/hai-buoc`, formLimit, async (c) => {
    const { user } = await getPerson(c.get('app'), c.req.param('id'));
    const unproven = await proveOneself(c, 'reset-factor', user, 'hai-buoc');
    if (unproven) return unproven;
    await resetFactor(c.get('app'), getSignedIn(c).user, user);
    return c.redirect(`${PEOPLE}/${user.id}`, 303);
  })
  .post(`${PEOPLE}/:id/khoa`, formLimit, async (c) => {
    const { user } = await getPerson(c.get('app'), c.req.param('id'));
    if (!(await isConfirmed(c))) return sendConfirm(c, 'disable', user, 'khoa');
    try {
      await disableUser(c.get('app'), getSignedIn(c).user, user.id);
      return c.redirect(`${PEOPLE}/${user.id}`, 303);
    } catch (error) {
      return sendPerson(c, null, [asFault(error)]);
    }
  })
  .post(`${PEOPLE}/:id/mo-khoa`, formLimit, async (c) => {
    await enableUser(c.get('app'), getSignedIn(c).user, c.req.param('id'));
    return c.redirect(`${PEOPLE}/${c.req.param('id')}`, 303);
  })
  .post(`${PEOPLE}/:id/dang-xuat`, formLimit, async (c) => {
    const { user } = await getPerson(c.get('app'), c.req.param('id'));
    if (!(await isConfirmed(c))) return sendConfirm(c, 'sign-out', user, 'dang-xuat');
    await signOutEverywhere(c.get('app'), getSignedIn(c).user, user);
    return c.redirect(`${PEOPLE}/${user.id}`, 303);
  })
  .post(`${PEOPLE}/:id/dien-thoai`, formLimit, async (c) => {
    const { user } = await getPerson(c.get('app'), c.req.param('id'));
    const code = await makePhoneLink(c.get('app'), getSignedIn(c).user, user);
    return sendLink(c, user, 'remember-phone', code);
  })
  .post(`${PEOPLE}/:id/dien-thoai/:phone/thu-hoi`, formLimit, async (c) => {
    const { user, phones } = await getPerson(c.get('app'), c.req.param('id'));
    const phone = phones.find(({ id }) => id === c.req.param('phone'));
    if (!phone) throw new AppError('not-found', 'phone-unknown');
    const action = `dien-thoai/${phone.id}/thu-hoi`;
    if (!(await isConfirmed(c))) return sendConfirm(c, 'revoke-phone', user, action);
    await revokePhone(c.get('app'), getSignedIn(c).user, user, phone.id);
    return c.redirect(`${PEOPLE}/${user.id}`, 303);
  });

function parseRoleChoice(fields: ReadonlyMap<string, readonly string[]>): RoleChoice {
  return {
    roles: fields.get('role') ?? [],
    allCounters: fields.get('all_counters')?.[0] !== 'no',
    counters: fields.get('counter') ?? [],
  };
}

const isConfirmed = async (c: Http): Promise<boolean> => (await parseForm(c)).get('confirm')?.[0] === 'yes';

/**
 * Null once the form contains the confirmation and the person's correct password; else a page that asks for them.
 */
async function proveOneself(
  c: Http,
  act: ConfirmedAct,
  user: User,
  action: string,
): Promise<Response | null> {
  const fields = await parseForm(c);
  if (fields.get('confirm')?.[0] !== 'yes') return sendConfirm(c, act, user, action, []);
  const fault = await checkOwnPassword(c.get('app'), getSignedIn(c), fields.get('current')?.[0] ?? '');
  return fault && sendConfirm(c, act, user, action, [fault]);
}

/** Makes the error `last-administrator` a fault of the form's role field; rethrows others. */
function asFault(error: unknown): Fault {
  if (error instanceof AppError && error.kind === 'invalid') return { field: 'role', code: error.code };
  throw error;
}

async function sendPeople(
  c: Http,
  typed: RoleChoice & { readonly name: string; readonly full_name: string },
  faults: readonly Fault[],
  factorRoles?: readonly string[],
): Promise<Response> {
  const { db } = c.get('app');
  const required = factorRoles ?? (await listFactorRoles(db));
  const people = await listPeople(c.get('app'));
  const counters = await listCounters(db, (await getMainUnit(db)).code);
  return sendFormPage(c, faults, (base) =>
    renderPeoplePage({
      ...base,
      people: people.map(({ user, hasFactor, phones }) => ({
        href: `${PEOPLE}/${user.id}`,
        userName: user.name,
        fullName: user.full_name,
        roles: user.roles,
        counters: counterNames(user, counters),
        state: stateOf(user),
        hasFactor,
        phones: phones.length,
      })),
      counters: counters.map(({ code, name }) => ({ code, name })),
      typed: { userName: typed.name, fullName: typed.full_name, ...typed },
      factorRoles: required,
      isRolesSaved: faults.length === 0 && c.req.query('xong') === 'hai-buoc',
    }),
  );
}

async function sendPerson(c: Http, choice: RoleChoice | null, faults: readonly Fault[]): Promise<Response> {
  const { db } = c.get('app');
  const { user, hasFactor, phones } = await getPerson(c.get('app'), c.req.param('id') ?? '');
  const counters = await listCounters(db, (await getMainUnit(db)).code);
  const typed = choice ?? {
    roles: user.roles,
    allCounters: user.counters === null,
    counters: user.counters ?? [],
  };
  return sendFormPage(c, faults, (base) =>
    renderPersonPage({
      ...base,
      href: `${PEOPLE}/${user.id}`,
      userName: user.name,
      fullName: user.full_name,
      roles: user.roles,
      counterNames: counterNames(user, counters),
      state: stateOf(user),
      createdOn: user.created_at.slice(0, 10),
      counters: counters.map(({ code, name }) => ({ code, name })),
      typed,
      hasFactor,
      phones: phones.map(({ id, started_at, seen_at, ends_at }) => ({
        startedAt: started_at,
        seenAt: seen_at,
        endsAt: ends_at,
        revokeHref: `${PEOPLE}/${user.id}/dien-thoai/${id}/thu-hoi`,
      })),
      mayHavePhone: user.is_active && mayBeRemembered(user.roles),
    }),
  );
}

/** Shows a link's code, which cannot be shown again; for a phone also as a QR code. */
async function sendLink(
  c: Http,
  user: User,
  purpose: 'set-password' | 'remember-phone',
  code: string,
): Promise<Response> {
  const address = oneTimeAddress(publicAddress(c.get('app').config), code);
  const qrSvg = purpose === 'remember-phone' ? await renderQrSvg(address) : null;
  return sendStaffPage(c, (base) =>
    renderOneTimeLinkPage({
      ...base,
      purpose,
      userName: user.name,
      address,
      qrSvg,
      back: `${PEOPLE}/${user.id}`,
      isHereOnly: isHereOnly(c.get('app').config),
    }),
  );
}

function sendConfirm(
  c: Http,
  act: ConfirmedAct,
  user: User,
  action: string,
  passwordFaults?: readonly Fault[],
): Promise<Response> {
  const back = `${PEOPLE}/${user.id}`;
  return sendStaffPage(
    c,
    (base) =>
      renderConfirmPage({
        ...base,
        act,
        subject: user.name,
        action: `${back}/${action}`,
        back,
        current: 'administration',
        ...(passwordFaults ? { passwordFaults } : {}),
      }),
    passwordFaults === undefined || passwordFaults.length === 0 ? 200 : 422,
  );
}

const stateOf = (user: User): 'active' | 'invited' | 'disabled' => {
  if (!user.is_active) return 'disabled';
  return user.has_password ? 'active' : 'invited';
};

/** Null means all counters. */
const counterNames = (
  user: User,
  counters: readonly { readonly code: string; readonly name: string }[],
): readonly string[] | null =>
  user.counters && counters.filter(({ code }) => user.counters?.includes(code)).map(({ name }) => name);
