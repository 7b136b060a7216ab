import type { Db } from '../storage/schema.ts';
import { listCounters } from '../unit/counter.store.ts';
import { getMainUnit } from '../unit/main-unit.ts';

/** Names that a guesser of this person's password would try first. */
export async function listGuessableNames(
  db: Db,
  person: { readonly userName: string; readonly fullName: string },
): Promise<string[]> {
  const unit = await getMainUnit(db);
  const counters = await listCounters(db, unit.code);
  return [
    ...[person.userName, person.fullName, unit.name, unit.head_agency, unit.receiver],
    ...unit.places.split('\n'),
    ...counters.map(({ name }) => name),
  ];
}
