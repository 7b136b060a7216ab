import { AppError } from '../lib/errors.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { listUnits } from './unit.store.ts';
import type { Unit } from './unit.ts';

/**
 * The unit of pages whose URL has no unit code: the first by code. A commune's server has only one unit.
 * @throws AppError `unavailable` before the first start has created it.
 */
export async function getMainUnit(db: Db | Trx): Promise<Unit> {
  const [unit] = await listUnits(db);
  if (!unit) throw new AppError('unavailable', 'no-unit');
  return unit;
}
