import { isDay } from '../lib/day.ts';
import type { User } from '../staff/user.ts';
import type { Db } from '../storage/schema.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Counter } from '../unit/counter.ts';
import type { Unit } from '../unit/unit.ts';
import { listEntryRevisions } from './entry.store.ts';
import { type CurrentEntry, currentEntries, entryId } from './entry.ts';

/** Null for an unknown `entryId`, or if the number belongs to a counter that is not the person's. */
export async function findEntry(
  db: Db,
  unit: Unit,
  user: Pick<User, 'counters'>,
  id: string,
): Promise<{ readonly entry: CurrentEntry; readonly counters: readonly Counter[] } | null> {
  const [, from = '', to = ''] = /^([\d-]{10})_([\d-]{10})_/.exec(id) ?? [];
  if (!isDay(from) || !isDay(to)) return null;
  const revisions = await listEntryRevisions(db, unit.code, from, to);
  const entry = currentEntries(revisions).find((candidate) => entryId(candidate) === id);
  const isTheirs = user.counters === null || user.counters.includes(entry?.counter ?? '');
  return entry && isTheirs ? { entry, counters: await listCounters(db, unit.code) } : null;
}
