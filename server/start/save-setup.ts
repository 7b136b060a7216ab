import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { dayOf } from '../lib/day.ts';
import { normaliseLine } from '../lib/text.ts';
import { changeRoles } from '../staff/change-user.ts';
import { parseRoles } from '../staff/role.ts';
import { demandsFactor, listFactorUsers } from '../staff/second-factor.store.ts';
import type { User } from '../staff/user.ts';
import type { Deps } from '../storage/deps.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { SurveyCatalogue } from '../survey/definition.ts';
import { changeUnit } from '../unit/change-unit.ts';
import { listCounters } from '../unit/counter.store.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { settingInForce } from '../unit/dated-setting.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { addCounter, changeCounter, closeCounter, reopenCounter } from '../unit/manage-counters.ts';
import { planSetting } from '../unit/plan-change.ts';
import type { TypedUnit } from '../unit/unit-form.ts';

/** A counter of the form: an existing one with its code, or a new one without a code. */
interface TypedSetupCounter {
  readonly code: string;
  readonly name: string;
  readonly isOpen: boolean;
}

export interface TypedSetup {
  readonly unit: TypedUnit;
  readonly counters: readonly TypedSetupCounter[];
  readonly target: string;
  readonly document: string;
  /** Further roles of the administrator: `leader`, `staff`. */
  readonly ownRoles: readonly string[];
}

type SetupDeps = Deps & { readonly surveys: SurveyCatalogue };

class Refused extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super('the setup has faults');
  }
}

/** Saves everything or, with any fault, nothing; returns all faults. Fields of the n-th counter are `name-n`. */
export async function saveSetup(deps: SetupDeps, actor: User, typed: TypedSetup): Promise<readonly Fault[]> {
  try {
    await inTransaction(deps.db, async (trx) => {
      const inner = { ...deps, db: trx };
      const faults = [
        ...(typed.unit.kind === '' ? [{ field: 'kind', code: 'kind-missing' }] : []),
        ...(await changeUnit(inner, actor, typed.unit)),
        ...(await saveCounters(inner, actor, typed.counters)),
        ...(await saveTarget(inner, actor, typed)),
        ...(await saveOwnRoles(inner, actor, typed.ownRoles)),
      ];
      if (faults.length > 0) throw new Refused(faults);
    });
  } catch (error) {
    if (error instanceof Refused) return error.faults;
    throw error;
  }
  return [];
}

async function saveCounters(
  deps: SetupDeps,
  actor: Actor,
  typed: readonly TypedSetupCounter[],
): Promise<Fault[]> {
  const { code: unitCode } = await getMainUnit(deps.db);
  const known = new Map((await listCounters(deps.db, unitCode)).map((counter) => [counter.code, counter]));
  const faults: Fault[] = [];
  const closings: (() => Promise<void>)[] = [];
  for (const [index, { code, name, isOpen }] of typed.entries()) {
    const note = (found: readonly Fault[]) => {
      faults.push(...found.map((fault) => ({ ...fault, field: `name-${index}` })));
    };
    const counter = known.get(code);
    if (!counter) {
      if (!isOpen || name.trim() === '') continue;
      const added = await addCounter(deps, actor, { name, channel: 'poster', field: '' });
      if (added.outcome === 'faults') note(added.faults);
      continue;
    }
    if (!isOpen) {
      // Counters are closed last, because one must stay open.
      closings.push(async () => note(await closeCounter(deps, actor, code, '')));
      continue;
    }
    if (!counter.is_open) note(await reopenCounter(deps, actor, code));
    if (name !== counter.name)
      note(await changeCounter(deps, actor, code, { name, field: counter.field ?? '' }));
  }
  for (const close of closings) await close();
  return faults;
}

async function saveOwnRoles(
  deps: SetupDeps,
  actor: User,
  chosen: readonly string[],
): Promise<readonly Fault[]> {
  const roles = parseRoles(['administrator', ...chosen]);
  if (roles.join() === actor.roles.join()) return [];
  if ((await demandsFactor(deps.db, roles)) && !(await listFactorUsers(deps.db)).has(actor.id))
    return [{ field: 'own_role', code: 'own-factor-first' }];
  return changeRoles(deps, actor, actor.id, { roles, allCounters: true, counters: [] });
}

async function saveTarget(deps: SetupDeps, actor: Actor, { target, document }: TypedSetup): Promise<Fault[]> {
  const { code } = await getMainUnit(deps.db);
  const today = dayOf(deps.clock.now());
  const settings = await listDatedSettings(deps.db, code);
  const faults: Fault[] = [];
  const plan = async (
    name: 'target_percent' | 'target_document',
    typed: Record<string, string>,
    field: string,
  ) => {
    const planned = await planSetting(deps, actor, code, name, typed, true);
    if (planned.outcome !== 'faults') return;
    faults.push(...planned.faults.map((fault) => ({ ...fault, field })));
  };
  const inForce = settingInForce(settings, 'target_percent', today)?.value ?? null;
  const isSame = inForce !== null && Number(target.replace(/ ?%$/, '').replace(',', '.')) === inForce;
  if (!isSame) await plan('target_percent', { value: target, since: today }, 'target');
  const confirmed = settingInForce(settings, 'target_document', today)?.value ?? '';
  if (normaliseLine(document) !== confirmed) await plan('target_document', { document }, 'document');
  return faults;
}
