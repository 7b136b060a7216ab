import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import {
  DATED_SETTINGS,
  type DatedSetting,
  type DatedSettingName,
  type SipasFigure,
} from './dated-setting.ts';
import { type OpeningHours, openingHoursSchema } from './opening-hours.ts';

/** All dated settings of a unit, oldest first; they are few, and those that have been in force stay. */
export async function listDatedSettings(db: Db | Trx, unitCode: string): Promise<DatedSetting[]> {
  const rows = await db
    .selectFrom('dated_settings')
    .select(['name', 'since', 'value'])
    .where('unit_code', '=', unitCode)
    .orderBy('since')
    .execute();
  // Rows of settings that earlier versions had stay in the table and mean nothing any more.
  return rows.filter(isKnown).map(({ name, since, value }) => {
    return { name, since, value: DATED_SETTINGS[name].parse(JSON.parse(value)) } as DatedSetting;
  });
}

const isKnown = <Row extends { readonly name: string }>(
  row: Row,
): row is Row & { readonly name: DatedSettingName } => Object.hasOwn(DATED_SETTINGS, row.name);

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

/**
 * Sets the opening hours from a day on, in the place of those that were set for the same day. They may be
 * replaced, as no share is made of them; throws where they cannot be.
 */
export const putOpeningHours = (trx: Trx, unitCode: string, since: Day, hours: OpeningHours): Promise<void> =>
  putValue(trx, unitCode, 'opening_hours', since, openingHoursSchema.parse(hours));

/** Sets the province's SIPAS figure, or that none is named, likewise; throws where it is out of range. */
export const putSipas = (trx: Trx, unitCode: string, since: Day, sipas: SipasFigure | null): Promise<void> =>
  putValue(trx, unitCode, 'sipas', since, DATED_SETTINGS.sipas.parse(sipas));

async function putValue(
  trx: Trx,
  unitCode: string,
  name: 'opening_hours' | 'sipas',
  since: Day,
  checked: OpeningHours | SipasFigure | null,
): Promise<void> {
  const value = JSON.stringify(checked);
  await trx
    .insertInto('dated_settings')
    .values({ unit_code: unitCode, name, since, value })
    .onConflict((conflict) => conflict.columns(['unit_code', 'name', 'since']).doUpdateSet({ value }))
    .execute();
}

/** Takes a setting out whose day has not come. */
export async function deletePlannedSetting(
  trx: Trx,
  unitCode: string,
  { name, since }: Pick<DatedSetting, 'name' | 'since'>,
): Promise<void> {
  await trx
    .deleteFrom('dated_settings')
    .where('unit_code', '=', unitCode)
    .where('name', '=', name)
    .where('since', '=', since)
    .execute();
}
