import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import type { Clock } from '../lib/clock.ts';
import { addDays, type Day, dayOf } from '../lib/day.ts';
import type { Random } from '../lib/random.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { insertDatedSetting, listDatedSettings } from '../unit/dated-setting.store.ts';
import { insertPublicEvent } from '../unit/public-event.store.ts';
import { fitsRule, type RuleId, type RuleSetting } from '../unit/rule-setting.ts';
import { isSameSetting, type RuleOnDay, ruleOnDay, toDatedSetting } from './rule-settings.ts';

/** A rule's form as it was sent. */
export interface TypedRule {
  /** `on` or `off`. */
  readonly state: string;
  /** A number with a comma or a point; not looked at for a rule without a threshold. */
  readonly threshold: string;
}

/** A change that can be made: what holds today, and what will from the day on. */
export interface PlannedChange {
  readonly since: Day;
  readonly was: RuleOnDay;
  readonly setting: RuleSetting;
}

export type RulePlan =
  | { readonly outcome: 'planned'; readonly change: PlannedChange }
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] };

/** A number as people type it, `0,75` or `0.75`; NaN for anything else. */
const parseNumber = (text: string): number =>
  /^\d{1,4}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;

/**
 * Checks a change of a rule without making it. Changes hold from the next day on, so that no day is judged by
 * two rules, and a day has one change: a row is never overwritten.
 */
export async function planRuleChange(
  db: Db | Trx,
  clock: Clock,
  unitCode: string,
  id: RuleId,
  typed: TypedRule,
): Promise<RulePlan> {
  const since = addDays(dayOf(clock.now()), 1);
  const rows = await listDatedSettings(db, unitCode);
  const was = ruleOnDay(rows, id, addDays(since, -1));
  const coming = ruleOnDay(rows, id, since);
  const is_on = typed.state === 'on';
  const faults: Fault[] = [];
  if (typed.state !== 'on' && typed.state !== 'off') faults.push({ field: 'state', code: 'state-missing' });
  const threshold = was.threshold === null ? null : parseNumber(typed.threshold);
  if (!fitsRule(id, { is_on, threshold })) faults.push({ field: 'threshold', code: 'threshold-invalid' });
  if (coming.since === since) faults.push({ field: 'state', code: 'change-pending' });
  else if (faults.length === 0 && isSameSetting(was, { is_on, threshold }))
    faults.push({ field: 'state', code: 'rule-unchanged' });
  return faults.length > 0
    ? { outcome: 'faults', faults }
    : { outcome: 'planned', change: { since, was, setting: { is_on, threshold } } };
}

/**
 * Makes a change: the dated row, the public line and the act, together or not at all. Returns the faults for
 * which nothing was done; empty when it was.
 */
export function changeRule(
  { db, clock, random }: { readonly db: Db; readonly clock: Clock; readonly random: Random },
  actor: Actor,
  unitCode: string,
  id: RuleId,
  typed: TypedRule,
): Promise<readonly Fault[]> {
  return inTransaction(db, async (trx) => {
    await lockTable(trx, 'dated_settings');
    const plan = await planRuleChange(trx, clock, unitCode, id, typed);
    if (plan.outcome === 'faults') return plan.faults;
    const { since, was, setting } = plan.change;
    await insertDatedSetting(trx, unitCode, toDatedSetting(id, since, setting));
    await insertPublicEvent(trx, unitCode, {
      day: dayOf(clock.now()),
      kind: 'rule-changed',
      params: { rule: id, since, ...setting, was_on: was.is_on, was_threshold: was.threshold },
    });
    await recordAct(trx, { clock, random }, actor, 'rule-changed', {
      rule: id,
      since,
      state: setting.is_on ? 'on' : 'off',
      ...(setting.threshold === null ? {} : { threshold: setting.threshold }),
    });
    return [];
  });
}
