import type { EntryKey } from '../../web/types/transactions.ts';

/** `imported`: from an exported file of the office's one-stop system. */
export type EntrySource = 'typed' | 'imported';

/** `n` null withdraws the number. */
export interface ProposedEntry extends EntryKey {
  readonly n: number | null;
}

export interface EntryRevision extends ProposedEntry {
  /** Revision number, from 1. */
  readonly revision: number;
  readonly source: EntrySource;
  /** ISO 8601 with Vietnam's offset, to the second. */
  readonly enteredAt: string;
  readonly actorName: string;
}

/** A valid number: the latest revision of its key, if not withdrawn. */
export interface CurrentEntry extends EntryRevision {
  readonly n: number;
}

/** Maximum of one number; a larger one must be a typing mistake. */
export const MAX_TRANSACTIONS = 100_000;
export const MAX_ENTRY_DAYS = 366;

/** Different keys have different ids. */
export const entryId = ({ from, to, counter }: EntryKey): string => `${from}_${to}_${counter ?? 'all'}`;

export const isDayEntry = ({ from, to }: EntryKey): boolean => from === to;

export const sharesDays = (
  left: Pick<EntryKey, 'from' | 'to'>,
  right: Pick<EntryKey, 'from' | 'to'>,
): boolean => left.from <= right.to && right.from <= left.to;

/** Whether two entries share a day and a counter; an entry for the whole unit includes all counters. */
export const countsTwice = (left: EntryKey, right: EntryKey): boolean =>
  sharesDays(left, right) &&
  (left.counter === null || right.counter === null || left.counter === right.counter);

/** Latest revision of every key, without withdrawn ones. The input may be in any order. */
export function currentEntries(revisions: readonly EntryRevision[]): CurrentEntry[] {
  const latest = new Map<string, EntryRevision>();
  for (const revision of revisions) {
    const known = latest.get(entryId(revision));
    if (known === undefined || known.revision < revision.revision) latest.set(entryId(revision), revision);
  }
  return [...latest.values()].filter((entry): entry is CurrentEntry => entry.n !== null);
}
