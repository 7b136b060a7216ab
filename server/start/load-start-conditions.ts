import type { Day } from '../lib/day.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listDatedSettings } from '../unit/dated-setting.store.ts';
import { settingInForce } from '../unit/dated-setting.ts';
import { findInstallation } from '../unit/installation.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import { findLeaderWhoSignedIn } from './trial.store.ts';

interface StartCondition {
  readonly id: 'unit' | 'phone' | 'target' | 'address' | 'leader';
  /** The value that meets the condition; null: it is missing. */
  readonly value: string | null;
}

/** Conditions of the official start, in the order in which the page lists them. */
export async function loadStartConditions(
  db: Db | Trx,
  { publicUrl }: { readonly publicUrl: string | null },
  today: Day,
): Promise<StartCondition[]> {
  const unit = await getMainUnit(db);
  const settings = await listDatedSettings(db, unit.code);
  const target = settingInForce(settings, 'target_percent', today)?.value;
  const document = settingInForce(settings, 'target_document', today)?.value;
  const hasTarget = target != null && document != null;
  const isLocalOnly = (await findInstallation(db))?.is_local_only === 1;
  return [
    { id: 'unit', value: unit.kind === '' ? null : `${unit.name} (${unit.kind})` },
    { id: 'phone', value: unit.contact_phone },
    { id: 'target', value: hasTarget ? `${String(target).replace('.', ',')}%, ${document}` : null },
    { id: 'address', value: publicUrl?.startsWith('https://') ? publicUrl : isLocalOnly ? '' : null },
    { id: 'leader', value: await findLeaderWhoSignedIn(db) },
  ];
}
