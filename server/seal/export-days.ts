import type { Day } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import { digestWithLeaves, readBallotLines } from './read-day.ts';
import { findSeal } from './seal.store.ts';
import { leafOf } from './seal.ts';

interface ExportPart {
  /** Whole lines, each ending with a newline. */
  readonly text: string;
  /** The number of lines that are ballots. */
  readonly ballots: number;
}

/**
 * Exports sealed days for an auditor at the server's console: for each day its ballots in order of their
 * random ids, then its tallies and counts of
 * respondents, as the exact lines that were hashed, so that the auditor can count them and
 * recompute the digest. Days with fewer than five ballots are included: the auditor has access to the
 * database itself. Streams: memory holds one part and the day's hashes at a time.
 */
export async function* exportDays(
  db: Db,
  unitCode: string,
  days: readonly Day[],
): AsyncGenerator<ExportPart, void> {
  for (const day of days) {
    const leaves: string[] = [];
    for await (const lines of readBallotLines(db, unitCode, day)) {
      leaves.push(...lines.map(leafOf));
      yield { text: joinLines(lines), ballots: lines.length };
    }
    const seal = await findSeal(db, unitCode, day);
    const { tallies } = await digestWithLeaves(db, unitCode, day, leaves, seal?.digest);
    if (tallies.length > 0) yield { text: joinLines(tallies), ballots: 0 };
  }
}

const joinLines = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
