import { Hono, type MiddlewareHandler } from 'hono';
import { renderSetupPage } from '../../web/pages/SetupPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { dayOf } from '../lib/day.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendFormPage } from '../staff/staff-page.ts';
import { listCounters } from '../unit/counter.store.ts';
import { MAX_OPEN_COUNTERS } from '../unit/counter-form.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { settingInForce } from '../unit/dated-setting.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { fillUnitForm, readUnitForm } from '../unit/unit-form.ts';
import { saveSetup, type TypedSetup } from './save-setup.ts';

/** Further roles that the administrator of a small office can take. */
const OWN_ROLES = ['leader', 'staff'] as const;

const SETUP = '/quan-tri/thiet-lap';

/** After the official start a change needs a confirmation, so it is made on the page of its setting. */
const duringTrial: MiddlewareHandler<HttpEnvironment> = async (c, next) =>
  c.get('trial') ? next() : c.redirect('/quan-tri', 303);

export const setupRoutes = new Hono<HttpEnvironment>()
  .get(SETUP, duringTrial, async (c) => sendSetup(c, await fillSetup(c), []))
  .post(SETUP, duringTrial, formLimit, async (c) => {
    const typed = readSetup(await parseForm(c), await fillSetup(c));
    const faults = await saveSetup(c.get('app'), getSignedIn(c).user, typed);
    return faults.length > 0 ? sendSetup(c, typed, faults) : c.redirect('/quan-tri?xong=1', 303);
  });

async function fillSetup(c: Http): Promise<TypedSetup> {
  const { db, clock } = c.get('app');
  const unit = await getMainUnit(db);
  const settings = await listDatedSettings(db, unit.code);
  const today = dayOf(clock.now());
  const target = settingInForce(settings, 'target_percent', today)?.value;
  const open = (await listCounters(db, unit.code)).filter(({ is_open }) => is_open);
  return {
    // The example's name is left out, so that nobody keeps it by mistake.
    unit: { ...fillUnitForm(unit), ...(unit.kind === '' ? { name: '' } : {}) },
    counters: open.map(({ code, name }) => ({ code, name, isOpen: true })),
    target: target === undefined ? '' : String(target).replace('.', ','),
    document: settingInForce(settings, 'target_document', today)?.value ?? '',
    ownRoles: getSignedIn(c).user.roles,
  };
}

/** The form has no `official_code` and `area_code`; they keep their stored values. */
function readSetup(fields: ReadonlyMap<string, readonly string[]>, stored: TypedSetup): TypedSetup {
  const text = (name: string) => fields.get(name)?.[0] ?? '';
  const { official_code, area_code } = stored.unit;
  const counters = [];
  // The form can have more rows than counters may be open: suggested counters and empty rows follow the open ones.
  for (let index = 0; fields.has(`name-${index}`) && index < 2 * MAX_OPEN_COUNTERS; index += 1) {
    counters.push({
      code: text(`code-${index}`),
      name: text(`name-${index}`),
      isOpen: fields.has(`open-${index}`),
    });
  }
  return {
    unit: { ...readUnitForm(fields), official_code, area_code },
    counters,
    target: text('target'),
    document: text('document'),
    ownRoles: OWN_ROLES.filter((role) => fields.get('own_role')?.includes(role)),
  };
}

const sendSetup = (c: Http, typed: TypedSetup, faults: readonly Fault[]): Promise<Response> =>
  sendFormPage(c, faults, (base) => renderSetupPage({ ...base, typed }));
