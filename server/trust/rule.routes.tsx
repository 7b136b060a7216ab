import { Hono } from 'hono';
import { renderRuleConfirmPage } from '../../web/pages/RuleConfirmPage.tsx';
import { renderRulePage } from '../../web/pages/RulePage.tsx';
import { renderRulesPage } from '../../web/pages/RulesPage.tsx';
import type { Fault } from '../../web/types/fault.ts';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { addDays, dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import { getSignedIn } from '../staff/authorise.ts';
import { sendStaffPage } from '../staff/staff-page.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { isRuleId, type RuleId, THRESHOLD_RANGES } from '../unit/rule-setting.ts';
import { changeRule, planRuleChange, type TypedRule } from './change-rule.ts';
import { loadRuleStates } from './load-rule-states.ts';

const RULES = '/quan-tri/quy-tac';

/** The rules that set ballots aside: how they stand, and switching them. */
export const ruleRoutes = new Hono<HttpEnvironment>()
  .get(RULES, async (c) => {
    const rules = await loadStates(c);
    return sendStaffPage(c, (base) =>
      renderRulesPage({
        ...base,
        rules: rules.map((rule) => ({ ...rule, href: `${RULES}/${rule.id}` })),
        mayChange: mayChange(c),
      }),
    );
  })
  .get(`${RULES}/:rule`, (c) => sendRule(c, getRuleId(c), null, []))
  .post(`${RULES}/:rule`, formLimit, async (c) => {
    const id = getRuleId(c);
    const fields = await parseForm(c);
    const typed = { state: fields.get('state')?.[0] ?? '', threshold: fields.get('threshold')?.[0] ?? '' };
    const { db, clock } = c.get('app');
    const unit = await getMainUnit(db);
    if (fields.get('confirm')?.[0] === 'yes') {
      const faults = await changeRule(c.get('app'), getSignedIn(c).user, unit.code, id, typed);
      return faults.length > 0 ? sendRule(c, id, typed, faults) : c.redirect(RULES, 303);
    }
    const plan = await planRuleChange(db, clock, unit.code, id, typed);
    if (plan.outcome === 'faults') return sendRule(c, id, typed, plan.faults);
    const { since, setting } = plan.change;
    return sendStaffPage(c, (base) =>
      renderRuleConfirmPage({ ...base, id, since, ...setting, action: `${RULES}/${id}`, typed }),
    );
  });

const mayChange = (c: Http): boolean => getSignedIn(c).user.role === 'administrator';

/** @throws AppError `not-found` for an address that names no rule. */
function getRuleId(c: Http): RuleId {
  const id = c.req.param('rule') ?? '';
  if (!isRuleId(id)) throw new AppError('not-found', 'rule-unknown');
  return id;
}

async function loadStates(c: Http) {
  const { db, clock } = c.get('app');
  return loadRuleStates(db, (await getMainUnit(db)).code, dayOf(clock.now()));
}

async function sendRule(
  c: Http,
  id: RuleId,
  typed: TypedRule | null,
  faults: readonly Fault[],
): Promise<Response> {
  const rule = (await loadStates(c)).find((state) => state.id === id);
  if (!rule) throw new AppError('not-found', 'rule-unknown');
  return sendStaffPage(
    c,
    (base) =>
      renderRulePage({
        ...base,
        rule,
        range: THRESHOLD_RANGES[id],
        // The earliest day from which a change can hold.
        since: addDays(dayOf(c.get('app').clock.now()), 1),
        action: `${RULES}/${id}`,
        back: RULES,
        typed,
        faults,
        mayChange: mayChange(c),
      }),
    faults.length === 0 ? 200 : 422,
  );
}
