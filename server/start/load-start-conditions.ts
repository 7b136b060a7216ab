import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { settingInForce } from '../unit/dated-setting.ts';
import { findInstallation } from '../unit/installation.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { listStartConditions, type StartCondition } from './start-conditions.ts';
import { findLeaderWhoSignedIn } from './trial.store.ts';

export async function loadStartConditions(
  db: Db | Trx,
  { publicUrl }: { readonly publicUrl: string | null },
  today: Day,
): Promise<StartCondition[]> {
  const unit = await getMainUnit(db);
  const settings = await listDatedSettings(db, unit.code);
  const target = settingInForce(settings, 'target_percent', today)?.value;
  const document = settingInForce(settings, 'target_document', today)?.value;
  return listStartConditions({
    unit: unit.kind === '' ? null : `${unit.name} (${unit.kind})`,
    phone: unit.contact_phone,
    target: target != null && document != null ? `${String(target).replace('.', ',')}%, ${document}` : null,
    publicUrl,
    isLocalOnly: (await findInstallation(db))?.is_local_only === 1,
    leader: await findLeaderWhoSignedIn(db),
  });
}
