import type { Deps } from '../storage/deps.ts';
import type { Unit } from '../unit/unit.ts';
import { type Enterer, type EntryResult, enterTransactions } from './enter-transactions.ts';
import { listImportedAt } from './entry.store.ts';

/**
 * Takes back what a person saved from a file at an instant: each number gets the one before it again, or none.
 * Numbers that somebody has changed since stay as they are. Nothing is erased: these are further revisions.
 */
export async function undoImport(
  deps: Deps,
  unit: Unit,
  user: Enterer,
  enteredAt: string,
): Promise<EntryResult> {
  const saved = await listImportedAt(deps.db, unit.code, user.name, enteredAt);
  const own = saved.filter(({ isLatest }) => isLatest);
  const proposed = own.map(({ from, to, counter, before }) => ({ from, to, counter, n: before }));
  return enterTransactions(deps, unit, user, proposed, 'typed');
}
