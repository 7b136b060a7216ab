import type { PreparedEntry, PreparedImport, ReadEntry } from '../../web/types/transaction-import.ts';
import { dayOf, earlierOf, laterOf } from '../lib/day.ts';
import { foldText } from '../lib/fold-text.ts';
import type { Db } from '../storage/schema.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Unit } from '../unit/unit.ts';
import { checkEntries } from './check-entries.ts';
import type { Enterer } from './enter-transactions.ts';
import { listEntryRevisions } from './entry.store.ts';
import { currentEntries, entryId } from './entry.ts';
import { loadWorkingDays } from './load-working-days.ts';

/** Meaning of each name in the file (a counter's code, the whole unit, or to be skipped), by folded name. */
export type NameChoices = Readonly<Record<string, string>>;
const WHOLE_UNIT = 'all';
const SKIPPED = 'skip';

/** Assigns numbers of a file to counters, sums those with the same key, and validates them like typed numbers. */
export async function prepareImport(
  { db, now }: { readonly db: Db; readonly now: Date },
  unit: Unit,
  user: Pick<Enterer, 'counters'>,
  read: readonly ReadEntry[],
  choices: NameChoices,
): Promise<PreparedImport> {
  const counters = await listCounters(db, unit.code);
  const codes = new Map(
    counters.flatMap(({ code, name }) => [
      [code, code],
      [foldText(name), code],
    ]),
  );
  const names = new Map<string, { name: string; n: number; choice: string | null }>();
  const sums = new Map<string, PreparedEntry>();
  let skipped = 0;
  for (const { from, to, name, n } of read) {
    let counter: string | null = null;
    if (name !== null) {
      const folded = foldText(name);
      const choice = codes.get(folded) ?? choices[folded] ?? null;
      if (!codes.has(folded)) {
        names.set(folded, { name, n: (names.get(folded)?.n ?? 0) + n, choice });
      }
      if (choice === SKIPPED) skipped += n;
      if (choice === null || choice === SKIPPED) continue;
      counter = choice === WHOLE_UNIT ? null : choice;
    }
    const key = entryId({ from, to, counter });
    sums.set(key, { from, to, counter, n: (sums.get(key)?.n ?? 0) + n, before: null });
  }
  const proposed = [...sums.values()];
  if (proposed.length === 0) return { entries: [], rejected: [], skipped, names: [...names.values()] };

  const from = proposed.map((entry) => entry.from).reduce(earlierOf);
  const to = proposed.map((entry) => entry.to).reduce(laterOf);
  const current = currentEntries(await listEntryRevisions(db, unit.code, from, to));
  const known = new Map(current.map((entry) => [entryId(entry), entry.n]));
  const withBefore = proposed.map((entry) => ({ ...entry, before: known.get(entryId(entry)) ?? null }));
  const faults = checkEntries(withBefore, current, {
    today: dayOf(now),
    openedOn: unit.opened_on,
    counters: counters.map(({ code }) => code),
    own: user.counters,
    isWorkingDay: await loadWorkingDays(db, unit.code),
  });
  const faulty = new Map(faults.map((fault) => [entryId(fault.entry), fault]));
  return {
    entries: withBefore.filter((entry) => !faulty.has(entryId(entry))),
    rejected: withBefore.flatMap((entry) => {
      const fault = faulty.get(entryId(entry));
      return fault === undefined ? [] : [{ entry, code: fault.code, other: fault.other ?? null }];
    }),
    skipped,
    names: [...names.values()],
  };
}
