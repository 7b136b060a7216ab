import type { EntryKey } from '../../web/types/transactions.ts';

/** Where a number came from: typed into the page, or read from a file of the one-stop system. */
export type EntrySource = 'typed' | 'imported';

/** A number of finished transactions that somebody wants kept; `n` null takes the number back. */
export interface ProposedEntry extends EntryKey {
  readonly n: number | null;
}

/** One number as it was kept: who said so and when, which of the corrections of its key it is. */
export interface EntryRevision extends ProposedEntry {
  /** From 1. */
  readonly revision: number;
  readonly source: EntrySource;
  /** ISO 8601 in Vietnam's offset, to the second. */
  readonly enteredAt: string;
  readonly actorName: string;
}

/** A number that counts: the latest revision of its key, not taken back. */
export interface CurrentEntry extends EntryRevision {
  readonly n: number;
}

/** More transactions of one counter, or unit, in one entry are a slip of the finger. */
export const MAX_TRANSACTIONS = 100_000;
/** A total is of a year at most. */
export const MAX_ENTRY_DAYS = 366;

/** The same text for the same key, and for no other. */
export const entryId = ({ from, to, counter }: EntryKey): string => `${from}_${to}_${counter ?? 'all'}`;

/** Whether the number is of one single day. */
export const isDayEntry = ({ from, to }: EntryKey): boolean => from === to;

/** Whether two runs of days share one. */
export const sharesDays = (
  left: Pick<EntryKey, 'from' | 'to'>,
  right: Pick<EntryKey, 'from' | 'to'>,
): boolean => left.from <= right.to && right.from <= left.to;

/** Whether two numbers would count the same transactions twice: they share a day, and a counter or the unit. */
export const countsTwice = (left: EntryKey, right: EntryKey): boolean =>
  sharesDays(left, right) &&
  (left.counter === null || right.counter === null || left.counter === right.counter);

/** The latest revision of every key, those that were taken back left out. Any order goes in. */
export function currentEntries(revisions: readonly EntryRevision[]): CurrentEntry[] {
  const latest = new Map<string, EntryRevision>();
  for (const revision of revisions) {
    const known = latest.get(entryId(revision));
    if (known === undefined || known.revision < revision.revision) latest.set(entryId(revision), revision);
  }
  return [...latest.values()].filter((entry): entry is CurrentEntry => entry.n !== null);
}
