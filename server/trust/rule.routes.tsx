import { Hono } from 'hono';
import { renderRulesPage } from '../../web/pages/RulesPage.tsx';
import type { HttpEnvironment } from '../http/environment.ts';
import { dayOf } from '../lib/day.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { RULE_IDS } from '../unit/rule-setting.ts';
import { listCountsOf } from './intake-count.store.ts';
import { type IntakeCount, trialMeasure } from './intake-measures.ts';
import { ruleStates } from './rule-settings.ts';

const RULES = '/quan-tri/quy-tac';

const sumOf = (counts: readonly IntakeCount[], measure: string): number =>
  counts.reduce((sum, count) => sum + (count.measure === measure ? count.n : 0), 0);

/** Overview only; `settings/` has a page for changing each rule. */
export const ruleRoutes = new Hono<HttpEnvironment>().get(RULES, async (c) => {
  const { db, clock } = c.get('app');
  const unit = await getMainUnit(db);
  const settings = await listDatedSettings(db, unit.code);
  const today = dayOf(clock.now());
  const measures = await listCountsOf(db, unit.code, RULE_IDS.map(trialMeasure), unit.opened_on, today);
  const rules = ruleStates(settings, today);
  return sendStaffPage(c, (base) =>
    renderRulesPage({
      ...base,
      rules: rules.map((rule) => ({ ...rule, href: `${RULES}/${rule.id}` })),
      trialCounts: c.get('trial')
        ? RULE_IDS.map((id) => ({ id, n: sumOf(measures, trialMeasure(id)) })).filter(({ n }) => n > 0)
        : null,
      mayChange: getSignedIn(c).user.roles.includes('administrator'),
    }),
  );
});
