import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { settingInForce } from '../unit/dated-setting.ts';
import { findInstallation } from '../unit/installation.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { listStartConditions, type StartCondition } from './start-conditions.ts';
import { findAct, findLeaderWhoSignedIn } from './trial.store.ts';

const UNIT_ACTS = [
  'unit-renamed',
  'unit-official-code-changed',
  'unit-phone-changed',
  'unit-receiver-changed',
];

export async function loadStartConditions(
  db: Db | Trx,
  { publicUrl }: { readonly publicUrl: string | null },
  today: Day,
): Promise<StartCondition[]> {
  const unit = await getMainUnit(db);
  const target = settingInForce(await listDatedSettings(db, unit.code), 'target_percent', today)?.value;
  return listStartConditions({
    unit: (await findAct(db, UNIT_ACTS)) ? unit.name : null,
    phone: unit.contact_phone,
    target: target != null && (await findAct(db, ['target-changed'])) ? `${target}%` : null,
    publicUrl,
    isLocalOnly: (await findInstallation(db))?.is_local_only === 1,
    leader: await findLeaderWhoSignedIn(db),
  });
}
