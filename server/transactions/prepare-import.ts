import { dayOf, earlierOf, laterOf } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Unit } from '../unit/unit.ts';
import { checkEntries, type EntryFault } from './check-entries.ts';
import type { Enterer } from './enter-transactions.ts';
import { listEntryRevisions } from './entry.store.ts';
import { currentEntries, entryId, type ProposedEntry } from './entry.ts';
import type { ImportedEntry } from './import/parsed-import.ts';
import { loadWorkingDays } from './load-working-days.ts';

/** What the person says of a name that the file alone knows: a counter's code, the whole unit, or left out. */
export type NameChoice = { readonly counter: string | null } | 'skip';

/** One number that would be kept, with the one that it takes the place of. */
export interface PreparedEntry extends ProposedEntry {
  readonly n: number;
  readonly before: number | null;
  /** The first row of the file that it comes from; 0 where not known. */
  readonly row: number;
}

/** What an import would do. */
export interface PreparedImport {
  readonly entries: readonly PreparedEntry[];
  /** Numbers of names that nothing is chosen for yet. */
  readonly unnamed: readonly number[];
  /** Days before the unit's first, which are left out. */
  readonly beforeOpening: number;
  readonly faults: readonly (EntryFault & { readonly row: number })[];
}

/** Puts numbers of a file to counters, adds up those that fall together, and judges them like typed ones. */
export async function prepareImport(
  { db, now }: { readonly db: Db; readonly now: Date },
  unit: Unit,
  user: Pick<Enterer, 'counters'>,
  imported: readonly ImportedEntry[],
  choices: ReadonlyMap<number, NameChoice>,
): Promise<PreparedImport> {
  const unnamed = new Set<number>();
  const sums = new Map<string, PreparedEntry>();
  let beforeOpening = 0;
  for (const { from, to, counter, n, row } of imported) {
    if (to < unit.opened_on) {
      beforeOpening += 1;
      continue;
    }
    let whose: string | null = null;
    if (counter !== null && 'code' in counter) whose = counter.code;
    else if (counter !== null) {
      const choice = choices.get(counter.name);
      if (choice === undefined) unnamed.add(counter.name);
      if (choice === undefined || choice === 'skip') continue;
      whose = choice.counter;
    }
    const key = { from, to, counter: whose };
    const known = sums.get(entryId(key));
    sums.set(entryId(key), { ...key, n: (known?.n ?? 0) + n, before: null, row: known?.row ?? row });
  }
  const proposed = [...sums.values()];
  if (proposed.length === 0) return { entries: [], unnamed: [...unnamed], beforeOpening, faults: [] };

  const from = proposed.map((entry) => entry.from).reduce(earlierOf);
  const to = proposed.map((entry) => entry.to).reduce(laterOf);
  const current = currentEntries(await listEntryRevisions(db, unit.code, from, to));
  const counters = (await listCounters(db, unit.code)).map(({ code }) => code);
  const faults = checkEntries(proposed, current, {
    today: dayOf(now),
    openedOn: unit.opened_on,
    counters,
    own: user.counters,
    isWorkingDay: await loadWorkingDays(db, unit.code),
  });
  const known = new Map(current.map((entry) => [entryId(entry), entry.n]));
  const rows = new Map(proposed.map((entry) => [entryId(entry), entry.row]));
  return {
    entries: proposed.map((entry) => ({ ...entry, before: known.get(entryId(entry)) ?? null })),
    unnamed: [...unnamed],
    beforeOpening,
    faults: faults.map((fault) => ({ ...fault, row: rows.get(entryId(fault.entry)) ?? 0 })),
  };
}
