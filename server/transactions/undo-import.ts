import type { Deps } from '../storage/deps.ts';
import type { Unit } from '../unit/unit.ts';
import { type Enterer, type EntryResult, enterTransactions } from './enter-transactions.ts';
import { listImportedAt } from './entry.store.ts';

/**
 * Gives each imported number its previous value, or withdraws it if it had none. Numbers that were changed since
 * the import are not touched. Adds revisions and deletes nothing.
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
