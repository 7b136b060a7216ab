import type { Db, Trx } from '../storage/schema.ts';
import { DATED_SETTINGS, type DatedSetting, type DatedSettingName } from './dated-setting.ts';

/** All dated settings of a unit, oldest first; they are few and never deleted. */
export async function listDatedSettings(db: Db | Trx, unitCode: string): Promise<DatedSetting[]> {
  const rows = await db
    .selectFrom('dated_settings')
    .select(['name', 'since', 'value'])
    .where('unit_code', '=', unitCode)
    .orderBy('since')
    .execute();
  return rows.map((row) => {
    const name = row.name as DatedSettingName;
    return { name, since: row.since, value: DATED_SETTINGS[name].parse(JSON.parse(row.value)) };
  });
}

/** Adds a setting that is in force from its day on; throws where its value is out of range. */
export async function insertDatedSetting(trx: Trx, unitCode: string, setting: DatedSetting): Promise<void> {
  await trx
    .insertInto('dated_settings')
    .values({
      unit_code: unitCode,
      name: setting.name,
      since: setting.since,
      value: JSON.stringify(DATED_SETTINGS[setting.name].parse(setting.value)),
    })
    .execute();
}
