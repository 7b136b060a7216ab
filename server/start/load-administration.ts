import type { AdministrationView } from '../../web/types/administration.ts';
import { countActsSince } from '../act/act.store.ts';
import { dayOf } from '../lib/day.ts';
import { listKeys } from '../reporting/manage-api-keys.ts';
import { listUsers } from '../staff/user.store.ts';
import type { Deps } from '../storage/deps.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { rulesOnDay } from '../trust/rule-settings.ts';
import { findSurveyInForce, listCounters } from '../unit/counter.store.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { commentMonthsOn, settingInForce } from '../unit/dated-setting.ts';
import { findInstallation } from '../unit/installation.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { loadStartConditions } from './load-start-conditions.ts';

/** Data of the administration page: the settings of today, and what is left to do before the official start. */
export async function loadAdministration(
  deps: Deps & { readonly surveys: SurveyCatalogue; readonly config: { readonly publicUrl: string | null } },
): Promise<AdministrationView> {
  const { db, clock, surveys, config } = deps;
  const today = dayOf(clock.now());
  const unit = await getMainUnit(db);
  const settings = await listDatedSettings(db, unit.code);
  const open = (await listCounters(db, unit.code)).filter(({ is_open }) => is_open);
  const inForce = await Promise.all(open.map(({ code }) => findSurveyInForce(db, code, today)));
  const titles = inForce.flatMap((row) =>
    row ? [surveys.find(row.survey_id, row.survey_version)?.title.vi ?? row.survey_id] : [],
  );
  const improvements = settingInForce(settings, 'improvements', today);
  const isTrial = (await findInstallation(db))?.official_since === null;
  return {
    conditions: isTrial ? await loadStartConditions(db, config, today) : null,
    phone: unit.contact_phone,
    openCounters: open.length,
    people: (await listUsers(db)).filter(({ is_active }) => is_active).length,
    hoursSince: settingInForce(settings, 'opening_hours', today)?.since ?? null,
    target: settingInForce(settings, 'target_percent', today)?.value ?? null,
    minimum: settingInForce(settings, 'minimum_n', today)?.value ?? null,
    rulesOn: rulesOnDay(settings, today).filter(({ is_on }) => is_on).length,
    external: (['sipas', 'dvcqg-766'] as const).flatMap((code) => {
      const value = settingInForce(settings, code, today)?.value;
      return value ? [{ code, ...value }] : [];
    }),
    surveys: [...new Set(titles)],
    improvedOn: improvements?.value ? improvements.since : null,
    commentMonths: commentMonthsOn(settings, today),
    apiKeys: (await listKeys(deps)).filter(({ state }) => state === 'active').length,
    actsToday: await countActsSince(db, today),
  };
}
