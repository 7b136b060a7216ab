import { recount } from '../../response/recount.ts';
import type { Db } from '../../storage/schema.ts';
import { findDamage } from '../../storage/sqlite-file.ts';
import type { SurveyCatalogue } from '../../survey/definition.ts';
import { listUnits } from '../../unit/unit.store.ts';
import { type Finding, finding } from './finding.ts';

/** `isThorough` also checks every index entry. */
export function checkFile(path: string, isThorough: boolean): Finding {
  const damage = findDamage(path, isThorough);
  return damage === 'ok'
    ? finding('ok', 'database-ok')
    : finding('problem', 'database-damaged', { detail: damage.slice(0, 200) });
}

export async function checkTallies(db: Db, surveys: SurveyCatalogue): Promise<Finding> {
  let count = 0;
  for (const { code } of await listUnits(db)) count += (await recount(db, surveys, code)).length;
  return count === 0 ? finding('ok', 'tallies-ok') : finding('problem', 'tallies-differ', { count });
}
