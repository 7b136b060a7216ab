import type { Db } from '../storage/schema.ts';
import { listCounters } from './counter.store.ts';
import type { Counter } from './counter.ts';

/** A unit's counters in the order of pages, closed ones included. */
export const listUnitCounters = (db: Db, unitCode: string): Promise<Counter[]> => listCounters(db, unitCode);
