import { Hono } from 'hono';
import { renderOpeningHoursPage } from '../../web/pages/OpeningHoursPage.tsx';
import {
  renderSettingConfirmPage,
  type SettingConfirmPageProps,
} from '../../web/pages/SettingConfirmPage.tsx';
import { renderSettingPage } from '../../web/pages/SettingPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { addDays, type Day, dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { getSignedIn, mayUse } from '../staff/authorise.ts';
import { sendFormPage, sendStaffPage } from '../staff/staff-page.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import {
  type DatedSetting,
  type DatedSettingName,
  openingHoursOn,
  rowsOf,
  settingInForce,
} from '../unit/dated-setting.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import type { OpeningHours } from '../unit/opening-hours.ts';
import { listRuns, type TypedOpeningDay, toTypedHours } from '../unit/opening-hours-form.ts';
import { planSetting, withdrawSetting } from '../unit/plan-change.ts';
import type { TypedSetting } from '../unit/setting.ts';
import { stateSetting } from '../unit/setting-change.ts';
import { SETTING_PAGES, SETTINGS, type SettingPage } from '../unit/settings.ts';

/** A rejected form; `typed` is null if a withdrawal was rejected. */
interface Refused {
  readonly name: DatedSettingName;
  readonly typed: TypedSetting | null;
  readonly faults: readonly Fault[];
}

interface SentForm {
  readonly name: DatedSettingName;
  readonly typed: TypedSetting;
  readonly isConfirmed: boolean;
}

export const settingRoutes = new Hono<HttpEnvironment>();
for (const page of SETTING_PAGES) {
  settingRoutes.get(page.path, (c) => sendPage(c, page, null));
  settingRoutes.post(page.path, formLimit, (c) => takeChange(c, page));
  if (page.hasPlans) settingRoutes.post(`${page.path}/rut`, formLimit, (c) => takeWithdrawal(c, page));
}

async function takeChange(c: Http, page: SettingPage): Promise<Response> {
  const { name, typed, isConfirmed } = await parseSetting(c, page);
  const app = c.get('app');
  const { code } = await getMainUnit(app.db);
  const result = await planSetting(app, getSignedIn(c).user, code, name, typed, isConfirmed);
  if (result.outcome === 'faults') return sendPage(c, page, { name, typed, faults: result.faults });
  if (result.outcome === 'done') return c.redirect(isConfirmed ? page.path : `${page.path}?xong=1`, 303);
  const effects = SETTINGS[name].effects?.(result.change as never) ?? {};
  const fields = { setting: name, ...typed };
  return sendConfirm(c, page.path, { name, act: 'change', ...result.change, effects }, fields);
}

async function takeWithdrawal(c: Http, page: SettingPage): Promise<Response> {
  const { name, typed, isConfirmed } = await parseSetting(c, page);
  const app = c.get('app');
  const { code } = await getMainUnit(app.db);
  const since = typed.since ?? '';
  const result = await withdrawSetting(app, getSignedIn(c).user, code, name, since, isConfirmed);
  if (result.outcome === 'faults') return sendPage(c, page, { name, typed: null, faults: result.faults });
  if (result.outcome === 'done') return c.redirect(page.path, 303);
  return sendConfirm(c, page.path, { name, act: 'withdraw', ...result.change }, { setting: name, since });
}

/** A form without the name of a setting changes the page's only setting. */
async function parseSetting(c: Http, { names }: SettingPage): Promise<SentForm> {
  const fields = await parseForm(c);
  const typed = Object.fromEntries([...fields].map(([field, [value = '']]) => [field, value]));
  const { setting = names.length === 1 ? names[0] : '', confirm, ...rest } = typed;
  const name = names.find((one) => one === setting);
  // The form names a setting that the page does not offer.
  if (name === undefined) throw new AppError('not-found', 'setting-unknown');
  return { name, typed: rest, isConfirmed: confirm === 'yes' };
}

async function sendPage(c: Http, page: SettingPage, refused: Refused | null): Promise<Response> {
  const { db, clock } = c.get('app');
  const unit = await getMainUnit(db);
  const today = dayOf(clock.now());
  const all = await listDatedSettings(db, unit.code);
  if (page.names.includes('opening_hours')) return sendHours(c, all, today, refused);
  return sendFormPage(c, refused?.faults ?? [], (base) =>
    renderSettingPage({
      ...base,
      mayChange: mayUse(c, 'POST', page.path),
      path: page.path,
      settings: page.names.map((name) => ({
        name,
        ...stateSetting(SETTINGS[name] as never, rowsOf(all, name) as never, today),
        typed: refused?.name === name ? refused.typed : null,
        faults: refused?.name === name ? refused.faults : [],
      })),
      exampleDay: addDays(today, 1),
    }),
  );
}

const HOURS = '/quan-tri/gio-mo-cua';

const toFields = ({ week }: OpeningHours): TypedOpeningDay[] =>
  week.map(({ morning, afternoon }) => ({
    morning: morning ?? { from: '', to: '' },
    afternoon: afternoon ?? { from: '', to: '' },
  }));

function sendHours(
  c: Http,
  settings: readonly DatedSetting[],
  today: Day,
  refused: { readonly typed: TypedSetting | null; readonly faults: readonly Fault[] } | null,
): Promise<Response> {
  const coming = rowsOf(settings, 'opening_hours').filter(({ since }) => since > today);
  const typed = refused?.typed ?? null;
  const chosen = typed === null ? coming.find((plan) => plan.since === c.req.query('tu')) : undefined;
  const hours = chosen?.value ?? openingHoursOn(settings, today);
  const form = typed && toTypedHours(typed);
  return sendFormPage(c, refused?.faults ?? [], (base) =>
    renderOpeningHoursPage({
      ...base,
      week: form?.week ?? toFields(hours),
      // Past days off would only lengthen the list.
      daysOff: form?.days_off ?? listRuns(hours.days_off.filter((day) => day >= today)),
      typedSince: typed === null ? (chosen?.since ?? today) : (typed.since ?? ''),
      since: settingInForce(settings, 'opening_hours', today)?.since ?? null,
      coming: coming.map((plan) => ({ since: plan.since, href: `${HOURS}?tu=${plan.since}` })),
      editing: chosen?.since ?? null,
    }),
  );
}

export const sendConfirm = (
  c: Http,
  path: string,
  asked: SettingConfirmPageProps['asked'],
  fields: Readonly<Record<string, string>>,
): Promise<Response> =>
  sendStaffPage(c, (base) =>
    renderSettingConfirmPage({ ...base, asked, today: dayOf(c.get('app').clock.now()), path, fields }),
  );
