import type { Db } from '../storage/schema.ts';
import { findUnit } from './unit.store.ts';
import type { Unit } from './unit.ts';

/** The unit that an address names by its code; undefined for a code that is no unit's. */
export const findUnitByCode = (db: Db, code: string): Promise<Unit | undefined> => findUnit(db, code);
