import { dayOfDailyCopy } from '../../backup/copy-names.ts';
import type { CopyFailure } from '../../backup/daily-copy.ts';
import { type Day, daysBetween } from '../../lib/day.ts';
import { type Finding, finding } from './finding.ts';

/** What is known of the copies. */
export interface CopyFacts {
  /** File names in the folder of the copies. */
  readonly names: readonly string[];
  readonly failure: CopyFailure | null;
  /** Whether the server runs: then it makes a copy each day. */
  readonly isServing: boolean;
  readonly today: Day;
  /** Whether the newest copy's bytes are those that it was made with; null where there is none. */
  readonly isNewestWhole: boolean | null;
}

const LONGEST_PAUSE_DAYS = 14;

/** The newest daily copy among file names; null where there is none. */
export function findNewestCopy(names: readonly string[]): string | null {
  return (
    names
      .filter((name) => dayOfDailyCopy(name) !== null)
      .sort()
      .at(-1) ?? null
  );
}

/** Whether there is a recent, whole copy. */
export function checkCopies({ names, failure, isServing, today, isNewestWhole }: CopyFacts): Finding[] {
  const found: Finding[] = [];
  if (failure !== null) {
    found.push(finding('problem', 'copy-failed', { at: failure.at, reason: failure.reason }));
  }
  const newest = findNewestCopy(names);
  const day = newest === null ? null : dayOfDailyCopy(newest);
  if (newest === null || day === null) return [...found, finding('problem', 'copy-none')];
  if (isNewestWhole === false) found.push(finding('problem', 'copy-damaged', { file: newest }));
  const age = daysBetween(day, today);
  const isOld = age > LONGEST_PAUSE_DAYS || (isServing && age > 1);
  if (isOld) found.push(finding('problem', 'copy-old', { day, age }));
  return found.length > 0 ? found : [finding('ok', 'copy-ok', { day })];
}
