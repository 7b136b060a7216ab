import type { EntryKey } from '../../web/types/transactions.ts';
import { addDays, type Day, daysBetween, isDay, listDays } from '../lib/day.ts';
import {
  type CurrentEntry,
  countsTwice,
  entryId,
  MAX_ENTRY_DAYS,
  MAX_TRANSACTIONS,
  type ProposedEntry,
} from './entry.ts';

type EntryFaultCode =
  | 'span'
  | 'number'
  | 'counter-unknown'
  | 'counter-not-yours'
  | 'whole-unit-not-yours'
  | 'before-opening'
  | 'not-over'
  | 'twice-in-form'
  | 'overlap';

/** `other`: the stored number that already includes the same transactions. */
export interface EntryFault {
  readonly entry: ProposedEntry;
  readonly code: EntryFaultCode;
  readonly other?: EntryKey;
}

interface EntryRules {
  readonly today: Day;
  readonly openedOn: Day;
  /** Codes of all counters, including closed ones. */
  readonly counters: readonly string[];
  /** Codes of the counters for which the person may enter numbers; null: all counters and the whole unit. */
  readonly own: readonly string[] | null;
  readonly isWorkingDay: (day: Day) => boolean;
}

/**
 * A number with the key of a stored one corrects it. Any other number whose days and counter overlap with a stored
 * one is rejected, because transactions would be counted twice.
 */
export function checkEntries(
  proposed: readonly ProposedEntry[],
  current: readonly CurrentEntry[],
  rules: EntryRules,
): EntryFault[] {
  const wellFormed = proposed.filter((entry) => findOwnFaults(entry, rules).length === 0);
  const byDay = new Map<Day, EntryKey[]>();
  const put = (entry: EntryKey) => {
    for (const day of listDays(entry.from, entry.to)) {
      const known = byDay.get(day);
      if (known) known.push(entry);
      else byDay.set(day, [entry]);
    }
  };
  const replaced = new Set(proposed.map(entryId));
  for (const entry of current) if (!replaced.has(entryId(entry))) put(entry);

  const faults = proposed.flatMap((entry): EntryFault[] =>
    findOwnFaults(entry, rules).map((code) => ({ entry, code })),
  );
  const seen = new Set<string>();
  for (const entry of wellFormed) {
    if (seen.has(entryId(entry))) {
      faults.push({ entry, code: 'twice-in-form' });
      continue;
    }
    seen.add(entryId(entry));
    if (entry.n === null) continue;
    const other = listDays(entry.from, entry.to)
      .flatMap((day) => byDay.get(day) ?? [])
      .find((candidate) => countsTwice(entry, candidate));
    if (other) faults.push({ entry, code: 'overlap', other });
    else put(entry);
  }
  return faults;
}

/** Returns at most one fault each for the number, the counter and the days. */
function findOwnFaults(entry: ProposedEntry, rules: EntryRules): EntryFaultCode[] {
  const faults: EntryFaultCode[] = [];
  if (entry.n !== null && !(Number.isSafeInteger(entry.n) && entry.n >= 0 && entry.n <= MAX_TRANSACTIONS)) {
    faults.push('number');
  }
  if (entry.counter === null) {
    if (rules.own !== null) faults.push('whole-unit-not-yours');
  } else if (!rules.counters.includes(entry.counter)) faults.push('counter-unknown');
  else if (rules.own !== null && !rules.own.includes(entry.counter)) faults.push('counter-not-yours');

  if (!isSpan(entry)) faults.push('span');
  else if (entry.from < rules.openedOn) faults.push('before-opening');
  else if (entry.n !== null && !isOver(entry, rules)) faults.push('not-over');
  return faults;
}

const isSpan = ({ from, to }: EntryKey): boolean =>
  isDay(from) && isDay(to) && from <= to && daysBetween(from, to) < MAX_ENTRY_DAYS;

/** Whether a number for these days may be entered: from their last working day on (for a week: from Friday). */
export function isOver(
  { from, to }: Pick<EntryKey, 'from' | 'to'>,
  { today, isWorkingDay }: Pick<EntryRules, 'today' | 'isWorkingDay'>,
): boolean {
  if (to <= today) return true;
  if (from > today) return false;
  return !listDays(addDays(today, 1), to).some(isWorkingDay);
}
