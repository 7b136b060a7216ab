import type { Day } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import { listDatedSettings } from './dated-setting.store.ts';
import { type SipasFigure, settingInForce } from './dated-setting.ts';

/** The province's SIPAS figure that is named on a day; null where nobody has given one, or it was taken away. */
export async function loadSipas(db: Db, unitCode: string, day: Day): Promise<SipasFigure | null> {
  return settingInForce(await listDatedSettings(db, unitCode), 'sipas', day)?.value ?? null;
}
