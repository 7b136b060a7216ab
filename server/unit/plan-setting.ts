import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import type { Clock } from '../lib/clock.ts';
import { type Day, dayOf } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { Random } from '../lib/random.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { deletePlannedSetting, insertDatedSetting, listDatedSettings } from './dated-setting.store.ts';
import type { DatedSetting } from './dated-setting.ts';
import {
  type ChangeFault,
  checkSettingChange,
  type FigureSettingName,
  type SettingChange,
} from './figure-setting.ts';
import { findWithdrawFault, type WithdrawFault } from './planned-change.ts';
import { insertPublicEvent } from './public-event.store.ts';
import type { Unit } from './unit.ts';

/** What planning needs of the process. */
export interface PlanParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
}

/** What became of a change: its faults, what it will do when it is confirmed, or that it is done. */
export type PlanResult =
  | { readonly outcome: 'faults'; readonly faults: readonly ChangeFault[] }
  | { readonly outcome: 'ready' | 'done'; readonly change: SettingChange };

/**
 * Puts a setting in force from today or a later day on, with a public line. Without `isConfirmed` it only says
 * what it would do, and writes nothing.
 */
export function planSetting(
  parts: PlanParts,
  actor: Actor,
  unit: Unit,
  typed: { readonly name: FigureSettingName; readonly value: string; readonly since: string },
  isConfirmed: boolean,
): Promise<PlanResult> {
  return inTransaction(parts.db, async (trx): Promise<PlanResult> => {
    const { rows, today } = await readSettings(trx, parts, unit);
    const { change, faults } = checkSettingChange(rows, typed, today);
    if (change === null) return { outcome: 'faults', faults };
    if (!isConfirmed) return { outcome: 'ready', change };
    const { name, since, from, to } = change;
    await insertDatedSetting(trx, unit.code, { name, since, value: to });
    const kind = name === 'target_percent' ? ('target-changed' as const) : ('minimum-changed' as const);
    await recordAct(trx, parts, actor, kind, { since, to, ...(from === null ? {} : { from }) });
    await insertPublicEvent(trx, unit.code, { day: today, kind, params: { since, from, to } });
    return { outcome: 'done', change };
  });
}

/** What becomes of a planned setting that is withdrawn; `stays` goes on in its place. */
export type WithdrawResult =
  | { readonly outcome: 'fault'; readonly fault: WithdrawFault }
  | {
      readonly outcome: 'ready' | 'done';
      readonly since: Day;
      readonly withdrawn: number;
      readonly stays: number;
    };

/**
 * Takes back a setting before its day, with a public line that says so. The row goes, because it never was in
 * force; that it was planned stays in the public lines and in the log.
 * @throws AppError `not-found` `setting-unknown` where nothing is planned from that day on.
 */
export function withdrawSetting(
  parts: PlanParts,
  actor: Actor,
  unit: Unit,
  { name, since }: { readonly name: FigureSettingName; readonly since: Day },
  isConfirmed: boolean,
): Promise<WithdrawResult> {
  return inTransaction(parts.db, async (trx): Promise<WithdrawResult> => {
    const { rows, today } = await readSettings(trx, parts, unit);
    const own = rows.filter((row): row is DatedSetting<FigureSettingName> => row.name === name);
    const index = own.findIndex((row) => row.since === since);
    const row = own[index];
    if (!row) throw new AppError('not-found', 'setting-unknown');
    const fault = findWithdrawFault(own, since, today);
    const before = own[index - 1];
    if (fault !== null || !before) return { outcome: 'fault', fault: fault ?? 'nothing-before' };
    const params = { since, withdrawn: row.value, stays: before.value };
    if (!isConfirmed) return { outcome: 'ready', ...params };
    await deletePlannedSetting(trx, unit.code, row);
    const kind = name === 'target_percent' ? ('target-withdrawn' as const) : ('minimum-withdrawn' as const);
    await recordAct(trx, parts, actor, kind, params);
    await insertPublicEvent(trx, unit.code, { day: today, kind, params });
    return { outcome: 'done', ...params };
  });
}

/** The rows, oldest first, which no other transaction changes meanwhile, and the day that it is. */
async function readSettings(
  trx: Trx,
  { clock }: PlanParts,
  unit: Unit,
): Promise<{ rows: DatedSetting[]; today: Day }> {
  await lockTable(trx, 'dated_settings');
  return { rows: await listDatedSettings(trx, unit.code), today: dayOf(clock.now()) };
}
