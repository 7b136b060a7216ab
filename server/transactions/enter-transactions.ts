import { recordAct } from '../act/record-act.ts';
import { type Day, dayOf, earlierOf, laterOf, toVietnamTime } from '../lib/day.ts';
import { periodOf } from '../period/period.ts';
import type { User } from '../staff/user.ts';
import type { Deps } from '../storage/deps.ts';
import { lockTable } from '../storage/dialect.ts';
import type { Db, Trx } from '../storage/schema.ts';
import { inTransaction } from '../storage/transaction.ts';
import { listCounters } from '../unit/counter.store.ts';
import { insertPublicEvent } from '../unit/public-event.store.ts';
import type { Unit } from '../unit/unit.ts';
import { checkEntries, type EntryFault } from './check-entries.ts';
import { insertEntryRevisions, listEntryRevisions } from './entry.store.ts';
import {
  type CurrentEntry,
  currentEntries,
  type EntryRevision,
  type EntrySource,
  entryId,
  type ProposedEntry,
} from './entry.ts';
import { loadWorkingDays } from './load-working-days.ts';

export type Enterer = Pick<User, 'id' | 'name' | 'counters'>;

/** For optimistic locking: the number of revisions when the page was rendered. */
interface SeenState {
  readonly from: Day;
  readonly to: Day;
  readonly revisions: number;
}

export type EntryResult =
  | { readonly outcome: 'kept'; readonly kept: number; readonly enteredAt: string }
  | { readonly outcome: 'faults'; readonly faults: readonly EntryFault[] }
  | { readonly outcome: 'changed-meanwhile' };

/**
 * Stores all numbers or none. A changed number is stored as a new revision; the audit log entry and, for finished
 * weeks, the public event are written in the same transaction.
 */
export function enterTransactions(
  deps: Deps,
  unit: Unit,
  user: Enterer,
  proposed: readonly ProposedEntry[],
  source: EntrySource,
  seen: SeenState | null = null,
): Promise<EntryResult> {
  const enteredAt = toVietnamTime(deps.clock.now());
  if (proposed.length === 0) return Promise.resolve({ outcome: 'kept', kept: 0, enteredAt });
  return inTransaction(deps.db, async (trx): Promise<EntryResult> => {
    // The lock prevents two people from entering overlapping numbers concurrently.
    await lockTable(trx, 'transaction_entries');
    const today = dayOf(deps.clock.now());
    const counters = (await listCounters(trx, unit.code)).map(({ code }) => code);
    const { from, to } = spanOf(proposed);
    const revisions = await listEntryRevisions(trx, unit.code, from, to);
    if (seen && (await countSeen(trx, unit.code, user, seen)) !== seen.revisions) {
      return { outcome: 'changed-meanwhile' };
    }
    const current = currentEntries(revisions);
    const rules = {
      today,
      openedOn: unit.opened_on,
      counters,
      own: user.counters,
      isWorkingDay: await loadWorkingDays(trx, unit.code),
    };
    const faults = checkEntries(proposed, current, rules);
    if (faults.length > 0) return { outcome: 'faults', faults };

    const known = new Map(current.map((entry) => [entryId(entry), entry]));
    const changed = proposed.filter((entry) => (known.get(entryId(entry))?.n ?? null) !== entry.n);
    if (changed.length === 0) return { outcome: 'kept', kept: 0, enteredAt };
    const latest = new Map(revisions.map((entry) => [entryId(entry), entry.revision]));
    await insertEntryRevisions(
      trx,
      unit.code,
      changed.map(
        (entry): EntryRevision => ({
          ...entry,
          revision: (latest.get(entryId(entry)) ?? 0) + 1,
          source,
          enteredAt,
          actorName: user.name,
        }),
      ),
    );
    await record(trx, deps, unit, user, changed, known, source, today);
    return { outcome: 'kept', kept: changed.length, enteredAt };
  });
}

/** Counts only revisions of the person's counters and of the whole unit. */
export async function countSeen(
  db: Db | Trx,
  unitCode: string,
  user: Pick<User, 'counters'>,
  { from, to }: Pick<SeenState, 'from' | 'to'>,
): Promise<number> {
  const revisions = await listEntryRevisions(db, unitCode, from, to);
  return revisions.filter(
    ({ counter }) => counter === null || user.counters === null || user.counters.includes(counter),
  ).length;
}

async function record(
  trx: Trx,
  deps: Deps,
  unit: Unit,
  user: Enterer,
  changed: readonly ProposedEntry[],
  known: ReadonlyMap<string, CurrentEntry>,
  source: EntrySource,
  today: Day,
): Promise<void> {
  const corrected = changed.filter((entry) => known.has(entryId(entry)));
  const added = changed.filter((entry) => !known.has(entryId(entry)));
  const acts =
    source === 'imported'
      ? ([['transactions-imported', changed, { corrected: corrected.length }]] as const)
      : ([
          ['transactions-entered', added, {}],
          ['transactions-corrected', corrected, {}],
        ] as const);
  for (const [kind, entries, more] of acts) {
    if (entries.length === 0) continue;
    await recordAct(trx, deps, user, kind, { ...spanOf(entries), entries: entries.length, ...more });
  }
  // Published figures contain only numbers of finished weeks, so other corrections need no public event.
  const published = corrected.filter(({ to }) => periodOf('week', to).to < today);
  if (published.length === 0) return;
  await insertPublicEvent(trx, unit.code, {
    day: today,
    kind: 'transactions-corrected',
    params: {
      ...spanOf(published),
      entries: published.length,
      before: published.reduce((sum, entry) => sum + (known.get(entryId(entry))?.n ?? 0), 0),
      after: published.reduce((sum, entry) => sum + (entry.n ?? 0), 0),
    },
  });
}

const spanOf = (entries: readonly ProposedEntry[]): { readonly from: Day; readonly to: Day } => ({
  from: entries.map((entry) => entry.from).reduce(earlierOf),
  to: entries.map((entry) => entry.to).reduce(laterOf),
});
