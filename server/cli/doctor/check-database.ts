import { recount } from '../../response/recount.ts';
import type { Db } from '../../storage/schema.ts';
import { findTrouble } from '../../storage/sqlite-file.ts';
import type { StorageCause } from '../../storage/storage-cause.ts';
import type { SurveyCatalogue } from '../../survey/definition.ts';
import { listUnits } from '../../unit/unit.store.ts';
import { type Finding, finding } from './finding.ts';

/** Only `database-damaged` advises a restore, which loses what was stored after the backup. */
const FINDINGS: Readonly<Record<StorageCause, string>> = {
  busy: 'database-busy',
  slow: 'database-slow',
  unreachable: 'database-unreachable',
  full: 'database-full',
  'read-only': 'database-read-only',
  'no-rights': 'database-no-rights',
  replaced: 'database-replaced',
  damaged: 'database-damaged',
};

export const databaseTrouble = (cause: StorageCause, detail: string): Finding =>
  finding('problem', FINDINGS[cause], { reason: detail.slice(0, 200) });

/** `isThorough` also checks every index entry. */
export function checkFile(path: string, isThorough: boolean): Finding {
  const found = findTrouble(path, isThorough);
  return found === null ? finding('ok', 'database-ok') : databaseTrouble(found.cause, found.detail);
}

export async function checkTallies(db: Db, surveys: SurveyCatalogue): Promise<Finding> {
  let count = 0;
  for (const { code } of await listUnits(db)) count += (await recount(db, surveys, code)).length;
  return count === 0 ? finding('ok', 'tallies-ok') : finding('problem', 'tallies-differ', { count });
}
