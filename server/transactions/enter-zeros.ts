import { addDays, type Day, dayOf, earlierOf, laterOf } from '../lib/day.ts';
import type { Deps } from '../storage/deps.ts';
import { listTallies } from '../tally/tally.store.ts';
import { listCounters } from '../unit/counter.store.ts';
import type { Unit } from '../unit/unit.ts';
import { countTransactions } from './count-transactions.ts';
import { type Enterer, type EntryResult, enterTransactions } from './enter-transactions.ts';
import { listEntryRevisions } from './entry.store.ts';
import { currentEntries, type ProposedEntry, sharesDays } from './entry.ts';
import { neededCounters } from './load-period-transactions.ts';
import { loadWorkingDays } from './load-working-days.ts';

/**
 * Enters 0 for days without a number, such as holidays: for the whole unit if the person may enter this and the day
 * has no number at all, else for each of the person's counters without a number. Skips days for which numbers were
 * entered meanwhile.
 */
export async function enterZeros(
  deps: Deps,
  unit: Unit,
  user: Enterer,
  days: readonly Day[],
): Promise<EntryResult> {
  if (days.length === 0) return enterTransactions(deps, unit, user, [], 'typed');
  const from = days.reduce(earlierOf);
  const to = earlierOf(days.reduce(laterOf), addDays(dayOf(deps.clock.now()), -1));
  const entries = currentEntries(await listEntryRevisions(deps.db, unit.code, from, to));
  const counters = await listCounters(deps.db, unit.code);
  const tallies = await listTallies(deps.db, unit.code, from, to);
  const { missing } = countTransactions(entries, {
    from,
    to,
    openedOn: unit.opened_on,
    counters: neededCounters(counters, tallies, from, to).filter(
      (code) => user.counters === null || user.counters.includes(code),
    ),
    isWorkingDay: await loadWorkingDays(deps.db, unit.code),
  });
  const zeros = missing
    .filter(({ day }) => days.includes(day))
    .flatMap(({ day, counters: lacking }): ProposedEntry[] => {
      const isEmpty = !entries.some((entry) => sharesDays(entry, { from: day, to: day }));
      const whose = isEmpty && user.counters === null ? [null] : lacking;
      return whose.map((counter) => ({ from: day, to: day, counter, n: 0 }));
    });
  return enterTransactions(deps, unit, user, zeros, 'typed');
}
