import { Hono } from 'hono';
import { renderRulesPage } from '../../web/pages/RulesPage.tsx';
import type { HttpEnvironment } from '../http/environment.ts';
import { dayOf } from '../lib/day.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { ruleStates } from './rule-settings.ts';

const RULES = '/quan-tri/quy-tac';

/** Overview; each rule is changed on its own page by `settings/`. */
export const ruleRoutes = new Hono<HttpEnvironment>().get(RULES, async (c) => {
  const { db, clock } = c.get('app');
  const settings = await listDatedSettings(db, (await getMainUnit(db)).code);
  const rules = ruleStates(settings, dayOf(clock.now()));
  return sendStaffPage(c, (base) =>
    renderRulesPage({
      ...base,
      rules: rules.map((rule) => ({ ...rule, href: `${RULES}/${rule.id}` })),
      mayChange: getSignedIn(c).user.role === 'administrator',
    }),
  );
});
