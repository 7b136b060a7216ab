import { addDays, type Day, laterOf } from '../lib/day.ts';
import type { Database, Db, Trx } from '../storage/schema.ts';
import { type EntryRevision, entryId, MAX_ENTRY_DAYS } from './entry.ts';

const toRevision = (row: Database['transaction_entries']): EntryRevision => ({
  from: row.from_day,
  to: row.to_day,
  counter: row.counter_code === '' ? null : row.counter_code,
  n: row.n,
  revision: row.revision,
  source: row.source,
  enteredAt: row.entered_at,
  actorName: row.actor_name,
});

/** All revisions that overlap `from`–`to` (both included), sorted by days and revision. */
export async function listEntryRevisions(
  db: Db | Trx,
  unitCode: string,
  from: Day,
  to: Day,
): Promise<EntryRevision[]> {
  const rows = await db
    .selectFrom('transaction_entries')
    .selectAll()
    .where('unit_code', '=', unitCode)
    // Redundant, but without a lower bound the range scan of the primary key reads all earlier years.
    .where('from_day', '>=', addDays(from, 1 - MAX_ENTRY_DAYS))
    .where('from_day', '<=', to)
    .where('to_day', '>=', from)
    .orderBy('from_day')
    .orderBy('to_day')
    .orderBy('counter_code')
    .orderBy('revision')
    .execute();
  return rows.map(toRevision);
}

/**
 * Newest first. Any revision after the first is a correction. `counters`: codes, or null for all counters and the
 * whole unit.
 */
export async function listCorrections(
  db: Db | Trx,
  unitCode: string,
  counters: readonly string[] | null,
  limit: number,
): Promise<{ readonly before: number | null; readonly after: EntryRevision }[]> {
  if (counters?.length === 0) return [];
  const rows = await db
    .selectFrom('transaction_entries as after')
    .innerJoin('transaction_entries as before', (join) =>
      join
        .onRef('before.unit_code', '=', 'after.unit_code')
        .onRef('before.from_day', '=', 'after.from_day')
        .onRef('before.to_day', '=', 'after.to_day')
        .onRef('before.counter_code', '=', 'after.counter_code')
        .on((eb) => eb('before.revision', '=', eb('after.revision', '-', 1))),
    )
    .selectAll('after')
    .select('before.n as n_before')
    .where('after.unit_code', '=', unitCode)
    .$if(counters !== null, (query) => query.where('after.counter_code', 'in', counters ?? []))
    .orderBy('after.entered_at', 'desc')
    .orderBy('after.from_day', 'desc')
    .orderBy('after.to_day', 'desc')
    .orderBy('after.counter_code')
    .orderBy('after.revision', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ n_before, ...after }) => ({ before: n_before, after: toRevision(after) }));
}

/** Numbers that a person imported at a time, each with its previous value. */
export async function listImportedAt(db: Db, unitCode: string, actorName: string, enteredAt: string) {
  const rows = await db
    .selectFrom('transaction_entries')
    .selectAll()
    .where('unit_code', '=', unitCode)
    .where('actor_name', '=', actorName)
    .where('entered_at', '=', enteredAt)
    .where('source', '=', 'imported')
    .orderBy('from_day')
    .execute();
  const saved = rows.map(toRevision);
  const [first] = saved;
  if (first === undefined) return [];
  const last = saved.map(({ to }) => to).reduce(laterOf);
  const all = await listEntryRevisions(db, unitCode, first.from, last);
  return saved.map((entry) => {
    const same = all.filter((other) => entryId(other) === entryId(entry));
    return {
      ...entry,
      before: same.find(({ revision }) => revision === entry.revision - 1)?.n ?? null,
      isLatest: same.every(({ revision }) => revision <= entry.revision),
    };
  });
}

export async function insertEntryRevisions(
  trx: Trx,
  unitCode: string,
  revisions: readonly EntryRevision[],
): Promise<void> {
  // Keeps the number of parameters below SQLite's limit.
  const AT_ONCE = 500;
  for (let start = 0; start < revisions.length; start += AT_ONCE) {
    await trx
      .insertInto('transaction_entries')
      .values(
        revisions.slice(start, start + AT_ONCE).map((entry) => ({
          unit_code: unitCode,
          from_day: entry.from,
          to_day: entry.to,
          counter_code: entry.counter ?? '',
          revision: entry.revision,
          n: entry.n,
          source: entry.source,
          entered_at: entry.enteredAt,
          actor_name: entry.actorName,
        })),
      )
      .execute();
  }
}
