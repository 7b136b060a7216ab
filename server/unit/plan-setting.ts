import type { Fault } from '../../web/types/fault.ts';
import type { Actor } from '../act/act.ts';
import { recordAct } from '../act/record-act.ts';
import type { Day } from '../lib/day.ts';
import { AppError } from '../lib/errors.ts';
import type { Deps } from '../storage/deps.ts';
import type { Trx } from '../storage/schema.ts';
import {
  deletePlannedSetting,
  insertDatedSetting,
  listDatedSettings,
  upsertDatedSetting,
} from './dated-setting.store.ts';
import { type DatedSetting, type DatedSettingName, type DatedSettingValue, rowsOf } from './dated-setting.ts';
import { type ChangeResult, makeChange } from './make-change.ts';
import { insertPublicEvent } from './public-event.store.ts';
import type { PublicEvent } from './public-event.ts';
import type { Announcement, Setting, SettingChange, SettingWithdrawal, TypedSetting } from './setting.ts';
import { checkChange, checkWithdrawal, valueOn } from './setting-change.ts';
import { SETTINGS } from './settings.ts';

/**
 * Plans a new value of a setting from a day on. Where the setting requires confirmation, nothing is written
 * without `isConfirmed`.
 */
export const planSetting = <Name extends DatedSettingName>(
  deps: Deps,
  actor: Actor,
  unitCode: string,
  name: Name,
  typed: TypedSetting,
  isConfirmed: boolean,
): Promise<ChangeResult<SettingChange<DatedSettingValue<Name>>, Fault>> =>
  makeChange(deps, 'dated_settings', isConfirmed, async (trx, today) => {
    const setting: Setting<DatedSettingValue<Name>> = SETTINGS[name];
    const rows = rowsOf(await listDatedSettings(trx, unitCode), name);
    const checked = checkChange(setting, rows, typed, today);
    if ('faults' in checked) return checked;
    const { change, isUnchanged } = checked;
    return {
      change,
      isAsked: setting.needsConfirmation(valueOn(setting, rows, today), change.to),
      async write() {
        if (isUnchanged) return;
        const row = { name, since: change.since, value: change.to } as DatedSetting;
        await (setting.order === 'last' ? insertDatedSetting : upsertDatedSetting)(trx, unitCode, row);
        await announce(trx, deps, actor, unitCode, today, setting.announceChange(change));
      },
    };
  });

/**
 * Withdraws a planned change before its day. Its row is deleted, because it was never in force; the log and
 * the public lines still show that it was planned.
 * @throws AppError `not-found` `setting-unknown` where nothing is planned from that day on.
 */
export const withdrawSetting = <Name extends DatedSettingName>(
  deps: Deps,
  actor: Actor,
  unitCode: string,
  name: Name,
  since: Day,
  isConfirmed: boolean,
): Promise<ChangeResult<SettingWithdrawal<DatedSettingValue<Name>>, Fault>> =>
  makeChange(deps, 'dated_settings', isConfirmed, async (trx, today) => {
    const setting: Setting<DatedSettingValue<Name>> = SETTINGS[name];
    const rows = rowsOf(await listDatedSettings(trx, unitCode), name);
    const checked = checkWithdrawal(setting, rows, since, today);
    if (!checked) throw new AppError('not-found', 'setting-unknown');
    if ('fault' in checked) return { faults: [{ field: 'planned', code: checked.fault }] };
    const { withdrawal } = checked;
    return {
      change: withdrawal,
      isAsked: true,
      async write() {
        await deletePlannedSetting(trx, unitCode, name, since);
        const announcement = setting.announceWithdrawal?.(withdrawal);
        if (announcement) await announce(trx, deps, actor, unitCode, today, announcement);
      },
    };
  });

async function announce(
  trx: Trx,
  deps: Deps,
  actor: Actor,
  unitCode: string,
  today: Day,
  { act, line }: Announcement,
): Promise<void> {
  await recordAct(trx, deps, actor, act.kind, act.params);
  if (line) await insertPublicEvent(trx, unitCode, { day: today, ...line } as PublicEvent);
}
