import { AppError } from '../lib/errors.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listUnits } from './unit.store.ts';
import type { Unit } from './unit.ts';

/**
 * The unit whose pages stand at the addresses without a unit's code: the first by code. A commune's
 * server has no other.
 * @throws AppError `unavailable` before the first run has made one.
 */
export async function getMainUnit(db: Db | Trx): Promise<Unit> {
  const [unit] = await listUnits(db);
  if (!unit) throw new AppError('unavailable', 'no-unit');
  return unit;
}
