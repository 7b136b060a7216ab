import type { Clock } from '../lib/clock.ts';
import { addDays, type Day, dayOf } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import { listDatedSettings } from './dated-setting.store.ts';
import { type DatedSetting, settingInForce } from './dated-setting.ts';
import { FIGURE_SETTINGS, type FigureSettingName } from './figure-setting.ts';
import { findWithdrawFault } from './planned-change.ts';
import type { Unit } from './unit.ts';

/** A value with what can be said of it today. */
export interface FigureRow {
  readonly since: Day;
  readonly value: number;
  readonly state: 'past' | 'in-force' | 'planned';
  readonly mayWithdraw: boolean;
}

/** All that was, is and will be in force of the settings by which the headline is judged. */
export interface FigureSettings {
  readonly today: Day;
  readonly tomorrow: Day;
  readonly settings: readonly { readonly name: FigureSettingName; readonly rows: readonly FigureRow[] }[];
}

/** Reads a unit's targets and minimums, oldest first. */
export async function listFigureSettings(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  unit: Unit,
): Promise<FigureSettings> {
  const today = dayOf(clock.now());
  const all = await listDatedSettings(db, unit.code);
  const settings = FIGURE_SETTINGS.map((name) => {
    const rows = all.filter((row): row is DatedSetting<FigureSettingName> => row.name === name);
    const inForce = settingInForce(all, name, today);
    return {
      name,
      rows: rows.map(({ since, value }) => ({
        since,
        value,
        state:
          since > today
            ? ('planned' as const)
            : since === inForce?.since
              ? ('in-force' as const)
              : ('past' as const),
        mayWithdraw: findWithdrawFault(rows, since, today) === null,
      })),
    };
  });
  return { today, tomorrow: addDays(today, 1), settings };
}
