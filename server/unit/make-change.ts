import { type Day, dayOf } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';

type Checked<Change, Fault> =
  | { readonly faults: readonly Fault[] }
  | { readonly change: Change; readonly isAsked: boolean; write(): Promise<void> };

export type ChangeResult<Change, Fault> =
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] }
  | { readonly outcome: 'ready' | 'done'; readonly change: Change };

/**
 * Checks a dated change and makes it, in one transaction that locks its table: the rows, the act and the
 * public line are written together, and concurrent changes are checked one after the other. A change that
 * needs a confirmation and has none is returned without being written.
 */
export function makeChange<Change, Fault>(
  { db, clock }: Deps,
  table: 'dated_settings' | 'counter_surveys',
  isConfirmed: boolean,
  check: (trx: Trx, today: Day) => Promise<Checked<Change, Fault>>,
): Promise<ChangeResult<Change, Fault>> {
  return inTransaction(db, async (trx): Promise<ChangeResult<Change, Fault>> => {
    await lockTable(trx, table);
    const checked = await check(trx, dayOf(clock.now()));
    if ('faults' in checked) return { outcome: 'faults', faults: checked.faults };
    const { change } = checked;
    if (checked.isAsked && !isConfirmed) return { outcome: 'ready', change };
    await checked.write();
    return { outcome: 'done', change };
  });
}
