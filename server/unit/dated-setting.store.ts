import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { DATED_SETTINGS, type DatedSetting, type DatedSettingName } from './dated-setting.ts';

/** Past and planned settings included, oldest first. */
export async function listDatedSettings(db: Db | Trx, unitCode: string): Promise<DatedSetting[]> {
  const rows = await db
    .selectFrom('dated_settings')
    .select(['name', 'since', 'value'])
    .where('unit_code', '=', unitCode)
    .orderBy('since')
    .execute();
  // The table may contain settings that were removed from the product.
  return rows.filter(isKnown).map(({ name, since, value }) => {
    return { name, since, value: DATED_SETTINGS[name].parse(JSON.parse(value)) } as DatedSetting;
  });
}

const isKnown = <Row extends { readonly name: string }>(
  row: Row,
): row is Row & { readonly name: DatedSettingName } => Object.hasOwn(DATED_SETTINGS, row.name);

/** @throws when the value is out of range or the day is taken. */
export async function insertDatedSetting(trx: Trx, unitCode: string, setting: DatedSetting): Promise<void> {
  await trx.insertInto('dated_settings').values(toRow(unitCode, setting)).execute();
}

/** Replaces a value that begins on the same day. */
export async function upsertDatedSetting(trx: Trx, unitCode: string, setting: DatedSetting): Promise<void> {
  const row = toRow(unitCode, setting);
  await trx
    .insertInto('dated_settings')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['unit_code', 'name', 'since']).doUpdateSet({ value: row.value }),
    )
    .execute();
}

const toRow = (unit_code: string, { name, since, value }: DatedSetting) => ({
  unit_code,
  name,
  since,
  value: JSON.stringify(DATED_SETTINGS[name].parse(value)),
});

export async function deletePlannedSetting(
  trx: Trx,
  unitCode: string,
  name: DatedSettingName,
  since: Day,
): Promise<void> {
  await trx
    .deleteFrom('dated_settings')
    .where('unit_code', '=', unitCode)
    .where('name', '=', name)
    .where('since', '=', since)
    .execute();
}
