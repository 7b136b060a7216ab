import { isDay } from '../lib/day.ts';
import type { User } from '../staff/user.ts';
import type { Db } from '../storage/schema.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Counter } from '../unit/counter.ts';
import type { Unit } from '../unit/unit.ts';
import { listRevisionsOf } from './entry.store.ts';
import { type CurrentEntry, currentEntries } from './entry.ts';

/** Finds a number by `entryId`. Null for an unknown id, or a number of another person's counter. */
export async function findEntry(
  db: Db,
  unit: Unit,
  user: Pick<User, 'counters'>,
  id: string,
): Promise<{ readonly entry: CurrentEntry; readonly counters: readonly Counter[] } | null> {
  const [, from = '', to = '', whose = ''] = /^([\d-]{10})_([\d-]{10})_([a-z\d]{3,5})$/.exec(id) ?? [];
  if (!isDay(from) || !isDay(to)) return null;
  const counter = whose === 'all' ? null : whose;
  const isTheirs = user.counters === null || (counter !== null && user.counters.includes(counter));
  if (!isTheirs) return null;
  const [entry] = currentEntries(await listRevisionsOf(db, unit.code, { from, to, counter }));
  return entry ? { entry, counters: await listCounters(db, unit.code) } : null;
}
