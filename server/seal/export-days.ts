import type { Day } from '../lib/day.ts';
import type { Db } from '../storage/schema.ts';
import { readBallotLines, readTallyLines } from './read-day.ts';

/** A part of an export. */
export interface ExportPart {
  /** Whole lines, each with its end. */
  readonly text: string;
  /** How many of them are ballots. */
  readonly ballots: number;
}

/**
 * The ballots of sealed days, each day's in the order of their random ids and then its tallies, as the lines that
 * the day's digest was made of: for an auditor at the server's console, who can count them and compute the digest.
 * Days of fewer than five ballots are no exception: whoever stands there has the database itself.
 *
 * Memory holds one part at a time; the next is read when it is asked for.
 */
export async function* exportDays(
  db: Db,
  unitCode: string,
  days: readonly Day[],
): AsyncGenerator<ExportPart, void> {
  for (const day of days) {
    for await (const lines of readBallotLines(db, unitCode, day))
      yield { text: joinLines(lines), ballots: lines.length };
    const tallies = await readTallyLines(db, unitCode, day);
    if (tallies.length > 0) yield { text: joinLines(tallies), ballots: 0 };
  }
}

const joinLines = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
